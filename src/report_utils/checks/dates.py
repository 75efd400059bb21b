"""V13: what is reported as done, issued or measured lies before the cut-off."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.checks.context import Context, row_label
from report_utils.findings import Finding, finding
from report_utils.forms.table import Kind
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.dates import format_date

_BY_OTHERS = {("open_data", "published_on")}
"""Days that another rule looks at."""


def check_dates(context: Context) -> Iterator[Finding]:
    """No day that a unit typed is after the cut-off of the period."""
    cutoff = context.reporting.window.cutoff
    for code, table in TABLES.items():
        columns = [c for c in table.open_columns if c.kind is Kind.DATE and (code, c.code) not in _BY_OTHERS]
        for column in columns if code in context.dataset.tables else ():
            for row, day in enumerate(context.dataset.tables[code][column.code].tolist()):
                if day is not None and day > cutoff:
                    record = context.dataset.record(code, row)
                    yield finding("V13", unit=context.unit_name(record), at=context.dataset.ref(record, column.code),
                                  row=row_label(table, record), column=column.title, found=format_date(day),
                                  expected=format_date(cutoff))
