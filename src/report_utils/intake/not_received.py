"""N01: nothing of a unit counts, since it has sent nothing, or only what cannot be used; the finding says which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, Severity, finding

_NO_FORM = "N06"
"""A warning, for most such files are of nobody; one named after a unit is all that it has sent."""


def refused_files(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """What keeps whole files from being read, by the name of the unit of which each would be."""
    refused: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        if found.file and (found.severity is Severity.ERROR or found.code == _NO_FORM):
            refused[found.unit].append(found)
    return refused


def not_received(unit: Unit, refused: Sequence[Finding]) -> Finding:
    """The finding on a unit of which nothing counts; it has a file only where some were `refused`."""
    if not refused:
        return finding("N01", unit=unit.name)
    files, codes = sorted({found.file for found in refused}), sorted({found.code for found in refused})
    named = ", ".join(f"«{file}»" for file in files)
    return finding("N01", unit=unit.name, at=CellRef(files[0]), reason=" dùng được trong",
                   suggestion=f" Tệp {named} không được tính: xem {', '.join(codes)}.")
