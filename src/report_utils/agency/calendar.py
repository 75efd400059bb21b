"""The agency's reporting calendar: windows of data and deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from pydantic import Field, model_validator

from report_utils.agency.period import MONTHS, Period, Window
from report_utils.agency.settings import Strict
from report_utils.agency.window_rules import MonthRule, WindowRule
from report_utils.errors import UnknownNameError


class Calendar(Strict):
    """Windows by period kind, and the days that units and the agency have after the cut-off.

    `months` is one rule for the windows of all twelve months; without it months are kinds like the others.
    `unit_days`, `resend_days` and `agency_days` count calendar days from the first day after the window. Without
    `resend_days` units resend by two days before the agency reports, but not before their own deadline.
    """

    windows: dict[str, WindowRule] = Field(default_factory=dict)
    months: MonthRule | None = None
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
            if self.months and kind in MONTHS:
                raise ValueError(f"«{kind}» đã theo quy tắc chung của các tháng (months), không ghi lại trong windows")
        if not self.kinds:
            raise ValueError("phải có ít nhất một kỳ báo cáo (windows hoặc months)")
        return self

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of period for which the agency reports."""
        return (*self.windows, *(MONTHS if self.months else ()))

    def window(self, period: Period) -> Window:
        """The window of `period`. Raises UnknownNameError when the agency has no such period."""
        rule = self.windows.get(period.kind) or (self.months if period.kind in MONTHS else None)
        if rule is None:
            known = ", ".join((*self.windows, *((f"{MONTHS[0]} đến {MONTHS[-1]}",) if self.months else ())))
            hint = f"Cơ quan này báo cáo theo: {known}.{self._covering(period)}"
            raise UnknownNameError("kỳ báo cáo", str(period), None, hint)
        return rule.window(period)

    def _covering(self, period: Period) -> str:
        """What to ask for instead of `period`: the shortest period with all its months."""
        held = [Period(period.year, kind) for kind in self.kinds]
        around = [other for other in held if set(period.months) < set(other.months)]
        if not around:
            return ""
        best = min(around, key=lambda other: len(other.months))
        return f" {period.title[0].upper()}{period.title[1:]} nằm trong kỳ {best} ({best.title})."

    def previous(self, period: Period) -> Period | None:
        """The period whose window ends where that of `period` begins.

        If there are several, one of the same kind (quarter, month), else the longest.
        """
        start = self.window(period).start
        before = [
            candidate
            for year in (period.year - 1, period.year)
            for kind in self.kinds
            if (candidate := Period(year, kind)) != period and self.window(candidate).end == start
        ]
        return min(before, key=lambda p: (p.kind[0] != period.kind[0], self.window(p).start), default=None)

    def matching(self, period: Period) -> Period:
        """The same kind of period a year before (cùng kỳ năm trước)."""
        return Period(period.year - 1, period.kind)

    def chains(self, period: Period) -> tuple[tuple[Period, ...], ...]:
        """The ways to tile the time from the start of the reporting year to the end of `period`, which comes last.

        Fewest periods first: (H1, Q3) before (Q1, Q2, Q3). Empty when the windows of the year do not tile it.
        """
        ways = self._tilings(period.year, self.year_start(period.year), self.window(period).start)
        return tuple(sorted(((*before, period) for before in ways), key=len))

    def chain(self, period: Period, at_hand: Callable[[Period], bool]) -> tuple[Period, ...]:
        """The first of the `chains` whose earlier periods are all at hand, else the first; empty if there is none."""
        ways = self.chains(period)
        return next((way for way in ways if all(map(at_hand, way[:-1]))), ways[0] if ways else ())

    def _tilings(self, year: int, start: dt.date, end: dt.date) -> Iterator[tuple[Period, ...]]:
        """The periods of the year one after another from `start` to `end`, in every way."""
        if start == end:
            yield ()
        for kind in self.kinds:
            window = self.window(Period(year, kind))
            if window.start == start and window.end <= end:
                yield from ((Period(year, kind), *others) for others in self._tilings(year, window.end, end))

    def next_end(self, period: Period) -> dt.date:
        """The day after the next cut-off: the first end of a window after that of `period`; months are for months."""
        end = self.window(period).end
        monthly = period.kind.startswith("M")
        kinds = [kind for kind in self.kinds if kind.startswith("M") == monthly]
        ends = (self.window(Period(year, kind)).end for year in (period.year, period.year + 1) for kind in kinds)
        return min(day for day in ends if day > end)

    def year_start(self, year: int) -> dt.date:
        """The day on which the reporting year begins: that of its window, else the first of its other windows."""
        kinds = ("Y",) if "Y" in self.windows else self.kinds
        return min(self.window(Period(year, kind)).start for kind in kinds)

    def year_to_date(self, period: Period) -> bool:
        """Whether the window of `period` begins with the reporting year."""
        return self.window(period).start == self.year_start(period.year)

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
