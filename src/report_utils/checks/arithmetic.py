"""Rows added up exactly, and how an identity that does not hold is told."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from report_utils.checks.context import Context, Record, added_up, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Table
from report_utils.vietnamese.numbers import format_decimal

Side = tuple[str, Decimal]
"""What one side of an identity is called, and its number."""


def broken(context: Context, table: Table, record: Record, code: str, parts: tuple[str, ...], left: Side, right: Side,
           relation: str) -> Finding:
    """That `left`, which stands in column `code` of a row, is not `right`, which is made of the columns `parts`.

    `relation` is what must hold of the cell; which side is wrong is not known.
    """
    return finding(
        "V01", unit=context.unit_name(record), at=context.dataset.ref(record, code),
        found=format_decimal(left[1], 4), expected=format_decimal(right[1], 4), left=left[0], right=right[0],
        row=row_label(table, record), relation=relation,
        related=tuple(context.dataset.ref(record, part) for part in parts if part != code))


def cells_added(context: Context, record: Record, parts: Iterable[tuple[int, str]]) -> str:
    """Cells of a row with their signs, as people write a sum: "ô E10 + F10 - G10"."""
    terms = "".join(f" {'+' if sign > 0 else '-'} {context.dataset.ref(record, code).cell}" for sign, code in parts)
    return f"ô {terms.removeprefix(' + ').strip()}"


def leaves(table: Table, code: str) -> tuple[str, ...]:
    """The typed columns that a column is added up from (itself when it is typed)."""
    column = table.column(code)
    if not column.derived:
        return (code,)
    return tuple(leaf for _, part in column.parts for leaf in leaves(table, part))


def added(table: Table, record: Record, codes: tuple[str, ...]) -> Decimal:
    """Columns of a row added up exactly; the columns are known here."""
    return sum((added_up(table, record, code) or Decimal(0) for code in codes), Decimal(0))


def titles(table: Table, codes: tuple[str, ...]) -> str:
    """The titles of columns that are added up, as messages quote them."""
    return " + ".join(table.column(code).title for code in codes)
