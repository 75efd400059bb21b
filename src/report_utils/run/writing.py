"""The documents of a period: built from its findings and figures, judged, and written under free names."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from report_utils.agency.reporting import Reporting
from report_utils.document.blocks import Document, Mark
from report_utils.document.official import to_word
from report_utils.document.report import DRAFT, BuiltReport, build_report
from report_utils.document.summary import NAME, build_summary
from report_utils.document.uses import uses_of
from report_utils.figures.period import PeriodFigures
from report_utils.figures.wrong_cells import wrong_cells
from report_utils.findings import Finding, Severity
from report_utils.forms.info import ILLUSTRATIVE
from report_utils.prose.scan import Setting
from report_utils.review.reviewed import review_bytes
from report_utils.run.figure_book import save_uses
from report_utils.run.folders import Folders
from report_utils.run.manifest import edited_files, free_name
from report_utils.run.open_places import place_lines
from report_utils.run.outcome import Outcome
from report_utils.run.reviewing import remark_line
from report_utils.storage.files import save

_SUMMARY = "summary"


@dataclass(frozen=True)
class Documents:
    """What the findings and figures of a period give as documents."""

    reporting: Reporting
    findings: Sequence[Finding]
    figures: PeriodFigures

    def report(self, code: str) -> BuiltReport:
        """The report of that code. Raises UnknownNameError for one that the period does not have."""
        has_errors = any(found.severity is Severity.ERROR for found in self.findings)
        return build_report(self.figures, code, draft=has_errors, illustrative=is_illustrative(self.figures))

    def summary(self, code: str, *, draft: bool) -> BuiltReport:
        """The summary of the report of that code."""
        return build_summary(self.figures, code, self.findings, draft=draft,
                             illustrative=is_illustrative(self.figures))

    def judged(self, code: str) -> Outcome:
        """What would come of the report of that code; nothing is written."""
        return self._judged(self.report(code), code)

    def write(self, code: str, folders: Folders) -> Outcome:
        """Write the report of that code, and its summary if it has one, beside files that a person has edited."""
        built = self.report(code)
        outcome = self._judged(built, code)
        taken = {path.name for path in edited_files(folders.reports)}
        word, digest = self._save(built.document, outcome.word, folders, code, taken)
        outcome = replace(outcome, word=word, sha256=digest, remarks=self._remarks(word, folders))
        if self.reporting.reports[code].summary:
            summary = self.summary(code, draft=outcome.draft)
            name = self._file_name(summary, code, f"{NAME} ")
            word, digest = self._save(summary.document, name, folders, f"{code}-{_SUMMARY}", taken)
            outcome = replace(outcome, summary=word, summary_sha256=digest)
        return outcome

    def _save(self, document: Document, name: str, folders: Folders, key: str, taken: Collection[str]
              ) -> tuple[str, str]:  # fmt: skip
        """Write a document under a free name, and its uses under `key`; that name and the digest of the file."""
        word, free = to_word(document, self.reporting), free_name(name, taken)
        save(folders.reports / free, word)
        save_uses(uses_of(document), key, free.removesuffix(".docx"), folders.processed)
        return free, hashlib.sha256(word).hexdigest()

    def _file_name(self, built: BuiltReport, code: str, kind: str = "") -> str:
        """How the Word file of a report is called; `kind` stands before the name of the profile."""
        name = f"{kind}{self.reporting.reports[code].file_name} {self.reporting.period.title}.docx"
        return f"{DRAFT} - {name}" if built.document.draft_notice else name

    def _remarks(self, word: str, folders: Folders) -> tuple[str, ...]:
        """What does not agree in the report just written, a line each. It is no draft for that: rules can be wrong."""
        setting = Setting(self.reporting.period, self.reporting.window)
        reviewed = review_bytes((folders.reports / word).read_bytes(), word, setting)
        return tuple(remark_line(each) for each in reviewed.found)

    def _judged(self, built: BuiltReport, code: str) -> Outcome:
        severities = [found.severity for found in self.findings]
        everything = {**self.figures.everything(), **self.figures.over_time()}
        cells = wrong_cells(self.findings)
        missing, wrong = (place_lines(built.gaps, mark, everything, cells) for mark in (Mark.ABSENT, Mark.DOUBTFUL))
        return Outcome(self._file_name(built, code), bool(built.document.draft_notice), missing, wrong,
                       severities.count(Severity.ERROR), severities.count(Severity.WARNING),
                       explained=tuple(f"{found.unit}: {found.code}, {found.message}" for found in self.findings
                                       if found.explanations), illustrative=is_illustrative(self.figures))


def is_illustrative(figures: PeriodFigures) -> bool:
    """Whether a unit says of its figures that they are made up."""
    return any(received.nature == ILLUSTRATIVE for received in figures.source.dataset.received)
