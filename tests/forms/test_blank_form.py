"""The blank workbook asks a unit for what it supplies, in official words, and guards what is not to be typed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.errors import UnknownNameError
from report_utils.forms.asked import choices_of, form_name, known_rows, suppliers_of, tables_of
from report_utils.forms.geometry import HEADER_ROW, Geometry
from report_utils.forms.table import Kind, Rows, Table
from report_utils.forms.tables import TABLES
from report_utils.forms.workbook import blank_form
from report_utils.opc import unpack

Blank = Callable[[str], Any]

REPOSITORY = Path(__file__).parents[2]
UNITS = [unit.code for unit in open_reporting("syt-brvt", "2024-Q3", str(REPOSITORY)).agency.units]
every_unit = pytest.mark.parametrize("unit", UNITS)


def geometries(quarter: Reporting, unit: str) -> Iterator[Geometry]:
    """Where the tables of a unit's blank form stand."""
    member = quarter.agency.units[unit]
    for table in tables_of(quarter, member):
        known = len(known_rows(quarter.agency, table, member))
        yield Geometry(table, known if table.rows is Rows.KNOWN else table.blank_rows)


def values(sheet: Any, area: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet[area]]


def rules(sheet: Any, kind: str) -> dict[str, Any]:
    """The validations of a kind by the cells they are for."""
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation if rule.type == kind}


# --- which sheets


@pytest.mark.parametrize(
    ("unit", "sheets"),
    [
        ("ttpvhcc", ["Hồ sơ TTHC", "Chỉ tiêu"]),
        ("bvbr", ["Hồ sơ TTHC", "Biên chế, tuyển dụng", "Chỉ tiêu", "Thuyết minh"]),
        ("kn", ["Biên chế, tuyển dụng", "Chỉ tiêu"]),
        ("bqlda", ["Biên chế, tuyển dụng", "Tài chính", "Dự án đầu tư", "Chỉ tiêu"]),
        ("nv", ["Công bố TTHC", "Nhiệm vụ kế hoạch", "Nhiệm vụ UBND giao", "Văn bản", "Dữ liệu mở", "Chỉ tiêu",
                "Thuyết minh"]),
        ("vp", ["Số lượng TTHC", "Nhiệm vụ kế hoạch", "Nhiệm vụ UBND giao", "Văn bản", "Biên chế, tuyển dụng",
                "Bổ nhiệm", "Đào tạo, bồi dưỡng", "Dữ liệu mở", "Chỉ tiêu", "Thuyết minh"]),
    ],
)
def test_a_unit_is_asked_only_for_what_it_supplies(blank: Blank, unit: str, sheets: list[str]) -> None:
    assert blank(unit).sheetnames == ["Thông tin", "Hướng dẫn", *sheets, "Giải trình", "Danh mục"]


@every_unit
def test_the_sheets_of_a_form_are_exactly_its_tables(quarter: Reporting, blank: Blank, unit: str) -> None:
    tables = tables_of(quarter, quarter.agency.units[unit])
    assert tables
    assert blank(unit).sheetnames == ["Thông tin", "Hướng dẫn", *(table.sheet for table in tables), "Danh mục"]


def test_every_table_is_asked_of_somebody(quarter: Reporting) -> None:
    assert [code for code, table in TABLES.items() if not suppliers_of(quarter.agency, table)] == []


def test_a_period_may_ask_for_some_tables_only(workspace: Path) -> None:
    half_year = open_reporting("syt-brvt", "2024-H1", str(workspace))
    assert [table.code for table in tables_of(half_year, half_year.agency.units["bqlda"])] == [
        "finance_lines", "explanations"]  # fmt: skip
    assert tables_of(half_year, half_year.agency.units["vp"]) == []


def test_a_mistyped_table_of_a_period_is_named_with_the_right_one(workspace: Path) -> None:
    wrong = open_reporting("syt-brvt", "2024-H1", str(workspace), {"tables": ["dosiers"]})
    with pytest.raises(UnknownNameError, match=r"Không có biểu «dosiers»\. Có phải ý bạn là «dossiers»\?"):
        tables_of(wrong, wrong.agency.units["bvbr"])


def test_a_mistyped_table_of_a_unit_is_named_with_the_right_one(workspace: Path) -> None:
    path = workspace / "params" / "syt-brvt" / "units.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",projects", ",project"), encoding="utf-8")
    wrong = open_reporting("syt-brvt", "2024-Q3", str(workspace))
    with pytest.raises(UnknownNameError, match=r"«project».*«projects».*«bqlda»"):
        tables_of(wrong, wrong.agency.units["bvbr"])


