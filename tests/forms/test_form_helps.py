"""The blank form helps: rows of the period before, prompts, lists, print set-up, guide."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import CarriedRows, choices_of, tables_of
from report_utils.forms.info import GUIDE_SHEET, INFO_SHEET
from report_utils.forms.printing import set_up_printing
from report_utils.forms.table import Column, Kind, Table
from report_utils.forms.wording import KIND_WORDS, LONGEST_PROMPT, LONGEST_TITLE
from report_utils.forms.workbook import blank_form

ROOT = Path(__file__).parents[2]
CARRIED: CarriedRows = {"dossiers": [{"field": "Dược phẩm", "carried_over": 71},
                                     {"field": "Mỹ phẩm", "carried_over": 0},
                                     {"field": "Y tế dự phòng", "carried_over": None}]}  # fmt: skip
PROMPTED = {Kind.COUNT, Kind.DECIMAL, Kind.DATE, Kind.CHOICE, Kind.MARK}


@pytest.fixture(scope="module")
def reporting() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(ROOT))


@pytest.fixture(scope="module")
def office(reporting: Reporting) -> Unit:
    return reporting.agency.units["vp"]


@pytest.fixture(scope="module")
def hospital(reporting: Reporting) -> Unit:
    return reporting.agency.units["bvbr"]


@pytest.fixture(scope="module")
def office_form(reporting: Reporting, office: Unit) -> Workbook:
    return opened(blank_form(reporting, office))


@pytest.fixture(scope="module")
def hospital_form(reporting: Reporting, hospital: Unit) -> Workbook:
    return opened(blank_form(reporting, hospital, CARRIED))


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def rule_of(sheet: Worksheet, cell: str) -> DataValidation | None:
    return next((rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref), None)


def first_cells(sheet: Worksheet, table: Table) -> dict[str, str]:
    """The first cell to fill in of each column that has a rule, by column code."""
    width = len(table.columns)
    found = {}
    for rule in sheet.data_validations.dataValidation:
        left, top, _, _ = range_boundaries(str(rule.sqref))
        assert left is not None
        assert left <= width
        found[table.columns[left - 1].code] = sheet.cell(top or 1, left).coordinate
    return found


def columns_to_fill(table: Table) -> list[Column]:
    return [column for column in table.open_columns if column.kind in PROMPTED]


def test_the_fields_of_the_period_before_are_filled_in(hospital_form: Workbook) -> None:
    sheet = hospital_form["Hồ sơ TTHC"]
    assert [(sheet[f"B{row}"].value, sheet[f"F{row}"].value) for row in range(10, 14)] == [
        ("Dược phẩm", 71), ("Mỹ phẩm", 0), ("Y tế dự phòng", None), (None, None)]  # fmt: skip


def test_what_is_filled_in_may_be_changed_and_stands_out(hospital_form: Workbook) -> None:
    sheet = hospital_form["Hồ sơ TTHC"]
    for cell in ("B10", "F10"):
        assert not sheet[cell].protection.locked
        assert sheet[cell].fill.start_color.rgb == "00FFF8DC"
        assert rule_of(sheet, cell) is not None
    assert sheet["D10"].fill.fill_type is None
    assert "kỳ trước" in sheet["A5"].value


def test_a_form_without_a_period_before_has_no_rows_and_no_note(reporting: Reporting, hospital: Unit) -> None:
    sheet = opened(blank_form(reporting, hospital))["Hồ sơ TTHC"]
    assert sheet["B10"].value is None
    assert sheet["A5"].value is None


def test_the_table_grows_with_the_rows_of_the_period_before(reporting: Reporting, hospital: Unit) -> None:
    many: CarriedRows = {"dossiers": [{"field": "Dược phẩm", "carried_over": n} for n in range(40)]}
    sheet = opened(blank_form(reporting, hospital, many))["Hồ sơ TTHC"]
    assert sheet["F49"].value == 39
    assert sheet["B50"].value == "Tổng cộng"
    assert sheet["F50"].value == "=SUM(F10:F49)"


def test_equal_arguments_give_equal_bytes(reporting: Reporting, hospital: Unit) -> None:
    assert blank_form(reporting, hospital, CARRIED) == blank_form(reporting, hospital, CARRIED)


def test_every_column_to_fill_in_says_what_it_takes(reporting: Reporting, office: Unit, office_form: Workbook) -> None:
    for table in tables_of(reporting, office):
        sheet = office_form[table.sheet]
        cells = first_cells(sheet, table)
        assert set(cells) == {column.code for column in columns_to_fill(table)}
        for column in columns_to_fill(table):
            rule = rule_of(sheet, cells[column.code])
            assert rule is not None
            assert rule.showInputMessage
            assert column.help in (rule.prompt or "")
            assert 0 < len(rule.prompt or "") <= LONGEST_PROMPT
            assert 0 < len(rule.promptTitle or "") <= LONGEST_TITLE
            assert rule.showErrorMessage
            assert rule.error


def test_a_drop_down_offers_its_own_list_and_no_other(
    reporting: Reporting, office: Unit, office_form: Workbook
) -> None:
    """Plan tasks, classes and data sets all have a column `state`, with different lists."""
    for table in tables_of(reporting, office):
        sheet = office_form[table.sheet]
        for code, cell in first_cells(sheet, table).items():
            column, rule = table.column(code), rule_of(sheet, cell)
            if column.kind is Kind.CHOICE and rule is not None and rule.formula1:
                title, area = rule.formula1.replace("'", "").replace("$", "").split("!")
                values = tuple(row[0].value for row in office_form[title][area])
                assert values == choices_of(reporting.agency, column)


def test_tables_are_printed_on_a4_across_one_page_wide(
    reporting: Reporting, office: Unit, office_form: Workbook
) -> None:
    for table in tables_of(reporting, office):
        sheet = office_form[table.sheet]
        page = sheet.page_setup
        assert (page.paperSize, page.orientation, page.fitToWidth, page.fitToHeight) == (9, "landscape", 1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows.startswith("$6:$")
        assert sheet.freeze_panes == f"A{int(sheet.print_title_rows.split('$')[-1]) + 1}"


def test_every_page_names_the_unit_and_its_number(office_form: Workbook) -> None:
    for sheet in office_form.worksheets:
        foot = sheet.oddFooter
        assert foot.left.text == "Văn phòng Sở"
        assert foot.center.text == "Trang &P/&N"
        assert foot.right.text == "Báo cáo quý III năm 2024"


def test_an_ampersand_in_the_name_of_a_unit_stays_one() -> None:
    sheet = Workbook().worksheets[0]
    set_up_printing(sheet, "Khoa A&P", "quý III")
    assert sheet.oddFooter.left.text == "Khoa A&&P"


def test_rows_may_grow_with_what_is_typed(reporting: Reporting, office: Unit) -> None:
    with zipfile.ZipFile(BytesIO(blank_form(reporting, office))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert any(b" ht=" in sheet for sheet in sheets)
    assert not any(b"customHeight" in sheet for sheet in sheets)


def test_the_guide_explains_every_column_of_every_table(
    reporting: Reporting, office: Unit, office_form: Workbook
) -> None:
    rows = [row[:4] for row in office_form[GUIDE_SHEET].iter_rows(values_only=True)]
    for table in tables_of(reporting, office):
        for column in table.columns:
            [found] = [row for row in rows if row[:2] == (column.title, KIND_WORDS[column.kind])
                       and column.help in str(row[3])][:1]  # fmt: skip
            assert found[2] in ("Bắt buộc", "Nếu có", "Tự tính", "Đã điền sẵn")


def test_the_guide_names_the_deadline_and_the_outline(office_form: Workbook) -> None:
    words = [str(row[0]) for row in office_form[GUIDE_SHEET].iter_rows(values_only=True) if row[0]]
    assert any("chậm nhất ngày 16/9/2024" in line for line in words)
    assert any(line.startswith("P01 (mục ") for line in words)


def test_the_first_sheet_checks_version_day_and_nature(office_form: Workbook) -> None:
    sheet = office_form[INFO_SHEET]
    assert [getattr(rule_of(sheet, cell), "type", None) for cell in ("B11", "B12", "B13", "B14")] == [
        "whole", "date", None, "list"]  # fmt: skip
