"""Which period a text reports on, by its own title, and the days whose data count."""

from __future__ import annotations

import datetime as dt
import re

from report_utils.agency.calendar import Calendar
from report_utils.agency.period import Period, Window
from report_utils.agency.window_rules import WindowRule
from report_utils.prose.days import Span, days_in, periods_in
from report_utils.prose.documents import documents_in
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Kind, Text
from report_utils.prose.scan import Setting
from report_utils.vietnamese.dates import parse_date

_KINDS = {Span.HALF: "H1", Span.NINE: "9M", Span.YEAR: "Y"}
_HEAD = 25
_TOLD = re.compile(r"\bbáo cáo\b.{0,160}\b(?:như sau|\./\.)|trên đây là (?:báo cáo|kết quả)")
_WORK = re.compile(r"cải cách hành chính|\bcchc\b|báo cáo|kết quả|tình hình")
_PLACE_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")


def _rule(start: tuple[int, int], end: tuple[int, int]) -> WindowRule:
    return WindowRule.model_validate({"start": "{:02d}-{:02d}".format(*start), "end": "{:02d}-{:02d}".format(*end)})


GUIDANCE = Calendar(windows={
    "Q1": _rule((12, 15), (3, 15)), "H1": _rule((12, 15), (6, 15)), "Q2": _rule((3, 15), (6, 15)),
    "Q3": _rule((6, 15), (9, 15)), "9M": _rule((12, 15), (9, 15)), "Y": _rule((12, 15), (12, 15)),
    "Q4": _rule((9, 15), (12, 15)),
})  # fmt: skip
"""The windows of NĐ 09/2019/NĐ-CP and of guidance 581/BNV-CCHC, for a text of an agency that is not known."""


def setting_of(text: Text, calendar: Calendar = GUIDANCE) -> Setting:
    """The period that the title of a text names, else the first sentence that says what is reported; and its days."""
    period = _period(text)
    return Setting(period, _window(calendar, period) if period else None, _day(text))


def setting_for(period: Period, calendar: Calendar = GUIDANCE, day: dt.date | None = None) -> Setting:
    """The setting of a known period."""
    return Setting(period, _window(calendar, period), day)


def _window(calendar: Calendar, period: Period) -> Window:
    if period.kind in calendar.kinds:
        return calendar.window(period)
    return GUIDANCE.window(period) if period.kind in GUIDANCE.kinds else period.calendar_months


def _period(text: Text) -> Period | None:
    """Titles in capitals first, then sentences that begin or end a report, then any line near the head."""
    head = [each.text for each in text.passages[:_HEAD] if each.kind is not Kind.ROW]
    titles = [line for line in head if line.isupper()]
    told = [each.text for each in text if _TOLD.search(lowered(each.text))]
    named = [
        line
        for line in head
        if _WORK.search(lowered(line)) and not lowered(line).startswith("căn cứ") and len(line) < 200
    ]
    found = [_of_line(line) for line in (*titles, *named, *told)]
    return next((period for period in found if period and period.kind != "Y"), None) or next(filter(None, found), None)


def _of_line(line: str) -> Period | None:
    days = [
        *((each.start, each.end) for each in days_in(line)),
        *((each.start, each.end) for each in documents_in(line)),
    ]
    for words in periods_in(line, days):
        if words.year and words.span in _KINDS and (words.span is not Span.HALF or words.ordinal == 1):
            return Period(words.year, _KINDS[words.span])
        if words.year and words.span is Span.QUARTER:
            return Period(words.year, f"Q{words.ordinal}")
        if words.year and words.span is Span.MONTH:
            return Period(words.year, f"M{words.ordinal:02d}")
    return None


def _day(text: Text) -> dt.date | None:
    """The day at the head of a document: "Phú Mỹ, ngày 16 tháng 9 năm 2024"."""
    for each in text.passages[:15]:
        if (found := _PLACE_DATE.search(each.text)) and len(each.text) < 140:
            return parse_date(found[0])
    return None
