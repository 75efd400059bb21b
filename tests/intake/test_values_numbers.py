"""Numbers in cells, each case named by its fault."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.forms.table import Kind
from report_utils.intake.amounts import exact
from report_utils.intake.values import ColumnFacts, Reading, read_value, shown
from report_utils.vietnamese.numbers import format_decimal, format_integer

# name of the fault: (raw, value as a count, code)
COUNTS = {
    "stored whole number": (12.0, 12, ""),
    "zero": (0.0, 0, ""),
    "negative zero": (-0.0, 0, ""),
    "number as text": ("12", 12, ""),
    "zero as text": ("0", 0, ""),
    "leading zero": ("05", 5, ""),
    "dots between thousands": ("1.072.019", 1072019, ""),
    "space between thousands": ("1 234", 1234, ""),
    "no-break space between thousands": ("1\u00a0234", 1234, ""),
    "narrow no-break space": ("1\u202f234", 1234, ""),
    "full-width digits": ("１２", 12, ""),
    "plus sign": ("+5", 5, ""),
    "apostrophe of a text cell": ("'12", 12, ""),
    "counting word": ("12 hồ sơ", 12, "O23"),
    "counting word in capitals": ("12 HỒ SƠ", 12, "O23"),
    "counting word in NFD": ("12 hô\u0300 sơ", 12, "O23"),
    "comma and zero": ("12,0", 12, ""),
    "spaces and line feed around": (" 7\n", 7, ""),
    "zero-width space inside": ("1\u200b2", 12, "E04"),
    "byte-order mark in front": ("\ufeff12", 12, "E04"),
    "float noise below": (2.9999999999999996, 3, ""),
    "float noise above": (3.0000000000000004, 3, ""),
    "residue of a formula": (1e-17, 0, ""),
    "negative residue of a formula": (-1e-17, 0, ""),
    "cancellation noise": (1000.1 - 995.1, 5, ""),
    "noise in a large number": (123456789.00000001, 123456789, ""),
    "negative": (-3.0, None, "O03"),
    "negative text": ("-3", None, "O03"),
    "minus sign of typography": ("−3", None, "O03"),
    "decimals": (12.5, None, "O03"),
    "nearly whole": (2.999, None, "O03"),
    "decimals as text": ("12,5", None, "O03"),
    "ambiguous comma in a count": ("28,365", None, "O03"),
    "ambiguous dot": ("545.918", 545918, "O07"),
    "English thousands": ("1,234,567", None, "O02"),
    "English decimals": ("12.5", None, "O02"),
    "not a number": (float("nan"), None, "O02"),
    "infinity": (float("inf"), None, "O02"),
    "negative infinity": (float("-inf"), None, "O02"),
    "truth value": (True, None, "O02"),
    "false value": (False, None, "O02"),
    "date made of 1/2": (dt.date(2024, 2, 1), None, "O09"),
    "date and time": (dt.datetime.combine(dt.date(2024, 2, 1), dt.time(8)), None, "O09"),
    "time": (dt.time(1, 2), None, "O09"),
    "duration": (dt.timedelta(hours=30), None, "O09"),
    "sixteen digits": (1e15, None, "O14"),
    "huge": (1e300, None, "O14"),
    "sixteen digits as text": ("1234567890123456", None, "O14"),
    "largest that Excel keeps": (999_999_999_999_999.0, 999_999_999_999_999, ""),
    "percent text": ("75%", None, "O17"),
    "percent text with a space": ("75 %", None, "O17"),
    "money word": ("12 đồng", None, "O17"),
    "comparison": (">98", None, "O02"),
    "fraction": ("97/98", None, "O02"),
    "date as text": ("05/02/2024", None, "O02"),
    "grouping in the wrong place": ("1.23.456", None, "O02"),
    "letter O for zero": ("1O", None, "O02"),
    "word": ("mười hai", None, "O02"),
    "unknown unit": ("12 con", None, "O02"),
    "two numbers": ("12; 13", None, "O02"),
    "formula as text": ("=A1+B1", None, "O02"),
    "accounting negative": ("(5)", None, "O02"),
    "scientific": ("1e5", None, "O02"),
    "Arabic digit": ("٣", None, "O02"),
    "hash signs copied from the screen": ("#####", None, "O02"),
    "error text": ("#REF!", None, "O06"),
    "division error text": (" #DIV/0! ", None, "O06"),
    "nothing arose": ("Không phát sinh", 0, "O11"),
    "nothing arose, shortened": ("KPS", 0, "O11"),
    "nothing arose, full stop": ("không phát sinh.", 0, "O11"),
    "nothing arose in the period": ("Không phát sinh trong kỳ", 0, "O11"),
    "none": ("Không có", 0, "O11"),
    "no dossier": ("không có hồ sơ", 0, "O11"),
    "dash": ("-", None, "O10"),
    "en dash": ("–", None, "O10"),
    "two dashes": ("--", None, "O10"),
    "dots": ("...", None, "O10"),
    "ellipsis": ("…", None, "O10"),
    "question mark": ("?", None, "O10"),
    "cross": ("x", None, "O10"),
    "not available": ("N/A", None, "O10"),
    "not yet": ("chưa có số liệu", None, "O10"),
    "no data": ("không có số liệu", None, "O10"),
    "being compiled": ("Đang tổng hợp", None, "O10"),
    "blank": ("", None, ""),
    "spaces": (" \u00a0\n", None, ""),
    "lost letters": ("12 h\ufffd s\ufffd", None, "E03"),
}  # fmt: skip


@pytest.mark.parametrize("fault", COUNTS)
def test_counts(fault: str) -> None:
    raw, value, code = COUNTS[fault]
    reading = read_value(raw, Kind.COUNT)
    assert (reading.value, reading.code) == (value, code)
    assert type(reading.value) is type(value)


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [(12.0, "12", ""), (0.1 + 0.2, "0.3", ""), (1e-17, "0", ""), (-0.0, "0", ""), (31.3, "31.3", ""), ("31,3", "31.3",
                                                                                                       ""),
     ("28,365", "28.365", "O07"), ("545.918", "545918", "O07"), ("không", "0", "O11"), ("1.234,5", "1234.5", ""),
     (0.00012, "0.00012", ""), (1e-8, "0.00000001", "")],
)  # fmt: skip
def test_decimals(raw: object, value: str, code: str) -> None:
    reading = read_value(raw, Kind.DECIMAL)
    assert (reading.value, reading.code) == (Decimal(value), code)


@pytest.mark.parametrize(("raw", "unit"), [("28,365 triệu đồng", "triệu đồng"), ("28,365tr đồng", "triệu đồng"),
                                           ("5.000.000 đồng", "đồng"), ("2 tỉ", "tỷ đồng"), ("52,3%", "%")])
def test_a_unit_in_an_amount_is_told(raw: str, unit: str) -> None:
    reading = read_value(raw, Kind.DECIMAL)
    assert (reading.value, reading.code) == (None, "O17")
    assert unit in reading.expected


def test_ambiguous_numbers_are_told_in_words() -> None:
    assert read_value("28,365", Kind.DECIMAL).expected == "28,365 (số thập phân)"
    assert read_value("545.918", Kind.COUNT).expected == "545.918 (số nguyên)"


def test_nothing_arose_is_no_zero_where_the_row_can_be_marked() -> None:
    reading = read_value("Không phát sinh", Kind.DECIMAL, ColumnFacts(nil_mark=True))
    assert (reading.value, reading.code) == (None, "O10")
    assert "đánh dấu x" in reading.suggestion


def test_a_removed_character_is_told_even_beside_another_finding() -> None:
    reading = read_value("545.918\u200b", Kind.COUNT)
    assert reading.code == "O07"
    assert "U+200B" in reading.reason


def test_a_date_in_a_number_says_what_was_probably_typed() -> None:
    reading = read_value(dt.date(2024, 2, 1), Kind.COUNT)
    assert reading == Reading(None, "O09", "", "ngày 01/02/2024", " Có thể người nhập đã gõ «1/2» hoặc «1.2».")


@given(st.integers(0, 10**15 - 1))
def test_whole_numbers_come_back_however_they_are_typed(number: int) -> None:
    for raw in (float(number), str(number), format_integer(number).replace(".", "\u00a0")):
        assert read_value(raw, Kind.COUNT) == Reading(number)
    assert read_value(format_integer(number), Kind.COUNT).value == number


@given(st.decimals(0, 10**9, places=4))
def test_decimals_come_back_however_they_are_typed(number: Decimal) -> None:
    assert read_value(float(number), Kind.DECIMAL) == Reading(number)
    assert read_value(format_decimal(number, 4), Kind.DECIMAL).value == number


@given(st.floats(-1e14, 1e14))
def test_a_stored_number_keeps_the_digits_that_excel_keeps(number: float) -> None:
    assert abs(exact(number) - Decimal(number)) <= max(Decimal("1e-9"), abs(Decimal(number)) * Decimal("1e-14"))
    assert len(exact(number).as_tuple().digits) <= 17


@given(st.one_of(st.text(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas(),
                 st.integers()), st.sampled_from([Kind.COUNT, Kind.DECIMAL]))
def test_a_number_is_right_or_something_is_said(raw: object, kind: Kind) -> None:
    reading = read_value(raw, kind)
    if reading.value is None:
        assert reading.code or not str(raw).strip() or not shown(raw)
    else:
        assert 0 <= reading.value < 10**15
        assert isinstance(reading.value, int if kind is Kind.COUNT else Decimal)
