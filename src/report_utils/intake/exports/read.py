"""From the files of the raw folder to the counts of every export."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

import numpy as np

from report_utils.agency.agency import Agency
from report_utils.agency.reporting import Reporting
from report_utils.agency.workspace import Workspace
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.asked import suppliers_of
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.book import Book, Grid, RawValue
from report_utils.intake.exports.case_list import case_list
from report_utils.intake.exports.cases import count_cases
from report_utils.intake.exports.columns import Ints, digests
from report_utils.intake.exports.counts import ExportCounts
from report_utils.intake.exports.faults import Faults
from report_utils.intake.exports.header import Header, NoHeader, find_header
from report_utils.intake.exports.job import ReadThen
from report_utils.intake.exports.mapping import CaseMapping, ExportMapping
from report_utils.intake.exports.mapping_files import load_mappings
from report_utils.intake.exports.naming import Claim, claim
from report_utils.intake.exports.stated_period import contradiction
from report_utils.intake.exports.summary import Summary, count_summary
from report_utils.intake.file_names import shown_name
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.preflight import DEFAULT_LIMITS, Refusal
from report_utils.intake.preflight.limits import MEGABYTE
from report_utils.intake.preflight.names import place_of

_FOLDER = "exports"
_LIMITS = replace(DEFAULT_LIMITS, memory=(768 + 160) * MEGABYTE)
"""Room for as many cells as a sheet may have (250,000 dossiers of 16 columns) and for the modules that count them."""
_UNSTORED = "(công thức chưa có giá trị)"


@dataclass(frozen=True)
class ExportReading:
    """What became of one export; without `counts` it could not be read at all."""

    counts: ExportCounts | None
    findings: tuple[Finding, ...]
    codes: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    """Stand-ins of the codes of a list of cases, when there is another list to compare it with."""


def agency_mappings(workspace: Workspace, agency: Agency) -> tuple[ExportMapping, ...]:
    """The mappings of params/<agency>/exports. Raises SettingsError."""
    folder = workspace.params(agency.code) / _FOLDER
    return load_mappings(folder, workspace.shown(folder), agency)


def read_exports(reporting: Reporting, mappings: Iterable[ExportMapping], files: Iterable[Path]
                 ) -> list[ExportReading]:
    """The exports among `files`, by name; files that no mapping claims are passed over.

    Each is read and counted in a process of its own: nothing in it can end the run, and no row of it reaches the run.
    """
    listed = sorted(files, key=shown_name)
    claims: dict[str, Claim] = {}
    readings: dict[str, ExportReading] = {}
    taken: dict[tuple[str, str], str] = {}
    known = tuple(mappings)
    for path in listed:
        claimed = claim(known, shown_name(path), reporting.agency.units)
        if isinstance(claimed, Claim):
            claimed = _refused(reporting, claimed, taken) or claimed
        if isinstance(claimed, Finding):
            readings[shown_name(path)] = ExportReading(None, (claimed,))
        elif claimed:
            claims[shown_name(path)] = claimed
    readings |= _read_all(reporting, claims, [path for path in listed if shown_name(path) in claims])
    found = {shown_name(path): readings[shown_name(path)] for path in listed if shown_name(path) in readings}
    return [*found.values(), *_in_two_lists(reporting, claims, found)]


def _in_two_lists(reporting: Reporting, claims: Mapping[str, Claim], readings: Mapping[str, ExportReading]
                  ) -> list[ExportReading]:
    """Dossiers that stand in the lists of two places and would be counted twice."""
    told = [
        finding("X15", unit=_unit_name(reporting, claims[second]), at=CellRef(second), count=both, other=first)
        for first, second in combinations(readings, 2)
        if (both := np.intersect1d(readings[first].codes, readings[second].codes).size)
    ]
    return [ExportReading(None, tuple(told))] if told else []


def _refused(reporting: Reporting, claimed: Claim, taken: dict[tuple[str, str], str]) -> Finding | None:
    """Why a claimed file does not count: its unit is not asked for dossiers, or has sent such a file already."""
    mapping = claimed.mapping
    units = [claimed.unit] if claimed.unit else list(mapping.values.place) if isinstance(mapping, CaseMapping) else []
    asked = {unit.code for unit in suppliers_of(reporting.agency, DOSSIERS)}
    for unit in units:
        name = reporting.agency.units[unit].name
        if unit not in asked:
            return finding("X02", unit=name, at=CellRef(claimed.file), reason=f"{name} không phải báo cáo hồ sơ TTHC")
        first = taken.setdefault((mapping.kind, unit), claimed.file)
        if first != claimed.file:
            return finding("X02", unit=name, at=CellRef(claimed.file), reason=f"{name} đã có tệp cùng loại «{first}»")
    return None


@dataclass(frozen=True)
class _Reader:
    """Counts exports that are open, each by its claim; goes to the processes that do it."""

    reporting: Reporting
    claims: Mapping[str, Claim]

    def __call__(self, book: Book) -> ExportReading:
        lists = sum(isinstance(claimed.mapping, CaseMapping) for claimed in self.claims.values())
        return read_book(self.reporting, self.claims[book.file], book, keep_codes=lists > 1)


def _read_all(reporting: Reporting, claims: Mapping[str, Claim], paths: Sequence[Path]) -> dict[str, ExportReading]:
    if not paths:
        return {}
    job = ReadThen(pickle.dumps(_Reader(reporting, claims), pickle.HIGHEST_PROTOCOL))
    return {shown_name(path): _told(reporting, claims[shown_name(path)], result)
            for path, result in run_isolated(job, paths, _LIMITS)}


def _told(reporting: Reporting, claimed: Claim, result: ExportReading | Refusal) -> ExportReading:
    if isinstance(result, Refusal):
        return ExportReading(None, (result.finding(claimed.file, _unit_name(reporting, claimed)),))
    return result


def read_book(reporting: Reporting, claimed: Claim, book: Book, *, keep_codes: bool = False) -> ExportReading:
    """The counts of an export that is open. Nothing of `book` is kept but numbers of rows."""
    mapping, unit = claimed.mapping, _unit_name(reporting, claimed)
    told = [notice.finding(book.file, unit) for notice in book.notices]
    header = find_header(map(_with_faults, book.grids), mapping.sheet, dict(mapping.columns), mapping.personal)
    if isinstance(header, NoHeader):
        return ExportReading(None, (*told, _without_header(claimed, unit, header)))
    general = [*told, *_personal(claimed, unit, header), *_other_period(reporting, claimed, unit, header),
               *_other_sheets(claimed, unit, header)]
    if isinstance(mapping, CaseMapping):
        cases = case_list(reporting, mapping, header, claimed.unit, epoch_1904=book.epoch_1904)
        faults = Faults(unit, book.file, header.grid.sheet, header.first_row + 1, np.zeros(cases.size, bool))
        counts = count_cases(cases, faults)
        codes = digests(cases.codes) if keep_codes else np.empty(0, np.int64)
        return ExportReading(counts, (*general, *faults.findings, *_doubt(counts, unit)), codes)
    summary = Summary(reporting, mapping, header, claimed.unit, book.file)
    counts = count_summary(summary)
    return ExportReading(counts, (*general, *summary.findings, *_doubt(counts, unit)))


def _with_faults(grid: Grid) -> Grid:
    """The grid with a text where the plain reader sees a blank cell: errors of Excel, formulas without their value."""
    texts = {**dict.fromkeys(grid.unstored, _UNSTORED), **grid.errors}
    rows: dict[int, list[RawValue]] = {}
    for cell, text in texts.items():
        row, column = (number - 1 for number in place_of(cell))
        if row < len(grid.rows) and column < len(grid.rows[row]):
            rows.setdefault(row, list(grid.rows[row]))[column] = text
    return replace(grid, rows=[rows.get(i, row) for i, row in enumerate(grid.rows)]) if rows else grid


def _without_header(claimed: Claim, unit: str, found: NoHeader) -> Finding:
    reasons = [f"{word}: {', '.join(names)}" for word, names in
               (("thiếu", found.missing), ("có nhiều cột cùng tên", found.double)) if names]
    return finding("X01", unit=unit, at=CellRef(claimed.file, found.sheet.replace("*", "")), name=claimed.mapping.name,
                   reason="; ".join(reasons))


def _personal(claimed: Claim, unit: str, header: Header) -> list[Finding]:
    if not header.personal:
        return []
    return [finding("X11", unit=unit, at=CellRef(claimed.file, header.grid.sheet), words=", ".join(header.personal))]


def _other_sheets(claimed: Claim, unit: str, header: Header) -> list[Finding]:
    """Sheets with the same columns that were passed over: a list is one sheet."""
    return [finding("X14", unit=unit, at=CellRef(claimed.file, sheet), found=sheet, expected=header.grid.sheet)
            for sheet in header.others]


def _other_period(reporting: Reporting, claimed: Claim, unit: str, header: Header) -> list[Finding]:
    """Titles that state another period than that of the report."""
    found, expected = contradiction(reporting, header.grid.rows[: header.first_row],
                                    may_be_longer=isinstance(claimed.mapping, CaseMapping))
    at = CellRef(claimed.file, header.grid.sheet)
    return [finding("X12", unit=unit, at=at, found=found, expected=expected)] if found else []


def _doubt(counts: ExportCounts, unit: str) -> list[Finding]:
    """Rows that were refused make every count of the list uncertain; a list that counts nothing says nothing."""
    if not counts.ledger.refused:
        empty = finding("X16", unit=unit, at=CellRef(counts.file, counts.sheet))
        return [] if counts.ledger.used else [empty]
    related = tuple(dict.fromkeys(counts.ref(*key, column) for key, columns in counts.counts.items()
                                  for column in columns))
    return [finding("X10", unit=unit, at=CellRef(counts.file, counts.sheet), count=counts.ledger.refused,
                    related=related)]


def _unit_name(reporting: Reporting, claimed: Claim) -> str:
    return reporting.agency.units[claimed.unit].name if claimed.unit else ""
