"""Values of units that can be compared from period to period, in groups of those that change alike."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import Any

from report_utils.agency.entries import FinanceLine, Indicator
from report_utils.agency.reporting import Reporting
from report_utils.checks.completeness import is_counted
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


@dataclass(frozen=True, eq=False)
class Group:
    """Values that are expected to change alike: a column of a table, or one indicator, of all units.

    `columns` are added up; of a rate the last is the whole. `words` are how messages call what no column holds. Each
    is made once, so that it is found by what it is and not by what it says.
    """

    table: Table
    columns: tuple[str, ...]
    nature: Nature
    scale: Scale = Scale.COUNT
    row: str = ""
    words: str = ""


Key = tuple[str, str]
"""Unit of this period, row of its table."""

Number = int | Decimal
Numbers = tuple[Number, ...]
Values = Mapping[Group, Mapping[Key, tuple[Numbers, int]]]
"""By group and key the numbers (part and whole of a rate), and the row of the table (one of several when merged)."""

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
    units, sent = reporting.agency.units, dataset.by_unit.keys()
    heirs = {code: heir for heir, before in units.by_heir(units.on(day)).items()
             if len(before) == 1 or sent >= set(before) for code in before}
    found: dict[Group, dict[Key, tuple[Numbers, int]]] = defaultdict(dict)
    for group, row, unit, key, numbers in _rows(reporting, dataset):
        heir = heirs.get(unit)
        if heir is None:
            continue
        at, values = (heir, heir if key == unit else key), found[group]
        if at in values:
            values[at] = tuple(a + b for a, b in zip(numbers, values[at][0], strict=True)), row
        else:
            values[at] = numbers, row
    return found


_Row = tuple[Group, int, str, str, Numbers]
"""Group, row of the table, unit, key of the row, numbers."""


def _rows(reporting: Reporting, dataset: Dataset) -> Iterator[_Row]:
    for group in _COLUMNS:
        yield from _of_column(group, dataset)
    lists = reporting.agency.catalogues
    groups = {indicator.number: _groups_of(indicator) for indicator in lists.indicators}
    asked = ("unit", "indicator", "nil", "numerator", "denominator")
    for row, (unit, number, nil, numerator, denominator) in dataset.rows(INDICATORS.code, *asked):
        read = {"numerator": numerator, "denominator": denominator}
        for group in groups.get(number, ()) if not nil else ():
            if numbers := _numbers(group, [read[column] for column in group.columns]):
                yield group, row, unit, number, numbers
    lines = {line.line: _group_of(line) for line in lists.finance_lines}
    for row, (unit, line, amount, money) in dataset.rows(FINANCE_LINES.code, "unit", "line", "amount", "money_unit"):
        if line in lines and amount is not None and money in MONEY_UNITS:
            yield lines[line], row, unit, line, (amount * MONEY_UNITS[money],)


def _of_column(group: Group, dataset: Dataset) -> Iterator[_Row]:
    """The values of columns of a table, derived ones added up."""
    columns = dataset.columns(group.table.code)
    if not columns:
        return
    keys = columns[group.table.key or group.table.unique[0]]
    read = zip(*(_added(group.table, columns, column) for column in group.columns), strict=True)
    for row, (unit, key, cells) in enumerate(zip(columns["unit"], keys, read, strict=True)):
        if key and (numbers := _numbers(group, cells)):
            yield group, row, unit, key, numbers


def _added(table: Table, columns: Mapping[str, list[Any]], code: str) -> list[Any]:
    """A column of a table; a derived one is added up from its parts, None where one of them is not known."""
    if not table.column(code).derived:
        return columns[code]
    parts = [(sign, _added(table, columns, part)) for sign, part in table.column(code).parts]
    cells = zip(*(part for _, part in parts), strict=True)
    return [None if None in row else sum(sign * cell for (sign, _), cell in zip(parts, row, strict=True))
            for row in cells]


@cache
def _group_of(line: FinanceLine) -> Group:
    nature = _LINES.get(line.code.rpartition(".")[2], Nature.STOCK)
    return Group(FINANCE_LINES, ("amount",), nature, Scale.AMOUNT, line.line)


@cache
def _groups_of(indicator: Indicator) -> tuple[Group, ...]:
    """Of a ratio its whole and its rate, of a count the number."""
    nature = Nature.FLOW if indicator.is_flow else Nature.STOCK
    scale = Scale.COUNT if is_counted(indicator) else Scale.AMOUNT
    column = "denominator" if indicator.is_ratio else "numerator"
    counted = Group(INDICATORS, (column,), nature, scale, indicator.number)
    if not indicator.is_ratio:
        return (counted,)
    return (counted, Group(INDICATORS, ("numerator", "denominator"), nature, Scale.RATE, indicator.number, "tỷ lệ"))


def _numbers(group: Group, cells: Sequence[Any]) -> Numbers:
    """The numbers of a row; none when one could not be read, or where there is nothing to divide by."""
    if None in cells:
        return ()
    if group.scale is Scale.RATE:
        *parts, whole = cells
        return (sum(parts), whole) if whole else ()
    return (sum(cells),)
