"""Commands that deal with the units: forms, check, status, remind, on a workspace of real workbooks."""

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.cli import main
from report_utils.run import pipeline
from report_utils.run.digests import digest
from report_utils.run.manifest import save_manifest
from report_utils.run.outcome import Outcome
from report_utils.run.pdf_files import write_pdf
from report_utils.storage.files import save

ROOT = Path(__file__).parents[2]
PERIOD = ("syt-brvt", "2024-Q3")
REMINDER = "Công văn đôn đốc quý III năm 2024"


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which one unit has not sent, one was late and one typed a word for a number."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "params", root / "params")
    shutil.copytree(ROOT / "data" / "raw", root / "data" / "raw")
    raw = root / "data" / "raw" / "syt-brvt" / "2024-Q3"
    (raw / "cdc_2024-Q3.xlsx").unlink()
    retype(raw / "bvm_2024-Q3.xlsx", "Thông tin", "B12", dt.date(2024, 9, 18))
    retype(raw / "bvbr_2024-Q3.xlsx", "Hồ sơ TTHC", "E10", "=mười hai")
    return root


def retype(path: Path, sheet: str, cell: str, value: object) -> None:
    workbook = openpyxl.load_workbook(path)
    target = workbook[sheet][cell]
    target.value = value
    if isinstance(value, str):
        target.data_type = "s"
    workbook.save(path)


