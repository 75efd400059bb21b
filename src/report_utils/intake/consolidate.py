"""From the raw folder to the dataset of the period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.collection import no_collection
from report_utils.findings import CellRef, Finding, finding, ordered
from report_utils.forms.asked import tables_asked, tables_of
from report_utils.forms.table import Table
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.adjustments.applying import adjusted
from report_utils.intake.dataset import Dataset, Received, tidy, tidy_totals
from report_utils.intake.exports.counts import CASES, SUMMARY, ExportCounts
from report_utils.intake.exports.naming import matching
from report_utils.intake.exports.read import agency_mappings, read_exports
from report_utils.intake.file_names import shown_name
from report_utils.intake.kept import Kept
from report_utils.intake.ledger import SheetLedger
from report_utils.intake.lines import Lines
from report_utils.intake.not_received import not_received, refused_files
from report_utils.intake.raw_folder import received_files
from report_utils.intake.sent import Sent
from report_utils.intake.submission import received_folders
from report_utils.intake.unit_forms import read_forms

_BLANK_TABLE, _NO_SHEET = "B05", "N02"


@no_collection()
def read_dataset(reporting: Reporting, kept: Kept | None = None) -> Dataset:
    """Everything that the units sent in the period of `reporting`, with what was wrong on reading it.

    Of forms that are `kept` from an earlier reading only the digest is taken; the result is the same. What the office
    has recorded beside the submissions is applied. Raises SettingsError where that cannot be read.
    """
    return adjusted(reporting, read_sent(reporting, kept))


def read_sent(reporting: Reporting, kept: Kept | None = None) -> Dataset:
    """The same in the units' own words, without the adjustments of the office."""
    raw = reporting.workspace.raw(reporting.agency.code, str(reporting.period))
    findings = [finding("N14", at=CellRef(shown_name(path))) for path in received_folders(raw)]
    files = received_files(raw)
    mappings = agency_mappings(reporting.workspace, reporting.agency)
    exported = [path for path in files if matching(mappings, shown_name(path))]
    sent = read_forms(reporting, [path for path in files if path not in exported], findings, kept)
    refused = refused_files(findings)
    readings = read_exports(reporting, mappings, exported)
    findings.extend(found for reading in readings for found in reading.findings)
    exports = tuple(reading.counts for reading in readings if reading.counts is not None)
    for lines in _stand_ins(reporting, exports):
        code = lines.unit.code
        sent[code] = _with_export(sent.get(code, Sent(lines.unit)), lines)
    return _consolidated(reporting, [sent[unit.code] for unit in reporting.agency.units if unit.code in sent],
                         exports, findings, refused)


def expected_units(reporting: Reporting) -> list[Unit]:
    """The units that are asked for anything this period."""
    return [unit for unit in reporting.agency.units if tables_of(reporting, unit)]


def has_sent(asked: Iterable[Table], received: Received | None) -> bool:
    """Whether the unit has sent its form, or exports stand for all that it is `asked`."""
    if received is None:
        return False
    return received.has_form or {table.code for table in asked if not table.optional} <= set(received.tables)


def _stand_ins(reporting: Reporting, exports: Iterable[ExportCounts]) -> list[Lines]:
    """The rows that may stand for a unit's own: one export a unit, a list of cases rather than a summary."""
    found: dict[str, Lines] = {}
    for export in sorted(exports, key=lambda export: (CASES, SUMMARY).index(export.kind)):
        for lines in export.lines(reporting.agency.units):
            if (lines.rows or lines.nil) and lines.table in tables_of(reporting, lines.unit):
                found.setdefault(lines.unit.code, lines)
    return list(found.values())


def _with_export(sent: Sent, lines: Lines) -> Sent:
    """What counts when there is also an export: the form if it says anything in that table, else the export."""
    own = next((part for part in sent.parts if part.table is lines.table), None)
    if own is not None and own.letters and (own.rows or own.nil):
        return sent
    findings = tuple(found for found in sent.findings if not _is_blank(found, own)
                     and (found.code, found.expected) != (_NO_SHEET, lines.table.sheet))
    parts = (*(part for part in sent.parts if part is not own), lines)
    unread = (*sent.unread, own.account) if own else sent.unread
    return replace(sent, parts=parts, findings=findings, unread=unread, exported=lines)


def _is_blank(found: Finding, part: Lines | None) -> bool:
    """Whether a finding says that this table of the form was left blank."""
    return part is not None and found.code == _BLANK_TABLE and found.sheet == part.sheet


def _consolidated(reporting: Reporting, sent: Sequence[Sent], exports: tuple[ExportCounts, ...],
                  findings: Iterable[Finding], refused: Mapping[str, Sequence[Finding]]) -> Dataset:
    by_table: dict[str, list[Lines]] = defaultdict(list)
    for part in (part for one in sent for part in one.parts):
        by_table[part.table.code].append(part)
    received = {one.unit.code: _received(one) for one in sent}
    silent = [not_received(unit, refused.get(unit.name, ())) for unit in expected_units(reporting)
              if not has_sent(tables_of(reporting, unit), received.get(unit.code))]
    tables = tables_asked(reporting)
    return Dataset(
        tables={table.code: tidy(table, by_table[table.code]) for table in tables},
        totals={table.code: tidy_totals(table, by_table[table.code]) for table in tables if table.adds_up},
        letters=_letters(by_table),
        received=tuple(received.values()),
        findings=tuple(ordered([*findings, *(found for one in sent for found in one.findings), *silent])),
        exports=exports,
        ledgers=tuple(_ledgers(sent, exports)),
        spans={export.file: {export.sheet: export.spans()} for export in exports},
    )


def _ledgers(sent: Sequence[Sent], exports: Iterable[ExportCounts]) -> Iterator[SheetLedger]:
    """The accounts of all sheets that were read: by unit the forms, then the exports."""
    for one in sent:
        yield from (part.account for part in one.parts if part is not one.exported)
        yield from one.unread
    yield from (SheetLedger(export.file, export.sheet, DOSSIERS.code, export.ledger) for export in exports)


def _received(sent: Sent) -> Received:
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
