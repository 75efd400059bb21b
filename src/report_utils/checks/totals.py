"""Total rows that stand on the sheets, against the rows that they may add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from report_utils.checks.arithmetic import added, broken
from report_utils.checks.columns import NumberColumns, differing
from report_utils.checks.context import Context
from report_utils.findings import Finding
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES

Place = tuple[str, str]
"""A file and a sheet of it."""

Index = NDArray[np.int64]
"""Rows of a tidy table."""


def check_totals(context: Context) -> Iterator[Finding]:
    """Each total row is the sum of the rows of its sheet, of those above it, or of those since the total before."""
    for code, totals in context.dataset.totals.items():
        if len(totals):
            yield from _of_table(context, TABLES[code])


def _of_table(context: Context, table: Table) -> Iterator[Finding]:
    frame = context.dataset.tables[table.code]
    numbers, places = NumberColumns(table, frame), _places(frame)
    rows, units = frame["row"].to_numpy(), frame["money_unit"].to_numpy() if "money_unit" in frame.columns else None
    above: dict[Place, int] = {}
    for total in context.dataset.total_records(table.code):
        place = (total["file"], total["sheet"])
        own = places.get(place, np.empty(0, np.int64))
        if units is None or len(set(units[own])) <= 1:  # else the amounts cannot be added up as they stand
            candidates = _candidates(own, rows[own], above.get(place, 0), total["row"])
            yield from _total(context, table, total, candidates, numbers)
        above[place] = total["row"]


def _places(frame: Any) -> dict[Place, Index]:
    rows: dict[Place, list[int]] = defaultdict(list)
    for i, place in enumerate(zip(frame["file"].tolist(), frame["sheet"].tolist(), strict=True)):
        rows[place].append(i)
    return {place: np.array(listed, np.int64) for place, listed in rows.items()}


def _candidates(own: Index, rows: Index, last: int, row: int) -> list[Index]:
    """What a total in `row` may add up, the most likely last; `last` is the row of the total before it."""
    since, upper = own[(last < rows) & (rows < row)], own[rows < row]
    return [upper, own, since] if since.size and (rows > row).any() else [since, upper, own]


def _total(context: Context, table: Table, total: Mapping[str, Any], candidates: list[Index], numbers: NumberColumns
           ) -> Iterator[Finding]:
    codes = [column.code for column in table.columns if column.kind.is_number and total[column.code] is not None]
    stated = np.array([float(total[code]) for code in codes])
    for index in candidates:
        sums = np.array([numbers.added(code)[index].sum() for code in codes])
        wrong = differing(stated, sums)
        if not wrong and not np.isnan(sums).any():
            return
    records = [context.dataset.record(table.code, int(i)) for i in candidates[-1]]
    for code in codes:
        expected = sum((added(table, record, (code,)) for record in records), Decimal(0))
        if expected != Decimal(total[code]):
            yield broken(context, table, total, code, (), (table.column(code).title, Decimal(total[code])),
                         ("tổng các dòng", expected), "bằng tổng các dòng")
