"""Columns of raw values as arrays."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.intake.exports.columns import BLANK, UNREADABLE, codes, days, limits, places, repeated

DAY = dt.date(2024, 6, 14)


@pytest.mark.parametrize(
    "raw",
    [DAY, dt.datetime.combine(DAY, dt.time(16, 32)), "14/6/2024", "14/06/2024 16:32:05", "16:32 14/06/2024",
     "14/06/2024 4:32 CH", " 14-06-2024 ", "ngày 14 tháng 6 năm 2024", "14/06/2024, 08:00",
     45457.0, 45457.7, "14/06/2024\u00a008:00"],
)  # fmt: skip
def test_a_day_is_read_however_it_was_written(raw: object) -> None:
    assert days([raw]).tolist() == [DAY.toordinal()]  # type: ignore[list-item]


@pytest.mark.parametrize(
    "raw",
    ["31/4/2024", "06/14/2024", "14/6/24", "2024-06-14", "hôm nay", "08:30", "14/06/1024", "#REF!", True, 12.0, -5.0,
     912345678.0, float("nan"), dt.time(8, 30), dt.timedelta(days=1), dt.date(1999, 12, 31), "14/06/2024 08:30 08:30"],
)  # fmt: skip
def test_what_is_no_day_is_not_guessed(raw: object) -> None:
    assert days([raw]).tolist() == [UNREADABLE]  # type: ignore[list-item]


@pytest.mark.parametrize("raw", ["", "  ", "\u00a0"])
def test_a_blank_cell_is_no_day(raw: str) -> None:
    assert days([raw]).tolist() == [BLANK]


@given(st.lists(st.one_of(st.dates(), st.datetimes(), st.text(max_size=20), st.floats(), st.integers(), st.booleans())))
def test_no_cell_breaks_a_column(values: list[object]) -> None:
    for read in (days, limits, lambda v: places(v, {"a": 0})):
        assert len(read(values)) == len(values)  # type: ignore[operator]
    assert len(codes(values)) == len(values)  # type: ignore[arg-type]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.times())
def test_text_and_real_dates_are_the_same(day: dt.date, time: dt.time) -> None:
    texts = [f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y} {time:%H:%M}", f"{day:%d/%m/%Y} {time:%H:%M:%S}"]
    assert set(days([day, dt.datetime.combine(day, time), *texts]).tolist()) == {day.toordinal()}


def test_time_limits() -> None:
    raw = [15.0, "15", "15 ngày", "15 ngày làm việc", "05 NGÀY", 0.0, "", "4 giờ", 7.5, -1.0, "99999"]
    assert limits(raw).tolist() == [15, 15, 15, 15, 5, 0, BLANK, *[UNREADABLE] * 4]


def test_places_in_a_closed_list() -> None:
    assert places(["TRỰC  TUYẾN", "trực tuyến", "", "?"], {"trực tuyến": 3}).tolist() == [3, 3, BLANK, UNREADABLE]


def test_codes() -> None:
    raw = ["h06-1 ", 12.0, "", "Tổng cộng", "Tổng cộng: 12", "Vũng Tàu, ngày 14 tháng 9"]
    assert codes(raw) == ["H06-1", "12", "", "", "", ""]
    assert repeated(["A1", "A1", "", "", "A1"]).tolist() == [False, True, False, False, True]
