"""How a sheet is printed: A4, one page wide, unit and page number at the foot."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_A4 = 9
_FONT, _SIZE = "Times New Roman,Regular", 10


def set_up_printing(sheet: Worksheet, owner: str, subject: str, *, landscape: bool = True, titles: str = "") -> None:
    """A4 pages as wide as the table; `titles` are the rows repeated on each, e.g. "6:9".

    At the foot stand `owner` (the unit), the page number and `subject` (the period).
    """
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.6, right=0.5, top=0.6, bottom=0.8, header=0.3, footer=0.4)
    sheet.print_options.horizontalCentered = True
    if titles:
        sheet.print_title_rows = titles
    sheet.oddFooter = _footer(owner, subject)


def _footer(owner: str, subject: str) -> HeaderFooterItem:
    texts = (_literal(owner), "Trang &P/&N", _literal(subject))
    left, center, right = (_HeaderFooterPart(text, _FONT, _SIZE) for text in texts)
    return HeaderFooterItem(left, right, center)


def _literal(text: str) -> str:
    """Words of a footer; an ampersand would begin a code."""
    return text.replace("&", "&&")
