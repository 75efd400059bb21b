"""Everything that is published of a period: the workbooks read, the gate passed, the files and pages made."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.collection import no_collection
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.data_set import FOLDER
from report_utils.intake.book import Book, open_book
from report_utils.intake.file_names import shown_name
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.preflight import Refusal
from report_utils.intake.raw_folder import is_workbook, received_files
from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import GateSettings, PrivacyException
from report_utils.privacy.verdict import ColumnVerdict, Verdict
from report_utils.progress import counted
from report_utils.publish import dcat, descriptor, index_page
from report_utils.publish.exceptions import load_exceptions
from report_utils.publish.files import Published, published
from report_utils.publish.publisher import Publisher
from report_utils.publish.sending import Sending, read_sending
from report_utils.publish.wording import inspected_wordings
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import fold


@dataclass(frozen=True)
class Kit:
    """What was sent, what the gate said, and what is published: files by their path beside the index page."""

    sendings: Sequence[Sending]
    verdicts: Sequence[ColumnVerdict]
    sets: Sequence[Published]
    files: dict[str, bytes]

    @property
    def findings(self) -> list[Finding]:
        """Everything that is wrong or worth a look, workbook by workbook."""
        return [found for sending in self.sendings for found in sending.findings]


@no_collection()
def build_kit(reporting: Reporting) -> Kit:
    """The kit of a period. Nothing of a data set is published while anything in its workbook is wrong or blocked.

    Raises SettingsError.
    """
    sendings = _sendings(reporting)
    exceptions = load_exceptions(reporting)
    verdicts = [verdict for sending in sendings for verdict in _inspected(sending, reporting, exceptions)]
    publisher = publisher_of(reporting)
    sets = [published(sending.data, publisher)
            for sending in sorted(sendings, key=_place_in(reporting)) if sending.is_right and sending.data]
    return Kit(sendings, verdicts, sets, _files(sets, publisher))


def publisher_of(reporting: Reporting) -> Publisher:
    """Who publishes in this period, as the agency's settings say."""
    profile, settings = reporting.agency.profile, reporting.agency.profile.publishing
    return Publisher(profile.code, profile.name, settings.licence, reporting.window.cutoff, settings.licence_path,
                     settings.address)


def _files(sets: Sequence[Published], publisher: Publisher) -> dict[str, bytes]:
    return {
        index_page.NAME: index_page.index_page(sets, publisher),
        descriptor.NAME: descriptor.descriptor_bytes(sets, publisher),
        dcat.NAME: dcat.dcat_bytes(sets, publisher),
        **{file.path: file.content for one in sets for file in one.files},
    }


def _sendings(reporting: Reporting) -> list[Sending]:
    """The workbooks of the period, by name; two for one data set are both refused, as is what is no workbook."""
    folder = reporting.workspace.raw(reporting.agency.code, str(reporting.period)) / FOLDER
    received = received_files(folder)
    workbooks = [path for path in received if is_workbook(path)]
    opened = counted("Đọc dữ liệu mở", run_isolated(open_book, workbooks), len(workbooks))
    sendings = [_sending(reporting, path, book) for path, book in opened]
    sendings += (_no_workbook(shown_name(path)) for path in received if not is_workbook(path))
    many = Counter(sending.entry.dataset for sending in sendings if sending.entry)
    for sending in sendings:
        if sending.entry and many[sending.entry.dataset] > 1:
            files = ", ".join(other.file for other in sendings if other.entry is sending.entry)
            sending.tell("P03", found=sending.entry.name, files=files)
    return sendings


def _sending(reporting: Reporting, path: Path, book: Book | Refusal) -> Sending:
    if not isinstance(book, Refusal):
        return read_sending(reporting, book)
    return Sending(shown_name(path), findings=[book.finding(shown_name(path), "")])


def _no_workbook(file: str) -> Sending:
    return Sending(file, findings=[finding("N06", at=CellRef(file))])


def _place_in(reporting: Reporting) -> Callable[[Sending], int]:
    """The order of the plan."""
    order = {entry.dataset: i for i, entry in enumerate(reporting.agency.catalogues.open_data)}
    return lambda sending: order[sending.entry.dataset] if sending.entry else len(order)


def _inspected(sending: Sending, reporting: Reporting, exceptions: tuple[PrivacyException, ...]
               ) -> Iterator[ColumnVerdict]:
    """What the gate says of a data set; what it blocks, doubts or lets pass by an exception becomes a finding."""
    data, entry, publishing = sending.data, sending.entry, reporting.agency.profile.publishing
    if data is None or entry is None:
        return
    own = tuple(replace(one, table=entry.name) for one in exceptions if one.table == entry.dataset)
    settings = GateSettings(small_cell=publishing.small_cell, date=reporting.window.cutoff, exceptions=own,
                            aggregates_only=entry.dataset in publishing.aggregates_only)
    titles = [field.title for field in data.fields]
    verdicts = inspect_table(entry.name, titles, data.columns, settings)
    _tell_without_effect(sending, verdicts, settings)
    for field, verdict in zip(data.fields, verdicts, strict=True):
        _tell(sending, verdict, f"{sending.letters.get(field.name, '')}1")
        yield verdict
    for said, verdict in inspected_wordings(sending, entry.name, settings):
        if verdict.verdict is Verdict.BLOCK:
            sending.tell("P13", said.sheet, said.cell, column=said.title, reason=_with_law(verdict))
        yield verdict


def _tell_without_effect(sending: Sending, verdicts: Sequence[ColumnVerdict], settings: GateSettings) -> None:
    """The exceptions that let nothing pass, and why."""
    used = [verdict.exception for verdict in verdicts if verdict.exception]
    columns = {fold(verdict.column) for verdict in verdicts}
    for one in settings.exceptions:
        if one not in used:
            sending.tell("P15", sending.sheet, column=one.column, kind=one.kind,
                         reason=_why_without_effect(one, columns, settings.date))


def _why_without_effect(one: PrivacyException, columns: set[str], cutoff: dt.date) -> str:
    if one.date > cutoff:
        return f"ngày duyệt {format_date(one.date)} sau ngày chốt {format_date(cutoff)} nên chưa có hiệu lực"
    if fold(one.column) not in columns:
        return "tập dữ liệu không có cột này"
    return "cột này không bị chặn vì loại dữ liệu đó"


def _with_law(verdict: ColumnVerdict) -> str:
    reason = verdict.reason.rstrip(".")
    return f"{reason} ({verdict.basis})" if verdict.basis else reason


def _tell(sending: Sending, verdict: ColumnVerdict, cell: str) -> None:
    passed = verdict.exception
    if passed:
        sending.tell("P09", sending.sheet, cell, column=verdict.column, reason=passed.purpose,
                     basis=passed.legal_basis, approver=passed.approver, day=format_date(passed.date))
    elif verdict.verdict is not Verdict.PASS:
        sending.tell("P07" if verdict.verdict is Verdict.BLOCK else "P08", sending.sheet, cell, column=verdict.column,
                     reason=_with_law(verdict), kind=verdict.kind or "")
