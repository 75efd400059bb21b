"""What the period before left open, by the units that go on with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_utils.agency.agency import Reporting
from report_utils.checks.context import added_up
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset


@dataclass(frozen=True)
class Closing:
    """Dossiers pending at the end of the period before, by unit of this period and field.

    A number is None when a cell could not be read, or when one of several predecessors sent nothing. `reported` are
    the units of this period of which all that was asked then is at hand.
    """

    pending: Mapping[tuple[str, str], int | None]
    reported: frozenset[str]


def closing_of(reporting: Reporting, previous: Dataset | None) -> Closing:
    """The closing figures for the units of `reporting`: of a merged unit the sum of those of its predecessors."""
    if previous is None:
        return Closing({}, frozenset())
    units, then = reporting.agency.units, reporting.units_before
    sent = {entry.unit for entry in previous.received if DOSSIERS.code in entry.tables}
    asked = {unit.code: [one.code for one in units.flowing_into(unit, then) if DOSSIERS.code in one.supplies]
             for unit in units}
    reported = frozenset(code for code, before in asked.items() if before and sent.issuperset(before))
    found: dict[tuple[str, str], int | None] = {}
    for record in previous.records(DOSSIERS.code):
        heir = units.heir(record["unit"])
        if heir is None:
            continue
        key = (heir.code, record["field"])
        pending, before = added_up(DOSSIERS, record, "pending"), found.get(key, 0)
        known = pending is not None and before is not None and heir.code in reported
        found[key] = int(pending or 0) + (before or 0) if known else None
    return Closing(found, reported)
