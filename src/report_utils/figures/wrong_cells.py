"""The cells that make figures doubtful: those of errors, and those of them that are the office's to mend."""

from __future__ import annotations

from collections.abc import Iterable

from report_utils.findings import CellRef, Finding, errors


def wrong_cells(findings: Iterable[Finding]) -> frozenset[CellRef]:
    """The cells that the errors among `findings` are about."""
    return frozenset(cell for found in errors(findings) for cell in found.cells)


def cells_of_office(findings: Iterable[Finding]) -> frozenset[CellRef]:
    """Of these cells those that no error is about but what comes of the office's adjustments."""
    own: dict[bool, list[Finding]] = {True: [], False: []}
    for found in findings:
        own[found.of_office].append(found)
    return wrong_cells(own[True]) - wrong_cells(own[False])
