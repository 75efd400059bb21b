"""What the units in charge of an entry of a catalogue said of it: counting entries by answers, naming units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol, Self, TypeVar

from report_utils.agency.out_of_force import name_of
from report_utils.agency.units import Units
from report_utils.figures.derivation import Derivation, Operation, Read
from report_utils.figures.quantity import Quantity, combined
from report_utils.figures.source import Record, Selection
from report_utils.findings import CellRef


class Answered(Protocol):
    """An entry with what was said of it (`said`: its cells, the silent and the doubtful units) among `units`."""

    @property
    def said(self) -> Quantity: ...
    @property
    def units(self) -> Units: ...

    def told_in(self, columns: Collection[str]) -> Quantity:
        """What was said of it, with the cells in these columns of the answers as well."""

    def again(self, read: Read) -> Self:
        """The entry as it is when its cells hold what `read` finds in them."""


Entry = TypeVar("Entry", bound=Answered)


def answers_by(rows: Selection, key: str) -> dict[str, list[Record]]:
    """The rows of a table by the entry that they tell of."""
    answers: dict[str, list[Record]] = {}
    for record in rows.records:
        answers.setdefault(record[key], []).append(record)
    return answers


def said_of(rows: Selection, answers: Sequence[Record], asked: Collection[str], words: str, *, settled: bool,
            beside: Collection[str] = ()) -> Quantity:  # fmt: skip
    """What the units `asked` said of one entry: the cells of its state, and the units that say nothing.

    `settled`: one answer is enough to know what became of it, whoever is silent. `beside` are columns that tell of it
    as well where they are not blank; `words` name the entry.
    """
    names = rows.source.agency.units
    each = [rows.of(answer).count("state") for answer in answers]
    heard = rows.source.heard(rows.table.code, asked)
    silent = [name_of(names, code) for code in heard if code not in {answer["unit"] for answer in answers}]
    said = combined((*each, Quantity(None, absent=tuple(silent))), Decimal(1), Operation.ENTRY, words)
    told = with_columns(said, rows, answers, beside)
    return replace(told, absent=()) if settled else told


def with_columns(said: Quantity, rows: Selection, answers: Sequence[Record], columns: Collection[str]) -> Quantity:
    """What was said, with the cells in these columns of the answers as well; what is blank says nothing."""
    refs = [rows.source.dataset.ref(answer, column) for answer in answers for column in columns
            if answer[column] is not None]
    return replace(said, cells=tuple(dict.fromkeys((*said.cells, *refs)))) if refs else said


def counted(entries: Iterable[Entry], keep: Callable[[Entry], bool] | None = None, by: Collection[str] = ()
            ) -> Quantity:  # fmt: skip
    """How many entries are kept (all without it), by what was said of them; unknown while a unit is silent.

    `by` are columns of the answers that `keep` looks at besides those that tell of every entry.
    """
    entries = tuple(entries)
    kept = tuple(keep is None or keep(entry) for entry in entries)
    return valued(entries, lambda found: sum(map(keep, found)) if keep else len(found), kept, by)


def listed(entries: Sequence[Answered], place: CellRef) -> Quantity:
    """How many entries there are: the list at `place` says so, whoever is silent or contradicts himself."""
    value = Decimal(len(entries))
    there = Quantity(value, (place,), derivation=Derivation(Operation.SETTING))
    said = tuple(entry.said for entry in entries)
    whole = combined((there, *said), value, Operation.LIST)
    return Quantity(value, whole.cells, derivation=whole.derivation)


def valued(entries: Sequence[Entry], count: Callable[[Sequence[Entry]], int], kept: tuple[bool, ...],
           by: Collection[str] = ()) -> Quantity:  # fmt: skip
    """What `count` makes of `entries`, by what all of them say together; silent units in the order of units.csv.

    `kept` says which of them it counts, `by` names the columns it looks at.
    """
    said = tuple(entry.told_in(by) for entry in entries)
    whole = combined(said, None, Operation.COUNT)
    order = [unit.name for unit in entries[0].units] if whole.absent else []
    absent = tuple(sorted(whole.absent, key=lambda name: order.index(name) if name in order else len(order)))

    def again(read: Read) -> Decimal:
        return Decimal(count([entry.again(read) for entry in entries]))

    return Quantity(None if absent else Decimal(count(entries)), whole.cells, absent, whole.doubtful,
                    derivation=Derivation(Operation.COUNT, said, "", kept, again))


def named(units: Units, codes: Sequence[str]) -> str:
    """Units by their names, one unit always by the same."""
    return "; ".join(name_of(units, code) for code in codes)
