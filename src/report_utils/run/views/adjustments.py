"""What an analyst looks at of the adjustments of the office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.figures.families.adjustments import adjustments_table
from report_utils.figures.source import Source
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.judging import what_is_left_out
from report_utils.intake.adjustments.record import signed_json
from report_utils.intake.dataset import Dataset
from report_utils.run.views.figures import report_table_view
from report_utils.run.views.table import TableView


def adjustments_view(reporting: Reporting, dataset: Dataset) -> TableView:
    """What the office corrected or left out, as the report tells it."""
    return report_table_view(adjustments_table(Source(reporting, dataset), dataset.adjustments))


def left_out_lines(reporting: Reporting, dataset: Dataset) -> Iterator[str]:
    """What is not asked this period, a line each, for those who look for a unit in vain."""
    for one in dataset.exclusions:
        what = what_is_left_out(TABLES[one.table].sheet if one.table else "")
        yield f"Không tính {what} của {reporting.agency.units[one.unit].name}; {one.grounds}."


def left_out_json(reporting: Reporting, dataset: Dataset) -> Iterator[dict[str, Any]]:
    """The same as objects."""
    for one in dataset.exclusions:
        yield {"kind": "left_out", "unit": one.unit, "name": reporting.agency.units[one.unit].name,
               "table": one.table, **signed_json(one)}
