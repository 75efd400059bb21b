"""The analyst's desk: the four stages that the notebooks call, and what to look at after each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.feedback import save_feedback
from report_utils.checks.reporting_rate import UnitStatus, unit_statuses
from report_utils.checks.run_all import check_all
from report_utils.document.blocks import Document, Mark
from report_utils.document.inserts import is_marked
from report_utils.document.official import to_word
from report_utils.document.report import DRAFT, BuiltReport, addressed_to, build_report
from report_utils.document.summary import NAME, build_summary
from report_utils.document.uses import uses_of
from report_utils.figures.charts import save_charts
from report_utils.figures.files import figures_saved, save_figures
from report_utils.figures.period import PeriodFigures
from report_utils.figures.source import wrong_cells
from report_utils.findings import Finding, Severity
from report_utils.findings.files import load_findings, save_findings
from report_utils.forms.info import ILLUSTRATIVE
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.dataset_files import load_dataset, save_dataset
from report_utils.prose.scan import Setting
from report_utils.publish.publisher import ILLUSTRATIVE as ILLUSTRATIVE_REMARK
from report_utils.review.reviewed import review_bytes
from report_utils.run.assembling import assembled, reporting_of
from report_utils.run.figure_book import BOOK_NAME, USES, book_bytes, load_uses, rename_uses, save_uses
from report_utils.run.folders import STAGING_VARIABLE, Folders
from report_utils.run.kept_readings import kept_readings
from report_utils.run.manifest import edited_files, free_name
from report_utils.run.open_places import place_lines
from report_utils.run.outcome import Outcome
from report_utils.run.reviewing import remark_line
from report_utils.run.stages import loaded
from report_utils.storage.files import save
from report_utils.storage.folders import remove
from report_utils.vietnamese.dates import format_date

_NOW, _EARLIER = "now", "earlier"
"""Subfolders of the processed data: this period; those it is compared with or added to, a folder each."""


@dataclass(frozen=True)
class Survey:
    """What a look at the raw folder shows: every expected unit with its findings."""

    reporting: Reporting
    dataset: Dataset
    findings: tuple[Finding, ...]
    statuses: tuple[UnitStatus, ...]


_SUMMARY = "summary"


@dataclass(frozen=True)
class Desk:
    """One agency and period with its folders. Stages are called in order; each reads what the one before wrote.

    `in_run`: notebooks are executed by a run, several at once; it writes figures.xlsx when all have ended.
    """

    reporting: Reporting
    folders: Folders
    in_run: bool = False

    def receive(self) -> Dataset:
        """Stage 1: read every submission of the period (and of the earlier ones it needs) into tidy tables.

        A form that is as it was when it was read last is not opened again.
        """
        dataset = _received(self.reporting)
        save_dataset(dataset, self.folders.processed / _NOW)
        remove(self.folders.processed / _EARLIER)
        remove(self.folders.processed / USES)
        for period in self.reporting.earlier(self.reporting.was_sent):
            for agency, theirs in self.reporting.sent_to(period):
                save_dataset(_received(reporting_of(self.reporting, theirs, agency)), self._earlier(period) / agency)
        return dataset

    def check(self) -> list[Finding]:
        """Stage 2: run every rule; all findings, errors first, and for each unit a workbook of its own."""
        before, year_before = map(self._own_dataset_of, (self.reporting.previous, self._matching))
        findings = check_all(Context(self.reporting, self.dataset(), before, year_before))
        save_findings(findings, self.folders.processed)
        save_feedback(self.reporting, findings, self.folders.feedback)
        return findings

    def survey(self) -> Survey:
        """Who has sent and what is wrong with it, as the raw folder is now; nothing is written."""
        dataset = _read(self.reporting)
        findings = check_all(Context(self.reporting, dataset, self.read_before(), self._read_own(self._matching)))
        return Survey(self.reporting, dataset, tuple(findings), unit_statuses(self.reporting, dataset, findings))

    def compute(self) -> PeriodFigures:
        """Stage 3: compute every figure; write figures.csv, figures.json and the charts."""
        figures = self.figures()
        self._save_figures(figures)
        return figures

    def _save_figures(self, figures: PeriodFigures) -> None:
        save_figures((*figures.everything().values(), *figures.over_time().values()), self.folders.reports)
        save_charts(figures, self.folders.reports / "charts")

    def write(self, report: str = "") -> Outcome:
        """Stage 4: write a report of the period (its first, the main one) and its summary, if it has one.

        They are drafts when an error is open or a place lacks data. A file that a person has edited is kept, and the
        new one written beside it.
        """
        code = report or self.reporting.main_report
        return self._write(code, "" if code == self.reporting.first_report else code)

    def write_letter(self, report: str) -> Outcome | None:
        """Write the document `report` if the listing of those it is addressed to has a line; None if nobody is."""
        addressed = addressed_to(self.figures(), report)
        return self.write(report) if addressed else None

    def write_plans(self) -> list[Outcome]:
        """Write the report on each plan in force that the period reports."""
        return [self.write(code) for code, settings in self.reporting.reports.items() if settings.plan]

    def _write(self, report: str, saved_as: str) -> Outcome:
        findings = self.findings()
        figures = self.figures()
        built = self._report(report, findings, figures)
        outcome = self._outcome(built, report, findings, figures)
        taken = {path.name for path in edited_files(self.folders.reports)}
        word, digest = self._save(built.document, outcome.word, taken)
        outcome = replace(outcome, remarks=self._remarks(word))
        save_uses(uses_of(built.document), report, word.removesuffix(".docx"), self.folders.processed)
        outcome = replace(outcome, word=word, sha256=digest)
        if self.reporting.reports[report].summary:
            summary = self._summary(report, findings, figures, draft=outcome.draft)
            name = self._file_name(summary, report, f"{NAME} ")
            word, digest = self._save(summary.document, name, taken)
            save_uses(uses_of(summary.document), f"{report}-{_SUMMARY}", word.removesuffix(".docx"),
                      self.folders.processed)
            outcome = replace(outcome, summary=word, summary_sha256=digest)
        if not self.in_run:
            self._save_book(figures)
        outcome.save(self.folders.reports, saved_as)
        return outcome

    def _remarks(self, word: str) -> tuple[str, ...]:
        """What does not agree in the report just written, a line each. It is no draft for that: rules can be wrong.

        Sentences with a mark for missing or doubtful data are passed over: they are not what will be signed.
        """
        setting = Setting(self.reporting.period, self.reporting.window)
        reviewed = review_bytes((self.folders.reports / word).read_bytes(), word, setting)
        return tuple(remark_line(each) for each in reviewed.found if not any(map(is_marked, each.quotes)))

    def finish(self, names: Mapping[str, str]) -> None:
        """Write figures.xlsx after a run, with the names that the documents have in the end, and the other files of
        figures where no notebook of the run did.

        `names`: old -> new, without ending. A new Word file gives way to one of its name that a person has edited.
        """
        rename_uses(names, self.folders.processed)
        if (self.folders.processed / _NOW).is_dir():
            figures = self.figures()
            if not figures_saved(self.folders.reports):
                self._save_figures(figures)
            self._save_book(figures)

    def _save_book(self, figures: PeriodFigures) -> None:
        """figures.xlsx, with the places of all documents written so far."""
        listed = {**figures.everything(), **figures.over_time()}
        remark = ILLUSTRATIVE_REMARK if is_illustrative(figures) else ""
        book = book_bytes(figures, list(listed.values()), load_uses(self.folders.processed), remark)
        save(self.folders.reports / BOOK_NAME, book)

    def build(self, report: str, *, summary: bool = False) -> tuple[Document, PeriodFigures]:
        """The report of that code as the fourth stage would write it, or its summary, and the figures it is made of.

        Raises UnknownNameError for a report that the period does not have.
        """
        findings, figures = self.findings(), self.figures()
        built = self._report(report, findings, figures)
        if summary:
            built = self._summary(report, findings, figures, draft=bool(built.document.draft_notice))
        return built.document, figures

    def _report(self, report: str, findings: Sequence[Finding], figures: PeriodFigures) -> BuiltReport:
        has_errors = any(found.severity is Severity.ERROR for found in findings)
        return build_report(figures, report, draft=has_errors, illustrative=is_illustrative(figures))

    def _summary(self, report: str, findings: Sequence[Finding], figures: PeriodFigures, *, draft: bool) -> BuiltReport:
        return build_summary(figures, report, findings, draft=draft, illustrative=is_illustrative(figures))

    def _save(self, document: Document, name: str, taken: Collection[str]) -> tuple[str, str]:
        """Write a document under a free name; that name and the digest of the file."""
        word, free = to_word(document, self.reporting), free_name(name, taken)
        save(self.folders.reports / free, word)
        return free, hashlib.sha256(word).hexdigest()

    def _file_name(self, built: BuiltReport, report: str, kind: str = "") -> str:
        """How the Word file of a report is called; `kind` stands before the name of the profile."""
        name = f"{kind}{self.reporting.reports[report].file_name} {self.reporting.period.title}.docx"
        return f"{DRAFT} - {name}" if built.document.draft_notice else name

    def heading(self) -> str:
        """Whose figures, of which days."""
        window = self.reporting.window
        return (f"{self.reporting.agency.profile.name}, {self.reporting.period.title}: số liệu từ ngày "
                f"{format_date(window.start)} đến hết ngày {format_date(window.cutoff)}; hạn đơn vị gửi: "
                f"{format_date(self.reporting.unit_deadline)}.")

    def read_before(self) -> Dataset | None:
        """The period before, when its submissions are at hand."""
        return self._read_own(self.reporting.previous)

    @property
    def _matching(self) -> Period:
        return self.reporting.agency.profile.calendar.matching(self.reporting.period)

    def _read_own(self, period: Period | None) -> Dataset | None:
        """What the units sent to the agency itself in another period."""
        own = self.reporting.agency.code
        if period is None or self.reporting.sent_to(period) != ((own, period),):
            return None
        return _read(reporting_of(self.reporting, period, own))

    def _own_dataset_of(self, period: Period | None) -> Dataset | None:
        """The same as the first stage stored it."""
        own = self.reporting.agency.code
        return self._dataset_of(period, own) if period and own in self._read_by(period) else None

    def dataset(self) -> Dataset:
        """What the first stage read, with the adjustments of the office."""
        return loaded(load_dataset, self.folders.processed / _NOW, 1, "số liệu đã tiếp nhận")

    def _earlier(self, period: Period) -> Path:
        return self.folders.processed / _EARLIER / str(period)

    def _read_by(self, period: Period) -> dict[str, Period]:
        """What was read for an earlier period, by agency: its own period, else those of all its predecessors."""
        for places in (((self.reporting.agency.code, period),), self.reporting.places_before(period)):
            if places and all((self._earlier(period) / agency).is_dir() for agency, _ in places):
                return dict(places)
        return {}

    def _dataset_of(self, period: Period, agency: str) -> Dataset:
        return loaded(load_dataset, self._earlier(period) / agency, 1, f"số liệu {period.title}")

    def findings(self) -> list[Finding]:
        """What the second stage found."""
        return loaded(load_findings, self.folders.processed, 2, "kết quả kiểm tra")

    def figures(self) -> PeriodFigures:
        """The figures of the data as it was last read and checked, beside those of the periods it is compared with."""
        return assembled(self.reporting, self.dataset(), self.findings(), self._read_by, self._dataset_of)

    def figures_now(self, survey: Survey) -> PeriodFigures:
        """The same of what a survey shows and of the raw folders of the earlier periods; nothing is written."""
        return assembled(self.reporting, survey.dataset, survey.findings,
                         lambda period: dict(self.reporting.sent_to(period)), self._sent_to)

    def _sent_to(self, period: Period, agency: str) -> Dataset:
        return _read(reporting_of(self.reporting, dict(self.reporting.sent_to(period))[agency], agency))

    def judged(self, findings: Sequence[Finding], figures: PeriodFigures) -> Outcome:
        """What would come of the main report with these; nothing is written. Raises NothingToReportError."""
        report = self.reporting.main_report
        return self._outcome(self._report(report, findings, figures), report, findings, figures)

    def _outcome(self, built: BuiltReport, report: str, findings: Sequence[Finding], figures: PeriodFigures) -> Outcome:
        severities = [found.severity for found in findings]
        everything, cells = {**figures.everything(), **figures.over_time()}, wrong_cells(findings)
        missing, wrong = (place_lines(built.gaps, mark, everything, cells)
                          for mark in (Mark.ABSENT, Mark.DOUBTFUL))
        return Outcome(self._file_name(built, report), bool(built.document.draft_notice), missing, wrong,
                       severities.count(Severity.ERROR), severities.count(Severity.WARNING),
                       explained=tuple(f"{found.unit}: {found.code}, {found.message}" for found in findings
                                       if found.explanations), illustrative=is_illustrative(figures))


def _read(reporting: Reporting) -> Dataset:
    """What the units sent, as far as possible from what was kept of it."""
    return read_dataset(reporting, kept_readings(reporting))


def _received(reporting: Reporting) -> Dataset:
    """What the units sent; what was read is kept for the next time."""
    kept = kept_readings(reporting)
    dataset = read_dataset(reporting, kept)
    kept.save()
    return dataset


def is_illustrative(figures: PeriodFigures) -> bool:
    """Whether a unit says of its figures that they are made up."""
    return any(received.nature == ILLUSTRATIVE for received in figures.source.dataset.received)


def open_desk(agency: str, period: str, root: str = "", settings: dict[str, Any] | None = None) -> Desk:
    """The desk of an agency and period. Raises UnknownNameError or SettingsError."""
    reporting = open_reporting(agency, period, root, settings)
    folders = Folders.of(reporting.workspace, agency, str(reporting.period))
    return Desk(reporting, folders, in_run=bool(os.environ.get(STAGING_VARIABLE)))
