"""What the reports would lack if they were written now, for commands that write none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.agency.reporting import NothingToReportError
from report_utils.figures.source import TableNotAskedError
from report_utils.findings import Finding
from report_utils.run.desk import Desk, Survey
from report_utils.run.open_places import missing_line
from report_utils.run.writing import Documents


def missing_after_check(desk: Desk, findings: Sequence[Finding]) -> str:
    """A line a report on the places that lack data, after the first two stages; nothing where none does."""
    return _missing(Documents(desk.reporting, findings, desk.figures()))


def missing_in(desk: Desk, survey: Survey) -> str:
    """The same of what a survey of the raw folder shows; nothing is written."""
    return _missing(Documents(survey.reporting, survey.findings, desk.figures_now(survey)))


def _missing(documents: Documents) -> str:
    try:
        main = documents.reporting.main_report
    except NothingToReportError:
        return ""
    lines = [missing_line(documents.judged(main), documents.reporting), *_of_others(documents, main)]
    return "\n".join(filter(None, lines))


def _of_others(documents: Documents, main: str) -> Iterator[str]:
    """The lines of the other reports, each with its name. Letters lack nothing: they tell of what is lacking."""
    reporting = documents.reporting
    for code, settings in reporting.reports.items():
        if code != main and settings.kind:
            try:
                outcome = documents.judged(code)
            except TableNotAskedError:
                continue
            yield missing_line(outcome, reporting, f"{settings.file_name} {reporting.period.title}")
