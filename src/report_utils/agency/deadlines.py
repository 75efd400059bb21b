"""Deadlines as plans write them: "Quý I/2024", "Tháng 6/2024", "30/6/2024", "Năm 2024"."""

from __future__ import annotations

import datetime as dt
import re

from report_utils.vietnamese.dates import parse_date

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"quý\s+(IV|I{1,3}|[1-4])\s*(?:/|năm)\s*(20\d\d)", re.IGNORECASE)
_MONTH = re.compile(r"tháng\s+(0?[1-9]|1[0-2])\s*(?:/|năm)\s*(20\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:trong\s+)?năm\s+(20\d\d)", re.IGNORECASE)


def last_day(deadline: str) -> dt.date | None:
    """Return the last day of a deadline; None where it names none, as "Thường xuyên"."""
    words = " ".join(deadline.split()).rstrip(".")
    if found := _QUARTER.fullmatch(words):
        return _end_of_month(int(found[2]), 3 * _QUARTERS[found[1].upper()])
    if found := _MONTH.fullmatch(words):
        return _end_of_month(int(found[2]), int(found[1]))
    if found := _YEAR.fullmatch(words):
        return dt.date(int(found[1]), 12, 31)
    return parse_date(words)


def _end_of_month(year: int, month: int) -> dt.date:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)
