"""Deadlines as plans write them: "Quý I/2024", "trước tháng 12 năm 2025", "2019-2020", "thực hiện thường xuyên"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from report_utils.vietnamese.dates import parse_date

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_YEAR = r"\s*(?:/|,|năm)?\s*(20\d\d)"
_CONTINUOUS = re.compile(r"\b(?:thường xuyên|liên tục|định kỳ|(?:h[àằ]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)|"
                         r"theo kỳ báo cáo|khi (?:có )?phát sinh)\b")
_OPEN = re.compile(r"\b(?:theo|sau khi|khi có|chưa xác định)\b")
_BEFORE = re.compile(r"(?:hoàn thành |xong )?trước (?:ngày )?(?=.)")
_UNTIL = re.compile(r"(?:hoàn thành )?(?:trong|vào|đến hết|hết|đến|chậm nhất(?: là| vào| đến)?|không quá)?\s*"
                    r"(?:ngày (?=\d+/)|cuối )?")
_ALTERNATIVE = " hoặc "


class DeadlineKind(Enum):
    """A day, work without an end, or an end that something else decides."""

    DATED = "có thời hạn"
    CONTINUOUS = "thường xuyên"
    OPEN = "chưa xác định ngày"


@dataclass(frozen=True)
class Deadline:
    """When a task must be done. `day` is the last day in time; of an OPEN one the day that it mentions, which binds
    nobody ("trong năm 2025 hoặc theo hướng dẫn của bộ, ngành trung ương"), else None.
    """

    kind: DeadlineKind
    day: dt.date | None = None

    @property
    def binding(self) -> dt.date | None:
        """The day after which the task is overdue, None if there is none."""
        return self.day if self.kind is DeadlineKind.DATED else None


@dataclass(frozen=True)
class _Span:
    """The days that a deadline names."""

    first: dt.date
    last: dt.date


def parse_deadline(words: str) -> Deadline:
    """What a deadline in the words of a plan means. No words: OPEN. Raises ValueError for words that are none.

    What must be done before a span ("trước tháng 12 năm 2025") must be done on the day before it begins.
    """
    text = " ".join(words.casefold().split()).rstrip(".;,")
    if not text:
        return Deadline(DeadlineKind.OPEN)
    first, _, alternative = text.partition(_ALTERNATIVE)
    day = _last_day(first)
    if alternative and _OPEN.match(alternative):
        return Deadline(DeadlineKind.OPEN, day)
    if day and not alternative:
        return Deadline(DeadlineKind.DATED, day)
    for pattern, kind in ((_CONTINUOUS, DeadlineKind.CONTINUOUS), (_OPEN, DeadlineKind.OPEN)):
        if pattern.search(text):
            return Deadline(kind)
    raise ValueError(f"không hiểu thời hạn «{words}»; ví dụ: Quý II/2025, trong tháng 10 năm 2025, trước tháng 12 năm "
                     "2025, 30/6/2025, 2019-2020, thực hiện thường xuyên, theo hướng dẫn của bộ")


def _last_day(text: str) -> dt.date | None:
    if before := _BEFORE.match(text):
        span = _span(text[before.end():])
        return span.first - dt.timedelta(days=1) if span else None
    until = _UNTIL.match(text)
    span = _span(text[until.end() if until else 0:])
    return span.last if span else None


def _span(text: str) -> _Span | None:
    for pattern, make in _SPANS:
        if found := pattern.fullmatch(text):
            return make(found)
    day = parse_date(text)
    return _Span(day, day) if day else None


def _months(year: str, first: int, last: int) -> _Span:
    following = dt.date(int(year) + last // 12, last % 12 + 1, 1)
    return _Span(dt.date(int(year), first, 1), following - dt.timedelta(days=1))


def _quarter(found: re.Match[str]) -> _Span:
    number = _QUARTERS[found[1]]
    return _months(found[2], 3 * number - 2, 3 * number)


def _years(found: re.Match[str]) -> _Span:
    return _Span(dt.date(int(found[1]), 1, 1), dt.date(int(found[2]), 12, 31))


_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span]], ...] = (
    (re.compile(rf"quý\s+(iv|i{{1,3}}|[1-4]){_OF_YEAR}"), _quarter),
    (re.compile(rf"(?:tháng\s+)?(0?[1-9]|1[0-2]){_OF_YEAR}"), lambda m: _months(m[2], int(m[1]), int(m[1]))),
    (re.compile(rf"6 tháng đầu{_OF_YEAR}"), lambda m: _months(m[1], 1, 6)),
    (re.compile(rf"9 tháng đầu{_OF_YEAR}"), lambda m: _months(m[1], 1, 9)),
    (re.compile(rf"6 tháng cuối{_OF_YEAR}"), lambda m: _months(m[1], 7, 12)),
    (re.compile(r"(?:năm\s+)?(20\d\d)"), lambda m: _months(m[1], 1, 12)),
    (re.compile(r"(?:giai đoạn\s+|các năm\s+)?(20\d\d)\s*[-–]\s*(20\d\d)"), _years),
)
