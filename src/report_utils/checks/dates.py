"""V13, V20-V25: what is reported as done, issued or measured lies in the window of the period."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from report_utils.agency.period import Window
from report_utils.checks.context import Context, Record, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Column, Days, Kind, Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.dates import format_date

_LATE = frozenset({"V13", "V23", "V24"})
_LATE_BY_OTHERS = frozenset({("open_data", "published_on")})
"""Columns of which another rule says that a day is after the cut-off."""


def check_dates(context: Context) -> Iterator[Finding]:
    """No day that a unit typed is after the cut-off, and none of what the period brought is before its start."""
    for code, table in TABLES.items():
        columns = [column for column in table.open_columns if column.kind is Kind.DATE]
        for column in columns if code in context.dataset.tables else ():
            yield from _in_column(context, table, column)


def _in_column(context: Context, table: Table, column: Column) -> Iterator[Finding]:
    window, months = context.reporting.window, context.reporting.period.calendar_months
    is_of_period = _test_of(context, table, column)
    for row, day in enumerate(context.dataset.tables[table.code][column.code].tolist()):
        code = fault_of(day, window, months) if day else ""
        if code in _LATE and (table.code, column.code) in _LATE_BY_OTHERS:
            continue
        record = context.dataset.record(table.code, row) if code else {}
        if code in _LATE or (code and is_of_period(record, code)):
            yield _told(context, table, column, record, code)


def fault_of(day: dt.date, window: Window, months: Window) -> str:
    """The code for a day that is not in the window, or not in the months that the period is named after; "" for none.

    A miss by one day comes before everything else, then that the calendar has the day in the period.
    """
    if day in window:
        return "" if day in months else "V22"
    late = day > window.cutoff
    if (day - window.cutoff if late else window.start - day).days == 1:
        return "V23" if late else "V21"
    if day in months:
        return "V24" if late else "V25"
    return "V13" if late else "V20"


def _test_of(context: Context, table: Table, column: Column) -> Callable[[Record, str], bool]:
    """Whether the day of a row, which has that code, is to be one of what the period brought.

    A directive of the window may be older than the quarter: an appendix lists it by its day.
    """
    match column.days:
        case Days.ANY:
            return lambda *_: False
        case Days.OF_PERIOD:
            return lambda *_: True
        case Days.NEW:
            before = _without_a_day_before(context, table, column)
            return lambda record, _: (record["unit"], record[table.key]) in before
        case Days.OF_RESULTS:
            asked = {each.id for each in context.reporting.agency.catalogues.prompts if each.of_period}
            return lambda record, code: record["prompt"] in asked or (code != "V22" and bool(record["directive"]))


def _without_a_day_before(context: Context, table: Table, column: Column) -> set[tuple[str, str]]:
    """Unit in force and key of the rows that were answered in the period before, by nobody with a day."""
    answers: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for then in context.previous.records(table.code) if context.previous else ():
        heir = context.reporting.agency.units.heir(then["unit"])
        if heir and then["state"]:
            answers[heir.code, then[table.key]].append(then[column.code])
    return {row for row, days in answers.items() if not any(days)}


def _told(context: Context, table: Table, column: Column, record: Record, code: str) -> Finding:
    window, period = context.reporting.window, context.reporting.period
    return finding(code, unit=context.unit_name(record), at=context.dataset.ref(record, column.code),
                   row=record.get("symbol") or row_label(table, record), column=column.title,
                   found=format_date(record[column.code]), start=format_date(window.start),
                   cutoff=format_date(window.cutoff), period=period.title)
