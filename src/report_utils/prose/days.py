"""Days and periods that a text names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from report_utils.agency.period import month_start
from report_utils.vietnamese.dates import parse_date

DAY = (
    r"(?:ngày\s+)?(?:\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}|\d{1,2}\s?-\s?\d{1,2}\s?-\s?\d{4}|"
    r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
    r"|\d{1,2}\s+tháng\s+\d{1,2},?\s+năm\s+\d{4})"
)
"""A day with its year, as a pattern."""

_DAY = re.compile(rf"(?<![\w/]){DAY}(?![\w/])", re.IGNORECASE)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*(?:/|-|,|năm|của năm)?\s*(?P<year>(?:19|20)\d\d))"
_PERIODS = (
    ("quarter", re.compile(rf"\bquý\s+(?P<n>iv|i{{1,3}}|[1-4])(?![\w])(?:{_YEAR})?", re.IGNORECASE)),
    (
        "half",
        re.compile(rf"\b(?:0?6|sáu)\s+tháng(?:\s+(?P<which>đầu|cuối))?(?:\s+năm)?(?:{_YEAR})?(?=\W|$)", re.IGNORECASE),
    ),
    ("nine", re.compile(rf"\b(?:0?9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm)?(?:{_YEAR})?(?=\W|$)", re.IGNORECASE)),
    ("month", re.compile(rf"\btháng\s+(?P<n>0?[1-9]|1[0-2])(?![\d])(?:{_YEAR})?(?=\W|$)", re.IGNORECASE)),
    ("year", re.compile(r"\bnăm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*(?:19|20)\d\d)(?!\w)", re.IGNORECASE)),
)


class Span(Enum):
    """How long a period in words is."""

    QUARTER, HALF, NINE, MONTH, YEAR = "quarter", "half", "nine", "month", "year"


@dataclass(frozen=True)
class Day:
    """A day in a text; `day` is None when the calendar has no such day."""

    day: dt.date | None
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class PeriodWords:
    """A period in a text. `first` and `last` (included) are None where no year is said; `ordinal` is its number."""

    span: Span
    ordinal: int
    year: int | None
    start: int
    end: int
    text: str

    def days(self, default_year: int) -> tuple[dt.date, dt.date]:
        """The first and the last day; in `default_year` where the text says none."""
        year = self.year or default_year
        months = _LENGTHS[self.span]
        first = months * (self.ordinal - 1) + 1
        return month_start(year, first), month_start(year, first + months) - dt.timedelta(days=1)


_LENGTHS = {Span.QUARTER: 3, Span.HALF: 6, Span.NINE: 9, Span.MONTH: 1, Span.YEAR: 12}
"""Months of each."""


def day_of(text: str) -> dt.date | None:
    """The day of a text that matches DAY, None when there is no such day."""
    return parse_date(re.sub(r"\s*([/-])\s*", r"\1", text))


def days_in(text: str) -> Iterator[Day]:
    """Every day that is named with its year, also days that do not exist."""
    for found in _DAY.finditer(text):
        yield Day(day_of(found[0]), found.start(), found.end(), found[0])


def periods_in(text: str, taken: list[tuple[int, int]]) -> Iterator[PeriodWords]:
    """Quarters, halves, months and years in words, outside of the `taken` places; each place once."""
    held = list(taken)
    for name, pattern in _PERIODS:
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in held):
                continue
            held.append(found.span())
            groups = found.groupdict()
            ordinal = 2 if (groups.get("which") or "").lower() == "cuối" else 1
            if groups.get("n"):
                ordinal = _QUARTERS[groups["n"].lower()] if name == "quarter" else int(groups["n"])
            year = int(groups["year"]) if groups.get("year") else None
            yield PeriodWords(Span(name), ordinal, year, found.start(), found.end(), found[0])
