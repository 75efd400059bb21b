"""Which sheet of a workbook is whose, whatever its tab was renamed to, and which sheets are nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from report_utils.agency.settings import nearest
from report_utils.forms.info import GUIDE_SHEET, INFO_SHEET, LISTS_SHEET
from report_utils.intake.book import Book, Grid
from report_utils.intake.values import is_blank
from report_utils.vietnamese.text import fold, strip_marks

OWN_SHEETS = (INFO_SHEET, GUIDE_SHEET, LISTS_SHEET)
"""The sheets of a form that hold no table."""


def sheets_named(grids: Iterable[Grid], name: str) -> list[Grid]:
    """The sheets that bear this name apart from letter case, spaces, punctuation and diacritics; the closest first."""
    wanted = sheet_key(name)
    same = [grid for grid in grids if sheet_key(grid.sheet) == wanted]
    return sorted(same, key=lambda grid: fold(grid.sheet) != fold(name))


def sheet_named(grids: Iterable[Grid], name: str) -> Grid | None:
    """The sheet of that name, the closest if there are several."""
    return next(iter(sheets_named(grids, name)), None)


def strangers(book: Book, known: Sequence[str]) -> Iterator[Grid]:
    """The sheets that are none of the `known` names nor the form's own, and on which something is written."""
    keys = {sheet_key(name) for name in (*known, *OWN_SHEETS)}
    yield from (grid for grid in book.grids if sheet_key(grid.sheet) not in keys and says_anything(grid))


def nearest_sheet(grids: Iterable[Grid], name: str) -> str:
    """The sheet whose name looks like `name`; "" when none does. A suggestion, never taken."""
    return nearest(name, sorted(grid.sheet for grid in grids), cutoff=75) or ""


def says_anything(grid: Grid) -> bool:
    """Whether any cell of a sheet is filled in."""
    return any(not is_blank(value) for row in grid.rows for value in row)


@lru_cache(maxsize=1024)
def sheet_key(name: str) -> str:
    """The letters and digits of a name: equal for names that differ in letter case, spaces, punctuation, diacritics."""
    return "".join(filter(str.isalnum, strip_marks(fold(name))))
