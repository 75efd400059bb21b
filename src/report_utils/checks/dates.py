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
    if day > window.cutoff:
        code, expected, more = "V13", window.cutoff, _how_late(day, window, period)
    elif column.of_period or _tells_of_period(context, table, record):
        code, more = _early(day, window, period), ""
        expected = period.calendar_months.start if code == "V22" else window.start
    else:
        return
    if code:
        yield finding(code, unit=context.unit_name(record), at=context.dataset.ref(record, column.code),
                      row=record.get("symbol") or row_label(table, record), column=column.title, found=format_date(day),
                      expected=format_date(expected), more=more)


def _how_late(day: dt.date, window: Window, period: Period) -> str:
    """Whether a day after the cut-off is so by one day, and still in the months of the period."""
    by_one = " đúng một ngày" if (day - window.cutoff).days == 1 else ""
    months = ", tuy vẫn trong kỳ theo lịch" if day < period.calendar_months.end else ""
    return by_one + months


def _early(day: dt.date, window: Window, period: Period) -> str:
    """The code for a day of the period that is before its window, or before the quarter; "" for one that is right."""
    if day < window.start:
        return "V21" if (window.start - day).days == 1 else "V20"
    return "V22" if period.kind[0] == "Q" and day < period.calendar_months.start else ""


def _tells_of_period(context: Context, table: Table, record: Record) -> bool:
    """Whether a document is listed as issued in the period: a directive, or a result that the outline asks for."""
    if table.code != _DOCUMENTS:
        return False
    prompts = {each.id for each in context.reporting.agency.catalogues.prompts if each.of_period}
    return bool(record["directive"]) or record["prompt"] in prompts
