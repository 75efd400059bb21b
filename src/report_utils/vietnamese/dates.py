"""Dates as Decree 30/2020/NĐ-CP writes them, and dates that units typed as text."""

from __future__ import annotations

import re
from datetime import date

from report_utils.vietnamese.text import fold

_NUMERIC = re.compile(r"(?:ngày )?([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_LONG = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4})")


def format_date(day: date) -> str:
    """`05/02/2024`, `08/3/2024`, `14/6/2024`: days below 10 and the months 1 and 2 take a leading zero."""
    return f"{day.day:02d}/{_month(day)}/{day.year:04d}"


def long_date(day: date) -> str:
    """`ngày 05 tháng 01 năm 2020`, with the same leading zeros as `format_date`."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year:04d}"


def parse_date(text: str) -> date | None:
    """The date written in `text`, or None when there is none to be read without guessing.

    Read are d/m/yyyy, d-m-yyyy, d.m.yyyy (leading zeros and spaces do not matter) and "ngày 15 tháng 5 năm 2019". The
    day always comes first; a year has four digits; a day that does not exist (31/4) is None.
    """
    plain = fold(text)
    if found := _NUMERIC.fullmatch(plain):
        day, month, year = found[1], found[3], found[4]
    elif found := _LONG.fullmatch(plain):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(day: date) -> str:
    """Months 1 and 2 with a leading zero, so that nobody can turn them into 11 or 12; the others without."""
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)
