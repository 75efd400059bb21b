"""V01, V03: sums of a row, balances of a row, total rows, parts not above their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report_utils.checks.arithmetic import added, broken, cells_added, leaves, titles
from report_utils.checks.columns import NumberColumns, above, differing
from report_utils.checks.context import Context, Record, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Balance, Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.numbers import format_decimal


def check_identities(context: Context) -> Iterator[Finding]:
    """Every identity of every table definition, on every row (Thông tư 01/2020/TT-VPCP, Biểu số 06: 3=4+5+6 ...)."""
    for code, frame in context.dataset.tables.items():
        table = TABLES[code]
        numbers = NumberColumns(table, frame)
        yield from _formulas(context, table, numbers)
        yield from _balances(context, table, numbers)
        yield from _limits(context, table, numbers)


def _formulas(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    for column in (column for column in table.columns if column.derived):
        for row in differing(numbers.stored(column.code), numbers.added(column.code)):
            record = context.dataset.record(table.code, row)
            stored, expected = Decimal(record[column.code]), added(table, record, (column.code,))
            if stored != expected:
                yield broken(context, table, record, column.code, leaves(table, column.code),
                              (column.title, stored), ("tổng các cột thành phần", expected),
                              f"bằng {cells_added(context, record, column.parts)}")


def _balances(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    for balance in table.balances:
        for row in differing(numbers.sum(balance.left), numbers.sum(balance.right)):
            record = context.dataset.record(table.code, row)
            left, right = added(table, record, balance.left), added(table, record, balance.right)
            if left != right:
                parts = tuple(leaf for code in (*balance.left, *balance.right) for leaf in leaves(table, code))
                yield broken(context, table, record, balance.left[0], parts,
                              (titles(table, balance.left), left), (titles(table, balance.right), right),
                              _equal(context, record, balance))


def _equal(context: Context, record: Record, balance: Balance) -> str:
    """What must hold of the first cell on the left: "bằng ô H10 + L10"; of all there where they are several."""
    left, right = (cells_added(context, record, ((1, code) for code in side)) for side in (balance.left, balance.right))
    return f"bằng {right}" if len(balance.left) == 1 else f"{left} bằng {right}"


def _limits(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    for limit in table.limits:
        for row in above(numbers.added(limit.part), numbers.added(limit.whole)):
            record = context.dataset.record(table.code, row)
            part, whole = added(table, record, (limit.part,)), added(table, record, (limit.whole,))
            if part > whole:
                yield finding(
                    "V03", unit=context.unit_name(record), at=context.dataset.ref(record, limit.part),
                    found=format_decimal(part, 4), expected=format_decimal(whole, 4), row=row_label(table, record),
                    part=table.column(limit.part).title, whole=table.column(limit.whole).title,
                    related=tuple(context.dataset.ref(record, leaf)
                                  for leaf in (*leaves(table, limit.part), *leaves(table, limit.whole))
                                  if leaf != limit.part))
