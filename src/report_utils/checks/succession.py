"""N17, N18: what the catalogues give to units that are not there in the period."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from report_utils.agency.out_of_force import name_of, out_of_force
from report_utils.agency.passing_on import PassedOn
from report_utils.checks.context import Context
from report_utils.findings import CellRef, Finding, finding

_MOST_KEYS = 10


def check_passed_on(context: Context) -> Iterator[Finding]:
    """Each file of the catalogues that names such a unit, with the entries and who has them instead."""
    agency, workspace = context.reporting.agency, context.reporting.workspace
    folder = workspace.shown(workspace.params(agency.code))
    for (catalogue, code, to), entries in groupby(agency.catalogues.passed_on, key=_which):
        heirs = " và ".join(agency.units[heir].name for heir in to)
        yield finding("N17" if to else "N18", at=CellRef(f"{folder}/{catalogue}"), found=code, heirs=heirs,
                      keys=_keys([entry.key for entry in entries]), name=f"«{name_of(agency.units, code)}» ({code})",
                      reason=out_of_force(agency.units, code))


def _which(entry: PassedOn) -> tuple[str, str, tuple[str, ...]]:
    return entry.catalogue, entry.code, entry.to


def _keys(keys: list[str]) -> str:
    """The entries as people list them: "NV05, NV07"; those beyond the most are counted."""
    more = f" và {len(keys) - _MOST_KEYS} dòng khác" if len(keys) > _MOST_KEYS else ""
    return ", ".join(keys[:_MOST_KEYS]) + more
