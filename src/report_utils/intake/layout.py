"""Where the columns of a table stand on a sheet, by their headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from report_utils.forms.table import Column, Table
from report_utils.intake.book import Grid, RawValue
from report_utils.vietnamese.text import fold

_SEARCHED_ROWS = 40
_NUMBER_LABEL = re.compile(r"\d+(=\d+([+-]\d+)*)?")

Path = tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """A table found on a sheet: grid column (from 0) of each column code, and the first row of data."""

    columns: dict[str, int]
    first_row: int


@dataclass(frozen=True)
class LayoutMissing:
    """No header of the table on the sheet; `missing` are the titles of the columns that were not found."""

    missing: tuple[str, ...]


def find_layout(grid: Grid, table: Table) -> Layout | LayoutMissing:
    """The header of `table` in the first rows of `grid`: the place where most of its columns are found."""
    depth = max(len(column.heading) for column in table.columns)
    best: tuple[dict[str, int], int] = ({}, 0)
    for top in range(min(len(grid.rows), _SEARCHED_ROWS)):
        found = _match(_paths(grid.rows[top : top + depth]), table)
        if len(found) > len(best[0]):
            best = found, top
        if len(found) == len(table.columns):
            break
    columns, top = best
    missing = tuple(c.title for c in table.columns if c.code not in columns and (c.required or c.code == table.key))
    if missing or not columns:
        return LayoutMissing(missing or tuple(c.title for c in table.columns))
    first = top + depth
    if first < len(grid.rows) and _is_number_row(grid.rows[first]):
        first += 1
    return Layout(columns, first)


def _paths(rows: list[list[RawValue]]) -> list[Path]:
    """The path of headings above each grid column; a group's heading counts for the blank cells to its right."""
    width = max((len(row) for row in rows), default=0)
    levels: list[list[str]] = []
    for row in rows:
        texts = [fold(str(row[i])) if i < len(row) else "" for i in range(width)]
        for i in range(1, width):
            if not texts[i] and all(level[i] == level[i - 1] for level in levels):
                texts[i] = texts[i - 1]
        levels.append(texts)
    return [tuple(level[i] for level in levels if level[i]) for i in range(width)]


def _match(paths: list[Path], table: Table) -> dict[str, int]:
    """Grid column by column code: by the full path, else by the last heading where it is the only one of its kind."""
    wanted = {tuple(map(fold, column.heading)): column for column in table.columns}
    found: dict[str, int] = {}
    for i, path in enumerate(paths):
        column = wanted.get(path)
        if column is not None:
            found.setdefault(column.code, i)
    last = Counter(name for column in table.columns for name in _names(column))
    for column in table.columns:
        if column.code not in found:
            places = [i for i, path in enumerate(paths) if path and path[-1] in _names(column)]
            if len(places) == 1 and all(last[name] == 1 for name in _names(column)):
                found[column.code] = places[0]
    return found


def _names(column: Column) -> set[str]:
    return {fold(name) for name in (column.heading[-1], *column.synonyms)}


def _is_number_row(row: list[RawValue]) -> bool:
    """Whether a row holds the numbers of the columns: "1", "2", "3=4+5+6" ..., in whatever order the columns stand.

    No row of data has a "3=4+5+6"; without one, the numbers must be 1 to n.
    """
    labels = [_label(value) for value in row]
    filled = [label for label in labels if label]
    return (len(filled) > 1 and all(_NUMBER_LABEL.fullmatch(label) for label in filled)
            and (any("=" in label for label in filled)
                 or sorted(map(int, filled)) == list(range(1, len(filled) + 1))))


def _label(value: RawValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace(" ", "")
