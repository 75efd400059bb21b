"""What the main report would lack if it were written now, for commands that write none."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.agency.reporting import NothingToReportError, Reporting
from report_utils.figures.period import PeriodFigures
from report_utils.findings import Finding
from report_utils.run.desk import Desk, Survey
from report_utils.run.open_places import missing_line
from report_utils.run.writing import Documents


def missing_after_check(desk: Desk, findings: Sequence[Finding]) -> str:
    """A line on the places that lack data, after the first two stages; nothing where none does."""
    return _missing(desk.reporting, findings, desk.figures())


def missing_in(desk: Desk, survey: Survey) -> str:
    """The same of what a survey of the raw folder shows; nothing is written."""
    return _missing(survey.reporting, survey.findings, desk.figures_now(survey))


def _missing(reporting: Reporting, findings: Sequence[Finding], figures: PeriodFigures) -> str:
    try:
        outcome = Documents(reporting, findings, figures).judged(reporting.main_report)
    except NothingToReportError:
        return ""
    return missing_line(outcome, reporting)
