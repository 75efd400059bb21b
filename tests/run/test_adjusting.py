"""`baocao adjust`: entries are added with the value that the unit sent, and whether they apply is told."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import AGENCY, PERIOD

from report_utils.agency.reporting import Reporting
from report_utils.cli import main
from report_utils.errors import BaocaoError
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.run.adjusting import Wanted, record, recorded, recorded_lines, remove
from report_utils.run.lock import LockedError, locked

Act = Callable[..., Any]
TODAY = dt.date(2024, 9, 20)
APPOINTED = Wanted(unit="vp", cell="Bổ nhiệm!C8", value="5", why="Gõ nhầm", by="Lan", on="19/9/2024")


@pytest.fixture(autouse=True)
def sent(submit: Act) -> None:
    submit("vp", "bvvt")


def test_the_old_value_is_that_of_the_unit(reporting: Reporting, raw: Path) -> None:
    record(reporting, APPOINTED, TODAY)
    assert (raw / ADJUSTMENTS).read_text(encoding="utf-8").splitlines()[1:] == [
        "adjustments:", '  - unit: "vp"', '    sheet: "Bổ nhiệm"', '    cell: "C8"', "    old: 3", "    new: 5",
        '    why: "Gõ nhầm"', '    by: "Lan"', "    day: 2024-09-19"]
    assert read_dataset(reporting).columns("appointments")["new"][0] == 5


@pytest.mark.parametrize(
    ("unit", "cell", "value"),
    [("vp", "Bổ nhiệm!D9", "2"), ("vp", "Văn bản!C9", "1/9/2024"), ("vp", "Văn bản!E9", "Về việc: «khác» # \"nữa\""),
     ("vp", "Chỉ tiêu!E7", "12,5"), ("vp", "Văn bản!G9", "x"), ("bvvt", "Thuyết minh!C7", "Hai dòng\nmột ô"),
     ("bvvt", "Hồ sơ TTHC!B10", "Dược phẩm")],
)  # fmt: skip
def test_values_of_every_kind_are_recorded_and_apply(reporting: Reporting, unit: str, cell: str, value: str) -> None:
    record(reporting, replace(APPOINTED, unit=unit, cell=cell, value=value), TODAY)
    assert [one.finding.code for one in recorded(reporting)] == ["A07"]


def test_what_people_wrote_in_the_file_stays(reporting: Reporting, raw: Path) -> None:
    before = "# của Văn phòng\r\nadjustments:\n- {unit: bvvt, exclude: true, why: a, by: b, day: 2024-09-19}  # vì sao"
    (raw / ADJUSTMENTS).write_bytes(before.encode("utf-8-sig"))
    record(reporting, APPOINTED, TODAY)
    assert (raw / ADJUSTMENTS).read_bytes().startswith(before.encode("utf-8-sig"))
    assert [one.finding.code for one in recorded(reporting)] == ["A08", "A07"]


def test_entries_that_are_added_at_once_are_all_kept(reporting: Reporting) -> None:
    cells = ("Bổ nhiệm!C8", "Bổ nhiệm!C9", "Bổ nhiệm!D8", "Bổ nhiệm!D9")
    wanted = [replace(APPOINTED, cell=cell, value="41") for cell in cells]
    with ThreadPoolExecutor(len(wanted)) as people:
        list(people.map(lambda one: record(reporting, one, TODAY), wanted))
    assert {one.recorded.entry.cell for one in recorded(reporting)} == {"C8", "C9", "D8", "D9"}


def test_who_has_waited_long_enough_is_told_for_whom(
    reporting: Reporting, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("report_utils.run.adjustment_file._PATIENCE", 0)
    monkeypatch.setenv("LOGNAME", "ngọc")
    place = reporting.workspace.reports(AGENCY, f"{PERIOD}.adjust")
    with locked(place, "x"), pytest.raises(LockedError, match=rf"điều chỉnh số liệu {AGENCY} {PERIOD} \(ngọc, "):
        record(reporting, APPOINTED, TODAY)
    assert not (raw / ADJUSTMENTS).exists()


def test_without_a_day_it_is_today(reporting: Reporting) -> None:
    record(reporting, Wanted(unit="bvvt", exclude=True, table="Hồ sơ TTHC", why="Đang xác minh", by="Lan"), TODAY)
    [one] = recorded(reporting)
    assert one.recorded.entry.day == TODAY


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"unit": "vpp"}, "Có phải «vp – Văn phòng Sở»?"), ({"cell": "C8"}, "Ghi ô và giá trị"),
        ({"value": None}, "Ghi ô và giá trị"),
        ({"cell": "Bổ nhiệm!B8"}, "tính từ các cột khác"), ({"value": "năm"}, "không ghi được «năm»"),
        ({"value": "3"}, "đã là «3»; không có gì để điều chỉnh"), ({"exclude": True}, "không ghi --cell"),
        ({"on": "hôm qua"}, "--on «hôm qua» không phải ngày"), ({"by": " "}, "thêm --by"),
        ({"why": "", "by": ""}, "thêm --why … --by …"),
    ],
)  # fmt: skip
def test_what_would_not_apply_is_refused_and_nothing_written(
        reporting: Reporting, raw: Path, changed: dict[str, Any], words: str) -> None:
    with pytest.raises(BaocaoError, match=words):
        record(reporting, replace(APPOINTED, **changed), TODAY)
    assert not (raw / ADJUSTMENTS).exists()


def test_a_second_correction_of_a_cell_is_refused(reporting: Reporting, raw: Path) -> None:
    record(reporting, APPOINTED, TODAY)
    before = (raw / ADJUSTMENTS).read_bytes()
    with pytest.raises(BaocaoError, match=r"cùng điều chỉnh .* với Điều chỉnh 1.* sửa dòng 3 của dieu-chinh\.yaml"):
        record(reporting, replace(APPOINTED, value="6"), TODAY)
    assert (raw / ADJUSTMENTS).read_bytes() == before


def test_a_corrected_form_that_comes_later_makes_the_entry_an_error(reporting: Reporting, retype: Act) -> None:
    record(reporting, APPOINTED, TODAY)
    retype("vp", "Bổ nhiệm", {"C8": 4})
    lines = list(recorded_lines(reporting, recorded(reporting)))
    assert lines[0] == "Điều chỉnh 1 (dòng 3): Văn phòng Sở, Bổ nhiệm!C8: «3» → «5»; Gõ nhầm (Lan, ngày 19/9/2024)"
    assert lines[1].startswith("    KHÔNG áp dụng: ô Bổ nhiệm!C8 của Văn phòng Sở nay là «4»")


@pytest.fixture
def command(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[Any, str]]:
    """Run `baocao adjust` with these words; its exit status and what it says."""

    def run(*words: str) -> tuple[Any, str]:
        with pytest.raises(SystemExit) as ended:
            main(["adjust", AGENCY, PERIOD, "--root", str(workspace), *words])
        said = capsys.readouterr()
        return ended.value.code, said.out + said.err

    return run


def test_the_command_lists_and_adds(command: Act) -> None:
    assert command() == (0, "Kỳ này không có điều chỉnh nào.\n")
    status, said = command("--unit", "vp", "--cell", "Bổ nhiệm!C8", "--value", "5", "--why", "Gõ nhầm",
                           "--by", "Lan", "--on", "19/9/2024", "--basis", "Công văn số 12/VP", "--json")
    entry = json.loads(said.splitlines()[0])
    assert (status, entry["applies"]) == (0, True)
    assert (entry["old"], entry["new"], entry["basis"]) == ("3", "5", "Công văn số 12/VP")


def test_the_command_tells_what_does_not_apply_by_its_status(command: Act, raw: Path) -> None:
    (raw / ADJUSTMENTS).write_text("adjustments:\n- {unit: x, exclude: true, why: a, by: b, day: 2024-09-19}\n",
                                   encoding="utf-8")
    status, said = command()
    assert (status, "KHÔNG áp dụng" in said) == (1, True)


def test_the_command_asks_whose_data_it_is(command: Act) -> None:
    assert command("--cell", "Bổ nhiệm!C8", "--value", "5") == (2, "Thiếu --unit: điều chỉnh của đơn vị nào?\n")


ONE_STOP = ("--unit", "ttpvhcc", "--cell", "Hồ sơ TTHC!J10", "--value", "18", "--why", "Đối chiếu", "--by", "Lan")


def test_the_command_says_at_once_which_errors_the_adjustment_brings(command: Act, submit: Act) -> None:
    submit("ttpvhcc")
    said = command(*ONE_STOP)[1]
    assert "làm phát sinh 1 lỗi mới" in said
    assert "    V01, Trung tâm Phục vụ hành chính công tỉnh, Hồ sơ TTHC › C10: " in said
    assert "(do điều chỉnh của cơ quan)" in said


def test_the_command_says_that_an_adjustment_brings_no_error(command: Act) -> None:
    said = command("--unit", "vp", "--cell", "Bổ nhiệm!C8", "--value", "5", "--why", "Gõ nhầm", "--by", "Lan")[1]
    assert "\nThay đổi này không làm phát sinh lỗi mới.\n" in said


def test_the_list_says_which_errors_the_adjustments_bring(command: Act, submit: Act) -> None:
    submit("ttpvhcc")
    command(*ONE_STOP)
    said = command()[1]
    assert "Các điều chỉnh trên đang làm phát sinh 1 lỗi; báo cáo là dự thảo" in said
    assert "    V01, Trung tâm Phục vụ hành chính công tỉnh, Hồ sơ TTHC › C10: " in said


def test_the_command_says_what_a_report_lacks_and_what_was_taken_out(command: Act, submit: Act) -> None:
    submit("khtc")
    said = command("--unit", "khtc", "--exclude", "--why", "Đang đối chiếu", "--by", "Lan")[1]
    assert "Báo cáo lập bây giờ là bản dự thảo: " in said
    assert "chỗ thiếu số liệu, của đơn vị, biểu mà cơ quan không tính (" in said
    assert "Phòng Kế hoạch - Tài chính (" not in said
    assert "Đã bỏ điều chỉnh 1 (dòng 3): Phòng Kế hoạch - Tài chính, không tính " in command("--remove", "1")[1]


def test_an_entry_is_taken_out_and_the_others_stay_as_they_are(reporting: Reporting, raw: Path) -> None:
    before = "# ghi\r\nadjustments:\r\n- {unit: bvvt, exclude: true, why: a, by: b, day: 2024-09-19}  # vì sao\r\n"
    (raw / ADJUSTMENTS).write_bytes(before.encode("utf-8-sig"))
    record(reporting, APPOINTED, TODAY)
    remove(reporting, 2)
    assert (raw / ADJUSTMENTS).read_bytes() == before.encode("utf-8-sig")
    remove(reporting, 1)
    assert recorded(reporting) == []


def test_a_number_that_no_entry_has_is_refused(command: Act) -> None:
    assert command("--remove", "1") == (2, "Không có điều chỉnh 1 để bỏ; kỳ này có 0 điều chỉnh.\n")
    assert "--remove đi một mình" in command("--remove", "1", "--unit", "vp")[1]
