"""Which rows below a header are data, which are totals, which say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report_utils.forms.table import Rows, Table
from report_utils.intake.book import RawValue
from report_utils.intake.values import is_blank
from report_utils.vietnamese.text import fold

_TOTAL = re.compile(rf"(?:tổng(?: cộng| số)?|cộng)(?: (?:các|số|{fold('toàn')}) [\w ]+)?(?: ?\([^)]*\))?[ :.]*")
_LONGEST_TOTAL = 60
_FIRST_LETTERS = frozenset("TtCc \u00a0")
ROW_NUMBER = "number"
"""The column STT: a row that holds nothing else says nothing."""

RawColumns = dict[str, Sequence[RawValue]]
"""The raw cells below the header, by column code."""


@dataclass(frozen=True)
class SortedRows:
    """Indexes (from 0 below the header) of the rows of data, of the totals, and of those that say nothing.

    `nameless` are rows of a known table in which something is typed, but no key.
    """

    data: list[int]
    totals: list[int]
    silent: list[int]
    nameless: list[int]


def sort_rows(table: Table, raw: RawColumns) -> SortedRows:
    """Tell the rows apart. In a known table a row is data when it has a key, in an open one when anything is typed."""
    rows = range(len(next(iter(raw.values()))))
    silent, totals = _silent(table, raw, rows), _totals(table, raw)
    if table.rows is Rows.OPEN:
        data = [i for i in rows if i not in silent and i not in totals]
        return SortedRows(data, sorted(totals), sorted(silent - totals), [])
    keyed = [i for i, value in enumerate(raw[table.key]) if value.__class__ is not str or value.strip()]
    # a row with a key is no total, whatever its other words are
    totals.difference_update(keyed)
    silent -= totals.union(keyed)
    known = silent | totals | set(keyed)
    return SortedRows(keyed, sorted(totals), sorted(silent), [i for i in rows if i not in known])


def _totals(table: Table, raw: RawColumns) -> set[int]:
    """The rows that call themselves a total in their first words; most cells are told by their first letter alone."""
    words = [raw[column.code] for column in table.columns if not column.kind.is_number and column.code in raw]
    numbers = raw.get(ROW_NUMBER)
    names = [cells for cells in words if cells is not numbers]
    found: set[int] = set()
    for cells in words:
        totals = {v for v in set(cells) if v.__class__ is str and v[:1] in _FIRST_LETTERS and _is_total(v)}
        if totals:
            found.update(i for i, value in enumerate(cells)
                         if value in totals and (cells is numbers or value == _first(names, i)))
    return found


def _first(columns: list[Sequence[RawValue]], i: int) -> RawValue:
    return next(cells[i] for cells in columns if cells[i] != "" and not is_blank(cells[i]))


@lru_cache(maxsize=8192)
def _is_total(text: str) -> bool:
    return len(text) <= _LONGEST_TOTAL and bool(_TOTAL.fullmatch(fold(text)))


def _silent(table: Table, raw: RawColumns, rows: Iterable[int]) -> set[int]:
    """The rows that say nothing: no cell is filled in, and no sum is more than the zero of a blank row.

    Column by column: most rows have said something in the first.
    """
    for column in table.open_columns:
        if column.code in raw and column.code != ROW_NUMBER:
            cells = raw[column.code]
            rows = [i for i in rows if isinstance(value := cells[i], str) and not value.strip()]
    for column in table.columns:
        if column.derived and column.code in raw:
            cells = raw[column.code]
            rows = [i for i in rows if cells[i] in ("", 0)]
    return set(rows)
