"""A workbook as grids of raw values, whichever way it was saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineWorkbook

from report_utils.errors import BaocaoError
from report_utils.intake.excel_errors import excel_errors

RawValue = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""What a cell holds as the reader gives it; "" when it is blank."""


class UnreadableWorkbookError(BaocaoError):
    """A file that cannot be opened as a workbook; `reason` is a Vietnamese clause."""

    def __init__(self, file: str, reason: str) -> None:
        self.file, self.reason = file, reason
        super().__init__(f"Không mở được tệp «{file}»: {reason}.")


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet from A1 on; rows and columns count from 0."""

    sheet: str
    rows: list[list[RawValue]]

    def name(self, row: int, column: int) -> str:
        """The name of a cell, e.g. "E12"."""
        return f"{get_column_letter(column + 1)}{row + 1}"


@dataclass(frozen=True)
class Book:
    """A workbook: its file name relative to the raw folder, its sheets in order."""

    file: str
    grids: tuple[Grid, ...]


def open_book(path: Path, file: str) -> Book:
    """Read the workbook at `path`. Raises UnreadableWorkbookError."""
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        errors = excel_errors(path)
        return Book(file, tuple(
            Grid(name, _with_errors(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False),
                                    errors.get(name, {})))
            for name in workbook.sheet_names
        ))
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableWorkbookError(file, _clause(error)) from error


def _with_errors(rows: list[list[RawValue]], errors: Mapping[tuple[int, int], str]) -> list[list[RawValue]]:
    """The rows with the errors of Excel as text ("#DIV/0!"), where calamine gives a blank."""
    for (row, column), text in errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    return rows


def _clause(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "tệp đang được mở bởi chương trình khác hoặc không có quyền đọc"
    if "password" in str(error).lower():
        return "tệp đặt mật khẩu"
    return "tệp hỏng hoặc không phải tệp Excel"
