"""From the raw folder to the dataset of the period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from report_utils.agency.agency import Reporting
from report_utils.agency.units import Unit
from report_utils.collection import no_collection
from report_utils.findings import CellRef, Finding, finding, ordered
from report_utils.forms.asked import tables_asked, tables_of
from report_utils.forms.table import Table
from report_utils.intake.book import Grid
from report_utils.intake.dataset import Dataset, Received, tidy, tidy_totals
from report_utils.intake.exports.counts import CASES, SUMMARY, ExportCounts
from report_utils.intake.exports.naming import matching
from report_utils.intake.exports.read import agency_mappings, read_exports
from report_utils.intake.lines import Lines, read_lines
from report_utils.intake.submission import Submission, claims_of, counting, received_files
from report_utils.vietnamese.text import fold

_BLANK_TABLE = "B05"


@dataclass(frozen=True)
class _Sent:
    """What counts of a unit: its form, if it sent one, and its tables; `exported` of them comes from an export."""

    unit: Unit
    submission: Submission | None = None
    parts: tuple[Lines, ...] = ()
    findings: tuple[Finding, ...] = ()
    exported: Lines | None = None


@no_collection()
def read_dataset(reporting: Reporting) -> Dataset:
    """Everything that the units sent in the period of `reporting`, with what was wrong on reading it."""
    findings: list[Finding] = []
    files = received_files(reporting.workspace.raw(reporting.agency.code, str(reporting.period)))
    mappings = agency_mappings(reporting.workspace, reporting.agency)
    exported = [path for path in files if matching(mappings, path.name)]
    sent = _read_forms(reporting, [path for path in files if path not in exported], findings)
    readings = read_exports(reporting, mappings, exported)
    findings.extend(found for reading in readings for found in reading.findings)
    exports = tuple(reading.counts for reading in readings if reading.counts is not None)
    for lines in _stand_ins(reporting, exports):
        code = lines.unit.code
        sent[code] = _with_export(sent.get(code, _Sent(lines.unit)), lines)
    return _consolidated(reporting, [sent[unit.code] for unit in reporting.agency.units if unit.code in sent],
                         exports, findings)


def expected_units(reporting: Reporting) -> list[Unit]:
    """The units that are asked for anything this period."""
    return [unit for unit in reporting.agency.units if tables_of(reporting, unit)]


def has_sent(reporting: Reporting, unit: Unit, received: Received | None) -> bool:
    """Whether the unit has sent its form, or exports stand for all that it is asked."""
    if received is None:
        return False
    return received.has_form or {table.code for table in tables_of(reporting, unit)} <= set(received.tables)


def _read_forms(reporting: Reporting, files: Sequence[Path], findings: list[Finding]) -> dict[str, _Sent]:
    """What counts of the forms, by unit; `findings` takes what is told of whole files."""
    claims, read = [], {}
    for claim in claims_of(reporting, files, findings):
        light = replace(claim, book=replace(claim.book, grids=()))  # nobody needs the cells again
        read[claim.book.file] = replace(_read_submission(reporting, claim), submission=light)
        claims.append(light)
    return {submission.unit.code: read[submission.book.file] for submission in counting(reporting, claims, findings)}


def _read_submission(reporting: Reporting, submission: Submission) -> _Sent:
    """The tables of a submission, and a finding for each that has no sheet."""
    parts, missing = [], []
    for table in tables_of(reporting, submission.unit):
        grid = _sheet_of(submission, table)
        if grid is None:
            missing.append(_without_sheet(submission, table))
        else:
            parts.append(read_lines(reporting.agency, submission.unit, table, grid, submission.book.file,
                                    epoch_1904=submission.book.epoch_1904))
    told = (found for part in parts for found in part.findings)
    return _Sent(submission.unit, submission, tuple(parts), (*missing, *told))


def _sheet_of(submission: Submission, table: Table) -> Grid | None:
    return next((grid for grid in submission.book.grids if fold(grid.sheet) == fold(table.sheet)), None)


def _without_sheet(submission: Submission, table: Table) -> Finding:
    return finding("N02", unit=submission.unit.name, at=CellRef(submission.book.file), table=table.sheet)


def _stand_ins(reporting: Reporting, exports: Iterable[ExportCounts]) -> list[Lines]:
    """The rows that may stand for a unit's own: one export a unit, a list of cases rather than a summary."""
    found: dict[str, Lines] = {}
    for export in sorted(exports, key=lambda export: (CASES, SUMMARY).index(export.kind)):
        for lines in export.lines(reporting.agency.units):
            if lines.table in tables_of(reporting, lines.unit):
                found.setdefault(lines.unit.code, lines)
    return list(found.values())


def _with_export(sent: _Sent, lines: Lines) -> _Sent:
    """What counts when there is also an export: the form if it says anything in that table, else the export."""
    own = next((part for part in sent.parts if part.table is lines.table), None)
    if own is not None and own.letters and (own.rows or own.nil):
        return sent
    answered = _without_sheet(sent.submission, lines.table) if sent.submission else None
    findings = tuple(found for found in sent.findings if found != answered and not _is_blank(found, own))
    parts = (*(part for part in sent.parts if part is not own), lines)
    return replace(sent, parts=parts, findings=findings, exported=lines)


def _is_blank(found: Finding, part: Lines | None) -> bool:
    """Whether a finding says that this table of the form was left blank."""
    return part is not None and found.code == _BLANK_TABLE and found.sheet == part.sheet


def _consolidated(reporting: Reporting, sent: Sequence[_Sent], exports: tuple[ExportCounts, ...],
                  findings: Iterable[Finding]) -> Dataset:
    by_table: dict[str, list[Lines]] = defaultdict(list)
    for part in (part for one in sent for part in one.parts):
        by_table[part.table.code].append(part)
    received = {one.unit.code: _received(one) for one in sent}
    silent = [finding("N01", unit=unit.name) for unit in expected_units(reporting)
              if not has_sent(reporting, unit, received.get(unit.code))]
    tables = tables_asked(reporting)
    return Dataset(
        tables={table.code: tidy(table, by_table[table.code]) for table in tables},
        totals={table.code: tidy_totals(table, by_table[table.code]) for table in tables if table.total_row},
        letters=_letters(by_table),
        received=tuple(received.values()),
        findings=tuple(ordered([*findings, *(found for one in sent for found in one.findings), *silent])),
        exports=exports,
        spans={export.file: {export.sheet: export.spans()} for export in exports},
    )


def _received(sent: _Sent) -> Received:
    submission, exported = sent.submission, sent.exported
    file = submission.book.file if submission else exported.file if exported else ""
    return Received(
        unit=sent.unit.code, file=file, version=submission.version if submission else 1,
        sent=submission.sent if submission else None, nature=submission.nature if submission else "",
        tables=tuple(part.table.code for part in sent.parts if part.letters),
        nil=tuple(part.table.code for part in sent.parts if part.nil and not part.rows),
        exported=(exported.table.code,) if exported else (), has_form=submission is not None,
    )


def _letters(by_table: dict[str, list[Lines]]) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for part in (part for parts in by_table.values() for part in parts):
        found[part.file][part.sheet] = part.letters
    return dict(found)
