"""Deadlines of plans."""

import datetime as dt

import pytest

from report_utils.agency.deadlines import last_day


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ("Quý I/2024", dt.date(2024, 3, 31)), ("quý  IV / 2024", dt.date(2024, 12, 31)),
        ("Quý 2 năm 2024", dt.date(2024, 6, 30)), ("Tháng 02/2024", dt.date(2024, 2, 29)),
        ("tháng 12 năm 2024", dt.date(2024, 12, 31)), ("Năm 2024", dt.date(2024, 12, 31)),
        ("Trong năm 2024", dt.date(2024, 12, 31)), ("30/6/2024", dt.date(2024, 6, 30)),
        ("ngày 15 tháng 5 năm 2024", dt.date(2024, 5, 15)),
    ],
)  # fmt: skip
def test_a_deadline_ends_with_the_last_day_it_names(deadline: str, day: dt.date) -> None:
    assert last_day(deadline) == day


@pytest.mark.parametrize("deadline", ["Thường xuyên", "Theo kỳ báo cáo", "", "Quý V/2024", "Quý I", "Tháng 13/2024"])
def test_a_deadline_without_a_day_ends_never(deadline: str) -> None:
    assert last_day(deadline) is None
