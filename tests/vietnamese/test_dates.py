"""Dates by Decree 30 and dates typed as text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.vietnamese.dates import format_date, long_date, parse_date

four_digit_years = st.dates(date(1000, 1, 1))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 2, 5), "05/02/2024"),
        (date(2024, 6, 14), "14/6/2024"),
        (date(2024, 3, 8), "08/3/2024"),
        (date(2023, 12, 27), "27/12/2023"),
        (date(2024, 1, 31), "31/01/2024"),
    ],
)
def test_only_small_days_and_the_first_two_months_take_a_zero(day: date, written: str) -> None:
    assert format_date(day) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"), (date(2019, 5, 15), "ngày 15 tháng 5 năm 2019")],
)
def test_the_date_line_of_a_document(day: date, written: str) -> None:
    assert long_date(day) == written


@pytest.mark.parametrize(
    "text",
    ["15/5/2019", "15/05/2019", "15-5-2019", "15.5.2019", "15 / 5/2019", "ngày 15 tháng 5 năm 2019", "Ngày 15/5/2019",
     "15 tháng 05, năm 2019", "  15/5/2019\u00a0", "15–5–2019", "NGÀY 15 THÁNG 5 NĂM 2019"],
)  # fmt: skip
def test_dates_as_units_type_them_are_read(text: str) -> None:
    assert parse_date(text) == date(2019, 5, 15)


@pytest.mark.parametrize(
    "text",
    ["", "31/4/2024", "29/02/2023", "13/13/2024", "05/02/24", "2024-02-05", "15/5-2019", "quý 2/2024", "12/2019",
     "15/5/2019 và 16/5/2019", "00/1/2024", "1/1/0000"],
)  # fmt: skip
def test_what_is_no_certain_date_is_not_read(text: str) -> None:
    assert parse_date(text) is None


@given(four_digit_years)
def test_short_dates_are_read_back_as_they_were(day: date) -> None:
    assert parse_date(format_date(day)) == day


@given(four_digit_years)
def test_long_dates_are_read_back_as_they_were(day: date) -> None:
    assert parse_date(long_date(day)) == day
