"""Which unit a workbook is to be answered for by: the one it names, as far as that can be told."""

from __future__ import annotations

from report_utils.agency.out_of_force import name_of
from report_utils.agency.reporting import Reporting
from report_utils.intake.info_sheet import Info
from report_utils.intake.named_after import unit_named
from report_utils.vietnamese.text import fold


def claimant(reporting: Reporting, info: Info) -> str:
    """The name of the unit whose code the workbook bears, else whose name, else after which the file is named.

    "" for the form of another agency, whose codes may be those of innocent units here, and where nothing tells.
    """
    units, code = reporting.agency.units, info.text("unit")
    if info.text("agency") not in ("", reporting.agency.code):
        return ""
    if units.versions_of(code):
        return name_of(units, code)
    written = fold(info.text("unit_name"))
    named = next((unit for unit in units if written and written in map(fold, unit.names)), None)
    unit = named or unit_named(reporting, info.file)
    return unit.name if unit else ""
