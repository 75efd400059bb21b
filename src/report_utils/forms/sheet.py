"""One table as a sheet of a blank form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from report_utils.forms import style
from report_utils.forms.asked import CarriedRow, KnownRow
from report_utils.forms.geometry import CARRIED_ROW, HEADER_ROW, NIL_ROW, Geometry
from report_utils.forms.header import header_areas
from report_utils.forms.heights import fit_header, fit_row
from report_utils.forms.info import NIL_LABEL, TOTAL_LABEL
from report_utils.forms.table import Column, Kind, Rows, Table
from report_utils.forms.validation import validate

NUMBER_FORMATS = {Kind.DATE: style.DATE_FORMAT, Kind.COUNT: style.COUNT_FORMAT, Kind.DECIMAL: style.DECIMAL_FORMAT,
                  Kind.CODE: "@"}


_CARRIED = "Ô vàng đã điền theo số liệu kỳ trước đơn vị gửi: "
CARRIED_NOTE = (f"{_CARRIED}sửa nếu chưa đúng; lĩnh vực không còn hồ sơ thì ghi 0; xóa các ô vàng trước khi khai "
                "«không phát sinh».")
CARRIED_KNOWN_NOTE = f"{_CARRIED}giữ nguyên kết quả đã báo, bổ sung các dòng còn trống."


def write_table(sheet: Worksheet, geometry: Geometry, subtitle: str, known: Sequence[KnownRow],
                lists: Mapping[str, str], carried: Sequence[CarriedRow] = ()) -> None:
    """Write the blank table on `sheet`. `lists` gives the range of the closed list of a column, by column code.

    `carried` are rows that are filled in beforehand from the period before, for the unit to look at and to change.
    """
    table = geometry.table
    _write_head(sheet, table, subtitle)
    _write_header(sheet, geometry)
    for i in range(geometry.data_rows):
        _write_row(sheet, geometry, geometry.first_row + i, known[i] if i < len(known) else {})
    _write_carried(sheet, geometry, carried)
    if table.total_row:
        _write_total(sheet, geometry)
    for column in table.columns:
        validate(sheet, geometry, column, lists.get(column.code, ""))
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
    table, first = geometry.table, sheet.cell(HEADER_ROW, 1)
    first.font, first.fill, first.border, first.alignment = style.BOLD, style.HEADER_FILL, style.BORDER, style.CENTER
    for level in range(geometry.header_depth):
        for index in range(1, len(table.columns) + 1):
            style.dress_like(sheet.cell(HEADER_ROW + level, index), first)
    areas = header_areas([column.heading for column in table.columns])
    fit_header(sheet, HEADER_ROW, table.columns, areas)
    for area in areas:
        top, left = HEADER_ROW + area.level, area.column + 1
        sheet.cell(top, left, area.text)
        if area.rows > 1 or area.columns > 1:
            sheet.merge_cells(start_row=top, start_column=left, end_row=top + area.rows - 1,
                              end_column=left + area.columns - 1)
    if table.numbered:
        for index, label in enumerate(table.number_labels(), start=1):
            number = sheet.cell(geometry.number_row, index, label)
            number.font, number.border, number.alignment = style.NOTE, style.BORDER, style.CENTER


def _write_row(sheet: Worksheet, geometry: Geometry, row: int, known: KnownRow) -> None:
    for index, column in enumerate(geometry.table.columns, start=1):
        cell = sheet.cell(row, index)
        if row == geometry.first_row:
            _dress(cell, column)
        else:
            style.dress_like(cell, sheet.cell(geometry.first_row, index))
        if column.derived:
            cell.value = formula(geometry, column, row)
        elif column.known:
            cell.value = known.get(column.code)
    fit_row(sheet, row, [(str(known.get(column.code) or ""), column.width) for column in geometry.table.columns])


def _dress(cell: Cell | MergedCell, column: Column) -> None:
    """How the cells of a column look in every row."""
    cell.font, cell.border, cell.alignment = style.NORMAL, style.BORDER, style.TEXT
    cell.number_format = NUMBER_FORMATS.get(column.kind, "General")
    if column.known and not column.derived:
        cell.fill = style.KNOWN_FILL
    elif not column.derived:
        cell.protection = style.OPEN


def _write_carried(sheet: Worksheet, geometry: Geometry, carried: Sequence[CarriedRow]) -> None:
    """Fill in rows from the first one on; those of known rows where their key stands, and none whose key is gone."""
    placed = list(_placed(sheet, geometry, carried))
    for row, values in placed:
        for code, value in values.items():
            if not geometry.table.column(code).known:
                cell = sheet[geometry.cell(code, row)]
                cell.value, cell.fill = value, style.CARRIED_FILL
    if placed:
        note = CARRIED_KNOWN_NOTE if geometry.table.rows is Rows.KNOWN else CARRIED_NOTE
        sheet.cell(CARRIED_ROW, 1, note).font = style.NOTE


def _placed(sheet: Worksheet, geometry: Geometry, carried: Sequence[CarriedRow]) -> Iterator[tuple[int, CarriedRow]]:
    table = geometry.table
    if table.rows is not Rows.KNOWN:
        yield from enumerate(carried, start=geometry.first_row)
        return
    rows = range(geometry.first_row, geometry.last_row + 1)
    places = {str(sheet[geometry.cell(table.key, row)].value): row for row in rows}
    for values in carried:
        if row := places.get(str(values[table.key])):
            yield row, values


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


def _set_up(sheet: Worksheet, geometry: Geometry) -> None:
    """Widths, frozen header, protection of everything that is not to be filled in."""
    for index, column in enumerate(geometry.table.columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.freeze_panes = f"A{geometry.first_row}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.insertRows = False
