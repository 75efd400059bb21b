"""Whether the numbers of a row are the sums of rows above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from report_utils.forms.table import Column, Table
from report_utils.intake.book import RawValue
from report_utils.intake.values import read_value

_SMALL = 10
"""Sums below may be chance: 1 and 1 are 2."""


def is_sum_of(table: Table, raw: Mapping[str, Sequence[RawValue]], row: int, others: Iterable[int], *,
              is_sure: bool = False) -> bool:
    """Whether every number typed in `row` is the sum of its column over the rows of `others` that stand above it.

    With `is_sure` two rows must stand above, and the sums be too many or too large to be chance.
    """
    above = [i for i in others if i < row]
    if is_sure and len(above) < 2:
        return False
    columns = [column for column in table.open_columns if column.kind.is_number and column.code in raw]
    typed = {column.code: _number(column, raw[column.code][row]) for column in columns}
    filled = [column for column in columns if typed[column.code] is not None]
    if not above or not filled:
        return False
    if is_sure and sum((typed[column.code] or 0) >= _SMALL for column in filled) < min(2, len(columns)):
        return False
    return all(typed[column.code] == _sum(column, raw[column.code], above) for column in filled) and any(typed.values())


def _sum(column: Column, cells: Sequence[RawValue], rows: Sequence[int]) -> Decimal:
    values = [value for i in rows if (value := cells[i]) != ""]
    if all(value.__class__ is float and value.is_integer() for value in values):
        return Decimal(sum(map(int, values)))  # type: ignore[arg-type]
    return sum((_number(column, value) or Decimal(0) for value in values), Decimal(0))


def _number(column: Column, raw: RawValue) -> Decimal | None:
    value = read_value(raw, column.kind).value
    return Decimal(value) if isinstance(value, int | Decimal) else None
