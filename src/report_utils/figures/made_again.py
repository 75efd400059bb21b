"""A quantity made a second time, from nothing but what stands in its cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from report_utils.figures.derivation import Derivation, Operation, Read
from report_utils.figures.quantity import Quantity, cell_elsewhere, percent

Values = Sequence[Decimal | None]


def made_again(quantity: Quantity, read: Read) -> Decimal | None:
    """The value by its derivation, with `read` for what stands in each cell; None where it is not known.

    What does not come from a cell (a target of the settings, a form without rows) is taken as it is.
    """
    derivation = quantity.derivation
    if derivation is None:
        return _typed(read(quantity.cells[0])) if quantity.cells else quantity.value
    if derivation.again:
        return derivation.again(read)
    match derivation.operation:
        case Operation.SETTING | Operation.LIST | Operation.ENTRY | Operation.COUNT:
            return quantity.value
        case Operation.NIL:
            return Decimal(0) if all(map(read, quantity.cells)) else None
        case Operation.ELSEWHERE:
            return made_again(derivation.parts[0], lambda cell: read(cell_elsewhere(cell, derivation.words)))
        case _:
            return _of_parts(derivation, [made_again(part, read) for part in derivation.parts])


def _of_parts(derivation: Derivation[Quantity], values: Values) -> Decimal | None:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    match derivation.operation:
        case Operation.DIFFERENCE:
            return known[0] - known[1]
        case Operation.NEGATIVE:
            return -known[0]
        case Operation.OLDEST:
            return min(known, default=None)
        case Operation.PERCENT:
            return _share(derivation.parts, *known)
        case _:
            return sum(known, Decimal(0))


def _share(parts: Sequence[Quantity], part: Decimal, whole: Decimal) -> Decimal | None:
    if whole:
        return percent(part, whole)
    return Decimal(0) if not part and all(one.nil for one in parts) else None


def _typed(value: Any) -> Decimal | None:
    """What stands in one cell as a number: a day by its number."""
    if isinstance(value, dt.date):
        return Decimal(value.toordinal())
    return None if value is None else Decimal(value)
