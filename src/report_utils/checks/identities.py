"""V01, V03: sums of a row, balances of a row, total rows, parts not above their whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from report_utils.checks.columns import NumberColumns, above, differing
from report_utils.checks.context import Context, Record, added_up, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.numbers import format_decimal

Side = tuple[str, Decimal]
"""What one side of an identity is called, and its number."""


def check_identities(context: Context) -> Iterator[Finding]:
    """Every identity of every table definition, on every row (Thông tư 01/2020/TT-VPCP, Biểu số 06: 3=4+5+6 ...)."""
    for code, frame in context.dataset.tables.items():
        table = TABLES[code]
        numbers = NumberColumns(table, frame)
        yield from _formulas(context, table, numbers)
        yield from _balances(context, table, numbers)
        yield from _limits(context, table, numbers)
        if table.total_row:
            yield from _total_rows(context, table, numbers)


def _formulas(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    for column in (column for column in table.columns if column.derived):
        for row in differing(numbers.stored(column.code), numbers.added(column.code)):
            record = context.dataset.record(table.code, row)
            stored, expected = Decimal(record[column.code]), _added(table, record, (column.code,))
            if stored != expected:
                yield _broken(context, table, record, column.code, leaves(table, column.code),
                              (column.title, stored), ("tổng các cột thành phần", expected))


def _balances(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    for balance in table.balances:
        for row in differing(numbers.sum(balance.left), numbers.sum(balance.right)):
            record = context.dataset.record(table.code, row)
            left, right = _added(table, record, balance.left), _added(table, record, balance.right)
            if left != right:
                parts = tuple(leaf for code in (*balance.left, *balance.right) for leaf in leaves(table, code))
                yield _broken(context, table, record, balance.left[0], parts,
                              (_titles(table, balance.left), left), (_titles(table, balance.right), right))


def _limits(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    for limit in table.limits:
        for row in above(numbers.added(limit.part), numbers.added(limit.whole)):
            record = context.dataset.record(table.code, row)
            part, whole = _added(table, record, (limit.part,)), _added(table, record, (limit.whole,))
            if part > whole:
                yield finding(
                    "V03", unit=context.unit_name(record), at=context.dataset.ref(record, limit.part),
                    found=format_decimal(part, 4), expected=format_decimal(whole, 4), row=row_label(table, record),
                    part=table.column(limit.part).title, whole=table.column(limit.whole).title,
                    related=tuple(context.dataset.ref(record, leaf) for leaf in leaves(table, limit.whole)))


def _total_rows(context: Context, table: Table, numbers: NumberColumns) -> Iterator[Finding]:
    """Each total row against the rows of its own sheet."""
    frame = context.dataset.tables[table.code]
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, sheet in enumerate(zip(frame["file"].tolist(), frame["sheet"].tolist(), strict=True)):
        rows[sheet].append(i)
    for total in context.dataset.total_records(table.code):
        own = rows[total["file"], total["sheet"]]
        for column in (c for c in table.columns if c.kind.is_number and total[c.code] is not None):
            expected = numbers.added(column.code)[own].sum()
            if abs(expected - float(total[column.code])) > 0:
                yield from _total(context, table, total, column.code, own)


def _total(context: Context, table: Table, total: dict[str, Any], code: str, rows: list[int]) -> Iterator[Finding]:
    expected = sum((_added(table, context.dataset.record(table.code, row), (code,)) for row in rows), Decimal(0))
    stored = Decimal(total[code])
    if stored != expected:
        yield _broken(context, table, total, code, (), (table.column(code).title, stored),
                      ("tổng các dòng", expected))


def _broken(context: Context, table: Table, record: Record, code: str, parts: tuple[str, ...],
            left: Side, right: Side) -> Finding:
    return finding(
        "V01", unit=context.unit_name(record), at=context.dataset.ref(record, code),
        found=format_decimal(left[1], 4), expected=format_decimal(right[1], 4), left=left[0], right=right[0],
        row=row_label(table, record),
        related=tuple(context.dataset.ref(record, part) for part in parts if part != code))


def leaves(table: Table, code: str) -> tuple[str, ...]:
    """The typed columns that a column is added up from (itself when it is typed)."""
    column = table.column(code)
    if not column.derived:
        return (code,)
    return tuple(leaf for _, part in column.parts for leaf in leaves(table, part))


def _added(table: Table, record: Record, codes: tuple[str, ...]) -> Decimal:
    """Columns of a row added up exactly; the columns are known here."""
    return sum((added_up(table, record, code) or Decimal(0) for code in codes), Decimal(0))


def _titles(table: Table, codes: tuple[str, ...]) -> str:
    return " + ".join(table.column(code).title for code in codes)
