"""The workbook that goes back to a unit."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.feedback import HEADER_ROW, SHEET, feedback_workbook, save_feedback
from report_utils.findings import CellRef, Finding, finding

ROOT = Path(__file__).parents[2]
FILE = "bvbr_2024-Q3.xlsx"
NAME = "Bệnh viện Bà Rịa"
FIRST = HEADER_ROW + 1


@pytest.fixture(scope="module")
def reporting() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(ROOT))


def wrong(found: str = "mười hai", cell: str = "E12", code: str = "O02", **more: Any) -> Finding:
    return finding(code, unit=NAME, at=CellRef(more.pop("file", FILE), more.pop("sheet", "Hồ sơ TTHC"), cell),
                   found=found, column="Trực tiếp", **more)  # fmt: skip


def late() -> Finding:
    return finding("N07", unit=NAME, at=CellRef(FILE, "Thông tin"), sent="18/9/2024", deadline="16/9/2024")


def sheet_of(reporting: Reporting, *findings: Finding) -> Worksheet:
    data = feedback_workbook(reporting, reporting.agency.units["bvbr"], findings)
    return openpyxl.load_workbook(BytesIO(data))[SHEET]


def test_the_head_names_unit_period_and_the_day_to_resend(reporting: Reporting) -> None:
    sheet = sheet_of(reporting, wrong(), late())
    head = "\n".join(str(sheet.cell(row, 1).value) for row in range(1, HEADER_ROW) if sheet.cell(row, 1).value)
    assert NAME in head
    assert "quý III năm 2024" in head
    assert "chậm nhất ngày 18/9/2024" in head
    assert "1 lỗi, 1 cảnh báo, 0 lưu ý" in head


def test_a_row_holds_the_whole_finding(reporting: Reporting) -> None:
    sheet = sheet_of(reporting, wrong(expected="12"))
    row = [cell.value for cell in sheet[FIRST]]
    assert row[:6] == [1, "Lỗi", "O02", FILE, "Hồ sơ TTHC", "E12"]
    assert "mười hai" in row[6]
    assert row[7:9] == ["mười hai", "12"]
    assert row[9].startswith("Gõ lại bằng số")


def test_errors_come_first_and_are_coloured(reporting: Reporting) -> None:
    sheet = sheet_of(reporting, late(), wrong())
    assert [sheet.cell(row, 3).value for row in (FIRST, FIRST + 1)] == ["O02", "N07"]
    error, warning = (sheet.cell(row, 2).fill.start_color.rgb for row in (FIRST, FIRST + 1))
    assert error != warning
    assert {error, warning}.isdisjoint({"00000000"})


@pytest.mark.parametrize(
    ("file", "sheet", "target", "location"),
    [
        (FILE, "Hồ sơ TTHC", FILE, "'Hồ sơ TTHC'!E12"),
        ("Bản sửa #2.xlsx", "Sheet's", "B%E1%BA%A3n%20s%E1%BB%ADa%20%232.xlsx", "'Sheet''s'!E12"),
        (FILE, "Biểu 1 (2)!", FILE, "'Biểu 1 (2)!'!E12"),
        (FILE, "Biểu #1", FILE, None),
    ],
)
def test_the_cell_is_a_link_into_the_file_of_the_unit(
    reporting: Reporting, file: str, sheet: str, target: str, location: str
) -> None:
    link = sheet_of(reporting, wrong(file=file, sheet=sheet)).cell(FIRST, 6).hyperlink
    assert (link.target, link.location) == (target, location)


def test_the_link_is_external_and_relative_in_the_package(reporting: Reporting) -> None:
    data = feedback_workbook(reporting, reporting.agency.units["bvbr"], [wrong()])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        relations = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert f'Target="{FILE}"' in relations
    assert 'TargetMode="External"' in relations


def test_a_finding_on_a_whole_file_links_to_the_file(reporting: Reporting) -> None:
    cell = sheet_of(reporting, finding("T01", at=CellRef(FILE), reason="tệp hỏng")).cell(FIRST, 6)
    assert (cell.value, cell.hyperlink.target, cell.hyperlink.location) == ("Mở tệp", FILE, None)


def test_a_unit_that_has_not_sent_has_no_link(reporting: Reporting) -> None:
    cell = sheet_of(reporting, finding("N01", unit=NAME)).cell(FIRST, 6)
    assert cell.hyperlink is None


@pytest.mark.parametrize("typed", ["=1+1", "+84 91", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "#REF!", "\t=1"])
def test_what_a_unit_typed_stays_text(reporting: Reporting, typed: str) -> None:
    data = feedback_workbook(reporting, reporting.agency.units["bvbr"], [wrong(typed)])
    cell = openpyxl.load_workbook(BytesIO(data))[SHEET].cell(FIRST, 8)
    assert cell.value == typed
    assert cell.quotePrefix
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml
    assert b't="e"' not in xml


def test_characters_that_xml_forbids_are_left_out(reporting: Reporting) -> None:
    assert sheet_of(reporting, wrong("a\x00b\x1f\ufffe\ud800c")).cell(FIRST, 8).value == "abc"


def test_a_very_long_text_is_cut(reporting: Reporting) -> None:
    assert len(sheet_of(reporting, wrong("x" * 100_000)).cell(FIRST, 8).value) <= 1000


def test_other_cells_of_the_file_are_named(reporting: Reporting) -> None:
    related = (CellRef(FILE, "Hồ sơ TTHC", "D12"), CellRef("khác.xlsx", "A", "Z9"))
    message = sheet_of(reporting, wrong(related=related)).cell(FIRST, 7).value
    assert message.endswith("Các ô liên quan: D12.")


def test_equal_findings_give_equal_bytes_in_any_order(reporting: Reporting) -> None:
    unit, findings = reporting.agency.units["bvbr"], [late(), wrong()]
    assert feedback_workbook(reporting, unit, findings) == feedback_workbook(reporting, unit, findings[::-1])


def test_it_prints_on_a4_with_its_header_repeated(reporting: Reporting) -> None:
    sheet = sheet_of(reporting, wrong())
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.oddFooter.left.text == NAME


def test_each_unit_with_findings_gets_one_file(reporting: Reporting, tmp_path: Path) -> None:
    findings = [wrong(), finding("N01", unit="Bệnh viện Mắt"), finding("N06", at=CellRef("lạ.xlsx"))]
    written = save_feedback(reporting, findings, tmp_path / "feedback")
    assert [path.name for path in written] == ["bvbr.xlsx", "bvm.xlsx"]
    assert sorted((tmp_path / "feedback").iterdir()) == sorted(written)


def test_a_file_that_cannot_be_opened_goes_to_the_unit_whose_form_it_is(reporting: Reporting, tmp_path: Path) -> None:
    [path] = save_feedback(reporting, [finding("T01", at=CellRef(FILE), reason="tệp hỏng")], tmp_path)
    assert path.name == "bvbr.xlsx"


def test_feedback_of_a_unit_that_mended_all_goes_away(reporting: Reporting, tmp_path: Path) -> None:
    save_feedback(reporting, [wrong()], tmp_path)
    (tmp_path / "ghi chú.txt").write_text("của người dùng", encoding="utf-8")
    assert save_feedback(reporting, [], tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["ghi chú.txt"]
