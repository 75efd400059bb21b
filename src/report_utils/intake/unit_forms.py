"""The forms among the files of the raw folder: what counts of each unit, table by table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.asked import tables_of
from report_utils.forms.table import Table
from report_utils.intake.book import Grid
from report_utils.intake.claim import Submission
from report_utils.intake.ledger import Ledger, SheetLedger
from report_utils.intake.lines import Lines
from report_utils.intake.read_lines import read_lines
from report_utils.intake.sheets import nearest_sheet, says_anything, sheets_named, strangers
from report_utils.intake.submission import claims_of, counting
from report_utils.intake.values import is_blank


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


def read_forms(reporting: Reporting, files: Sequence[Path], findings: list[Finding]) -> dict[str, Sent]:
    """What counts of the forms, by unit code; `findings` takes what is told of whole files."""
    claims, read = [], {}
    for claim in claims_of(reporting, files, findings):
        light = replace(claim, book=replace(claim.book, grids=()))  # nobody needs the cells again
        read[claim.book.file] = replace(_read(reporting, claim), submission=light)
        claims.append(light)
    return {submission.unit.code: read[submission.book.file] for submission in counting(reporting, claims, findings)}


def _read(reporting: Reporting, submission: Submission) -> Sent:
    """The tables of a submission, with a finding for each that has no sheet and each sheet that is no table."""
    asked, book = tables_of(reporting, submission.unit), submission.book
    others = list(strangers(book, [table.sheet for table in asked]))
    told = [_about(submission, "N08", grid) for grid in others]
    parts = []
    for table in asked:
        named = sheets_named(book.grids, table.sheet)
        if not named:
            told += [] if table.optional else [_missing(submission, table, others)]
            continue
        parts.append(read_lines(reporting.agency, submission.unit, table, named[0], book.file,
                                epoch_1904=book.epoch_1904))
        doubles = list(filter(says_anything, named[1:]))
        told += [_about(submission, "N09", double, table=table.sheet) for double in doubles]
        others += doubles
    told += (found for part in parts for found in part.findings)
    return Sent(submission.unit, submission, tuple(parts), tuple(told),
                tuple(_unread(book.file, grid) for grid in others))


def _missing(submission: Submission, table: Table, others: Sequence[Grid]) -> Finding:
    near = nearest_sheet(others, table.sheet)
    return finding("N02", unit=submission.unit.name, at=CellRef(submission.book.file), expected=table.sheet,
                   suggestion=f" Có phải là sheet «{near}» không?" if near else "")


def _about(submission: Submission, code: str, grid: Grid, **fields: Any) -> Finding:
    return finding(code, unit=submission.unit.name, at=CellRef(submission.book.file, grid.sheet), **fields)


def _unread(file: str, grid: Grid) -> SheetLedger:
    """The account of a sheet that nobody reads: its finding stands for every row that says something."""
    silent = sum(all(map(is_blank, row)) for row in grid.rows)
    return SheetLedger(file, grid.sheet, "", Ledger(len(grid.rows), refused=len(grid.rows) - silent, silent=silent))
