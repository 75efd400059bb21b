"""From the raw folder to the dataset of the period."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from report_utils.agency.agency import Reporting
from report_utils.agency.units import Unit
from report_utils.collection import no_collection
from report_utils.findings import CellRef, Finding, finding, ordered
from report_utils.forms.asked import tables_asked, tables_of
from report_utils.forms.table import Table
from report_utils.intake.book import Grid
from report_utils.intake.dataset import Dataset, Received, tidy, tidy_totals
from report_utils.intake.lines import Lines, read_lines
from report_utils.intake.submission import Submission, claims_of, counting
from report_utils.vietnamese.text import fold


@no_collection()
def read_dataset(reporting: Reporting) -> Dataset:
    """Everything that the units sent in the period of `reporting`, with what was wrong on reading it."""
    findings: list[Finding] = []
    claims, read = [], {}
    for claim in claims_of(reporting, findings):
        read[claim.book.file] = _read_submission(reporting, claim)
        claims.append(replace(claim, book=replace(claim.book, grids=())))  # nobody needs the cells again
    by_table: dict[str, list[Lines]] = defaultdict(list)
    received = []
    for submission in counting(reporting, claims, findings):
        parts, missing = read[submission.book.file]
        findings.extend(missing)
        for part in parts:
            findings.extend(part.findings)
            by_table[part.table.code].append(part)
        received.append(_received(submission, parts))
    sent = {entry.unit for entry in received}
    findings.extend(finding("N01", unit=unit.name) for unit in expected_units(reporting) if unit.code not in sent)
    tables = tables_asked(reporting)
    return Dataset(
        tables={table.code: tidy(table, by_table[table.code]) for table in tables},
        totals={table.code: tidy_totals(table, by_table[table.code]) for table in tables if table.total_row},
        letters=_letters(by_table),
        received=tuple(received),
        findings=tuple(ordered(findings)),
    )


def expected_units(reporting: Reporting) -> list[Unit]:
    """The units that are asked for anything this period."""
    return [unit for unit in reporting.agency.units if tables_of(reporting, unit)]


def _read_submission(reporting: Reporting, submission: Submission) -> tuple[list[Lines], list[Finding]]:
    """The tables of a submission, and a finding for each that has no sheet."""
    parts, missing = [], []
    for table in tables_of(reporting, submission.unit):
        grid = _sheet_of(submission, table)
        if grid is None:
            missing.append(finding("N02", unit=submission.unit.name, at=CellRef(submission.book.file),
                                   table=table.sheet))
        else:
            parts.append(read_lines(reporting.agency, submission.unit, table, grid, submission.book.file,
                                    epoch_1904=submission.book.epoch_1904))
    return parts, missing


def _sheet_of(submission: Submission, table: Table) -> Grid | None:
    return next((grid for grid in submission.book.grids if fold(grid.sheet) == fold(table.sheet)), None)


def _received(submission: Submission, parts: list[Lines]) -> Received:
    return Received(
        unit=submission.unit.code, file=submission.book.file, version=submission.version, sent=submission.sent,
        nature=submission.nature,
        tables=tuple(part.table.code for part in parts if part.letters),
        nil=tuple(part.table.code for part in parts if part.nil and not part.rows),
    )


def _letters(by_table: dict[str, list[Lines]]) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for part in (part for parts in by_table.values() for part in parts):
        found[part.file][part.sheet] = part.letters
    return dict(found)
