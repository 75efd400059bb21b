"""Numbers that remember where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext

from report_utils.figures.derivation import Derivation, Operation
from report_utils.findings import CellRef

_PRECISION = 40
"""Digits kept in divisions; far more than any display."""


@dataclass(frozen=True)
class Quantity:
    """A number, the cells it was made from, and the units that keep it from being certain.

    `value` is None when a unit's data is missing or could not be read: those units are in `absent`. Units in
    `doubtful` gave cells that contradict other cells. `nil`: every cell says "không phát sinh". Units are named as
    people know them. `derivation` is how it was made of other quantities, None for what stands in a cell.
    """

    value: Decimal | None
    cells: tuple[CellRef, ...] = ()
    absent: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    nil: bool = False
    derivation: Derivation[Quantity] | None = field(default=None, repr=False, compare=False)

    @property
    def known(self) -> bool:
        return self.value is not None

    @property
    def _declared_zero(self) -> bool:
        return self.nil and self.value == 0

    def __add__(self, other: Quantity) -> Quantity:
        return total((self, other))

    def __sub__(self, other: Quantity) -> Quantity:
        known = self.known and other.known
        return combined((self, other), _of(self) - _of(other) if known else None, Operation.DIFFERENCE)

    def percent_of(self, whole: Quantity) -> Quantity:
        """The quantity in percent of `whole`; a ratio of nothing to nothing is unknown without being absent.

        It is zero where the units declared that there was nothing.
        """
        parts = (self, whole)
        if self.known and whole.value:
            return combined(parts, percent(_of(self), whole.value), Operation.PERCENT)
        nothing = self._declared_zero and whole._declared_zero
        return combined(parts, Decimal(0) if nothing else None, Operation.PERCENT)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """`part` in percent of `whole`, which is not zero."""
    with localcontext(prec=_PRECISION):
        return part * 100 / whole


def total(quantities: Iterable[Quantity], words: str = "") -> Quantity:
    """The sum; unknown as soon as one part is unknown, nil when every part is. `words` say what is added up."""
    parts = tuple(quantities)
    known = all(part.known for part in parts)
    return combined(parts, sum((_of(part) for part in parts), Decimal(0)) if known else None, Operation.SUM, words)


def combined(parts: Iterable[Quantity], value: Decimal | None, operation: Operation, words: str = "") -> Quantity:
    """A quantity of `value` that comes from `parts`: their cells, absences and doubts, without repeats."""
    parts = tuple(parts)
    return Quantity(
        value,
        tuple(dict.fromkeys(cell for part in parts for cell in part.cells)),
        tuple(dict.fromkeys(unit for part in parts for unit in part.absent)),
        tuple(dict.fromkeys(unit for part in parts for unit in part.doubtful)),
        bool(parts) and all(part.nil for part in parts),
        Derivation(operation, parts, words),
    )


def negative(quantity: Quantity) -> Quantity:
    """The quantity with the other sign."""
    return combined((quantity,), None if quantity.value is None else -quantity.value, Operation.NEGATIVE)


def elsewhere(quantity: Quantity, place: str) -> Quantity:
    """A quantity of another period or agency, with its cells under the folder `place`."""
    cells = tuple(cell_elsewhere(cell, place) for cell in quantity.cells)
    return replace(quantity, cells=cells, derivation=Derivation(Operation.ELSEWHERE, (quantity,), place))


def cell_elsewhere(cell: CellRef, place: str) -> CellRef:
    """A cell under the folder `place`; a file that has a folder before its name is in yet another one, or in none."""
    return cell if "/" in cell.file else CellRef(f"{place}/{cell.file}", cell.sheet, cell.cell)


def _of(quantity: Quantity) -> Decimal:
    return quantity.value if quantity.value is not None else Decimal(0)
