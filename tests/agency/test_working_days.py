"""Working days and time limits."""

import datetime as dt
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.agency.settings import validate
from report_utils.agency.working_days import WorkingDays, WorkingDaySettings
from report_utils.errors import SettingsError

VN = WorkingDays()
days = st.dates(dt.date(2005, 1, 1), dt.date(2035, 12, 31))
ONE = dt.timedelta(days=1)


def naive_deadline(calendar: WorkingDays, day: dt.date, limit: int) -> dt.date:
    if limit == 0:
        while not calendar.is_working(day):
            day += ONE
    for _ in range(limit):
        day += ONE
        while not calendar.is_working(day):
            day += ONE
    return day


@pytest.mark.parametrize(
    "day",
    [
        "2024-02-08", "2024-02-14",  # Tết
        "2024-04-18",  # Giỗ Tổ
        "2024-04-30", "2024-05-01", "2024-09-02", "2024-09-03", "2025-01-01",
        "2024-04-29",  # off in lieu of Saturday 4/5
        "2023-01-02",  # Monday after New Year's Day on a Sunday
        "2024-06-15", "2024-06-16",  # weekend
    ],
)  # fmt: skip
def test_a_holiday_is_no_working_day(day: str) -> None:
    assert not VN.is_working(dt.date.fromisoformat(day))


def test_a_swapped_saturday_is_a_working_day() -> None:
    assert VN.is_working(dt.date(2024, 5, 4))


def test_the_day_of_receipt_does_not_count() -> None:
    assert VN.deadline(dt.date(2024, 6, 14), 1) == dt.date(2024, 6, 17)
    assert VN.deadline(dt.date(2024, 8, 30), 5) == dt.date(2024, 9, 10)  # 2/9 and 3/9 are off


def test_a_limit_of_zero_ends_on_the_day_itself_or_the_next_working_day() -> None:
    assert VN.deadline(dt.date(2024, 6, 14), 0) == dt.date(2024, 6, 14)
    assert VN.deadline(dt.date(2024, 6, 15), 0) == dt.date(2024, 6, 17)


def test_announced_days_are_settings() -> None:
    announced = {"extra_holidays": ["2024-06-17"], "extra_working_days": ["2024-06-22"]}
    settings = validate(WorkingDaySettings, announced, "agency.yaml")
    assert settings.calendar.deadline(dt.date(2024, 6, 14), 5) == dt.date(2024, 6, 22)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"country": "VX"}, "VX"),
        ({"extra_holidays": ["2024-06-22"], "extra_working_days": ["2024-06-22"]}, "22/06/2024"),
        ({"extra_working_day": []}, "extra_working_days"),
    ],
)
def test_wrong_settings_are_said(settings: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        validate(WorkingDaySettings, settings, "agency.yaml")


@given(days, st.integers(0, 400), st.frozensets(days, max_size=5), st.frozensets(days, max_size=5))
def test_a_deadline_is_that_of_counting_day_by_day(
    day: dt.date, limit: int, off: frozenset[dt.date], on: frozenset[dt.date]
) -> None:
    calendar = WorkingDays("VN", off, on)
    assert calendar.deadline(day, limit) == naive_deadline(calendar, day, limit)


@given(days, st.integers(0, 500))
def test_working_days_between_two_days_are_those_counted_one_by_one(start: dt.date, distance: int) -> None:
    end = start + ONE * distance
    counted = sum(VN.is_working(start + ONE * i) for i in range(1, distance + 1))
    assert VN.between(start, end) == counted
    assert VN.between(end, start) == -counted


@given(days, st.integers(1, 300))
def test_adding_and_counting_undo_each_other(day: dt.date, n: int) -> None:
    assert VN.between(day, VN.add_working_days(day, n)) == n


@given(st.lists(st.tuples(days, st.integers(0, 90)), min_size=1))
def test_many_deadlines_are_the_single_ones(rows: list[tuple[dt.date, int]]) -> None:
    many = VN.deadlines(np.array([d.toordinal() for d, _ in rows]), np.array([n for _, n in rows]))
    assert [dt.date.fromordinal(int(d)) for d in many] == [VN.deadline(d, n) for d, n in rows]


def test_a_limit_that_no_calendar_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        VN.deadline(dt.date(2024, 1, 1), -1)
    with pytest.raises(ValueError, match="beyond"):
        VN.deadline(dt.date(2024, 1, 1), 10_000_000)


def test_a_hundred_thousand_deadlines_take_no_time() -> None:
    received = np.random.default_rng(1).integers(738_000, 739_000, 100_000)
    VN.deadlines(received[:1], np.array([1]))
    begin = time.perf_counter()
    VN.deadlines(received, np.full(100_000, 15))
    assert time.perf_counter() - begin < 0.2
