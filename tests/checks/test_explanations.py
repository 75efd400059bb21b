"""A unit's written explanation turns an error into a noted one, and an explanation that explains nothing is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.feedback import save_feedback
from report_utils.checks.reasons import gives_reason
from report_utils.checks.run_all import check_all
from report_utils.figures.wrong_cells import wrong_cells
from report_utils.findings import CATALOGUE, Finding, Severity
from report_utils.findings.files import load_findings, save_findings
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

Act = Callable[..., Any]
Found = Callable[..., list[Finding]]

DOSSIERS, SHEET = "Hồ sơ TTHC", "Giải trình"
REASON = "Một hồ sơ kỳ trước ghi trùng, đã loại khi đối chiếu với hệ thống"
FILE = "bvbr_2024-Q3.xlsx"


@pytest.fixture
def explain(alter: Act) -> Act:
    """Send the form of bvbr with three dossiers carried over (two were pending) and these rows of explanations."""

    def send(*rows: tuple[Any, ...], typed: dict[str, Any] | None = None) -> Path:
        def change(workbook: Any) -> None:
            for cell, value in ({"F10": 3, "I10": 256} if typed is None else typed).items():
                workbook[DOSSIERS][cell].value = value
            for number, row in enumerate(rows, start=7):
                for letter, value in zip("ABCDE", row, strict=False):
                    workbook[SHEET][f"{letter}{number}"].value = value

        return alter("bvbr", change)  # type: ignore[no-any-return]

    return send


def test_without_an_explanation_the_contradiction_is_an_error(explain: Act, only: Act) -> None:
    explain()
    assert (only("V02").severity, only("V02").explanations) == (Severity.ERROR, ())


def test_an_explained_error_is_a_note_that_quotes_the_words_and_stays_in_the_record(explain: Act, only: Act) -> None:
    explain(("V02", DOSSIERS, "F10", REASON, "Công văn 12/BVBR"))
    found = only("V02")
    assert (found.severity, found.was, found.cell) == (Severity.NOTE, Severity.ERROR, "F10")
    assert (found.found, found.expected) == ("3", "bằng số cuối kỳ trước (2)")
    assert found.message == (
        "Lĩnh vực «Khám bệnh, chữa bệnh»: tồn kỳ trước ghi 3, cuối kỳ trước còn 2. Đã giải trình (trước là lỗi): "
        f"«{REASON}» (Công văn 12/BVBR), Giải trình › D7.")


def test_what_is_explained_is_not_in_doubt(explain: Act, found: Found) -> None:
    explain()
    assert wrong_cells(found())
    explain(("V02", DOSSIERS, "F10", REASON))
    assert not wrong_cells(found())


@pytest.mark.parametrize(("code", "sheet", "cell"), [
    ("v02", "hồ sơ  tthc", "f10"), ("V02.", "HO SO TTHC", "$F$10"), ("V02", "", "Hồ sơ TTHC › F10"),
    ("V02", None, "bvbr_2024-Q3.xlsx › Hồ sơ TTHC › F10"), ("V02", "", "'Hồ sơ TTHC'!F10"), ("V02", "", "F10"),
    ("V02", "Hồ sơ", "ô F10"), (" V02 ", "«Hồ sơ TTHC»", " F10 "), ("V02", "", "hồ sơ>f10"),
])  # fmt: skip
def test_the_finding_is_recognised_however_its_place_is_written(
    explain: Act, only: Act, code: str, sheet: str | None, cell: str
) -> None:
    explain((code, sheet, cell, REASON))
    assert only("V02").was is Severity.ERROR


@pytest.mark.parametrize(("row", "code", "words"), [
    (("VO2", DOSSIERS, "F10", REASON), "G01", "Có phải «V02» không?"),
    ((None, DOSSIERS, "F10", REASON), "G01", "không có phát hiện nào mang mã này"),
    (("V02", DOSSIERS, "F11", REASON), "G02", "Mã này có ở: Hồ sơ TTHC › F10."),
    (("V02", "Chỉ tiêu", "F10", REASON), "G02", "Mã này có ở: Hồ sơ TTHC › F10."),
    (("V08", "Tài chính", "D10", REASON), "G02", "tệp của đơn vị không có phát hiện này"),
    (("V01", DOSSIERS, "C10", REASON), "G03", "phải sửa"),
    (("V02", DOSSIERS, "F10", None), "G04", "chưa nói vì sao số liệu đúng"),
    (("V02", DOSSIERS, "F10", "Đã kiểm tra, số liệu đúng."), "G04", "«Đã kiểm tra, số liệu đúng.»"),
])  # fmt: skip
def test_an_explanation_that_explains_nothing_is_told_and_changes_nothing(
    explain: Act, found: Found, row: tuple[Any, ...], code: str, words: str
) -> None:
    explain(row)
    told = {finding.code: finding for finding in found()}
    assert told.keys() == {"V02", code}
    assert (told["V02"].severity, told[code].severity) == (Severity.ERROR, Severity.WARNING)
    assert (told[code].file, told[code].sheet, told[code].cell[1:]) == (FILE, SHEET, "7")
    assert words in told[code].message


def test_a_sheet_that_says_there_is_nothing_to_explain_is_no_explanation(explain: Act, found: Found) -> None:
    explain(("Không có",), typed={})
    assert found() == []


def test_a_form_of_before_without_the_sheet_is_whole(alter: Act, found: Found) -> None:
    alter("bvbr", lambda workbook: workbook.remove(workbook[SHEET]))
    assert found() == []


def test_two_rows_for_one_finding_are_both_quoted(explain: Act, only: Act) -> None:
    explain(("V02", DOSSIERS, "F10", REASON), ("V02", DOSSIERS, "F10", "Hồ sơ ấy thuộc lĩnh vực khác"))
    assert [said.at.cell for said in only("V02").explanations] == ["D7", "D8"]


def test_the_explanation_of_another_unit_explains_nothing(explain: Act, retype: Act, found: Found) -> None:
    explain()
    retype("bvvt", SHEET, {"A7": "V02", "B7": DOSSIERS, "C7": "F10", "D7": REASON})
    assert {(finding.code, finding.file) for finding in found()} == {("V02", FILE), ("G02", "bvvt_2024-Q3.xlsx")}


def test_an_explanation_of_the_period_before_is_not_carried_over(
    explain: Act, reporting: Reporting, submit: Act, found: Found, clean: dict[str, Dataset]
) -> None:
    explain(("V02", DOSSIERS, "F10", REASON))
    explained_then = read_dataset(reporting)
    submit("bvbr")
    now = Context(reporting, read_dataset(reporting), explained_then)
    assert [f.code for f in check_all(now) if f.unit == "Bệnh viện Bà Rịa" and f.explanations] == []
    explain()
    assert [finding.severity for finding in found() if finding.code == "V02"] == [Severity.ERROR]


def test_numbers_of_persons_in_an_explanation_are_masked(explain: Act, only: Act) -> None:
    explain(("V02", DOSSIERS, "F10", f"{REASON}, liên hệ 0912345678"))
    assert "0912345678" not in only("V02").message
    assert "[số ẩn " in only("V02").message


def test_a_saved_finding_keeps_its_explanation(explain: Act, found: Found, tmp_path: Path) -> None:
    explain(("V02", DOSSIERS, "F10", REASON, "Công văn 12/BVBR"))
    save_findings(found(), tmp_path)
    assert load_findings(tmp_path) == found()
    table = (tmp_path / "findings.csv").read_text(encoding="utf-8-sig")
    assert table.splitlines()[0].endswith("was,explanations,of_office")
    assert f"lỗi,«{REASON}» (Công văn 12/BVBR), Giải trình › D7" in table.replace('"', "")
    assert found()[0].as_json()["was"] == "lỗi"


def test_the_feedback_has_a_row_ready_to_be_copied_for_what_may_be_explained(
    explain: Act, reporting: Reporting, found: Found, tmp_path: Path
) -> None:
    explain(typed={"F10": 3, "I10": 256, "J10": 1})  # V01 as well, which is never explained
    save_feedback(reporting, found(), tmp_path)
    workbook = openpyxl.load_workbook(tmp_path / "bvbr.xlsx")
    rows = list(workbook[SHEET].iter_rows(min_row=5, values_only=True))
    assert rows[0][:5] == ("Mã", "Sheet", "Ô", "Nội dung giải trình", "Văn bản, tài liệu chứng minh")
    assert [row[:5] for row in rows[1:]] == [("V02", DOSSIERS, "F10", None, None)]
    assert "Mã V02: nếu số liệu đúng" in str(workbook.worksheets[0]["A7"].value)


def test_the_feedback_asks_for_no_explanation_that_is_there(
    explain: Act, reporting: Reporting, found: Found, tmp_path: Path
) -> None:
    explain(("V02", DOSSIERS, "F10", REASON))
    save_feedback(reporting, found(), tmp_path)
    workbook = openpyxl.load_workbook(tmp_path / "bvbr.xlsx")
    assert workbook.sheetnames == ["Nội dung cần sửa"]
    assert workbook.worksheets[0]["A7"].value is None


@pytest.mark.parametrize(("text", "gives"), [
    ("", False), ("đã kiểm tra", False), ("Đã kiểm tra lại, số liệu của đơn vị là đúng với thực tế.", False),
    ("Đề nghị giữ nguyên số liệu đã báo cáo", False), ("OK", False), ("12/2024", False),
    ("Do tăng hồ sơ", True), (REASON, True), ("Dịch sốt xuất huyết tăng trong tháng 7", True),
])  # fmt: skip
def test_a_reason_is_more_than_that_the_figure_was_looked_at(text: str, gives: bool) -> None:
    assert gives_reason(text) is gives


def test_only_what_may_be_right_all_the_same_can_be_explained() -> None:
    explainable = {code for code, rule in CATALOGUE.items() if rule.explainable}
    assert {code for code in CATALOGUE if code[0] == "R"} - explainable == {"R23", "R24"}
    assert {code for code in explainable if code[0] != "R"} == {
        "V02", "V08", "V12", "V18", "V19", "V20", "V21", "V25", "D08", "D11", "D12", "X13", "U01", "U02"}  # fmt: skip


def test_the_notes_of_a_period_do_not_need_the_one_before(explain: Act, reporting: Reporting) -> None:
    explain(("V02", DOSSIERS, "F10", REASON))
    alone = Context(reporting, read_dataset(reporting), None)
    assert {f.code for f in check_all(alone) if f.unit == "Bệnh viện Bà Rịa"} == {"V12", "G02"}
