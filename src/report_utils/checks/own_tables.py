"""Numbers that a unit tells in its narratives, against the columns of its own tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from report_utils.checks.context import Context, Record, added_up
from report_utils.checks.plain_sentences import PlainSentence, words_in
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
    def heading(self) -> frozenset[str]:
        """The words of its heading, and of what its table counts."""
        return frozenset(words_in(lowered(" ".join((self.column.title, *self.table.counted)))))

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
    says, of the whole period, in no other words. Two numbers for one column are parts of something.
    """
    own = frozenset(lowered(context.reporting.agency.units[unit].name).split())
    told = [(fact, named) for fact in facts if (named := _told_of(context, fact, own))]
    for fact, named in told:
        rows = _rows(context, named.table, unit)
        if rows and sum(other is named for _, other in told) == 1:
            yield from _against(context, fact, named, rows)


def _told_of(context: Context, fact: Fact, own: frozenset[str]) -> NamedColumn | None:
    """The only column that a plain sentence is about; the words of the unit's own name tell nothing apart."""
    said = PlainSentence(fact)
    columns = _columns(fact.noun) if fact.sort is Sort.COUNT else ()
    found = [named for named in columns if named.subject.qualifiers == fact.subject.qualifiers]
    if len(found) != 1 or not said.is_of_whole(context.reporting) or not said.stands_apart:
        return None
    words = own.union(*(named.heading for named in columns))
    return found[0] if said.says_only(words, own | found[0].heading) else None


@cache
def _columns(noun: str) -> tuple[NamedColumn, ...]:
    """The columns of counts of `noun` whose headings say by themselves what they count.

    Other nouns of a table are kinds of what it counts ("2 công chức, 1 viên chức"), and so parts of its totals.
    """
    counting = [table for table in TABLES.values() if table.counted and noun == last_noun(lowered(table.counted[0]))]
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
    """What the number may be as well: the total, that of some parts of it ("tiếp nhận" without the backlog), and that
    with what stands beside it in the same sum ("đúng hạn" with what came early).
    """
    beside = [parent.parts for parent in named.table.columns if named.column.code in (code for _, code in parent.parts)]
    groups = [[code for _, code in parts] for parts in (named.column.parts, *beside) if parts] or [[named.column.code]]
    for group in groups:
        totals = [sum((added_up(named.table, row, code) or Decimal(0) for row in rows), Decimal(0)) for code in group]
        for size in range(1, len(totals) + 1):
            yield from (sum(some, Decimal(0)) for some in combinations(totals, size))
