"""Where the figures of an earlier period lie: with the agency itself, or with those that were merged into it."""

from __future__ import annotations

from collections.abc import Callable

from report_utils.agency.calendar import Calendar
from report_utils.agency.period import Period, Window
from report_utils.agency.profile import Profile

Place = tuple[str, Period]
"""An agency, by its code, and one of its periods."""


def places_before(profile: Profile, period: Period, calendar_of: Callable[[str], Calendar]) -> tuple[Place, ...]:
    """The agencies that were merged into this one, each with its own period that ends when `period` does.

    Empty when one of them was no more there at that end, or had no such period: a part is no sum.
    """
    window = profile.calendar.window(period)
    found = []
    for predecessor in profile.predecessors:
        theirs = _period_of(calendar_of(predecessor.agency), period, window)
        if theirs is None or predecessor.until < window.cutoff:
            return ()
        found.append((predecessor.agency, theirs))
    return tuple(found)


def _period_of(calendar: Calendar, period: Period, window: Window) -> Period | None:
    """The period of another calendar with that window, else one with that end: of the same name, or the longest."""
    ending = [
        candidate
        for year in (period.year, period.year + 1)
        for kind in calendar.kinds
        if calendar.window(candidate := Period(year, kind)).end == window.end
    ]
    return min(ending, key=lambda one: (calendar.window(one) != window, one != period, calendar.window(one).start),
               default=None)
