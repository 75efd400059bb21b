"""How often data is published again, as plans write it: "01 năm/lần", "2 lần/năm", "Hàng tháng", "Khi có thay đổi"."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
_DAYS = {"ngày": 1, "tuần": 7}
_UNIT = f"({'|'.join((*_DAYS, *_MONTHS))})"
_EVERY = re.compile(rf"(?:định kỳ )?(\d{{1,3}} )?{_UNIT}(?: ?/ ?(?:0?1 )?lần| một lần)?")
_TIMES = re.compile(rf"(\d{{1,2}}) lần ?/ ?(\d{{1,2}} )?{_UNIT}")
_EACH = re.compile(rf"(?:định kỳ )?(?:hàng|hằng|mỗi) (\d{{1,3}} )?{_UNIT}")
_CONTINUOUS = ("thường xuyên", "khi có thay đổi", "khi có phát sinh", "khi phát sinh", "liên tục", "thời gian thực")


@dataclass(frozen=True)
class Frequency:
    """The time between two publications. Without any it is continuous: data follow every change, none falls due."""

    months: int = 0
    days: int = 0

    def next_after(self, day: dt.date) -> dt.date | None:
        """The day by which what was published on `day` is published again; None when continuous."""
        if not (self.months or self.days):
            return None
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        moved = dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return moved + dt.timedelta(days=self.days)


def parse_frequency(words: str) -> Frequency | None:
    """The frequency that `words` name; None where they name none."""
    text = re.sub(r"(\d)(?=[^\W\d])", r"\1 ", " ".join(words.casefold().split())).rstrip(".")
    if any(phrase in text for phrase in _CONTINUOUS):
        return Frequency()
    if found := _TIMES.fullmatch(text):
        return _divided(_span(int(found[2] or 1), found[3]), int(found[1]))
    if found := _EACH.fullmatch(text) or _EVERY.fullmatch(text):
        return _span(int(found[1] or 1), found[2])
    return None


def _span(count: int, unit: str) -> Frequency | None:
    if not count:
        return None
    return Frequency(months=count * _MONTHS[unit]) if unit in _MONTHS else Frequency(days=count * _DAYS[unit])


def _divided(span: Frequency | None, times: int) -> Frequency | None:
    """A part of `span`: twice a year is every six months. Parts of a month are counted in days, rounded down."""
    if span is None or not times:
        return None
    if span.months and span.months % times == 0:
        return Frequency(months=span.months // times)
    return Frequency(days=max((span.days or span.months * 30) // times, 1))
