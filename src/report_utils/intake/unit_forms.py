"""The forms among the files of the raw folder: what counts of each unit, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.asked import tables_of
from report_utils.forms.table import Table
from report_utils.intake.book import Book, Grid, open_form
from report_utils.intake.claim import Submission
from report_utils.intake.file_names import shown_name
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.kept import Kept
from report_utils.intake.ledger import Ledger, SheetLedger
from report_utils.intake.named_after import unit_named
from report_utils.intake.preflight import Refusal
from report_utils.intake.raw_folder import is_workbook
from report_utils.intake.read_lines import read_lines
from report_utils.intake.sent import FileReading, Sent
from report_utils.intake.sheets import nearest_sheet, says_anything, sheets_named, strangers
from report_utils.intake.submission import claim_on, counting
from report_utils.intake.values import is_blank
from report_utils.progress import counted


def read_forms(reporting: Reporting, files: Sequence[Path], findings: list[Finding],
               kept: Kept | None = None) -> dict[str, Sent]:
    """What counts of the forms, by unit code; `findings` takes what is told of whole files.

    Of what is `kept` of an earlier reading no file is opened again.
    """
    findings.extend(_of_another_kind(reporting, path) for path in files if not is_workbook(path))
    claims, read = [], {}
    for reading in _readings(reporting, [path for path in files if is_workbook(path)], kept):
        findings.extend(reading.findings)
        if reading.sent and (claim := reading.sent.submission):
            claims.append(claim)
            read[claim.book.file] = reading.sent
    return {submission.unit.code: read[submission.book.file] for submission in counting(reporting, claims, findings)}


def _of_another_kind(reporting: Reporting, path: Path) -> Finding:
    unit = unit_named(reporting, path.name)
    return finding("N06", unit=unit.name if unit else "", at=CellRef(shown_name(path)))


def _readings(reporting: Reporting, paths: Sequence[Path], kept: Kept | None) -> Iterator[FileReading]:
    """What each workbook says, in their order. A refusal may be the fault of the machine, so that it is not kept."""
    found = {path: kept.find(path) if kept else None for path in paths}
    opened = run_isolated(open_form, [path for path, reading in found.items() if reading is None])
    for path in counted("Đọc biểu mẫu", paths, len(paths)):
        reading = found[path]
        if reading is None:
            _, book = next(opened)
            reading = _reading(reporting, path, book)
            if kept and not isinstance(book, Refusal):
                kept.take(path, reading)
        yield reading


def _reading(reporting: Reporting, path: Path, book: Book | Refusal) -> FileReading:
    claim, findings = claim_on(reporting, path, book)
    if claim is None:
        return FileReading(tuple(findings))
    light = replace(claim, book=Book(claim.book.file, (), path=claim.book.path))  # nobody needs the cells again
    return FileReading(tuple(findings), replace(_read(reporting, claim), submission=light))


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
