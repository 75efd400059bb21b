"""Working days: weekdays without public holidays, with the Saturdays that the government declares working days.

The public holidays (Tết, Giỗ Tổ Hùng Vương, 30/4, 1/5, 2/9 and the days off in lieu) are those of the package
`holidays`. What is announced later than that package is a setting.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import holidays
import numpy as np
from numpy.typing import NDArray
from pydantic import model_validator

from report_utils.agency.settings import Strict, nearest

Days = NDArray[np.int64]
"""Days as proleptic ordinals (`date.toordinal`), or numbers of days."""

_DECADE = 10
_LAST_YEAR = 2500


class WorkingDaySettings(Strict):
    """Days announced each year: `extra_holidays` are off; `extra_working_days` are worked in lieu (ngày làm bù)."""

    country: str = "VN"
    extra_holidays: tuple[dt.date, ...] = ()
    extra_working_days: tuple[dt.date, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> WorkingDaySettings:
        known = holidays.list_supported_countries()
        if self.country not in known:
            raise ValueError(f"không có lịch nghỉ của nước «{self.country}»; gần nhất: {nearest(self.country, known)}")
        for day in sorted({*self.extra_holidays} & {*self.extra_working_days}):
            raise ValueError(f"ngày {day:%d/%m/%Y} vừa là ngày nghỉ vừa là ngày làm bù")
        return self

    @property
    def calendar(self) -> WorkingDays:
        return WorkingDays(self.country, frozenset(self.extra_holidays), frozenset(self.extra_working_days))


@dataclass(frozen=True)
class _Index:
    """The working days of some years: `working` are their ordinals, `until[i]` how many there are up to day `i`."""

    first: int
    working: Days
    until: Days

    def count(self, days: Days) -> Days:
        """How many working days of the index there are up to and including each day."""
        counted: Days = self.until[days - self.first]
        return counted


@dataclass(frozen=True)
class WorkingDays:
    """The working days of a country. `extra_working_days` win over every holiday and weekend."""

    country: str = "VN"
    extra_holidays: frozenset[dt.date] = frozenset()
    extra_working_days: frozenset[dt.date] = frozenset()

    def is_working(self, day: dt.date) -> bool:
        return self.between(day - dt.timedelta(days=1), day) == 1

    def between(self, start: dt.date, end: dt.date) -> int:
        """The working days after `start` up to and including `end`; negative when `end` lies before `start`."""
        counts = self._index((start.year, end.year)).count(_ordinals(start, end))
        return int(counts[1] - counts[0])

    def add_working_days(self, day: dt.date, n: int) -> dt.date:
        """The n-th working day after `day`; for 0 the day itself, or the next working day when it is none."""
        return dt.date.fromordinal(int(self.deadlines(_ordinals(day), np.array([n]))[0]))

    def deadline(self, received: dt.date, limit: int) -> dt.date:
        """The last day in time of what was received on `received`; the day of receipt itself does not count."""
        return self.add_working_days(received, limit)

    def deadlines(self, received: Days, limits: Days) -> Days:
        """`deadline` for many at once. Raises ValueError for a negative limit or one beyond all calendars."""
        if not received.size:
            return received.astype(np.int64)
        if limits.min() < 0:
            raise ValueError("a time limit cannot be negative")
        years = [dt.date.fromordinal(int(day)).year for day in (received.min(), received.max())]
        ahead = int(limits.max()) // 200 + 1  # no year has fewer than 200 working days
        index = self._index((*years, years[1] + ahead))
        position = index.count(received - (limits == 0)) + np.maximum(limits, 1) - 1
        if position.max() >= index.working.size:
            raise ValueError("a time limit lies beyond the calendar")
        return index.working[position]

    def _index(self, years: tuple[int, ...]) -> _Index:
        """The index of the decades around `years`, so that nearly every call finds the same one."""
        first, last = min(years) // _DECADE * _DECADE, max(years) // _DECADE * _DECADE + _DECADE
        return _index(self, first - 1, min(last, _LAST_YEAR))


@lru_cache(maxsize=32)
def _index(calendar: WorkingDays, first_year: int, last_year: int) -> _Index:
    """Every working day of the years, the last one included."""
    public = holidays.country_holidays(calendar.country, years=range(first_year, last_year + 1))
    start, end = dt.date(first_year, 1, 1).toordinal(), dt.date(last_year, 12, 31).toordinal()
    days = np.arange(start, end + 1)
    works = ~np.isin((days - 1) % 7, sorted(public.weekend))  # day 1 of the ordinals was a Monday
    for off, on in ((public, public.weekend_workdays), (calendar.extra_holidays, calendar.extra_working_days)):
        works &= ~np.isin(days, [day.toordinal() for day in off])
        works |= np.isin(days, [day.toordinal() for day in on])
    return _Index(start, days[works], np.cumsum(works))


def _ordinals(*days: dt.date) -> Days:
    return np.array([day.toordinal() for day in days], np.int64)
