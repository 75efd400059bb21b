"""One table as a sheet of a blank form."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.forms import style
from report_utils.forms.asked import KnownRow
from report_utils.forms.geometry import HEADER_ROW, NIL_ROW, Geometry
from report_utils.forms.header import HeaderArea, header_areas
from report_utils.forms.info import NIL_LABEL, TOTAL_LABEL
from report_utils.forms.table import Column, Kind, Table

_LINE_POINTS, _LETTERS_A_WIDTH = 17, 0.8
"""Height of a line, and letters of the bold header font that fit into one unit of column width."""

NUMBER_FORMATS = {Kind.DATE: style.DATE_FORMAT, Kind.COUNT: style.COUNT_FORMAT, Kind.DECIMAL: style.DECIMAL_FORMAT,
                  Kind.CODE: "@"}


def write_table(sheet: Worksheet, geometry: Geometry, subtitle: str, known: list[KnownRow],
                lists: dict[str, str]) -> None:
    """Write the blank table on `sheet`. `lists` gives the range of the closed list of a column, by column code."""
    table = geometry.table
    _write_head(sheet, table, subtitle)
    _write_header(sheet, geometry)
    for i in range(geometry.data_rows):
        _write_row(sheet, geometry, geometry.first_row + i, known[i] if i < len(known) else {})
    if table.total_row:
        _write_total(sheet, geometry)
    for column in table.columns:
        _validate(sheet, geometry, column, lists.get(column.code, ""))
    _set_up(sheet, geometry)


def _write_head(sheet: Worksheet, table: Table, subtitle: str) -> None:
    for row, text, font in ((1, table.title.upper(), style.TITLE), (2, subtitle, style.NORMAL),
                            (3, table.guide, style.NOTE)):
        sheet.cell(row, 1, text or None).font = font
    if table.nil:
        sheet.cell(NIL_ROW, 1, NIL_LABEL).font = style.BOLD
        mark = sheet.cell(NIL_ROW, 3)
        mark.protection, mark.border, mark.alignment = style.OPEN, style.BORDER, style.CENTER


def _write_header(sheet: Worksheet, geometry: Geometry) -> None:
    """The header rows, with a frame around every cell so that merged ones look whole."""
    table = geometry.table
    for level in range(geometry.header_depth):
        for index in range(1, len(table.columns) + 1):
            cell = sheet.cell(HEADER_ROW + level, index)
            cell.font, cell.fill, cell.border, cell.alignment = (
                style.BOLD, style.HEADER_FILL, style.BORDER, style.CENTER)
    for area in header_areas([column.heading for column in table.columns]):
        top, left = HEADER_ROW + area.level, area.column + 1
        sheet.cell(top, left, area.text)
        if area.rows > 1 or area.columns > 1:
            sheet.merge_cells(start_row=top, start_column=left, end_row=top + area.rows - 1,
                              end_column=left + area.columns - 1)
        sheet.row_dimensions[top].height = max(sheet.row_dimensions[top].height or 0, _height(table, area))
    if table.numbered:
        for index, label in enumerate(table.number_labels(), start=1):
            number = sheet.cell(geometry.number_row, index, label)
            number.font, number.border, number.alignment = style.NOTE, style.BORDER, style.CENTER


def _height(table: Table, area: HeaderArea) -> float:
    """The height in points that the words of a header cell need in each of its rows."""
    width = sum(column.width for column in table.columns[area.column : area.column + area.columns])
    lines = -(-len(area.text) // max(1, round(width * _LETTERS_A_WIDTH)))
    return max(_LINE_POINTS, lines * _LINE_POINTS / area.rows)


def _write_row(sheet: Worksheet, geometry: Geometry, row: int, known: KnownRow) -> None:
    for index, column in enumerate(geometry.table.columns, start=1):
        cell = sheet.cell(row, index)
        cell.font, cell.border, cell.alignment = style.NORMAL, style.BORDER, style.TEXT
        cell.number_format = NUMBER_FORMATS.get(column.kind, "General")
        if column.derived:
            cell.value = formula(geometry, column, row)
        elif column.known:
            cell.value = known.get(column.code)
            cell.fill = style.KNOWN_FILL
        else:
            cell.protection = style.OPEN


def formula(geometry: Geometry, column: Column, row: int) -> str:
    """The Excel formula of a derived column in `row`, e.g. "=D9+E9+F9"."""
    terms = "".join(f"{'-' if sign < 0 else '+'}{geometry.cell(code, row)}" for sign, code in column.parts)
    return f"={terms.removeprefix('+')}"


def _write_total(sheet: Worksheet, geometry: Geometry) -> None:
    for index, column in enumerate(geometry.table.columns, start=1):
        cell = sheet.cell(geometry.total_row, index)
        cell.font, cell.border = style.BOLD, style.BORDER
        if column.kind.is_number:
            letter = get_column_letter(index)
            cell.value = f"=SUM({letter}{geometry.first_row}:{letter}{geometry.last_row})"
            cell.number_format = style.COUNT_FORMAT
    sheet.cell(geometry.total_row, label_column(geometry.table), TOTAL_LABEL)


def label_column(table: Table) -> int:
    """The number of the column (from 1) that carries the words of a row: the first long text."""
    return next(i for i, column in enumerate(table.columns, start=1) if not column.kind.is_number and column.width > 20)


def _validate(sheet: Worksheet, geometry: Geometry, column: Column, listed: str) -> None:
    """What may be typed into a column, with a message that says so."""
    if column.known or column.derived:
        return
    rule = validation_of(column, listed)
    if rule is None:
        return
    rule.allow_blank, rule.errorTitle, rule.showErrorMessage = True, "Giá trị chưa đúng", True
    rule.add(f"{geometry.cell(column.code, geometry.first_row)}:{geometry.cell(column.code, geometry.last_row)}")
    sheet.add_data_validation(rule)


def validation_of(column: Column, listed: str) -> DataValidation | None:
    """The rule of Excel for a column, or None when any text may be typed."""
    match column.kind:
        case Kind.COUNT:
            return DataValidation("whole", formula1="0", operator="greaterThanOrEqual",
                                  error=f"Cột «{column.title}» cần số nguyên từ 0 trở lên.")
        case Kind.DECIMAL:
            return DataValidation("decimal", formula1="0", operator="greaterThanOrEqual",
                                  error=f"Cột «{column.title}» cần một số từ 0 trở lên.")
        case Kind.DATE:
            return DataValidation("date", formula1="36526", operator="greaterThanOrEqual",
                                  error=f"Cột «{column.title}» cần một ngày, ví dụ 05/02/2024.")
        case Kind.CHOICE:
            return DataValidation("list", formula1=listed, error=f"Hãy chọn cột «{column.title}» trong danh sách.")
        case Kind.MARK:
            return DataValidation("list", formula1='"x"', error="Ghi x hoặc để trống.")
        case _:
            return None


def _set_up(sheet: Worksheet, geometry: Geometry) -> None:
    """Widths, frozen header, printing on one page's width, protection of everything that is not to be filled in."""
    for index, column in enumerate(geometry.table.columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.freeze_panes = f"A{geometry.first_row}"
    sheet.print_title_rows = f"{HEADER_ROW}:{geometry.first_row - 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.insertRows = False
