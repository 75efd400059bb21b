"""What comes of the workbooks of a period."""

from __future__ import annotations

from dataclasses import dataclass

from report_utils.agency.units import Unit
from report_utils.findings import Finding
from report_utils.intake.claim import Submission
from report_utils.intake.ledger import SheetLedger
from report_utils.intake.lines import Lines


@dataclass(frozen=True)
class Sent:
    """What counts of a unit: its form, if it sent one, and its tables; `exported` of them comes from an export.

    `unread` are the accounts of the sheets of its form that are no table of it.
    """

    unit: Unit
    submission: Submission | None = None
    parts: tuple[Lines, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[SheetLedger, ...] = ()
    exported: Lines | None = None


@dataclass(frozen=True)
class FileReading:
    """What one workbook says, the cells themselves left out: `sent` is None when it is not for this agency and period.

    `findings` are about the whole file, those about its tables are in `sent`.
    """

    findings: tuple[Finding, ...]
    sent: Sent | None = None