# --- the sheet «Thông tin»


def test_the_first_sheet_says_for_whom_and_for_when_the_form_is(blank: Blank) -> None:
    sheet = blank("bvbr")["Thông tin"]
    assert {row[0]: row[1] for row in values(sheet, "A3:B14")} == {
        "Đơn vị": "Bệnh viện Bà Rịa",
        "Mã đơn vị": "bvbr",
        "Kỳ báo cáo": "quý III năm 2024",
        "Mã cơ quan": "syt-brvt",
        "Mã kỳ": "2024-Q3",
        "Số liệu tính": "từ ngày 15/6/2024 đến hết ngày 14/9/2024",
        "Hạn gửi": "16/9/2024",
        "Phiên bản biểu mẫu": "1",
        "Phiên bản tệp (gửi lần đầu ghi 1, gửi lại ghi 2, 3 …)": None,
        "Ngày gửi": None,
        "Người lập biểu": None,
        "Tính chất số liệu": None,
    }


def test_only_the_lines_that_the_unit_fills_in_are_open(blank: Blank) -> None:
    sheet = blank("bvbr")["Thông tin"]
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == {"B11", "B12", "B13", "B14"}
    assert rules(sheet, "list")["B14"].formula1 == '"Chính thức,Minh họa"'


@every_unit
def test_every_form_is_called_after_its_unit_and_period(quarter: Reporting, unit: str) -> None:
    assert form_name(quarter, quarter.agency.units[unit]) == f"{unit}_2024-Q3.xlsx"


# --- headers


