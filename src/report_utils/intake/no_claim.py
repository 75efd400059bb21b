"""N06, N19: a workbook that does not say whose it is; a form that only lacks the sheet or the line is told so."""

from __future__ import annotations

from report_utils.agency.reporting import Reporting
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.info import INFO_SHEET
from report_utils.forms.tables import TABLES
from report_utils.intake.book import Book, Grid
from report_utils.intake.claimant import claimant
from report_utils.intake.info_sheet import info_on
from report_utils.intake.sheets import OWN_SHEETS, nearest_sheet, says_anything, sheet_key, sheet_named

_FEWEST = 3
"""Lines of the sheet «Thông tin» by which it is known under another name."""
_TABLES = {sheet_key(table.sheet) for table in TABLES.values()}
_OF_FORMS = _TABLES | set(map(sheet_key, OWN_SHEETS))
_COPY_LINE = "Chép lại dòng «Mã đơn vị» từ biểu mẫu đã phát rồi gửi lại"
_COPY_ALL = "Chép số liệu vào biểu mẫu đã phát rồi gửi lại; không xóa sheet"
_RENAME = "Đặt lại tên sheet ấy là «{}» rồi gửi lại; không đổi tên sheet"


def no_claim(reporting: Reporting, book: Book) -> Finding:
    """What to tell of a workbook of which the sheet «Thông tin» is missing or says no unit."""
    infos = [info_on(grid, book.file) for grid in book.grids]
    info = next((info for info in infos if len(info.raws) >= _FEWEST), info_on(None, book.file))
    unit = claimant(reporting, info)
    own = sheet_named(book.grids, INFO_SHEET)
    if not info.raws and own is None and not any(sheet_key(grid.sheet) in _TABLES for grid in book.grids):
        return finding("N06", unit=unit, at=CellRef(book.file))
    if own is not None:
        return finding("N19", unit=unit, at=CellRef(book.file, own.sheet), reason="không còn dòng «Mã đơn vị» ở sheet",
                       expected=INFO_SHEET, how=_COPY_LINE)
    near = info.sheet if info.raws else nearest_sheet(filter(_is_foreign, book.grids), INFO_SHEET)
    return finding("N19", unit=unit, at=CellRef(book.file), reason="không có sheet", expected=INFO_SHEET,
                   suggestion=f" Có phải là sheet «{near}» không?" if near else "",
                   how=_RENAME.format(INFO_SHEET) if near else _COPY_ALL)


def _is_foreign(grid: Grid) -> bool:
    return sheet_key(grid.sheet) not in _OF_FORMS and says_anything(grid)
