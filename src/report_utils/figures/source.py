"""Where figures come from: selections of rows that know which units are missing from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar

from report_utils.agency.agency import Agency
from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.errors import BaocaoError
from report_utils.figures.derivation import Derivation, Operation, Read
from report_utils.figures.made_again import made_again
from report_utils.figures.quantity import Quantity, combined, negative, total
from report_utils.findings import OF_OFFICE, CellRef
from report_utils.forms.asked import known_rows, suppliers_of
from report_utils.forms.table import Rows, Table
from report_utils.forms.tables import TABLES
from report_utils.intake.dataset import Dataset

Record = dict[str, Any]
Where = Callable[[Record], bool]
Accepts = Callable[[Any], object]
"""Whether what stands in a cell is accepted, by its truth."""
Remembered = TypeVar("Remembered")
Grouped = TypeVar("Grouped")


class TableNotAskedError(BaocaoError):
    """The agency asks none of its units for the form `table`, so that it has no figures of it, not even zeros."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(f"Cơ quan này không thu biểu «{table}».")


@dataclass(frozen=True)
class Source:
    """The data of one period as figures see it.

    `wrong` are the cells named by an error, `of_office` those of them that only errors of its adjustments name.
    """

    reporting: Reporting
    dataset: Dataset
    wrong: frozenset[CellRef] = field(default=frozenset())
    of_office: frozenset[CellRef] = field(default=frozenset())

    @property
    def agency(self) -> Agency:
        return self.reporting.agency

    def select(self, table: str, *, units: Collection[str] | None = None, keys: Collection[str] | None = None,
               where: Where | None = None) -> Selection:
        """The rows of `table`: of the units answering to `units` (all), with a known key among `keys` (all).

        Raises TableNotAskedError.
        """
        definition = TABLES[table]
        if not suppliers_of(self.agency, definition):
            raise TableNotAskedError(definition.sheet)
        suppliers = self._suppliers(definition, units)
        records = [
            record for unit in suppliers for record in self._records_of(table, unit)
            if (keys is None or record[definition.key] in keys) and (where is None or where(record))
        ]
        absent = tuple(self.in_charge(unit, table) for unit in self._heard(suppliers, definition, keys)
                       if self._is_absent(unit, definition, keys))
        return Selection(self, definition, tuple(records), absent)

    def in_charge(self, unit: Unit, table: str) -> str:
        """Who is to say what is missing: the unit, or the office that left it out."""
        return f"{unit.name} ({OF_OFFICE})" if self.dataset.leaves_out(unit.code, table) else unit.name

    def unit_name(self, record: Record) -> str:
        return self.agency.units[record["unit"]].name

    def doubtful(self, record: Record, cells: Iterable[CellRef]) -> tuple[str, ...]:
        """Who is to look at these cells of a row: nobody, its unit, or the office that adjusted what it sent."""
        wrong, name = self.wrong.intersection(cells), self.unit_name(record)
        if not wrong:
            return ()
        return (f"{name} ({OF_OFFICE})",) if wrong <= self.of_office else (name,)

    def _suppliers(self, table: Table, names: Collection[str] | None) -> Sequence[Unit]:
        """The units that fill in `table` and answer to one of `names` (all), in the order of units.csv."""
        suppliers = suppliers_of(self.agency, table)
        if names is None:
            return suppliers
        places: dict[str, list[int]] = self.remembered(("answers", table.code), lambda: grouped(
            (name, place) for place, unit in enumerate(suppliers) for name in unit.called))
        return [suppliers[place] for place in sorted({place for name in names for place in places.get(name, ())})]

    def _records_of(self, table: str, unit: Unit) -> Sequence[Record]:
        """The rows of a unit, in their order."""
        by_unit: dict[str, list[Record]] = self.remembered(("records", table), lambda: grouped(
            (record["unit"], record) for record in self.dataset.records(table)))
        return by_unit.get(unit.code, ())

    def _known_keys(self, table: Table, unit: Unit) -> set[str]:
        """The keys of the known rows that the unit was asked; none for an open table."""
        return self.remembered(("keys", table.code, unit.code),
                                lambda: {str(row[table.key]) for row in known_rows(self.agency, table, unit)})

    def remembered(self, key: tuple[str, ...], make: Callable[[], Remembered]) -> Remembered:
        """What `make` gives, made once: the data of a source never changes."""
        if key not in self._memory:
            self._memory[key] = make()
        return self._memory[key]  # type: ignore[no-any-return]

    _memory: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def _heard(self, suppliers: Sequence[Unit], table: Table, keys: Collection[str] | None) -> Sequence[Unit]:
        """The suppliers that say what counts of those that are asked the same."""
        if not self.dataset.adjustments:
            return suppliers
        asked = [unit for unit in suppliers if not table.key or self._wanted(table, unit, keys)]
        heard = self.heard(table.code, [unit.code for unit in asked])
        return [unit for unit in asked if unit.code in heard]

    def heard(self, table: str, asked: Collection[str]) -> Collection[str]:
        """Of the units that are `asked` the same in a table those that the office has not left out.

        All of them where nobody would remain: a sum of nobody is no zero.
        """
        return [code for code in asked if not self.dataset.leaves_out(code, table)] or asked

    def leaves_out(self, table: str, asked: Collection[str]) -> bool:
        """Whether the office has left out all that are `asked` the same in a table."""
        return bool(asked) and all(self.dataset.leaves_out(code, table) for code in asked)

    def _wanted(self, table: Table, unit: Unit, keys: Collection[str] | None) -> set[str]:
        """The known rows that the unit is asked (of those in `keys`, if given)."""
        known = self._known_keys(table, unit)
        return known if keys is None else known & set(keys)

    def _is_absent(self, unit: Unit, table: Table, keys: Collection[str] | None) -> bool:
        """Whether the unit has not said what it was asked in `table` (of the rows in `keys`, if given)."""
        wanted = self._wanted(table, unit, keys)
        if table.key and not wanted:
            return False
        received = self.dataset.by_unit.get(unit.code)
        if received is None or table.code not in received.tables:
            return True
        present = self._records_of(table.code, unit)
        if table.rows is Rows.OPEN:
            return not present and table.code not in received.nil
        return bool(wanted - {record[table.key] for record in present})


