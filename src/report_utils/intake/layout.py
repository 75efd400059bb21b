"""Where the columns of a table stand on a sheet, by their headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from report_utils.agency.settings import nearest
from report_utils.forms.table import Column, Table
from report_utils.intake.book import Grid, RawValue
from report_utils.intake.column_labels import below_labels
from report_utils.vietnamese.text import fold

_SEARCHED_ROWS = 60
_MOST_LEVELS = 5
_LONGEST_HEADING = 120
_WORDS = re.compile(r"[^\W_]+")

Row = tuple[RawValue, ...]


@dataclass(frozen=True)
class Layout:
    """A table found on a sheet: grid column (from 0) of each column code, and the first row of data.

    `top` is the first row of the header; `doubles` are further grid columns with the whole heading of a column.
    """

    columns: dict[str, int]
    first_row: int
    top: int = 0
    doubles: dict[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class LayoutMissing:
    """No header of the table on the sheet; `missing` are the titles of the columns that were not found.

    `near` are headings on the sheet that look like them: suggestions, never taken.
    """

    missing: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Headings:
    """What the headings of a table look like, worked out once.

    `paths`: whole path in words -> column code; `last`: the last heading in words, where only one column has it;
    `first`: the words with which any heading begins a path.
    """

    paths: dict[str, str]
    last: dict[str, str]
    first: frozenset[str]


@cache
def _headings(table: Table) -> _Headings:
    paths = {_words(column.heading): column.code for column in table.columns}
    names = [(name, column.code) for column in table.columns for name in _names(column)]
    count = Counter(name for name, _ in names)
    first = {_words(column.heading[:1]) for column in table.columns}
    return _Headings(paths, {name: code for name, code in names if count[name] == 1},
                     frozenset(first | set(paths) | set(count)))


def _names(column: Column) -> set[str]:
    return {_words((name,)) for name in (column.heading[-1], *column.synonyms)}


def _words(path: Sequence[str]) -> str:
    """The words of a path of headings, whatever stands between them."""
    return " ".join(_WORDS.findall(fold(" ".join(path))))


def find_layout(grid: Grid, table: Table) -> Layout | LayoutMissing:
    """The header of `table` in the first rows of `grid`: the place where most of its columns are found.

    A header may stand in one to five rows, below any number of titles; what is merged counts for all it covers.
    """
    best, first, bottom = dict[str, int](), 0, 0
    searched: Sequence[Sequence[RawValue]] = grid.rows[:_SEARCHED_ROWS]
    for top in range(min(len(grid.rows), _SEARCHED_ROWS)):
        if not _may_begin(table, tuple(grid.rows[top])):
            continue
        rows = tuple(tuple(row) for row in grid.rows[top : top + _MOST_LEVELS])
        found, levels = _match(table, rows)
        if len(found) > len(best):
            best, first, bottom, searched = found, top, top + levels, rows
        if len(best) == len(table.columns):
            break
    lacking = [c for c in table.columns if c.code not in best and (c.required or c.code == table.key or not best)]
    if lacking:
        return LayoutMissing(tuple(column.title for column in lacking), _near(searched, lacking, table))
    return Layout(best, below_labels(grid.rows, bottom, best), first,
                  _doubles(table, tuple(tuple(row) for row in grid.rows[first:bottom]), best))


def _doubles(table: Table, rows: tuple[Row, ...], columns: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """Grid columns with a whole heading that stands for another one already, by column code."""
    paths, known = _paths(rows), _headings(table).paths
    found: dict[str, tuple[int, ...]] = {}
    for i, path in enumerate(paths):
        code = known.get(path)
        if code in columns and columns[code] != i and _has_own(rows, i):
            found[code] = (*found.get(code, ()), i)
    return found


def _has_own(rows: tuple[Row, ...], i: int) -> bool:
    """Whether a grid column has a heading of its own, not only that of a group to its left."""
    return any(i < len(row) and _as_heading(row[i]) for row in rows)


def _near(rows: Sequence[Sequence[RawValue]], columns: list[Column], table: Table) -> tuple[str, ...]:
    """Short texts in these rows that look like a heading that is missing and are none of the others."""
    known = {_words((text,)) for column in table.columns for text in (*column.heading, *column.synonyms)}
    texts = {value for row in rows for value in row
             if isinstance(value, str) and 0 < len(value) <= _LONGEST_HEADING and _as_heading(value) not in known}
    found = (nearest(column.heading[-1], sorted(texts), cutoff=80) for column in columns)
    return tuple(dict.fromkeys(f"«{' '.join(text.split())}»" for text in found if text))


def _as_heading(value: RawValue) -> str:
    return _folded_words(value) if isinstance(value, str) and value else ""


@lru_cache(maxsize=8192)
def _folded_words(text: str) -> str:
    return _words((text,))


def _match(table: Table, rows: tuple[Row, ...]) -> tuple[dict[str, int], int]:
    """The columns found when the header takes one, two ... of `rows`, and how many it takes: the first best."""
    best: tuple[dict[str, int], int] = ({}, 0)
    for levels in range(1, len(rows) + 1):
        found = _found(table, rows[:levels])
        if len(found) > len(best[0]):
            best = found, levels
        if len(found) == len(table.columns):
            break
    return best


# Forms that were sent out have the same header in every file, and nearly the same rows above it.
@lru_cache(maxsize=1024)
def _may_begin(table: Table, row: Row) -> bool:
    """Whether a header may begin in this row."""
    first = _headings(table).first
    return any(_as_heading(value) in first for value in row)


@lru_cache(maxsize=1024)
def _found(table: Table, rows: tuple[Row, ...]) -> dict[str, int]:
    return _columns(_paths(rows), _headings(table))


@lru_cache(maxsize=1024)
def _paths(rows: tuple[Row, ...]) -> Sequence[str]:
    """The headings above each grid column, in words; a group's heading counts for the blank cells to its right."""
    width = max((len(row) for row in rows), default=0)
    levels: list[list[str]] = []
    for row in rows:
        texts = [_as_heading(row[i]) if i < len(row) else "" for i in range(width)]
        for i in range(1, width):
            if not texts[i] and all(level[i] == level[i - 1] for level in levels):
                texts[i] = texts[i - 1]
        levels.append(texts)
    return [" ".join(level[i] for level in levels if level[i]) for i in range(width)]


def _columns(paths: Sequence[str], headings: _Headings) -> dict[str, int]:
    """Grid column by column code: by the whole path, else by its end where that is the only one of its kind.

    What ends with a whole path stands below a group of the unit's own; what ends with a last heading lacks its group.
    """
    found: dict[str, int] = {}
    for i, path in enumerate(paths):
        code = headings.paths.get(path)
        if code is not None:
            found.setdefault(code, i)
    for name, code in (*headings.paths.items(), *headings.last.items()):
        if code not in found:
            places = [i for i, path in enumerate(paths) if path == name or path.endswith(f" {name}")]
            if len(places) == 1 and places[0] not in found.values():
                found[code] = places[0]
    return found
