"""Numbers that a unit tells in its narratives, against the columns of its own tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from report_utils.checks.context import Context, Record, added_up
from report_utils.checks.plain_sentences import PlainSentence
from report_utils.findings import CellRef
from report_utils.forms.table import Column, Table
from report_utils.forms.tables import TABLES
from report_utils.prose.amounts import Sort
from report_utils.prose.letters import lowered
from report_utils.prose.nouns import last_noun
from report_utils.prose.rules.facts import Fact
from report_utils.prose.subjects import Subject, subject_of
from report_utils.vietnamese.numbers import format_decimal


@dataclass(frozen=True)
class NamedColumn:
    """A column that a sentence may speak of without naming it."""

    table: Table
    column: Column
    subject: Subject

    @property
    def words(self) -> str:
        return f"biểu «{self.table.sheet}», cột «{self.column.title}»"


@dataclass(frozen=True)
class Contradiction:
    """A fact of a narrative, the total that the unit's table has for it, and the cells that are added up."""

    fact: Fact
    named: NamedColumn
    total: Decimal
    cells: tuple[CellRef, ...]

    @property
    def expected(self) -> str:
        return f"{format_decimal(self.total, 2)} ({self.named.words})"


def contradictions(context: Context, unit: str, facts: Iterable[Fact]) -> Iterator[Contradiction]:
    """The facts that are about one column of one table of the unit, and neither its total nor any part of it.

    Only plain sentences are judged: what is counted is counted in that table, and the sentence says what its heading
    says, of the whole period, with no other word that could narrow it down.
    """
    own = subject_of(lowered(context.reporting.agency.units[unit].name))
    for fact in facts:
        said = PlainSentence(fact)
        is_plain = fact.sort is Sort.COUNT and said.is_of_whole(context.reporting)
        named = _column_of(fact, said, own) if is_plain else None
        rows = _rows(context, named.table, unit) if named else []
        if named and rows:
            yield from _against(context, fact, named, rows)


def _column_of(fact: Fact, said: PlainSentence, own: Subject) -> NamedColumn | None:
    """The only column that the sentence is about; the words of the unit's own name tell nothing apart."""
    qualifiers = fact.subject.qualifiers - own.qualifiers
    found = [named for named in _columns(fact.noun) if named.subject.qualifiers == qualifiers]
    return found[0] if len(found) == 1 and not said.words - own.words else None


@cache
def _columns(noun: str) -> tuple[NamedColumn, ...]:
    """The columns of counts of `noun` whose headings say by themselves what they count."""
    counting = [table for table in TABLES.values() if noun in map(last_noun, map(lowered, table.counted))]
    named = (NamedColumn(table, column, subject_of(lowered(column.title)).without(noun))
             for table in counting for column in table.columns if column.kind.is_number)
    return tuple(one for one in named if one.subject.qualifiers and not one.subject.words)


def _rows(context: Context, table: Table, unit: str) -> list[Record]:
    """What the unit sent in the table."""
    units = context.dataset.columns(table.code).get("unit", ())
    return [context.dataset.record(table.code, i) for i, sender in enumerate(units) if sender == unit]


def _against(context: Context, fact: Fact, named: NamedColumn, rows: list[Record]) -> Iterator[Contradiction]:
    values = [added_up(named.table, row, named.column.code) for row in rows]
    known = [value for value in values if value is not None]
    if len(known) == len(values) and fact.value not in {*known, *_sums(named, rows)}:
        columns = [code for _, code in named.column.parts] or [named.column.code]
        cells = tuple(context.dataset.ref(row, code) for row in rows for code in columns)
        yield Contradiction(fact, named, sum(known, Decimal(0)), cells)


def _sums(named: NamedColumn, rows: list[Record]) -> Iterator[Decimal]:
    """The total of a column, and of a derived one those of some of its parts: "tiếp nhận" may leave out the backlog."""
    parts = [code for _, code in named.column.parts] or [named.column.code]
    totals = [sum((added_up(named.table, row, code) or Decimal(0) for row in rows), Decimal(0)) for code in parts]
    for size in range(1, len(totals) + 1):
        yield from (sum(some, Decimal(0)) for some in combinations(totals, size))
