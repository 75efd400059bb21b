"""What a unit reported in one period and fills in beforehand its form of the next: dossiers left, tasks done."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.agency.reporting import Reporting
from report_utils.checks.closing import Closing, closing_of
from report_utils.forms.asked import CarriedRow, CarriedRows
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.forms.tables.steering import PLAN_TASKS, TASK_DONE
from report_utils.intake.dataset import Dataset

_OF_TASK = ("task", "state", "done_on", "evidence")


def carried_rows(reporting: Reporting, previous: Dataset) -> dict[str, CarriedRows]:
    """By unit code: a row of the table of dossiers for each field reported before, with what was left pending, and
    what was said of each task of a plan that was done.

    Of a merged unit these are the fields and sums of its predecessors. Fields stand in the order of the catalogue. A
    number that is not known stays blank, for the unit to type; a row whose field could not be read is left out.
    """
    closing, fields = closing_of(reporting, previous), reporting.agency.catalogues.fields
    done = _tasks_done(reporting, previous)
    carried: dict[str, CarriedRows] = {}
    for unit in reporting.agency.units:
        tables = {DOSSIERS.code: _dossiers(unit.code, fields, closing), PLAN_TASKS.code: done.get(unit.code, [])}
        if any(tables.values()):
            carried[unit.code] = {code: rows for code, rows in tables.items() if rows}
    return carried


def _tasks_done(reporting: Reporting, previous: Dataset) -> dict[str, list[CarriedRow]]:
    """By unit: task, state, day and evidence of what it reported done, for it to leave as it is."""
    found: dict[str, list[CarriedRow]] = {}
    for record in previous.records(PLAN_TASKS.code):
        heir = reporting.agency.units.heir(record["unit"])
        if heir and record["state"] == TASK_DONE:
            found.setdefault(heir.code, []).append({column: record[column] for column in _OF_TASK})
    return found


def _dossiers(unit: str, fields: Sequence[str], closing: Closing) -> list[CarriedRow]:
    return [
        {"field": field, "carried_over": closing.pending[unit, field]}
        for field in fields if (unit, field) in closing.pending
    ]
