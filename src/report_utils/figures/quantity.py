"""Numbers that remember where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from report_utils.findings import CellRef

_PRECISION = 40
"""Digits kept in divisions; far more than any display."""


@dataclass(frozen=True)
class Quantity:
    """A number, the cells it was made from, and the units that keep it from being certain.

    `value` is None when a unit's data is missing or could not be read: those units are in `absent`. Units in
    `doubtful` gave cells that contradict other cells. `nil`: every cell says "không phát sinh". Units are named as
    people know them.
    """

    value: Decimal | None
    cells: tuple[CellRef, ...] = ()
    absent: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    nil: bool = False

    @property
    def known(self) -> bool:
        return self.value is not None

    @property
    def _declared_zero(self) -> bool:
        return self.nil and self.value == 0

    def __add__(self, other: Quantity) -> Quantity:
        return total((self, other))

    def __sub__(self, other: Quantity) -> Quantity:
        return combined((self, other), None if not (self.known and other.known) else _of(self) - _of(other))

    def percent_of(self, whole: Quantity) -> Quantity:
        """The quantity in percent of `whole`; a ratio of nothing to nothing is unknown without being absent.

        It is zero where the units declared that there was nothing.
        """
        parts = (self, whole)
        if not (self.known and whole.known) or not whole.value:
            return combined(parts, Decimal(0) if self._declared_zero and whole._declared_zero else None)
        with localcontext(prec=_PRECISION):
            return combined(parts, _of(self) * 100 / _of(whole))


def total(quantities: Iterable[Quantity]) -> Quantity:
    """The sum; unknown as soon as one part is unknown, nil when every part is."""
    parts = tuple(quantities)
    known = all(part.known for part in parts)
    return combined(parts, sum((_of(part) for part in parts), Decimal(0)) if known else None)


def combined(parts: Iterable[Quantity], value: Decimal | None) -> Quantity:
    """A quantity of `value` that comes from `parts`: their cells, absences and doubts, without repeats."""
    parts = tuple(parts)
    return Quantity(
        value,
        tuple(dict.fromkeys(cell for part in parts for cell in part.cells)),
        tuple(dict.fromkeys(unit for part in parts for unit in part.absent)),
        tuple(dict.fromkeys(unit for part in parts for unit in part.doubtful)),
        bool(parts) and all(part.nil for part in parts),
    )


def _of(quantity: Quantity) -> Decimal:
    return quantity.value if quantity.value is not None else Decimal(0)
