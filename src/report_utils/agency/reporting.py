"""One agency in one period: windows, deadlines, units, lists and reports of that period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from report_utils.agency.agency import Agency, load_agency, load_profile
from report_utils.agency.period import Period, Window
from report_utils.agency.period_settings import PeriodFile, PeriodSettings
from report_utils.agency.predecessors import Place, places_before
from report_utils.agency.profile import ReportSettings
from report_utils.agency.settings import nearest, read_yaml, validate
from report_utils.agency.units import Units
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError, SettingsError

_MOST_UNLIKE = 15
"""By how many percent two periods of one kind may differ in days: February and March differ by 10."""


class NothingToReportError(BaocaoError):
    """The main report of `period`, `report`, is on a plan that is not in force at the cut-off."""

    def __init__(self, period: str, report: str) -> None:
        self.period, self.report = period, report
        super().__init__(f"Kỳ {period} không lập báo cáo «{report}»: kế hoạch của báo cáo này không có hiệu lực tại "
                         "thời điểm chốt số liệu. Xem plans trong agency.yaml (since, until).")


@dataclass(frozen=True)
class Reporting:
    """One agency in one period: what every stage needs to know, and nothing that depends on the clock."""

    workspace: Workspace
    agency: Agency
    period: Period
    settings: PeriodSettings

    @property
    def window(self) -> Window:
        """The data window, from the period's own settings or the agency's calendar."""
        own = self.settings.window
        return Window(own.start, own.end) if own else self.agency.profile.calendar.window(self.period)

    @property
    def unit_deadline(self) -> dt.date:
        return self.settings.unit_deadline or self.agency.profile.calendar.unit_deadline(self.period)

    @property
    def resend_deadline(self) -> dt.date:
        return self.settings.resend_deadline or self.agency.profile.calendar.resend_deadline(self.period)

    @property
    def agency_deadline(self) -> dt.date:
        return self.settings.agency_deadline or self.agency.profile.calendar.agency_deadline(self.period)

    @property
    def notebooks(self) -> tuple[str, ...]:
        """The notebooks of a run by their names; all when empty."""
        return self.settings.notebooks or self.agency.profile.notebooks

    @property
    def reports(self) -> dict[str, ReportSettings]:
        """The documents of this period by their codes, the main report first: none of a plan that is not in force.

        Raises SettingsError for a report that the profile does not have.
        """
        known, wanted = self.agency.profile.reports, self._wanted_reports
        for code in wanted:
            if code not in known:
                near = nearest(code, known)
                raise SettingsError(f"params/{self.agency.code}/{self.period}.yaml", "reports", code,
                                    f"agency.yaml (reports) không có «{code}».{f' Có phải «{near}»?' if near else ''}")
        plans = {plan.code for plan in self.agency.catalogues.plans}
        return {code: known[code] for code in wanted if not known[code].plan or known[code].plan in plans}

    @property
    def first_report(self) -> str:
        """The report that stands first in the settings of the period or the profile."""
        return self._wanted_reports[0]

    @property
    def main_report(self) -> str:
        """The code of the first report. Raises NothingToReportError when its plan is not in force."""
        if self.first_report not in self.reports:
            raise NothingToReportError(str(self.period), self.first_report)
        return self.first_report

    @property
    def _wanted_reports(self) -> tuple[str, ...]:
        return self.settings.reports or tuple(self.agency.profile.reports)

    @property
    def from_year_start(self) -> bool:
        """Whether the data of the period begin where those of the year begin."""
        return self.agency.profile.calendar.year_to_date(self.period)

    @cached_property
    def previous(self) -> Period | None:
        """The period whose closing figures are the opening figures of this one."""
        return self.agency.profile.calendar.previous(self.period)

    def is_alike(self, other: Period) -> bool:
        """Whether another period is about as long, so that what happened in both can be compared (months differ)."""
        window = self.agency.profile.calendar.window(other)
        days, theirs = ((one.end - one.start).days for one in (self.window, window))
        return abs(days - theirs) * 100 <= _MOST_UNLIKE * max(days, theirs)

    @property
    def next_cutoff(self) -> dt.date:
        """The last day that counts in the period that follows."""
        return self.agency.profile.calendar.next_end(self.period) - dt.timedelta(days=1)

    @property
    def units_before(self) -> Units:
        """The units as they stood at the end of the period before."""
        return self.agency.units.on(self.window.start - dt.timedelta(days=1))

    def earlier(self, at_hand: Callable[[Period], bool]) -> tuple[Period, ...]:
        """The other periods that this one is compared with or added to, as far as they are at hand, by their ends.

        These are the one before, those of the same year, the matching one a year before and those of its year.
        """
        calendar = self.agency.profile.calendar
        matching = calendar.matching(self.period)
        wanted = {self.previous, matching, *calendar.chain(self.period, at_hand)[:-1]}
        if at_hand(matching):
            wanted.update(calendar.chain(matching, at_hand)[:-1])
        found = [period for period in wanted if period and at_hand(period)]
        return tuple(sorted(found, key=lambda period: (calendar.window(period).end, period)))

    def was_sent(self, period: Period) -> bool:
        """Whether there are submissions for `period`, of the agency or of those that were merged into it."""
        return bool(self.sent_to(period))

    def sent_to(self, period: Period) -> tuple[Place, ...]:
        """Who received what units sent for `period`, as far as the folders are there: the agency itself, with
        `period`, else all that were merged into it, each with its own period that ends on that day.
        """
        raw = self.workspace.raw
        if raw(self.agency.code, str(period)).is_dir():
            return ((self.agency.code, period),)
        places = self.places_before(period)
        return places if all(raw(agency, str(theirs)).is_dir() for agency, theirs in places) else ()

    def places_before(self, period: Period) -> tuple[Place, ...]:
        """The agencies that were merged into this one, each with its own period that ends when `period` does."""
        return places_before(self.agency.profile, period,
                             lambda agency: load_profile(self.workspace, agency).calendar)


def open_reporting(agency: str, period: str, root: str = "", settings: dict[str, Any] | None = None) -> Reporting:
    """The agency and period that a command or a notebook works on.

    `settings` are the parameters given by hand; without them those of params/<agency>/<period>.yaml count, and
    without that file the calendar alone. Units and catalogues are those in force at the cut-off, the profile is that
    of the day by which the agency reports. Raises UnknownNameError or SettingsError.
    """
    workspace = Workspace.find(root)
    loaded = load_agency(workspace, agency)
    parsed = Period.parse(period)
    loaded.profile.calendar.window(parsed)
    given = validate(PeriodSettings, settings, "settings") if settings else _from_file(workspace, agency, parsed)
    undated = Reporting(workspace, loaded, parsed, given)
    cutoff, shown = undated.window.cutoff, workspace.shown(workspace.params(agency))
    units = loaded.units.on(cutoff)
    catalogues = loaded.catalogues.on(undated.window, units, shown)
    return replace(undated, agency=Agency(loaded.profile.on(undated.agency_deadline), units, catalogues))


def _from_file(workspace: Workspace, agency: str, period: Period) -> PeriodSettings:
    path = workspace.params(agency) / f"{period}.yaml"
    if not path.exists():
        return PeriodSettings()
    shown = workspace.shown(path)
    parameters = validate(PeriodFile, read_yaml(path, shown), shown)
    for key, found, expected in (("agency", parameters.agency, agency), ("period", parameters.period, str(period))):
        if found != expected:
            raise SettingsError(shown, key, found, f"ghi «{found}», tệp này phải là «{expected}».")
    return parameters.settings
