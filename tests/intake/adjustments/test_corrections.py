"""A corrected cell holds another value; what the unit sent is told beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.errors import SettingsError
from report_utils.findings import CATALOGUE, CellRef, Finding, Severity
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.dataset_files import load_dataset, save_dataset

Act = Callable[..., Any]
C8 = {"unit": "vp", "sheet": "Bổ nhiệm", "cell": "C8", "old": 3, "new": 5}
HOSPITAL = {"unit": "bvvt", "sheet": "Hồ sơ TTHC"}
AT = CellRef("vp_2024-Q3.xlsx", "Bổ nhiệm", "C8")


def new_appointments(dataset: Dataset) -> list[Any]:
    return dataset.columns("appointments")["new"]


def told(dataset: Dataset) -> list[Finding]:
    """The findings on adjustments."""
    return [found for found in dataset.findings if found.code.startswith("A")]


def checked(reporting: Reporting, dataset: Dataset) -> set[str]:
    """The codes of what the rules find."""
    return {found.code for found in check_all(Context(reporting, dataset, None)) if found.code != "N01"}


def test_a_corrected_cell_counts_with_its_new_value(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    before = new_appointments(read_dataset(reporting))
    adjust(C8)
    assert new_appointments(read_dataset(reporting)) == [5, *before[1:]]


def test_the_correction_is_a_note_to_the_unit_with_what_it_sent(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(C8)
    [note] = told(read_dataset(reporting))
    assert (note.code, note.unit, note.cells) == ("A07", "Văn phòng Sở", (AT,))
    assert note.message == ("Số liệu dùng trong báo cáo là «5»; đơn vị ghi «3»; điều chỉnh ngày 19/9/2024, "
                            "Nguyễn Thị Lan: Gõ nhầm.")


def test_the_file_of_adjustments_is_no_submission(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(C8)
    assert "N06" not in {found.code for found in read_dataset(reporting).findings}


def test_a_saved_dataset_keeps_what_was_adjusted(
        reporting: Reporting, submit: Act, adjust: Act, tmp_path: Path) -> None:
    submit("vp", "bvm")
    adjust(C8, {"unit": "bvm", "exclude": True})
    dataset = read_dataset(reporting)
    save_dataset(dataset, tmp_path)
    assert load_dataset(tmp_path).adjustments == dataset.adjustments
    assert load_dataset(tmp_path).corrections[AT].sent == "3"


def test_without_adjustments_nothing_of_them_is_saved(reporting: Reporting, submit: Act, tmp_path: Path) -> None:
    submit("vp")
    save_dataset(read_dataset(reporting), tmp_path)
    assert "adjustments" not in (tmp_path / "sources.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "entry", "words"),
    [
        ("A01", C8 | {"unit": "vpp"}, "Có phải «vp – Văn phòng Sở»?"),
        ("A02", C8 | {"unit": "khtc"}, "đơn vị chưa gửi tệp"),
        ("A02", C8 | {"sheet": "Bổ nhiêm cán bộ"}, "Có phải «Bổ nhiệm»?"),
        ("A02", C8 | {"cell": "C99"}, "dòng 99 không phải dòng số liệu"),
        ("A02", C8 | {"cell": "Z8"}, "cột Z không thuộc biểu"),
        ("A02", C8 | {"cell": "tám"}, "không phải tên một ô"),
        ("A02", C8 | {"cell": "B8"}, "tính từ các cột khác"),
        ("A02", C8 | {"sheet": "Giải trình", "cell": "D6"}, "lời giải trình của đơn vị"),
        ("A02", HOSPITAL | {"sheet": "Chỉ tiêu", "cell": "A7", "old": "1", "new": "2"}, "không phải cột số liệu"),
        ("A03", C8 | {"old": 4}, "nay là «3», điều chỉnh ghi giá trị cũ «4»"),
        ("A03", C8 | {"old": ""}, "nay là «3»"),
        ("A04", C8 | {"new": "năm"}, "không ghi được «năm»"),
        ("A04", C8 | {"new": -1}, "không ghi được «-1»"),
        ("A04", C8 | {"new": "1.000"}, "không ghi được «1.000»"),
        ("A04", C8 | {"new": ""}, "để trống"),
        ("A06", {"unit": "kn", "exclude": True, "table": "Hồ sơ TTHC"}, "không phải báo cáo biểu «Hồ sơ TTHC»"),
    ],
)  # fmt: skip
def test_an_adjustment_that_is_wrong_changes_nothing_and_says_why(
        reporting: Reporting, submit: Act, adjust: Act, code: str, entry: dict[str, Any], words: str) -> None:
    submit("vp", "bvvt", "kn")
    before = read_dataset(reporting)
    adjust(entry)
    dataset = read_dataset(reporting)
    [found] = told(dataset)
    assert (found.code, found.severity, found.unit, found.file) == (code, Severity.ERROR, "", "dieu-chinh.yaml")
    assert words in found.message
    assert found.message.startswith("Điều chỉnh 1 (dòng 2): ")
    assert "dieu-chinh.yaml" in found.mend
    assert dataset.adjustments == ()
    assert all(dataset.tables[name].equals(frame) for name, frame in before.tables.items())


def test_a_cell_that_no_longer_holds_the_old_value_is_in_doubt(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(C8 | {"old": 4})
    [found] = told(read_dataset(reporting))
    assert found.cells == (AT,)


def test_two_corrections_of_one_cell_are_both_refused(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(C8, C8 | {"cell": "$c$8", "new": 6})
    dataset = read_dataset(reporting)
    assert [found.code for found in told(dataset)] == ["A05", "A05"]
    assert new_appointments(dataset)[0] == 3


def test_what_is_left_out_cannot_be_corrected_as_well(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(C8, {"unit": "vp", "exclude": True, "table": "Bổ nhiệm"})
    assert [found.code for found in told(read_dataset(reporting))] == ["A05", "A05"]


def test_a_correction_that_is_right_stands_beside_one_that_is_wrong(
        reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    adjust(C8 | {"cell": "C9", "old": 7}, C8)
    assert new_appointments(read_dataset(reporting))[0] == 5


def test_a_cell_that_could_not_be_read_is_mended_by_its_words(reporting: Reporting, retype: Act, adjust: Act) -> None:
    retype("vp", "Bổ nhiệm", {"C8": "khoảng 3"})
    assert "O02" in {found.code for found in read_dataset(reporting).findings}
    adjust(C8 | {"old": "khoảng 3", "new": 3})
    dataset = read_dataset(reporting)
    assert dataset.corrections[AT].sent == "khoảng 3"
    assert (new_appointments(dataset)[0], {found.code for found in dataset.findings} & {"O02"}) == (3, set())


def test_other_cells_with_the_same_slip_are_still_told(reporting: Reporting, retype: Act, adjust: Act) -> None:
    retype("vp", "Bổ nhiệm", {"C8": "khoảng 3", "C9": "khoảng 1"})
    adjust(C8 | {"old": "khoảng 3", "new": 3})
    assert [found.cell for found in read_dataset(reporting).findings if found.code == "O02"] == ["C9"]


def test_a_blank_cell_is_filled_in(reporting: Reporting, retype: Act, adjust: Act) -> None:
    retype("vp", "Bổ nhiệm", {"C8": None})
    adjust(C8 | {"old": ""})
    dataset = read_dataset(reporting)
    assert (new_appointments(dataset)[0], dataset.corrections[AT].sent) == (5, "")
    assert "O01" not in {found.code for found in dataset.findings}


def test_sums_that_the_unit_had_of_a_corrected_cell_are_not_held_against_it(
        reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("vp")
    before = checked(reporting, read_dataset(reporting))
    adjust(C8)
    assert checked(reporting, read_dataset(reporting)) == before | {"A07"}


def test_a_correction_against_another_cell_of_its_row_is_found_as_ever(
        reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("bvvt")
    before = checked(reporting, read_dataset(reporting))
    adjust(HOSPITAL | {"cell": "E10", "old": 241, "new": 200})
    assert checked(reporting, read_dataset(reporting)) - before == {"A07", "V01"}


def test_a_row_that_is_renamed_like_another_is_told_as_a_repeat(reporting: Reporting, submit: Act, adjust: Act) -> None:
    submit("ttpvhcc")
    adjust({"unit": "ttpvhcc", "sheet": "Hồ sơ TTHC", "cell": "B12", "old": "Mỹ phẩm", "new": "Dược phẩm"})
    [found] = [found for found in read_dataset(reporting).findings if found.code == "B04"]
    assert [cell.cell for cell in found.cells] == ["B12", "B11"]


def test_a_repeat_that_is_renamed_is_told_no_more(reporting: Reporting, retype: Act, adjust: Act) -> None:
    retype("ttpvhcc", "Hồ sơ TTHC", {"B12": "Dược phẩm"})
    assert "B04" in {found.code for found in read_dataset(reporting).findings}
    adjust({"unit": "ttpvhcc", "sheet": "Hồ sơ TTHC", "cell": "B12", "old": "Dược phẩm", "new": "Mỹ phẩm"})
    assert "B04" not in {found.code for found in read_dataset(reporting).findings}


def test_a_key_that_does_not_exist_is_answered_with_line_and_the_nearest(reporting: Reporting, adjust: Act) -> None:
    adjust({"unit": "vp", "exclude": True}, C8 | {"cel": "C8"})
    place = r"dieu-chinh.yaml, điều chỉnh 2 \(dòng 7\), mục «cel»"
    with pytest.raises(SettingsError, match=f"{place}: .*Có phải ý bạn là «cell»"):
        read_dataset(reporting)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"unit": "vp", "sheet": "Bổ nhiệm", "cell": "C8", "new": 5}, "thiếu khóa «old»"),
        ({"unit": "vp", "exclude": True, "cell": "C8"}, "không ghi khóa «cell»"),
        (C8 | {"table": "Bổ nhiệm"}, "chỉ dùng khi loại trừ"),
        (C8 | {"new": [5]}, "phải là một chữ, một số hoặc một ngày"),
        ({"sheet": "Bổ nhiệm"}, "thiếu khóa này"),
    ],
)
def test_an_entry_says_all_that_it_must(reporting: Reporting, adjust: Act, entry: dict[str, Any], words: str) -> None:
    adjust(entry)
    with pytest.raises(SettingsError, match=words):
        read_dataset(reporting)


def test_the_list_has_one_name_and_is_a_list(reporting: Reporting, adjust: Act) -> None:
    path = adjust()
    wrong = {"adjustment: []": "Có phải ý bạn là «adjustments»", "adjustments: 5": "phải là một danh sách"}
    for text, words in wrong.items():
        path.write_text(text, encoding="utf-8")
        with pytest.raises(SettingsError, match=words):
            read_dataset(reporting)
    path.write_text("adjustments:\n", encoding="utf-8")
    assert read_dataset(reporting).adjustments == ()


def test_every_code_of_adjustments_names_the_entry() -> None:
    assert [code for code, rule in CATALOGUE.items() if code.startswith("A") and rule.severity is Severity.ERROR
            and not rule.message.startswith("{entry}: ")] == []
