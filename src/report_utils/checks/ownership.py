"""Whose finding a finding is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from report_utils.agency.reporting import Reporting
from report_utils.findings import Finding
from report_utils.forms.asked import form_name


def findings_by_unit(reporting: Reporting, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings by unit code: by the unit they name, or by the file name of the unit's form where they name none.

    What comes of an adjustment is the office's, and no unit's.
    """
    owners = {form_name(reporting, unit): unit.code for unit in reporting.agency.units}
    owners |= {unit.name: unit.code for unit in reporting.agency.units}
    found: dict[str, list[Finding]] = defaultdict(list)
    for each in (one for one in findings if not one.of_office):
        owner = owners.get(each.unit or each.file)
        if owner is not None:
            found[owner].append(each)
    return found
