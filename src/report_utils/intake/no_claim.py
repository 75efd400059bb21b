"""N06, N19: a workbook without a sheet that says whose it is; a form that only lacks it is told as such."""

from __future__ import annotations

from report_utils.agency.out_of_force import name_of
from report_utils.agency.reporting import Reporting
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.info import INFO_SHEET
from report_utils.forms.tables import TABLES
from report_utils.intake.book import Book, Grid
from report_utils.intake.info_sheet import Info, info_on
from report_utils.intake.named_after import unit_named
from report_utils.intake.sheets import OWN_SHEETS, nearest_sheet, sheet_key

_FEWEST = 3
"""Lines of the sheet «Thông tin» by which it is known under another name."""
_TABLES = {sheet_key(table.sheet) for table in TABLES.values()}
_OF_FORMS = _TABLES | set(map(sheet_key, OWN_SHEETS))


def no_claim(reporting: Reporting, book: Book) -> Finding:
    """What to tell of a workbook of which the sheet «Thông tin» is missing or says no unit."""
    info = next((info for grid in book.grids if len((info := info_on(grid, book.file)).raws) >= _FEWEST), None)
    unit = _unit(reporting, info, book)
    if info is None and not any(sheet_key(grid.sheet) in _TABLES for grid in book.grids):
        return finding("N06", unit=unit, at=CellRef(book.file))
    near = info.sheet if info else nearest_sheet(filter(_is_foreign, book.grids), INFO_SHEET)
    return finding("N19", unit=unit, at=CellRef(book.file), expected=INFO_SHEET,
                   suggestion=f" Có phải là sheet «{near}» không?" if near else "")


def _unit(reporting: Reporting, info: Info | None, book: Book) -> str:
    code = info.text("unit") if info else ""
    return name_of(reporting.agency.units, code) if code else unit_named(reporting, book.file)


def _is_foreign(grid: Grid) -> bool:
    return sheet_key(grid.sheet) not in _OF_FORMS
