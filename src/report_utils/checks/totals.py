"""Total rows that stand on the sheets, against the rows that they may add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from report_utils.checks.arithmetic import added, broken
from report_utils.checks.context import Context
from report_utils.findings import Finding
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES

Place = tuple[str, str]
"""A file and a sheet of it."""


def check_totals(context: Context) -> Iterator[Finding]:
    """Each total row is the sum of the rows of its sheet, of those above it, or of those since the total before."""
    for code, totals in context.dataset.totals.items():
        if len(totals):
            yield from _of_table(context, TABLES[code])


def _of_table(context: Context, table: Table) -> Iterator[Finding]:
    rows: dict[Place, list[dict[str, Any]]] = defaultdict(list)
    for record in context.dataset.records(table.code):
        rows[record["file"], record["sheet"]].append(record)
    above: dict[Place, int] = {}
    for total in context.dataset.total_records(table.code):
        place = (total["file"], total["sheet"])
        if _of_one_unit(rows[place]):
            yield from _total(context, table, total, _candidates(rows[place], above.get(place, 0), total["row"]))
        above[place] = total["row"]


def _of_one_unit(records: list[dict[str, Any]]) -> bool:
    """Whether the amounts of these rows can be added up as they stand."""
    return len({record.get("money_unit") for record in records}) <= 1


def _candidates(records: list[dict[str, Any]], last: int, row: int) -> list[list[dict[str, Any]]]:
    """What a total in `row` may add up, the most likely last; `last` is the row of the total before it."""
    since = [record for record in records if last < record["row"] < row]
    upper = [record for record in records if record["row"] < row]
    below = [record for record in records if record["row"] > row]
    return [upper, records, since] if below and since else [since, upper, records]


def _total(context: Context, table: Table, total: Mapping[str, Any], candidates: list[list[dict[str, Any]]]
           ) -> Iterator[Finding]:
    codes = [column.code for column in table.columns if column.kind.is_number and total[column.code] is not None]
    sums = [{code: _sum(table, records, code) for code in codes} for records in candidates]
    if any(all(found[code] == Decimal(total[code]) for code in codes) for found in sums):
        return
    for code in codes:
        if sums[-1][code] != Decimal(total[code]):
            yield broken(context, table, total, code, (), (table.column(code).title, Decimal(total[code])),
                         ("tổng các dòng", sums[-1][code]))


def _sum(table: Table, records: list[dict[str, Any]], code: str) -> Decimal:
    return sum((added(table, record, (code,)) for record in records), Decimal(0))
