"""The agency's reporting calendar: windows of data and deadlines."""

from __future__ import annotations

import datetime as dt

from pydantic import Field, model_validator

from report_utils.agency.period import Period, Window
from report_utils.agency.settings import MonthDay, Strict
from report_utils.errors import UnknownNameError


class WindowRule(Strict):
    """A half-open window: data from `start` up to, not including, `end`. A start after the end lies a year before."""

    start: MonthDay
    end: MonthDay


class Calendar(Strict):
    """Windows by period kind, and the days that units and the agency have after the cut-off.

    `unit_days`, `resend_days` and `agency_days` count calendar days from the first day after the window. Without
    `resend_days` units resend by two days before the agency reports, but not before their own deadline.
    """

    windows: dict[str, WindowRule]
    unit_days: int = Field(default=1, ge=0, le=60)
    resend_days: int | None = Field(default=None, ge=0, le=60)
    agency_days: int = Field(default=5, ge=0, le=60)

    @model_validator(mode="after")
    def _kinds_exist(self) -> Calendar:
        for kind in self.windows:
            try:
                Period.parse(f"2024-{kind}")
            except UnknownNameError as error:
                raise ValueError(error.message.rstrip(".")) from None
        return self

    def window(self, period: Period) -> Window:
        """The window of `period`. Raises UnknownNameError when the agency has no such period."""
        rule = self.windows.get(period.kind)
        if rule is None:
            known = ", ".join(self.windows)
            hint = f"Cơ quan này báo cáo theo: {known}.{self._covering(period)}"
            raise UnknownNameError("kỳ báo cáo", str(period), None, hint)
        start_year = period.year - (rule.start >= rule.end)
        return Window(dt.date(start_year, *rule.start), dt.date(period.year, *rule.end))

    def _covering(self, period: Period) -> str:
        """What to ask for instead of the quarter `period`: the half-year or the nine months, else the year."""
        kinds = {"Q1": ("H1", "Y"), "Q2": ("H1", "Y"), "Q3": ("9M", "Y"), "Q4": ("Y",)}.get(period.kind, ())
        held = next((Period(period.year, kind) for kind in kinds if kind in self.windows), None)
        return f" {period.title[0].upper()}{period.title[1:]} nằm trong kỳ {held} ({held.title})." if held else ""

    def previous(self, period: Period) -> Period | None:
        """The period whose window ends where that of `period` begins; the longest if there are several."""
        start = self.window(period).start
        before = [
            candidate
            for year in (period.year - 1, period.year)
            for kind in self.windows
            if (candidate := Period(year, kind)) != period and self.window(candidate).end == start
        ]
        return min(before, key=lambda p: self.window(p).start, default=None)

    def next_end(self, period: Period) -> dt.date:
        """The day after the next cut-off: the first end of a window after that of `period`."""
        end = self.window(period).end
        ends = (self.window(Period(year, kind)).end for year in (period.year, period.year + 1) for kind in self.windows)
        return min(day for day in ends if day > end)

    def year_to_date(self, period: Period) -> bool:
        """Whether the windows of `period` and of the year begin on the same day."""
        year = self.windows.get("Y")
        return year is not None and self.windows[period.kind].start == year.start

    def unit_deadline(self, period: Period) -> dt.date:
        """The last day on which a unit sends in time."""
        return self.window(period).end + dt.timedelta(days=self.unit_days)

    def resend_deadline(self, period: Period) -> dt.date:
        """The last day on which a unit sends its corrected workbook, or one it still owes."""
        days = max(self.unit_days, self.agency_days - 2) if self.resend_days is None else self.resend_days
        return self.window(period).end + dt.timedelta(days=days)

    def agency_deadline(self, period: Period) -> dt.date:
        """The last day on which the agency reports in time."""
        return self.window(period).end + dt.timedelta(days=self.agency_days)
