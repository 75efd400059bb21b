"""How the data window of a period follows from the settings: by kind of period, or one rule for all months."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from report_utils.agency.period import Period, Window, month_start
from report_utils.agency.settings import MonthDay, Strict


class WindowRule(Strict):
    """A half-open window: data from `start` up to, not including, `end`.

    A start after the end lies a year before (12-15 to 03-15) or the end a year after (10-01 to 01-01): whichever
    shares more days with the months that the period is named after.
    """

    start: MonthDay
    end: MonthDay

    def window(self, period: Period) -> Window:
        """The window of `period`."""
        years = int(self.start >= self.end)
        candidates = (Window(dt.date(last - years, *self.start), dt.date(last, *self.end))
                      for last in (period.year, period.year + years))
        return max(candidates, key=lambda window: window.days_shared(period.calendar_months))


class MonthRule(Strict):
    """One rule for all months: from day `start` of the month before up to, not including, day `start` of the month.

    A `start` of 1 is the calendar month itself.
    """

    start: int = Field(ge=1, le=28)

    def window(self, period: Period) -> Window:
        """The window of a month."""
        end = period.months[0] + (self.start == 1)
        return Window(self._day(period.year, end - 1), self._day(period.year, end))

    def _day(self, year: int, month: int) -> dt.date:
        return month_start(year, month).replace(day=self.start)
