"""A workbook as grids of raw values, read only after its package was looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from report_utils.forms.info import SILENT_SHEETS
from report_utils.intake.file_names import shown_name
from report_utils.intake.identifiers import masked
from report_utils.intake.preflight import Notice, PackageFacts, RefusedFileError, SheetFacts, inspect

RawValue = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""What a cell holds as the reader gives it; "" when it is blank."""

_UNREADABLE = "nội dung tệp hỏng, không đọc được các sheet"


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet from A1 on; rows and columns count from 0.

    `errors` are cells with an error of Excel ("E12" -> "#REF!"), `unstored` formulas saved without their value,
    `padded` numbers shown with leading zeros ("B5" -> "000"), `units` numbers shown as a percentage or in thousands
    ("C7" -> "dấu %"), `marked` cells of which a part is struck out or raised: the plain reader tells none of them.
    """

    sheet: str
    rows: list[list[RawValue]]
    errors: Mapping[str, str] = field(default_factory=dict)
    unstored: frozenset[str] = frozenset()
    padded: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    marked: Mapping[str, str] = field(default_factory=dict)

    def name(self, row: int, column: int) -> str:
        """The name of a cell, e.g. "E12"."""
        return f"{column_letter(column)}{row + 1}"


@dataclass(frozen=True)
class Book:
    """A workbook: its file name relative to the raw folder, its sheets in order, what is to be told about it.

    `epoch_1904`: its days are counted from 1904 (old Macintosh files).
    """

    file: str
    grids: tuple[Grid, ...]
    notices: tuple[Notice, ...] = ()
    epoch_1904: bool = False
    path: Path = Path()


@cache
def column_letter(column: int) -> str:
    """The letter of a grid column (from 0): 4 is "E", 26 is "AA"."""
    rest, last = divmod(column, 26)
    return (column_letter(rest - 1) if rest else "") + chr(ord("A") + last)


def open_form(path: Path) -> Book:
    """Read the workbook at `path` without the sheets of a form on which no unit answers. Raises RefusedFileError."""
    return open_book(path, left_out=SILENT_SHEETS)


def open_book(path: Path, file: str = "", left_out: Collection[str] = ()) -> Book:
    """Read the workbook at `path`, called `file` in messages, without the sheets `left_out`.

    Raises RefusedFileError.
    """
    return book_of(inspect(path, left_out=left_out), path, file)


def book_of(facts: PackageFacts, path: Path, file: str = "") -> Book:
    """The workbook at `path` of which these are the facts. Raises RefusedFileError."""
    name = file or shown_name(path)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(facts.clean))
        grids = tuple(_grid(workbook, sheet) for sheet in facts.sheets if sheet.is_grid)
    except (CalamineError, ValueError, OverflowError) as error:
        raise RefusedFileError(name, "T04", _UNREADABLE) from error
    return Book(name, grids, (*facts.notices, *_hidden(facts)), facts.date1904, path)


def _grid(workbook: CalamineWorkbook, facts: SheetFacts) -> Grid:
    rows = workbook.get_sheet_by_name(facts.name).to_python(skip_empty_area=False)
    return Grid(masked(facts.name), rows, facts.errors, frozenset(facts.unstored), facts.padded, facts.units,
                facts.marked)


def _hidden(facts: PackageFacts) -> list[Notice]:
    """What is hidden is read all the same, and told."""
    notices = []
    for sheet in facts.sheets:
        parts = {"cả sheet": sheet.state != "visible", "dòng": sheet.hidden_rows, "cột": sheet.hidden_columns}
        hidden = [words for words, found in parts.items() if found]
        if hidden:
            notices.append(Notice("B09", sheet.name, fields={"what": ", ".join(hidden)}))
    return notices
