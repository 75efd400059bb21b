"""Values of units that can be compared from period to period, in groups of those that change alike."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from report_utils.agency.entries import Indicator
from report_utils.agency.reporting import Reporting
from report_utils.checks.completeness import is_counted
from report_utils.checks.context import Record, added_up
from report_utils.forms.table import Table
from report_utils.forms.tables.money import FINANCE_LINES, INDICATORS, MONEY_UNITS
from report_utils.forms.tables.people import STAFFING
from report_utils.forms.tables.procedures import DOSSIERS, PROCEDURES
from report_utils.forms.tables.steering import ASSIGNED_TASKS
from report_utils.intake.dataset import Dataset


class Nature(Enum):
    """What a value says, and so with what it can be compared."""

    FLOW = auto()
    """What happened in the period: comparable with a period of about the same length."""
    STOCK = auto()
    """How things stand at the cut-off: comparable with any."""
    YEAR = auto()
    """What came together since the start of the year: comparable with the same period a year before."""


class Scale(Enum):
    """What kind of number a value is."""

    COUNT = auto()
    AMOUNT = auto()
    RATE = auto()


@dataclass(frozen=True)
class Group:
    """Values that are expected to change alike: a column of a table, or one indicator, of all units.

    `columns` are added up; of a rate the last is the whole. `words` are how messages call what no column holds.
    """

    table: Table
    columns: tuple[str, ...]
    nature: Nature
    scale: Scale = Scale.COUNT
    row: str = ""
    words: str = ""


Key = tuple[str, str]
"""Unit of this period, row of its table."""

Numbers = tuple[Decimal, ...]
Values = Mapping[Group, Mapping[Key, tuple[Numbers, Record]]]
"""By group and key the numbers (part and whole of a rate), and the row they stand in (one of several when merged)."""

_TYPED: tuple[tuple[Table, Nature, tuple[str, ...]], ...] = (
    (DOSSIERS, Nature.FLOW, ("online", "direct", "overdue")),
    (DOSSIERS, Nature.STOCK, ("pending_in_time", "pending_overdue")),
    (PROCEDURES, Nature.STOCK, ("full_online", "partial_online", "not_online")),
    (STAFFING, Nature.STOCK, ("assigned", "present")),
    (STAFFING, Nature.YEAR, ("recruit_target", "recruited")),
    (STAFFING, Nature.FLOW, ("disciplined",)),
    (ASSIGNED_TASKS, Nature.FLOW, ("total",)),
)
_IN_TIME = Group(DOSSIERS, ("early", "on_time", "resolved"), Nature.FLOW, Scale.RATE,
                 words="tỷ lệ giải quyết trước hạn và đúng hạn")
_COLUMNS = (*(Group(table, (column,), nature) for table, nature, columns in _TYPED for column in columns), _IN_TIME)
"""Dossiers carried over are compared exactly (V02); what is resolved early or on time follows from the rest (V01)."""

_LINES = {"quarter": Nature.FLOW, "cumulative": Nature.YEAR, "disbursed": Nature.YEAR}
"""Finance lines by the end of their code; plans and estimates are stocks."""


def values_of(reporting: Reporting, dataset: Dataset, day: dt.date) -> Values:
    """The values of a period that ended on `day`, under the units of `reporting` that go on with the work.

    Those of a merged unit are the sums of its predecessors, and there are none when one of these has not sent.
    """
    units, sent = reporting.agency.units, dataset.by_unit().keys()
    complete = {heir for heir, before in units.by_heir(units.on(day)).items()
                if len(before) == 1 or sent >= set(before)}
    found: dict[Group, dict[Key, tuple[Numbers, Record]]] = defaultdict(dict)
    for group, key, record in _rows(reporting, dataset):
        heir = units.heir(record["unit"])
        numbers = _numbers(group, record)
        if heir is None or heir.code not in complete or numbers is None:
            continue
        at = (heir.code, heir.code if key == record["unit"] else key)
        before = found[group].get(at)
        sums = tuple(a + b for a, b in zip(numbers, before[0], strict=True)) if before else numbers
        found[group][at] = sums, record
    return found


def _rows(reporting: Reporting, dataset: Dataset) -> Iterator[tuple[Group, str, Record]]:
    for group in _COLUMNS:
        key = group.table.key or group.table.unique[0]
        yield from ((group, record[key], record) for record in dataset.records(group.table.code) if record[key])
    lists = reporting.agency.catalogues
    indicators = {indicator.number: indicator for indicator in lists.indicators}
    for record in dataset.records(INDICATORS.code):
        if not record["nil"] and record["indicator"] in indicators:
            for group in _groups_of(indicators[record["indicator"]]):
                yield group, record["indicator"], record
    lines = {line.line: _LINES.get(line.code.rpartition(".")[2], Nature.STOCK) for line in lists.finance_lines}
    for record in dataset.records(FINANCE_LINES.code):
        if record["line"] in lines:
            line = record["line"]
            yield Group(FINANCE_LINES, ("amount",), lines[line], Scale.AMOUNT, line), line, record


def _groups_of(indicator: Indicator) -> Iterator[Group]:
    """Of a ratio its whole and its rate, of a count the number."""
    nature = Nature.FLOW if indicator.is_flow else Nature.STOCK
    scale = Scale.COUNT if is_counted(indicator) else Scale.AMOUNT
    column = "denominator" if indicator.is_ratio else "numerator"
    yield Group(INDICATORS, (column,), nature, scale, indicator.number)
    if indicator.is_ratio:
        yield Group(INDICATORS, ("numerator", "denominator"), nature, Scale.RATE, indicator.number, "tỷ lệ")


def _numbers(group: Group, record: Record) -> Numbers | None:
    """The numbers of a row; None when one could not be read, or where there is nothing to divide by."""
    read: list[Any] = [added_up(group.table, record, column) for column in group.columns]
    if None in read:
        return None
    if group.scale is Scale.RATE:
        *parts, whole = read
        return (sum(parts, Decimal(0)), whole) if whole else None
    factor = MONEY_UNITS.get(record["money_unit"]) if "money_unit" in record else 1
    return None if factor is None else (sum(read, Decimal(0)) * factor,)
