"""What the period before left open, by the units that go on with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report_utils.agency.reporting import Reporting
from report_utils.checks.context import added_up
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.dataset import Dataset


@dataclass(frozen=True)
class Closing:
    """Dossiers pending at the end of the period before, by unit of this period and field.

    A number is None when a cell could not be read, or when one of several predecessors sent nothing. `reported` are
    the units of this period of which all that was asked then is at hand, `predecessors` the names of those that were
    merged into one.
    """

    pending: Mapping[tuple[str, str], int | None]
    reported: frozenset[str]
    predecessors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, unit: str) -> str:
        """Whose figures the sum of a merged unit is made of, as it stands behind that sum; nothing for another unit."""
        names = self.predecessors.get(unit)
        return f" (cộng của {', '.join(names)})" if names else ""


def closing_of(reporting: Reporting, previous: Dataset | None) -> Closing:
    """The closing figures for the units of `reporting`: of a merged unit the sum of those of its predecessors."""
    if previous is None:
        return Closing({}, frozenset())
    units, then = reporting.agency.units, reporting.units_before
    sent = {entry.unit for entry in previous.received if DOSSIERS.code in entry.tables}
    asked = units.by_heir(unit for unit in then if DOSSIERS.code in unit.supplies)
    reported = frozenset(code for code, before in asked.items() if sent.issuperset(before))
    found: dict[tuple[str, str], int | None] = {}
    for record in previous.records(DOSSIERS.code):
        heir = units.heir(record["unit"])
        if heir is None:
            continue
        key = (heir.code, record["field"])
        pending, before = added_up(DOSSIERS, record, "pending"), found.get(key, 0)
        known = pending is not None and before is not None and heir.code in reported
        found[key] = int(pending or 0) + (before or 0) if known else None
    merged = {code: tuple(then[one].name for one in before) for code, before in asked.items() if before != [code]}
    return Closing(found, reported, merged)