def test_the_dossiers_have_the_13_official_columns(blank: Blank) -> None:
    sheet = blank("bvbr")["Hồ sơ TTHC"]
    assert values(sheet, "A6:M8") == [
        ["STT", "Lĩnh vực", "Số lượng hồ sơ tiếp nhận", None, None, None,
         "Số hồ sơ đã giải quyết", None, None, None, "Số hồ sơ chưa giải quyết", None, None],
        [None, None, "Tổng", "Trong kỳ", None, "Tồn kỳ trước",
         "Tổng", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng", "Chưa đến hạn", "Quá hạn"],
        [None, None, None, "Trực tuyến", "Trực tiếp và bưu chính", None, None, None, None, None, None, None, None],
    ]
    assert sheet.max_column == 13


def test_groups_of_columns_are_merged(blank: Blank) -> None:
    merged = {str(area) for area in blank("bvbr")["Hồ sơ TTHC"].merged_cells.ranges}
    assert merged == {"A6:A8", "B6:B8", "C6:F6", "C7:C8", "D7:E7", "F7:F8", "G6:J6", "G7:G8", "H7:H8", "I7:I8",
                      "J7:J8", "K6:M6", "K7:K8", "L7:L8", "M7:M8"}


def test_the_number_row_says_which_columns_are_sums(blank: Blank) -> None:
    [labels] = values(blank("bvbr")["Hồ sơ TTHC"], "A9:M9")
    assert labels == ["1", "2", "3=4+5+6", "4", "5", "6", "7=8+9+10", "8", "9", "10", "11=12+13", "12", "13"]


def test_a_difference_is_numbered_as_one(blank: Blank) -> None:
    [labels] = values(blank("bvbr")["Biên chế, tuyển dụng"], "A8:H8")
    assert labels == ["1", "2", "3", "4", "5=3-4", "6", "7", "8"]


@every_unit
def test_every_heading_of_every_table_stands_on_its_sheet(quarter: Reporting, blank: Blank, unit: str) -> None:
    for geometry in geometries(quarter, unit):
        sheet = blank(unit)[geometry.table.sheet]
        last = geometry.letter(geometry.table.columns[-1].code)
        header = values(sheet, f"A{HEADER_ROW}:{last}{HEADER_ROW + geometry.header_depth - 1}")
        for index, column in enumerate(geometry.table.columns):
            assert column.heading[-1] in [row[index] for row in header], column.code


@every_unit
def test_a_sheet_is_titled_and_prints_its_header_on_every_page(quarter: Reporting, blank: Blank, unit: str) -> None:
    for geometry in geometries(quarter, unit):
        sheet = blank(unit)[geometry.table.sheet]
        assert sheet["A1"].value == geometry.table.title.upper()
        assert sheet["A2"].value == f"Đơn vị: {quarter.agency.units[unit].name}. Kỳ báo cáo: quý III năm 2024."
        assert sheet.freeze_panes == f"A{geometry.first_row}"
        assert sheet.print_title_rows == f"$6:${geometry.first_row - 1}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


# --- formulas


def test_sums_of_the_dossiers_are_formulas(blank: Blank) -> None:
    sheet = blank("bvbr")["Hồ sơ TTHC"]
    assert [sheet[cell].value for cell in ("C10", "G10", "K10", "C24", "M24")] == [
        "=D10+E10+F10", "=H10+I10+J10", "=L10+M10", "=D24+E24+F24", None]
    assert [sheet[cell].value for cell in ("A25", "B25", "C25", "M25")] == [
        None, "Tổng cộng", "=SUM(C10:C24)", "=SUM(M10:M24)"]


def test_vacant_posts_are_a_difference(blank: Blank) -> None:
    assert blank("bvbr")["Biên chế, tuyển dụng"]["E9"].value == "=C9-D9"


@every_unit
def test_every_derived_cell_is_a_formula_and_no_other_is(quarter: Reporting, blank: Blank, unit: str) -> None:
    for geometry in geometries(quarter, unit):
        sheet, table = blank(unit)[geometry.table.sheet], geometry.table
        for row in range(geometry.first_row, geometry.last_row + 1):
            for column in table.columns:
                cell = sheet[geometry.cell(column.code, row)]
                assert (cell.data_type == "f") is column.derived, cell.coordinate


def test_known_rows_are_filled_in_before(blank: Blank) -> None:
    sheet = blank("nv")["Dữ liệu mở"]
    assert values(sheet, "A7:B7") == [["2", "Cơ sở khám bệnh, chữa bệnh trên địa bàn"]]
    assert sheet["C7"].value.date() == dt.date(2024, 9, 15)
    assert sheet["C7"].number_format == "dd/mm/yyyy"
    assert [row[0] for row in values(blank("vp")["Số lượng TTHC"], "A9:A11")] == ["N01", "N02", "N03"]


# --- what may be typed


def test_numbers_dates_and_marks_are_checked_by_excel_in_vietnamese(blank: Blank) -> None:
    counts = rules(blank("bvbr")["Hồ sơ TTHC"], "whole")
    assert (counts["D10:D24"].operator, counts["D10:D24"].formula1) == ("greaterThanOrEqual", "0")
    assert counts["D10:D24"].error == ("Cột «Số lượng hồ sơ tiếp nhận - Trong kỳ - Trực tuyến» cần số nguyên từ 0 "
                                       "trở lên.")
    indicators = blank("bvbr")["Chỉ tiêu"]
    assert rules(indicators, "decimal")["E7:E12"].error == "Cột «Tử số (hoặc số lượng)» cần một số từ 0 trở lên."
    assert rules(indicators, "date")["G7:G12"].error == "Cột «Số liệu đến ngày» cần một ngày, ví dụ 05/02/2024."
    assert rules(indicators, "list")["H7:H12"].error == "Ghi x hoặc để trống."


@every_unit
def test_every_rule_of_excel_speaks_vietnamese_and_allows_blanks(blank: Blank, unit: str) -> None:
    sheets = blank(unit).worksheets[2:-1]
    for rule in (rule for sheet in sheets for rule in sheet.data_validations.dataValidation):
        assert (rule.errorTitle, rule.showErrorMessage, rule.allowBlank) == ("Giá trị chưa đúng", True, True)
        assert rule.error.endswith(".")
        assert len(rule.error) <= 225, "Excel refuses a longer message"


@every_unit
def test_a_drop_down_offers_its_own_list_over_all_its_rows(quarter: Reporting, blank: Blank, unit: str) -> None:
    workbook = blank(unit)
    for geometry in geometries(quarter, unit):
        lists = rules(workbook[geometry.table.sheet], "list")
        for column in (c for c in geometry.table.columns if c.kind is Kind.CHOICE):
            cells = f"{geometry.cell(column.code, geometry.first_row)}:{geometry.cell(column.code, geometry.last_row)}"
            rule = lists.get(cells) or lists[cells.split(":", maxsplit=1)[0]]
            name, area = rule.formula1.split("!")
            offered = tuple(row[0] for row in _rows(workbook[name.strip("'")][area.replace("$", "")]))
            assert offered == choices_of(quarter.agency, column), column.code


def _rows(cells: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in cells]


def test_the_fields_of_the_dossiers_are_those_of_the_agency(quarter: Reporting, blank: Blank) -> None:
    assert rules(blank("bvbr")["Hồ sơ TTHC"], "list")["B10:B24"].formula1 == "'Danh mục'!$A$2:$A$16"
    assert tuple(row[0] for row in values(blank("bvbr")["Danh mục"], "A2:A16")) == quarter.agency.catalogues.fields


# --- protection


@every_unit
def test_every_sheet_is_protected(blank: Blank, unit: str) -> None:
    assert [sheet.title for sheet in blank(unit) if not sheet.protection.sheet] == []


@every_unit
def test_exactly_the_cells_to_fill_in_are_open(quarter: Reporting, blank: Blank, unit: str) -> None:
    for geometry in geometries(quarter, unit):
        sheet, table = blank(unit)[geometry.table.sheet], geometry.table
        wanted = {geometry.cell(column.code, row) for column in table.open_columns
                  for row in range(geometry.first_row, geometry.last_row + 1)} | ({"C4"} if table.nil else set())
        unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert unlocked == wanted, table.code


def test_where_nothing_may_have_happened_there_is_a_box_to_say_so(blank: Blank) -> None:
    assert blank("bvbr")["Hồ sơ TTHC"]["A4"].value == "Không phát sinh trong kỳ (ghi x)"
    assert blank("bvbr")["Biên chế, tuyển dụng"]["A4"].value is None


# --- the guide, and the bytes


def test_the_guide_says_where_and_until_when_to_send(blank: Blank) -> None:
    lines = [row[0].value for row in blank("bvbr")["Hướng dẫn"].iter_rows(max_col=1)]
    assert lines[1] == "- Gửi tệp này về Sở Y tế chậm nhất ngày 16/9/2024."
    first = lines.index("1. Biểu «Hồ sơ TTHC»: Tình hình, kết quả giải quyết hồ sơ thủ tục hành chính")
    assert lines[first + 1 : first + 3] == [
        "Nguồn: Thông tư 01/2020/TT-VPCP, Biểu số 06/VPCP/KSTT.",
        "Mỗi lĩnh vực một dòng. Ghi 0 khi không có hồ sơ; không để trống. Cột tổng tự tính."]


def test_who_lists_documents_finds_the_items_of_the_outline_in_the_guide(blank: Blank, quarter: Reporting) -> None:
    def named(unit: str) -> list[str]:
        texts = (row[0].value for row in blank(unit)["Hướng dẫn"].iter_rows(max_col=1))
        return [prompt.id for text in texts for prompt in quarter.agency.catalogues.prompts
                if str(text).startswith(f"{prompt.id} (mục")]

    assert named("ttra") == [prompt.id for prompt in quarter.agency.catalogues.prompts]
    assert named("bvbr") == []


@every_unit
def test_a_form_made_twice_is_the_same_bytes(quarter: Reporting, unit: str) -> None:
    member = quarter.agency.units[unit]
    assert blank_form(quarter, member) == blank_form(quarter, member)


def test_a_form_holds_no_clock(quarter: Reporting) -> None:
    core = unpack(blank_form(quarter, quarter.agency.units["kn"]))["docProps/core.xml"].decode()
    assert re.findall(r"[0-9-]{10}T[0-9:.]+Z?", core) == ["2024-09-15T00:00:00Z"] * 2


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.code)
def test_every_table_is_defined_soundly(table: Table) -> None:
    codes = [column.code for column in table.columns]
    assert len(codes) == len(set(codes))
    assert len(table.sheet) <= 31, "Excel refuses a longer name"
    assert not set("[]:*?/\\") & set(table.sheet)
    assert (table.rows is Rows.KNOWN) == bool(table.key)
    named = [code for c in table.columns for _, code in c.parts]
    named += [code for b in table.balances for code in (*b.left, *b.right)]
    named += [code for limit in table.limits for code in (limit.part, limit.whole)]
    assert set(named) <= set(codes)
    assert all(column.choices for column in table.columns if column.kind is Kind.CHOICE)


def test_no_two_tables_share_a_sheet_or_a_title() -> None:
    assert len({table.sheet for table in TABLES.values()}) == len(TABLES)
    assert len({table.title for table in TABLES.values()}) == len(TABLES)
