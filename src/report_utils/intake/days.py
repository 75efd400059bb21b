"""Dates: stored ones are never read again, typed ones put the day first, and a bare serial number is told."""

from __future__ import annotations

import datetime as dt
import math
import re

from report_utils.intake.book import RawValue
from report_utils.intake.reading import ColumnFacts, Reading, because
from report_utils.intake.texts import prepare, with_remark
from report_utils.vietnamese.dates import format_date, parse_date
from report_utils.vietnamese.text import fold

EARLIEST, LATEST = dt.date(1945, 1, 1), dt.date(2100, 12, 31)
"""No document or result of a report lies outside; 16/7/1905 is the year 2024 typed into a date cell."""

_EPOCH_1900, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_FIRST_SERIAL = dt.date(1990, 1, 1)  # smaller numbers are years, months or counts rather than serials
_INCOMPLETE = "thiếu ngày, tháng hoặc năm"
_TIME = re.compile(r"[ ,]+(?:lúc )?[0-9]{1,2} ?(?:[:hg]|giờ) ?(?:[0-9]{2}(?::[0-9]{2})?)?(?: ?phút)?$")
_REASONS = (
    (re.compile(r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:t.*)?"), "năm viết trước; hãy viết ngày/tháng/năm"),
    (re.compile(r"(?:ngày )?[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}"), "năm phải đủ bốn chữ số"),
    (re.compile(r"(?:ngày )?[0-9]{1,2}[-/.](?:1[3-9]|[2-9][0-9])[-/.][0-9]{4}"),
     "tháng lớn hơn 12; có thể đã viết tháng trước ngày"),
    (re.compile(r"(?:ngày )?[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?[0-9]{4}"), "không có ngày này trong lịch"),
    (re.compile(r"(?:(?:tháng )?[0-9]{1,2}[-/])?[0-9]{4}|[0-9]{1,2}[-/][0-9]{1,2}"), _INCOMPLETE),
    (re.compile(rf"(?:{fold('quý')}|tháng|năm) .*"), _INCOMPLETE),
)


def read_date(raw: RawValue, facts: ColumnFacts) -> Reading:
    """The day in a cell."""
    if isinstance(raw, dt.datetime):
        return _day_of(raw)
    if isinstance(raw, dt.date):
        return _checked(raw)
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _serial(raw, facts.epoch_1904)
    return _typed(raw, facts) if isinstance(raw, str) else Reading(code="O04")


def _checked(day: dt.date, code: str = "") -> Reading:
    if EARLIEST <= day <= LATEST:
        return Reading(day, code, expected=format_date(day) if code else "")
    hint = f"năm {day.year} ngoài khoảng {EARLIEST.year}-{LATEST.year}"
    typed = (day - _EPOCH_1900).days
    return Reading(code="O04", reason=because(
        f"{hint}; có thể đã gõ «{typed}» vào ô ngày" if 1900 < typed < 2200 else hint))


def _day_of(moment: dt.datetime) -> Reading:
    """The day of a moment; a time of the day is dropped and told, but not the noise of a second fraction."""
    whole = moment + dt.timedelta(seconds=moment.microsecond >= 500_000 and 1) - dt.timedelta(
        microseconds=moment.microsecond) if moment.date() < dt.date.max else moment
    return _checked(whole.date(), "" if whole.time() == dt.time() else "O19")


def _serial(number: float, epoch_1904: bool) -> Reading:
    """The day that Excel means by a number whose cell has lost its date format; time of day is dropped."""
    reason = because("ô chứa một con số, không phải ngày")
    if not math.isfinite(number) or not 0 <= number < 10**5:
        return Reading(code="O04", reason=reason)
    day = (_EPOCH_1904 if epoch_1904 else _EPOCH_1900) + dt.timedelta(days=int(number))
    return _checked(day, "O19") if _FIRST_SERIAL <= day <= LATEST else Reading(code="O04", reason=reason)


def _typed(raw: str, facts: ColumnFacts) -> Reading:
    prepared = prepare(raw, facts)
    if prepared.is_spoiled or not prepared.text:
        return with_remark(Reading(), prepared.remark)
    folded = fold(prepared.text.lstrip("'’")).rstrip(".;, ")
    day = parse_date(folded)
    if day is not None:
        return with_remark(_checked(day), prepared.remark)
    day = parse_date(_TIME.sub("", folded))
    if day is not None:
        return with_remark(_checked(day, "O19"), prepared.remark)
    reason = next((reason for pattern, reason in _REASONS if pattern.fullmatch(folded)), "")
    return with_remark(Reading(code="O04", reason=because(reason)), prepared.remark)
