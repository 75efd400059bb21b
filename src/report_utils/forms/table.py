"""What a table is. One definition makes the blank form, the reader, the checks and the data dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What may stand in the cells of a column."""

    TEXT = "text"
    CODE = "code"
    """Text that is an identifier: leading zeros count."""
    COUNT = "count"
    """A whole number, zero or more."""
    DECIMAL = "decimal"
    """A number, zero or more; amounts and measures."""
    DATE = "date"
    CHOICE = "choice"
    """One of a closed list."""
    MARK = "mark"
    """An x or nothing."""

    @property
    def is_number(self) -> bool:
        return self in (Kind.COUNT, Kind.DECIMAL)


class Days(StrEnum):
    """Which days a column may hold; none is after the cut-off."""

    ANY = "any"
    """Also those before the period, as of what goes on from an earlier one."""
    OF_PERIOD = "of_period"
    """Those of an event of the period."""
    NEW = "new"
    """Those of an event of the period where the unit said in the period before that it had not happened."""
    OF_RESULTS = "of_results"
    """Those of an event of the period in rows that are results of it; in others also those of legal bases."""


class Rows(StrEnum):
    """Where the rows of a table come from."""

    OPEN = "open"
    """The unit adds as many rows as it has."""
    KNOWN = "known"
    """The rows are known beforehand (from a catalogue); the unit fills in the open columns of each."""


class ChoiceSource(StrEnum):
    """A closed list that an agency's settings hold."""

    FIELDS = "fields"
    PROMPTS = "prompts"


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table.

    `heading` is the path of official headings from the outermost group to the column itself, verbatim.
    `formula` makes it a derived column: signed codes of the columns that are added up, e.g. ("+assigned", "-present").
    `known` columns are filled in by the form and locked. `required` cells must not be blank in a row that is used.
    `signed`: its numbers may be negative, against what their kind says. `days`: which days it may hold.
    `help` says in one sentence what belongs into the column: the form, its guide and the data dictionary show it.
    """

    code: str
    heading: tuple[str, ...]
    kind: Kind
    formula: tuple[str, ...] = ()
    known: bool = False
    required: bool = False
    choices: tuple[str, ...] | ChoiceSource = ()
    width: int = 12
    help: str = ""
    synonyms: tuple[str, ...] = ()
    signed: bool = False
    days: Days = Days.ANY

    @property
    def derived(self) -> bool:
        return bool(self.formula)

    @property
    def parts(self) -> tuple[tuple[int, str], ...]:
        """The formula as (sign, column code) pairs."""
        return tuple((-1 if term[0] == "-" else 1, term[1:]) for term in self.formula)

    @property
    def title(self) -> str:
        """The heading on one line, as messages quote it."""
        return " - ".join(self.heading)


@dataclass(frozen=True)
class Balance:
    """Two sums of columns of one row that must be equal, e.g. received = resolved + pending."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Limit:
    """A column of a row that must not exceed another ("trong đó")."""

    part: str
    whole: str


@dataclass(frozen=True, eq=False)
class Table:
    """A table that units fill in.

    `key` is the column by which a known row is recognised; `unique` are columns that no two rows of an open table
    share. `nil` allows the unit to declare for the whole sheet that there was nothing in the period. `numbered`
    prints the row of column numbers ("3=4+5+6") below the header. `source` is where the form comes from, e.g. "Thông
    tư 01/2020/TT-VPCP, Biểu số 06"; `supplied_by` says in words of groups who fills it in. A sheet
    with more rows of data than `most_rows` is not read: somebody has filled a column down to its end. An `optional`
    table is part of every form, whatever else a unit is asked; it may stay blank, and a form without it is whole.
    `counted` are the words for what all its numbers count, the usual one first; none where they count several things.
    """

    code: str
    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: Rows = Rows.OPEN
    key: str = ""
    blank_rows: int = 15
    nil: bool = True
    numbered: bool = False
    total_row: bool = False
    unique: tuple[str, ...] = ()
    balances: tuple[Balance, ...] = ()
    limits: tuple[Limit, ...] = ()
    source: str = ""
    supplied_by: str = ""
    guide: str = ""
    most_rows: int = 3_000
    optional: bool = False
    counted: tuple[str, ...] = ()

    def called(self, column: str, row: str | None = "") -> str:
        """A column of the table, or its cell in a row, by their names."""
        return " – ".join(filter(None, (self.sheet, row, self.column(column).title)))

    def column(self, code: str) -> Column:
        """The column of that code (KeyError if there is none)."""
        for column in self.columns:
            if column.code == code:
                return column
        raise KeyError(f"{self.code}.{code}")

    def sums_of(self, code: str) -> Iterator[str]:
        """The derived columns that a column goes into, also by way of others."""
        for column in self.columns:
            if code in (part for _, part in column.parts):
                yield column.code
                yield from self.sums_of(column.code)

    @cached_property
    def open_columns(self) -> tuple[Column, ...]:
        """The columns that the unit types into."""
        return tuple(c for c in self.columns if not c.known and not c.derived)

    @property
    def adds_up(self) -> bool:
        """Whether a total of its rows makes sense."""
        return self.total_row or (self.rows is Rows.OPEN and any(column.kind.is_number for column in self.columns))

    def number_labels(self) -> tuple[str, ...]:
        """The row of column numbers: "1", "2", "3=4+5+6" ..."""
        numbers = {column.code: i for i, column in enumerate(self.columns, start=1)}
        return tuple(_label(numbers, column) for column in self.columns)


def _label(numbers: dict[str, int], column: Column) -> str:
    own = str(numbers[column.code])
    if not column.derived:
        return own
    terms = "".join(f"{'+' if sign > 0 else '-'}{numbers[code]}" for sign, code in column.parts)
    return f"{own}={terms.removeprefix('+')}"
