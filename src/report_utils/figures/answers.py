"""What the units in charge of an entry of a catalogue said of it: counting entries by answers, naming units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from report_utils.agency.out_of_force import name_of
from report_utils.agency.units import Units
from report_utils.figures.quantity import Quantity, combined
from report_utils.figures.source import Record, Selection


class Answered(Protocol):
    """An entry with what was said of it (`said`: its cells, the silent and the doubtful units) among `units`."""

    @property
    def said(self) -> Quantity: ...
    @property
    def units(self) -> Units: ...


Entry = TypeVar("Entry", bound=Answered)


def answers_by(rows: Selection, key: str) -> dict[str, list[Record]]:
    """The rows of a table by the entry that they tell of."""
    answers: dict[str, list[Record]] = {}
    for record in rows.records:
        answers.setdefault(record[key], []).append(record)
    return answers


def said_of(rows: Selection, answers: Sequence[Record], asked: Collection[str], *, settled: bool) -> Quantity:
    """What the units `asked` said of one entry: the cells of its state, and the units that say nothing.

    `settled`: one answer is enough to know what became of it, whoever is silent.
    """
    source, names = rows.source, rows.source.agency.units
    each = [Selection(source, rows.table, (answer,), ()).count("state") for answer in answers]
    silent = [name_of(names, code) for code in asked if code not in {answer["unit"] for answer in answers}]
    said = combined((*each, Quantity(None, absent=tuple(silent))), Decimal(1))
    return Quantity(said.value, said.cells, (), said.doubtful) if settled else said


def counted(entries: Iterable[Entry], keep: Callable[[Entry], bool] | None = None) -> Quantity:
    """How many entries are kept (all without it), by what was said of them; unknown while a unit is silent."""
    entries = tuple(entries)
    return valued(entries, sum(map(keep, entries)) if keep else len(entries))


def listed(entries: Sequence[Answered]) -> Quantity:
    """How many entries there are: the list says so, whoever is silent or contradicts himself."""
    cells = combined((entry.said for entry in entries), None).cells
    return Quantity(Decimal(len(entries)), cells)


def valued(entries: Sequence[Answered], value: int) -> Quantity:
    """`value` as what all of `entries` say together; silent units in the order of units.csv."""
    whole = combined((entry.said for entry in entries), None)
    order = [unit.name for unit in entries[0].units] if whole.absent else []
    absent = tuple(sorted(whole.absent, key=lambda name: order.index(name) if name in order else len(order)))
    return Quantity(None if absent else Decimal(value), whole.cells, absent, whole.doubtful)


def named(units: Units, codes: Sequence[str]) -> str:
    """Units by their names, one unit always by the same."""
    return "; ".join(name_of(units, code) for code in codes)