def grouped(pairs: Iterable[tuple[str, Grouped]]) -> dict[str, list[Grouped]]:
    """What goes with each name, in order."""
    found: dict[str, list[Grouped]] = {}
    for name, one in pairs:
        found.setdefault(name, []).append(one)
    return found


@dataclass(frozen=True)
class Choice:
    """How rows were chosen from `records`: by what stands in a column."""

    records: tuple[Record, ...]
    column: str
    accepts: Accepts


@dataclass(frozen=True)
class Selection:
    """Some rows of a table, and the names of the units whose rows are missing; `choices` are how they were chosen."""

    source: Source
    table: Table
    records: tuple[Record, ...]
    absent: tuple[str, ...]
    choices: tuple[Choice, ...] = ()

    def of(self, record: Record) -> Selection:
        """One row alone, which is there by what was typed in it; no unit is missing from it."""
        choices = tuple(replace(choice, records=(record,)) for choice in self.choices)
        return replace(self, records=(record,), absent=(), choices=choices)

    def having(self, column: str, accepts: Accepts) -> Selection:
        """The rows whose cell in `column` is accepted; a unit whose cell there is wrong or missing is absent."""
        required, unsure = self.table.column(column).required, list[str]()
        for record in self.records:
            unsure += self.source.doubtful(record, [self.source.dataset.ref(record, column)])
            if required and record[column] is None:
                unsure.append(self.source.unit_name(record))
        kept = tuple(record for record in self.records if accepts(record[column]))
        absent = tuple(dict.fromkeys((*self.absent, *unsure)))
        return replace(self, records=kept, absent=absent,
                       choices=(*self.choices, Choice(self.records, column, accepts)))

    def total(self, column: str) -> Quantity:
        """The sum of a column; a derived one is added up from its parts, never read."""
        definition = self.table.column(column)
        if definition.derived:
            parts = [_signed(sign, self.total(part)) for sign, part in definition.parts]
            return total(parts, self._words(column))
        return total((*self._grounds(), *(self.cell(record, column) for record in self.records)), self._words(column))

    def cell(self, record: Record, column: str) -> Quantity:
        """One typed number; unknown (and its unit absent) when it is blank or could not be read."""
        value = record[column]
        ref = self.source.dataset.ref(record, column)
        name = self.source.unit_name(record)
        if value is None:
            return Quantity(None, (ref,), absent=(name,))
        return Quantity(Decimal(value), (ref,), doubtful=self._doubtful(record, ref))

    def _doubtful(self, record: Record, ref: CellRef) -> tuple[str, ...]:
        """Who is to look at the cell, where an error is about it or about the key that says what its row is."""
        key = self.table.key
        return self.source.doubtful(record, (ref, self.source.dataset.ref(record, key)) if key else (ref,))

    def count(self, column: str, accepts: Accepts | None = None) -> Quantity:
        """The number of rows of which `accepts` accepts what stands in `column` (all without it)."""
        grounds, rows = self._grounds(), tuple(self._row(record, column) for record in self.records)
        kept = tuple(accepts is None or bool(accepts(record[column])) for record in self.records)
        whole = combined((*grounds, *rows), None, Operation.COUNT)

        def again(read: Read) -> Decimal | None:
            values = [read(row.cells[0]) for row in rows]
            known = None not in values and all(made_again(ground, read) is not None for ground in grounds)
            return Decimal(sum(accepts is None or bool(accepts(value)) for value in values)) if known else None

        derivation = Derivation(Operation.COUNT, (*grounds, *rows), self._words(column),
                                (*(False for _ in grounds), *kept), again)
        return replace(whole, value=None if whole.absent else Decimal(sum(kept)), nil=False, derivation=derivation)

    def _row(self, record: Record, column: str) -> Quantity:
        """One row to be counted, by its cell in `column`."""
        ref, name = self.source.dataset.ref(record, column), self.source.unit_name(record)
        absent = (name,) if record[column] is None else ()
        return Quantity(Decimal(1), (ref,), absent, self._doubtful(record, ref),
                        derivation=Derivation(Operation.ENTRY))

    def amount(self, column: str, unit_column: str, units: dict[str, int]) -> Quantity:
        """The sum of amounts of money in đồng; each row says its unit of money."""
        parts = []
        for record in self.records:
            cell, factor = self.cell(record, column), units.get(record[unit_column] or "")
            value = None if cell.value is None or factor is None else cell.value * factor
            absent = (self.source.unit_name(record),) if value is None else ()
            cells = (*cell.cells, self.source.dataset.ref(record, unit_column))
            parts.append(Quantity(value, cells, absent, cell.doubtful, derivation=_times(cells, units)))
        return total((*self._grounds(), *parts), self._words(column))

    def reread(self, record: Record, columns: Iterable[str], read: Read) -> Record:
        """The row with what `read` finds in its cells in these columns; what is blank stays blank."""
        told = [column for column in columns if record[column] is not None]
        return {**record, **{column: read(self.source.dataset.ref(record, column)) for column in told}}

    def _grounds(self) -> tuple[Quantity, ...]:
        """What a sum or count rests on besides its rows: the missing units, and the cells by which rows were chosen."""
        missing = Quantity(None if self.absent else Decimal(0), absent=self.absent)
        return (missing, *map(self._chosen, self.choices))

    def _chosen(self, choice: Choice) -> Quantity:
        """The cells of a choice: those of the rows it took, and of the others that say something."""
        taken = [(record, bool(choice.accepts(record[choice.column]))) for record in choice.records]
        said = [(self.source.dataset.ref(record, choice.column), is_taken) for record, is_taken in taken
                if is_taken or record[choice.column] is not None]

        def again(read: Read) -> Decimal | None:
            same = all(bool(choice.accepts(read(ref))) == is_taken for ref, is_taken in said)
            return Decimal(0) if same else None

        words = f"Chọn dòng theo cột «{self.table.column(choice.column).title}»"
        return Quantity(Decimal(0), tuple(ref for ref, _ in said),
                        derivation=Derivation(Operation.CHOICE, (), words, again=again))

    def _words(self, column: str) -> str:
        return f"Cột «{self.table.column(column).title}» của biểu «{self.table.sheet}»"


def _signed(sign: int, quantity: Quantity) -> Quantity:
    return quantity if sign > 0 or quantity.value is None else negative(quantity)


def _times(cells: tuple[CellRef, ...], units: dict[str, int]) -> Derivation[Quantity]:
    """An amount and its unit of money, each in a cell."""

    def again(read: Read) -> Decimal | None:
        amount, unit = map(read, cells)
        return Decimal(amount) * units[unit] if amount is not None and unit in units else None

    return Derivation(Operation.AMOUNT, again=again)
