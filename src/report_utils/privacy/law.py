"""The article that a verdict stands on, by the date of the document."""

from __future__ import annotations

import datetime as dt

from report_utils.privacy.verdict import Kind

_SENSITIVE = frozenset((Kind.HEALTH, Kind.ETHNICITY, Kind.RELIGION, Kind.CRIME, Kind.LOCATION, Kind.BANK_ACCOUNT))
_LEADS_BACK = frozenset((Kind.SMALL_CELL, Kind.RARE_COMBINATION, Kind.NOT_AGGREGATE))
_DECREE_356, _DECREE_13, _LAW_ON_DATA = dt.date(2026, 1, 1), dt.date(2023, 7, 1), dt.date(2025, 8, 19)


def basis_of(kind: Kind | None, date: dt.date) -> str:
    """Where it is written that data of this kind is not published; "" where no law speaks of it."""
    if kind is None or kind is Kind.FORMULA:
        return ""
    if kind in _LEADS_BACK:
        return _against_leading_back(date)
    if date >= _DECREE_356:
        return f"NĐ 356/2025, Điều {4 if kind in _SENSITIVE else 3}"
    if date >= _DECREE_13:
        return f"NĐ 13/2023, Điều 2 khoản {4 if kind in _SENSITIVE else 3}"
    return "NĐ 47/2020, Điều 20"


def _against_leading_back(date: dt.date) -> str:
    if date >= _DECREE_356:
        return "Luật 91/2025/QH15, Điều 14 khoản 6"
    return "Luật Dữ liệu 60/2024/QH15, Điều 21" if date >= _LAW_ON_DATA else "NĐ 47/2020, Điều 20"
