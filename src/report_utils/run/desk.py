"""The analyst's desk: the four stages that the notebooks call, and what to look at after each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.feedback import save_feedback
from report_utils.checks.reporting_rate import UnitStatus, unit_statuses
from report_utils.checks.run_all import check_all
from report_utils.document.blocks import Document
from report_utils.document.report import addressed_to
from report_utils.figures.charts import save_charts
from report_utils.figures.files import figures_saved, save_figures
from report_utils.figures.period import PeriodFigures
from report_utils.findings import Finding
from report_utils.findings.files import load_findings, save_findings
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset
from report_utils.intake.dataset_files import load_dataset, save_dataset
from report_utils.publish.publisher import ILLUSTRATIVE as ILLUSTRATIVE_REMARK
from report_utils.run.assembling import assembled, reporting_of
from report_utils.run.figure_book import BOOK_NAME, book_bytes, load_uses, rename_uses
from report_utils.run.folders import STAGING_VARIABLE, Folders
from report_utils.run.kept_readings import kept_readings
from report_utils.run.outcome import Outcome
from report_utils.run.stages import loaded
from report_utils.run.writing import Documents, is_illustrative
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
        findings = self.looked_at(dataset)[0]
        return Survey(self.reporting, dataset, tuple(findings), unit_statuses(self.reporting, dataset, findings))

    def looked_at(self, *datasets: Dataset) -> list[list[Finding]]:
        """What the rules find in each of these, beside the raw folders of the earlier periods as they are now."""
        before, year_before = self.read_before(), self._read_own(self._matching)
        return [check_all(Context(self.reporting, dataset, before, year_before)) for dataset in datasets]

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
        documents = self._documents()
        outcome = documents.write(report, self.folders)
        if not self.in_run:
            self._save_book(documents.figures)
        outcome.save(self.folders.reports, saved_as)
        return outcome

    def _documents(self) -> Documents:
        return Documents(self.reporting, self.findings(), self.figures())

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
        uses = load_uses(self.folders.processed, self.folders.reports)
        book = book_bytes(figures, list(listed.values()), uses, remark)
        save(self.folders.reports / BOOK_NAME, book)

    def build(self, report: str, *, summary: bool = False) -> tuple[Document, PeriodFigures]:
        """The report of that code as the fourth stage would write it, or its summary, and the figures it is made of.

        Raises UnknownNameError for a report that the period does not have.
        """
        documents = self._documents()
        built = documents.report(report)
        if summary:
            built = documents.summary(report, draft=bool(built.document.draft_notice))
        return built.document, documents.figures

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


def _read(reporting: Reporting) -> Dataset:
    """What the units sent, as far as possible from what was kept of it."""
    return read_dataset(reporting, kept_readings(reporting))


def _received(reporting: Reporting) -> Dataset:
    """What the units sent; what was read is kept for the next time."""
    kept = kept_readings(reporting)
    dataset = read_dataset(reporting, kept)
    kept.save()
    return dataset


def open_desk(agency: str, period: str, root: str = "", settings: dict[str, Any] | None = None) -> Desk:
    """The desk of an agency and period. Raises UnknownNameError or SettingsError."""
    reporting = open_reporting(agency, period, root, settings)
    folders = Folders.of(reporting.workspace, agency, str(reporting.period))
    return Desk(reporting, folders, in_run=bool(os.environ.get(STAGING_VARIABLE)))
