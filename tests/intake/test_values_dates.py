"""Dates in cells, each case named by its fault."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.forms.table import Kind
from report_utils.intake.values import ColumnFacts, read_value
from report_utils.vietnamese.dates import format_date, long_date

DAY = dt.date(2024, 2, 5)


def moment(*parts: int) -> dt.datetime:
    """A moment as Excel stores it, without a time zone."""
    return dt.datetime(2024, 2, *parts)  # noqa: DTZ001


DATES = {
    "stored date": (DAY, DAY, ""),
    "stored moment at midnight": (moment(5), DAY, ""),
    "stored moment with a time": (moment(5, 14, 30), DAY, "O19"),
    "noise below a second after midnight": (moment(5, 0, 0, 0, 400), DAY, ""),
    "noise below a second before midnight": (moment(4, 23, 59, 59, 991000), DAY, ""),
    "day month year": ("05/02/2024", DAY, ""),
    "no leading zeros": ("5/2/2024", DAY, ""),
    "spaces around the slashes": ("5 / 2/2024", DAY, ""),
    "dashes": ("5-2-2024", DAY, ""),
    "dots": ("05.02.2024", DAY, ""),
    "in words": ("ngày 05 tháng 02 năm 2024", DAY, ""),
    "in words, NFD and capitals": ("NGA\u0300Y 5 THA\u0301NG 2 NA\u0306M 2024", DAY, ""),
    "full stop behind": ("05/02/2024.", DAY, ""),
    "apostrophe in front": ("'05/02/2024", DAY, ""),
    "no-break space": ("05/02/2024\u00a0", DAY, ""),
    "left-to-right mark": ("\u200e05/02/2024", DAY, "E04"),
    "text with a time": ("05/02/2024 14:30", DAY, "O19"),
    "text with seconds": ("05/02/2024 14:30:05", DAY, "O19"),
    "text with a Vietnamese time": ("05/02/2024 lúc 14h30", DAY, "O19"),
    "serial": (45327.0, DAY, "O19"),
    "serial with a time": (45327.604, DAY, "O19"),
    "serial 60, a day that never was": (60.0, None, "O04"),
    "year": (2024.0, None, "O04"),
    "small number": (5.0, None, "O04"),
    "digits run together": (5022024.0, None, "O04"),
    "negative": (-1.0, None, "O04"),
    "not a number": (float("nan"), None, "O04"),
    "infinity": (float("inf"), None, "O04"),
    "truth value": (True, None, "O04"),
    "time": (dt.time(0, 0), None, "O04"),
    "duration": (dt.timedelta(days=3), None, "O04"),
    "year typed into a date cell": (dt.date(1905, 7, 16), None, "O04"),
    "serial 60 in a date cell": (dt.date(1900, 2, 28), None, "O04"),
    "year of the far future": (dt.date(2204, 2, 5), None, "O04"),
    "mistyped year as text": ("05/02/0204", None, "O04"),
    "year first": ("2024-02-05", None, "O04"),
    "year first with a time": ("2024-02-05T00:00:00", None, "O04"),
    "month first": ("02/25/2024", None, "O04"),
    "no such day": ("31/4/2024", None, "O04"),
    "no leap year": ("29/02/2023", None, "O04"),
    "two digits for the year": ("5/2/24", None, "O04"),
    "month and year": ("02/2024", None, "O04"),
    "quarter": ("Quý I/2024", None, "O04"),
    "year as text": ("2024", None, "O04"),
    "no year": ("5/2", None, "O04"),
    "two dates": ("05/02/2024, 06/02/2024", None, "O04"),
    "English": ("5 Feb 2024", None, "O04"),
    "words": ("chưa hoàn thành", None, "O04"),
    "dash": ("-", None, "O04"),
    "error": ("#VALUE!", None, "O06"),
    "blank": (" ", None, ""),
}


@pytest.mark.parametrize("fault", DATES)
def test_dates(fault: str) -> None:
    raw, value, code = DATES[fault]
    reading = read_value(raw, Kind.DATE)
    assert (reading.value, reading.code) == (value, code)


def test_a_serial_of_the_1904_system() -> None:
    assert read_value(43865.0, Kind.DATE, ColumnFacts(epoch_1904=True)).value == DAY


@pytest.mark.parametrize(("raw", "part"), [
    (dt.date(1905, 7, 16), "«2024»"), ("2024-02-05", "năm viết trước"), ("02/25/2024", "tháng lớn hơn 12"),
    ("31/4/2024", "không có ngày này"), ("5/2/24", "bốn chữ số"), ("02/2024", "thiếu ngày"),
    ("Quý I/2024", "thiếu ngày"), (2024.0,
                                                                                              "không phải ngày"),
])  # fmt: skip
def test_the_reason_is_said(raw: object, part: str) -> None:
    assert part in read_value(raw, Kind.DATE).reason


@given(st.dates(dt.date(1945, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_comes_back_however_it_is_typed(day: dt.date) -> None:
    for raw in (day, dt.datetime.combine(day, dt.time()), format_date(day), long_date(day),
                f"{day.day}-{day.month}-{day.year}"):
        assert read_value(raw, Kind.DATE) == (day, "", "", "", "", "")


@given(st.one_of(st.text(), st.floats(), st.datetimes(), st.dates(), st.booleans(), st.times(), st.timedeltas()))
def test_a_date_is_plausible_or_something_is_said(raw: object) -> None:
    reading = read_value(raw, Kind.DATE)
    assert reading.value is None or 1945 <= reading.value.year <= 2100
    assert reading.value or reading.code or not str(raw).strip()
