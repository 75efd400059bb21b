"""The figures of a period beside those of the periods it is compared with, wherever their data come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.figures.period import PeriodFigures, figures_of, merged_figures
from report_utils.findings import Finding
from report_utils.intake.dataset import Dataset

HeldBy = Callable[[Period], Mapping[str, Period]]
"""Whose data of an earlier period are at hand, by agency: its own period, else those of all its predecessors."""
DatasetOf = Callable[[Period, str], Dataset]
"""The data of an earlier period that an agency was sent; the period is that of the agency which reports."""


def assembled(reporting: Reporting, dataset: Dataset, findings: Iterable[Finding], held_by: HeldBy,
              dataset_of: DatasetOf) -> PeriodFigures:  # fmt: skip
    """The figures of `reporting` from its data and what is wrong with them."""
    earlier: dict[Period, PeriodFigures] = {}
    for period in reporting.earlier(lambda period: bool(held_by(period))):
        earlier[period] = _of_period(reporting, period, dict(earlier), held_by(period), dataset_of)
    return figures_of(reporting, dataset, findings, earlier)


def _of_period(reporting: Reporting, period: Period, earlier: Mapping[Period, PeriodFigures],
               held: Mapping[str, Period], dataset_of: DatasetOf) -> PeriodFigures:  # fmt: skip
    """The figures of another period; what an error of its own is about is in doubt there."""
    own, found = reporting.agency.code, []
    for agency, theirs in held.items():
        there, dataset = reporting_of(reporting, theirs, agency), dataset_of(period, agency)
        findings = check_all(Context(there, dataset, None))
        found.append(figures_of(there, dataset, findings, earlier if agency == own else None))
    return found[0] if own in held else merged_figures(found, reporting.agency.profile.calendar.window(period))


def reporting_of(reporting: Reporting, period: Period, agency: str) -> Reporting:
    """Another agency or period of the same workspace."""
    return open_reporting(agency, str(period), str(reporting.workspace.root))
