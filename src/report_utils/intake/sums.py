"""Whether the numbers of a row are the sums of rows above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum

from report_utils.forms.table import Column, Table
from report_utils.intake.book import RawValue
from report_utils.intake.values import read_value


class Chance(Enum):
    """How likely the numbers of a row that is no total are sums; the value: rows above, the least of two sums."""

    ANY = (1, 0)
    SMALL = (3, 3)
    NONE = (2, 10)
    """1 and 1 are 2, but nobody has twice by chance what others have together."""


def is_sum_of(table: Table, raw: Mapping[str, Sequence[RawValue]], row: int, others: Iterable[int],
              chance: Chance = Chance.ANY) -> bool:
    """Whether every number typed in `row` is the sum of its column over the rows of `others` that stand above it.

    Less than any chance asks for more rows above, and for two sums (or the only one) that are not too small.
    """
    above = [i for i in others if i < row]
    fewest, least = chance.value
    if len(above) < fewest:
        return False
    columns = [column for column in table.open_columns if column.kind.is_number and column.code in raw]
    typed = []
    for column in columns:
        number = _number(column, raw[column.code][row])
        if number is None:
            continue
        if number != _sum(column, raw[column.code], above):
            return False
        typed.append(number)
    return any(typed) and (chance is Chance.ANY or sum(number >= least for number in typed) >= min(2, len(columns)))


def _sum(column: Column, cells: Sequence[RawValue], rows: Sequence[int]) -> Decimal:
    values = [value for i in rows if (value := cells[i]) != ""]
    if all(value.__class__ is float and value.is_integer() for value in values):
        return Decimal(sum(map(int, values)))  # type: ignore[arg-type]
    return sum((_number(column, value) or Decimal(0) for value in values), Decimal(0))


def _number(column: Column, raw: RawValue) -> Decimal | None:
    value = read_value(raw, column.kind).value
    return Decimal(value) if isinstance(value, int | Decimal) else None
