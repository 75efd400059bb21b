"""Heights of rows: Excel fits none that holds merged cells, and LibreOffice none of a protected sheet."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from report_utils.forms.header import HeaderArea
from report_utils.forms.table import Column

_POINTS_PER_LINE = 16.0
_MARGIN = 3.0
_LETTERS_PER_WIDTH = 1.1
"""Letters of Times New Roman 12 to one unit of column width."""


def line_count(text: str, width: float) -> int:
    """The lines that `text` takes in a cell `width` characters wide."""
    return sum(len(textwrap.wrap(part, max(1, int(width * _LETTERS_PER_WIDTH)))) or 1 for part in text.split("\n"))


def fit_row(sheet: Worksheet, row: int, parts: Iterable[tuple[str, float]]) -> None:
    """Make `row` high enough for the longest of `parts` (text, width in characters); one line is left alone."""
    lines = max((line_count(text, width) for text, width in parts), default=1)
    if lines > 1:
        sheet.row_dimensions[row].height = lines * _POINTS_PER_LINE + _MARGIN


def fit_header(sheet: Worksheet, top: int, columns: Sequence[Column], areas: Sequence[HeaderArea]) -> None:
    """Make the rows of a header from `top` on high enough; what a cell over several rows lacks goes to the last."""
    lines = [1] * max(len(column.heading) for column in columns)
    for area in sorted(areas, key=lambda area: area.rows):
        width = sum(column.width for column in columns[area.column : area.column + area.columns])
        there = sum(lines[area.level : area.level + area.rows])
        lines[area.level + area.rows - 1] += max(0, line_count(area.text, width) - there)
    for level, count in enumerate(lines):
        sheet.row_dimensions[top + level].height = count * _POINTS_PER_LINE + _MARGIN
