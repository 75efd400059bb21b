"""Deadlines as plans write them: "Quý I/2024", "trước tháng 12 năm 2025", "2019-2020", "thực hiện thường xuyên"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum

from report_utils.agency.spans import Span, span_of

_CONTINUOUS = re.compile(r"\b(?:thường xuyên|liên tục|định kỳ|(?:h[àằ]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)|"
                         r"theo kỳ báo cáo|khi (?:có )?phát sinh)\b")
_OPEN = re.compile(r"\b(?:(?<!tiếp )theo|sau khi|khi có|chưa xác định)\b")
_BEFORE = re.compile(r"(?:(?:hoàn thành|xong|đến) )?trước (?:ngày )?(?=.)")
_UNTIL = re.compile(r"(?:hoàn thành |xong )?(?:trong|vào|đến hết|hết|đến|chậm nhất(?: là| vào| đến)?|không quá)?\s*"
                    r"(?:ngày (?=\d+/)|cuối )?")
_PRECISE = re.compile(r"\d{1,2}/\d|\bngày \d|\btháng \d|\bquý (?:[ivx]+|\d)\b|\d ngày")
"""What names a day, a month or a quarter, with or without a year."""
_JOINTS = re.compile(r"[,;]|\b(?:và|hoặc)\b")
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

    def has_come(self, day: dt.date) -> bool:
        """Whether the last day in time has come by the end of `day`."""
        return self.binding is not None and self.binding <= day


def parse_deadline(words: str) -> Deadline:
    """What a deadline in the words of a plan means. No words: OPEN.

    What must be done before a span ("trước tháng 12 năm 2025") must be done on the day before it begins. Raises
    ValueError for words that are no deadline, or that name a day and yet leave the end open: a wrong day is worse.
    """
    text = " ".join(words.casefold().split()).rstrip(".;,")
    if not text:
        return Deadline(DeadlineKind.OPEN)
    if day := _last_day(text):
        return Deadline(DeadlineKind.DATED, day)
    first, _, second = text.partition(_ALTERNATIVE)
    for one, other in ((first, second), (second, first)):
        if (day := _last_day(one)) and _OPEN.search(other):
            return Deadline(DeadlineKind.OPEN, day)
    named = _PRECISE.search(text) or any(_last_day(part.strip()) for part in _JOINTS.split(text))
    for pattern, kind in ((_CONTINUOUS, DeadlineKind.CONTINUOUS), (_OPEN, DeadlineKind.OPEN)):
        if pattern.search(text) and not named:
            return Deadline(kind)
    raise ValueError(f"không hiểu thời hạn «{words}»; ghi ngày phải xong ở cột due (2025-06-30), hoặc viết như: Quý "
                     "II/2025, trong tháng 10 năm 2025, trước tháng 12 năm 2025, 30/6/2025, 2019-2020, thực hiện "
                     "thường xuyên, theo hướng dẫn của bộ")


def _last_day(text: str) -> dt.date | None:
    if before := _BEFORE.match(text):
        span = span_of(text[before.end():])
        return span.first - dt.timedelta(days=1) if span else None
    span = _until(text)
    return span.last if span else None


def _until(text: str) -> Span | None:
    found = _UNTIL.match(text)
    return span_of(text[found.end() if found else 0:])
