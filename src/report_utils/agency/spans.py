"""Spans of days in words: "quý II năm 2025", "tháng 6-8/2025", "từ tháng 6/2025 đến tháng 12/2025", "2019-2020"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from report_utils.vietnamese.dates import parse_date

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER, _MONTH, _YEAR = r"(iv|i{1,3}|[1-4])", r"(0?[1-9]|1[0-2])", r"(20\d\d)"
_OF_YEAR = rf"\s*(?:/|,|-|năm)?\s*{_YEAR}"
_AND = r"\s*(?:,|và|-|–)\s*"
_FROM_TO = re.compile(r"(?:từ )?(.+?) ?(?:-|–|đến(?: hết)?) ?(.+)")


@dataclass(frozen=True)
class Span:
    """The days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date


def span_of(text: str) -> Span | None:
    """The days that `text`, in small letters, names; None where it names none, or ends before it begins."""
    one = _single(text)
    if one or not (found := _FROM_TO.fullmatch(text)):
        return one
    first, last = _single(found[1]), _single(found[2])
    return Span(first.first, last.last) if first and last and first.first < last.first else None


def _single(text: str) -> Span | None:
    for pattern, make in _SPANS:
        if found := pattern.fullmatch(text):
            return make(found)
    day = parse_date(text)
    return Span(day, day) if day else None


def _months(year: str, first: int, last: int) -> Span | None:
    if first > last:
        return None
    following = dt.date(int(year) + last // 12, last % 12 + 1, 1)
    return Span(dt.date(int(year), first, 1), following - dt.timedelta(days=1))


def _quarters(found: re.Match[str]) -> Span | None:
    first, last = _QUARTERS[found[1]], _QUARTERS[found[2] or found[1]]
    return _months(found[3], 3 * first - 2, 3 * last)


def _years(found: re.Match[str]) -> Span | None:
    first, last = int(found[1]), int(found[2])
    return Span(dt.date(first, 1, 1), dt.date(last, 12, 31)) if first <= last else None


_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span | None]], ...] = (
    (re.compile(rf"quý\s+{_QUARTER}(?:{_AND}(?:quý\s+)?{_QUARTER})?{_OF_YEAR}"), _quarters),
    (re.compile(rf"(?:tháng\s+)?{_MONTH}{_OF_YEAR}"), lambda m: _months(m[2], int(m[1]), int(m[1]))),
    (re.compile(rf"tháng\s+{_MONTH}{_AND}(?:tháng\s+)?{_MONTH}{_OF_YEAR}"),
     lambda m: _months(m[3], int(m[1]), int(m[2]))),
    (re.compile(rf"0?6 tháng đầu{_OF_YEAR}"), lambda m: _months(m[1], 1, 6)),
    (re.compile(rf"0?9 tháng đầu{_OF_YEAR}"), lambda m: _months(m[1], 1, 9)),
    (re.compile(rf"0?6 tháng cuối{_OF_YEAR}"), lambda m: _months(m[1], 7, 12)),
    (re.compile(rf"(?:năm\s+)?{_YEAR}"), lambda m: _months(m[1], 1, 12)),
    (re.compile(rf"(?:giai đoạn\s+|các năm\s+|năm\s+)?{_YEAR}\s*[-–]\s*{_YEAR}"), _years),
)