def run(command: str, root: Path, *options: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main([command, *PERIOD, "--root", str(root), *options])
    return int(str(ended.value.code))


def test_forms_know_the_dossiers_of_the_period_before(troubled: Path, tmp_path: Path) -> None:
    assert run("forms", troubled, "--out", str(tmp_path)) == 0
    assert len(list(tmp_path.glob("*.xlsx"))) == 27
    assert len(list(tmp_path.glob("du-lieu-mo/*.xlsx"))) == 14
    assert not (troubled / "data" / "forms").exists()
    sheet = openpyxl.load_workbook(tmp_path / "ttpvhcc_2024-Q3.xlsx")["Hồ sơ TTHC"]
    assert (sheet["B10"].value, sheet["F10"].value) == ("Khám bệnh, chữa bệnh", 104)


def test_forms_without_a_period_before_are_blank(troubled: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(troubled / "params", root / "params")
    only = "agency: syt-brvt\nperiod: 2024-Q3\nsettings: {tables: [dossiers]}\n"
    (root / "params" / "syt-brvt" / "2024-Q3.yaml").write_text(only, encoding="utf-8")
    assert run("forms", root, "--out", str(tmp_path / "forms")) == 0
    sheet = openpyxl.load_workbook(tmp_path / "forms" / "ttpvhcc_2024-Q3.xlsx")["Hồ sơ TTHC"]
    assert sheet["B10"].value is None


def test_check_writes_a_workbook_for_each_unit_with_findings(
    troubled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", troubled) == 1
    folder = troubled / "data" / "processed" / "syt-brvt" / "2024-Q3" / "feedback"
    assert sorted(path.name for path in folder.iterdir()) == ["bvbr.xlsx", "bvm.xlsx", "cdc.xlsx"]
    assert "2024-Q3/feedback" in capsys.readouterr().out


def test_status_shows_units_and_rates(troubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", troubled) == 0
    said = capsys.readouterr().out
    assert "Chưa gửi" in said
    assert "Tỷ lệ báo cáo" in said
    assert "96,3%" in said
    assert "đôn đốc đơn vị chậm gửi hoặc có lỗi: baocao remind" in said.splitlines()[-1]


def test_status_as_json_is_one_object_a_line(troubled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("status", troubled, "--json") == 0
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    units = {entry["unit"]: entry for entry in entries if entry["kind"] == "unit"}
    assert (units["cdc"]["state"], units["bvm"]["state"], units["vp"]["state"]) == ("missing", "late", "on_time")
    assert units["bvbr"]["errors"] == 1
    total = entries[-1]
    assert (total["expected"], total["received"], total["on_time"]) == (27, 26, 25)
    assert (total["reporting_rate"], total["on_time_rate"]) == (96.3, 92.59)


def test_status_writes_nothing(troubled: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    for name in ("params", "data/raw"):
        shutil.copytree(troubled / name, root / name)
    before = sorted(root.rglob("*"))
    assert run("status", root) == 0
    assert sorted(root.rglob("*")) == before


@pytest.fixture
def reminders(troubled: Path) -> Iterator[Path]:
    folder = troubled / "reports" / "syt-brvt" / "2024-Q3" / "reminders"
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def letters(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.docx"))


def test_one_letter_for_all_or_one_for_each(
    troubled: Path, reminders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("remind", troubled) == 0
    assert letters(reminders) == [f"{REMINDER}.docx"]
    said = capsys.readouterr().out
    assert f"reminders/{REMINDER}.docx" in said
    assert "khi đơn vị gửi lại thì kiểm tra: baocao check" in said.splitlines()[-1]
    common = (reminders / f"{REMINDER}.docx").read_bytes()
    assert run("remind", troubled, "--each") == 0
    own = [f"{REMINDER} - {unit}.docx" for unit in ("bvbr", "bvm", "cdc")]
    assert letters(reminders) == [*own, f"{REMINDER}.docx"]
    assert (reminders / f"{REMINDER}.docx").read_bytes() == common
    kept = f"Vẫn giữ 1 công văn chung đã lập trước, cần xem lại trước khi dùng: {REMINDER}.docx"
    assert kept in capsys.readouterr().out
    assert run("remind", troubled) == 0
    assert letters(reminders) == [*own, f"{REMINDER}.docx"]
    assert "Vẫn giữ 3 công văn riêng từng đơn vị" in capsys.readouterr().out


def test_a_letter_that_a_person_edited_is_kept(
    troubled: Path, reminders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("remind", troubled)
    (reminders / f"{REMINDER}.docx").write_bytes(b"edited")
    assert run("remind", troubled) == 0
    assert letters(reminders) == [f"{REMINDER} (bản mới).docx", f"{REMINDER}.docx"]
    assert (reminders / f"{REMINDER}.docx").read_bytes() == b"edited"
    assert "Giữ nguyên" in capsys.readouterr().out


def test_the_pdf_of_a_letter_goes_with_it(troubled: Path, reminders: Path, fake_office: Callable[[str], Path]) -> None:
    fake_office('cp "$good" "$out"')
    run("remind", troubled, "--each")
    for path in reminders.glob("*.docx"):
        write_pdf(path, path.with_suffix(".pdf"))
    (reminders / "đã ký.pdf").write_bytes(b"signed")
    run("remind", troubled, "--each")
    assert len(list(reminders.glob("*.pdf"))) == 4
    run("remind", troubled)
    former = (reminders / f"{REMINDER}.docx").rename(reminders / f"{REMINDER} - former.docx")
    save_manifest({"outputs": {path.name: digest(path) for path in reminders.glob("*.docx")}}, reminders)
    write_pdf(former, former.with_suffix(".pdf"))
    run("remind", troubled, "--each")
    assert not list(reminders.glob("*former*"))
    assert len(list(reminders.glob("*.pdf"))) == 4


def test_without_late_or_wrong_units_there_is_no_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("params", "data/raw"):
        shutil.copytree(ROOT / name, tmp_path / name)
    assert run("remind", tmp_path) == 0
    assert "không cần công văn đôn đốc" in capsys.readouterr().out
    assert not list(tmp_path.rglob("*.docx"))


def test_a_run_of_the_report_keeps_the_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "params", tmp_path / "params")
    reporting = open_reporting(*PERIOD, str(tmp_path))
    save(tmp_path / "data" / "raw" / "syt-brvt" / "2024-Q3" / "vp.xlsx", b"sent")
    kept = tmp_path / "reports" / "syt-brvt" / "2024-Q3" / "reminders" / f"{REMINDER}.docx"
    save(kept, b"letter")

    def execute_all(_reporting: Reporting, _notebooks: list[Path], executed: Path, _at_once: int) -> None:
        (executed.parent / "report.docx").write_bytes(b"report")
        Outcome("report.docx", False, (), (), 0, 0).save(executed.parent)

    monkeypatch.setattr(pipeline, "_execute_all", execute_all)
    monkeypatch.setattr(pipeline, "check_outputs", lambda _: None)
    pipeline.run_period(reporting)
    assert kept.read_bytes() == b"letter"
    assert (kept.parents[1] / "report.docx").read_bytes() == b"report"
