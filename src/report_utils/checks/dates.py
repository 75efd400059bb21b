"""V13, V20-V22: what is reported as done, issued or measured lies in the window of the period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from report_utils.agency.period import Period, Window
from report_utils.checks.context import Context, Record, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Column, Kind, Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.dates import format_date

_BY_OTHERS = {("open_data", "published_on")}
"""Days that another rule looks at."""

_DOCUMENTS = "documents"


def check_dates(context: Context) -> Iterator[Finding]:
    """No day that a unit typed is after the cut-off, and none of what the period brought is before its start."""
    for code, table in TABLES.items():
        columns = [c for c in table.open_columns if c.kind is Kind.DATE and (code, c.code) not in _BY_OTHERS]
        for column in columns if code in context.dataset.tables else ():
            for row, day in enumerate(context.dataset.tables[code][column.code].tolist()):
                if day is not None:
                    yield from _of_day(context, table, column, context.dataset.record(code, row), day)


def _of_day(context: Context, table: Table, column: Column, record: Record, day: dt.date) -> Iterator[Finding]:
    window, period = context.reporting.window, context.reporting.period
    is_result = column.of_period or _is_asked_for(context, table, record)
    expected, more = window.start, ""
    if day > window.cutoff:
        code, expected, more = "V13", window.cutoff, _how_late(day, window, period)
    elif day < window.start and (is_result or _is_directive(table, record)):
        code = "V21" if (window.start - day).days == 1 else "V20"
    elif is_result and period.kind[0] == "Q" and day < period.calendar_months.start:
        code, expected = "V22", period.calendar_months.start
    else:
        return
    yield finding(code, unit=context.unit_name(record), at=context.dataset.ref(record, column.code),
                  row=record.get("symbol") or row_label(table, record), column=column.title, found=format_date(day),
                  expected=format_date(expected), more=more)


def _how_late(day: dt.date, window: Window, period: Period) -> str:
    """Whether a day after the cut-off is so by one day, and still in the months of the period."""
    by_one = " đúng một ngày" if (day - window.cutoff).days == 1 else ""
    months = ", tuy vẫn trong kỳ theo lịch" if day < period.calendar_months.end else ""
    return by_one + months


def _is_asked_for(context: Context, table: Table, record: Record) -> bool:
    """Whether a document is the result that an item of the outline asks for."""
    prompts = {each.id for each in context.reporting.agency.catalogues.prompts if each.of_period}
    return table.code == _DOCUMENTS and record["prompt"] in prompts


def _is_directive(table: Table, record: Record) -> bool:
    """Whether a document is listed as a directive of the period."""
    return table.code == _DOCUMENTS and bool(record["directive"])
