"""V01, V03: sums of a row, balances of a row, total rows, parts not above their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from report_utils.checks.context import Context, Record, added_up, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.numbers import format_decimal


def check_identities(context: Context) -> Iterator[Finding]:
    """Every identity of every table definition, on every row (Thông tư 01/2020/TT-VPCP, Biểu số 06: 3=4+5+6 ...)."""
    for code in context.dataset.tables:
        table = TABLES[code]
        for record in context.dataset.records(code):
            yield from _formulas(context, table, record)
            yield from _balances(context, table, record)
            yield from _limits(context, table, record)
        for total in context.dataset.total_records(code):
            yield from _total_row(context, table, total)


def _formulas(context: Context, table: Table, record: Record) -> Iterator[Finding]:
    for column in table.columns:
        if column.derived:
            expected = added_up(table, record, column.code)
            stored = record[column.code]
            if stored is not None and expected is not None and stored != expected:
                yield _broken(context, table, record, column.code, tuple(c for _, c in column.parts),
                              (column.title, Decimal(stored)), ("tổng các cột thành phần", expected))


def _balances(context: Context, table: Table, record: Record) -> Iterator[Finding]:
    for balance in table.balances:
        left = _sum(table, record, balance.left)
        right = _sum(table, record, balance.right)
        if left is not None and right is not None and left != right:
            parts = [leaf for code in (*balance.left, *balance.right) for leaf in leaves(table, code)]
            yield _broken(context, table, record, balance.left[0], tuple(parts),
                          (_titles(table, balance.left), left), (_titles(table, balance.right), right))


def _limits(context: Context, table: Table, record: Record) -> Iterator[Finding]:
    for limit in table.limits:
        part, whole = added_up(table, record, limit.part), added_up(table, record, limit.whole)
        if part is not None and whole is not None and part > whole:
            yield finding(
                "V03", unit=context.unit_name(record), at=context.dataset.ref(record, limit.part),
                found=format_decimal(part, 4), expected=format_decimal(whole, 4), row=row_label(table, record),
                part=table.column(limit.part).title, whole=table.column(limit.whole).title,
                related=tuple(context.dataset.ref(record, leaf) for leaf in leaves(table, limit.whole)))


def _total_row(context: Context, table: Table, total: dict[str, Any]) -> Iterator[Finding]:
    """A total row against the rows of its own sheet."""
    rows = [r for r in context.dataset.records(table.code)
            if (r["file"], r["sheet"]) == (total["file"], total["sheet"])]
    for column in (c for c in table.columns if c.kind.is_number and total[c.code] is not None):
        parts = [added_up(table, row, column.code) for row in rows]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts) and sum(known) != total[column.code]:
            yield _broken(context, table, total, column.code, (),
                          (column.title, Decimal(total[column.code])), ("tổng các dòng", sum(known, Decimal(0))))


def _broken(context: Context, table: Table, record: Record, code: str, parts: tuple[str, ...],
            left: tuple[str, Decimal], right: tuple[str, Decimal]) -> Finding:
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


def _sum(table: Table, record: Record, codes: tuple[str, ...]) -> Decimal | None:
    parts = [added_up(table, record, code) for code in codes]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _titles(table: Table, codes: tuple[str, ...]) -> str:
    return " + ".join(table.column(code).title for code in codes)
