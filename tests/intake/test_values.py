"""A cell is read as its column asks, or it is said why not; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.forms.table import Kind
from report_utils.intake.values import Reading, read_value, shown

FIFTH_OF_FEBRUARY = dt.date(2024, 2, 5)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("raw", ["", " ", "\u00a0", "\n\t "])
def test_a_cell_with_nothing_but_spaces_is_blank(raw: str, kind: Kind) -> None:
    assert read_value(raw, kind) == Reading(None)


@pytest.mark.parametrize(
    ("raw", "value"),
    [(0.0, 0), (12.0, 12), (3, 3), ("0", 0), ("2460", 2460), ("02", 2), (" 7 ", 7), ("1.072.019", 1072019),
     ("1 234", 1234), ("1\u00a0234", 1234), ("12 hồ sơ", 12), ("５", 5), ("3,0", 3)],
)  # fmt: skip
def test_counts_are_whole_numbers_however_they_were_typed(raw: Any, value: int) -> None:
    reading = read_value(raw, Kind.COUNT)
    assert reading == Reading(value)
    assert type(reading.value) is int


@pytest.mark.parametrize("raw", [-1.0, -1, "-5", "−5", 1.5, 0.1, "1,5", "31,3", "28,365"])
def test_a_count_is_neither_negative_nor_broken(raw: Any) -> None:
    assert read_value(raw, Kind.COUNT) == Reading(code="O03")


def test_a_count_that_english_reads_otherwise_is_taken_the_vietnamese_way_with_a_warning() -> None:
    assert read_value("545.918", Kind.COUNT) == Reading(545918, "O07")


@pytest.mark.parametrize(
    ("raw", "value"),
    [(0.1, "0.1"), (31.3, "31.3"), (28365000.0, "28365000"), ("31,3", "31.3"), ("1.234,5", "1234.5"),
     ("0,365", "0.365"), ("545.918.300.000", "545918300000"), (1e-7, "0.0000001"), (0.1 + 0.2, "0.30000000000000004")],
)  # fmt: skip
def test_amounts_keep_every_digit(raw: Any, value: str) -> None:
    reading = read_value(raw, Kind.DECIMAL)
    assert reading == Reading(Decimal(value))
    assert type(reading.value) is Decimal


@pytest.mark.parametrize(("raw", "value"), [("28,365", "28.365"), ("545.918", "545918")])
def test_an_amount_with_two_readings_is_taken_the_vietnamese_way_with_a_warning(raw: str, value: str) -> None:
    assert read_value(raw, Kind.DECIMAL) == Reading(Decimal(value), "O07")


@pytest.mark.parametrize("raw", [-0.5, "-1.234,5", -1])
def test_an_amount_is_not_negative(raw: Any) -> None:
    assert read_value(raw, Kind.DECIMAL) == Reading(code="O03")


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.DECIMAL])
@pytest.mark.parametrize(
    "raw",
    [True, False, FIFTH_OF_FEBRUARY, dt.datetime(2024, 2, 5, 7, 30, tzinfo=dt.UTC), dt.time(7, 30),
     dt.timedelta(hours=30), float("nan"), float("inf"), "75%", "28,3 triệu đồng", "\ufeff"],
)  # fmt: skip
def test_what_is_no_number_is_said_to_be_none(raw: Any, kind: Kind) -> None:
    assert read_value(raw, kind) == Reading(code="O02")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("1,234,567", "số viết kiểu Anh - Mỹ; hãy dùng dấu chấm giữa các nhóm nghìn và dấu phẩy trước phần thập phân"),
        ("> 98", "có dấu so sánh (>, <, ≥, ≤); hãy ghi đúng con số"),
        ("97/98", "ghi dạng tử số/mẫu số; hãy ghi từng số vào cột của nó"),
        ("không có", "có chữ hoặc ký hiệu không phải là số"),
        ("1.23.456", "dấu chấm, dấu phẩy hoặc dấu cách đặt sai chỗ trong số"),
    ],
)
@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.DECIMAL])
def test_why_a_text_is_no_number_is_said(raw: str, reason: str, kind: Kind) -> None:
    assert read_value(raw, kind) == Reading(code="O02", reason=f" Lý do: {reason}.")


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NULL!", "#NUM!", " #REF! "])
@pytest.mark.parametrize("kind", Kind)
def test_an_error_of_excel_is_never_a_value(error: str, kind: Kind) -> None:
    assert read_value(error, kind) == Reading(code="O06")


@pytest.mark.parametrize(
    "raw",
    [FIFTH_OF_FEBRUARY, dt.datetime(2024, 2, 5, 23, 59, tzinfo=dt.UTC), "05/02/2024", "5/2/2024", "05-02-2024",
     "5.2.2024", "ngày 05 tháng 02 năm 2024", " 05/02/2024 "],
)  # fmt: skip
def test_dates_are_read_day_first(raw: Any) -> None:
    assert read_value(raw, Kind.DATE) == Reading(FIFTH_OF_FEBRUARY)


@pytest.mark.parametrize("raw", ["31/4/2024", "02/2024", "Quý I/2024", "2024-02-05", "5/2/24", 45327.0, True,
                                 dt.time(7, 30)])  # fmt: skip
def test_what_is_no_date_is_said_to_be_none(raw: Any) -> None:
    assert read_value(raw, Kind.DATE) == Reading(code="O04")


@pytest.mark.parametrize("raw", ["x", "X", " x ", "có", "Có", 1.0, 1, True])
def test_a_mark_may_be_made_in_several_ways(raw: Any) -> None:
    assert read_value(raw, Kind.MARK) == Reading(True)


@pytest.mark.parametrize("raw", ["không", "v", "-", 0.0, 2.0, False])
def test_what_is_no_mark_is_not_taken_for_one(raw: Any) -> None:
    assert read_value(raw, Kind.MARK) == Reading(code="O05")


@pytest.mark.parametrize(
    ("raw", "value"),
    [(" Dược phẩm\n", "Dược phẩm"), (157.0, "157"), (FIFTH_OF_FEBRUARY, "05/02/2024"), ("007", "007"),
     (unicodedata.normalize("NFD", "Hồ sơ"), "Hồ sơ")],
)  # fmt: skip
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.CODE, Kind.CHOICE])
def test_texts_are_kept_as_typed_in_one_unicode_form(raw: Any, value: str, kind: Kind) -> None:
    assert read_value(raw, kind) == Reading(value)


@pytest.mark.parametrize(
    ("raw", "text"), [(True, "TRUE"), (0.1, "0,1"), (1234567.0, "1.234.567"), (-1.5, "-1,5"), (" abc ", "abc"),
                      (float("inf"), "inf")],
)  # fmt: skip
def test_messages_quote_values_as_excel_shows_them(raw: Any, text: str) -> None:
    assert shown(raw) == text


raw_values = (st.text() | st.floats() | st.integers() | st.booleans() | st.dates() | st.datetimes() | st.times()
              | st.timedeltas())


@given(raw_values, st.sampled_from(Kind))
def test_every_cell_is_either_read_or_refused_or_blank(raw: Any, kind: Kind) -> None:
    reading = read_value(raw, kind)
    if reading.value is None and not reading.code:
        assert isinstance(raw, str)
        assert not raw.strip()
    elif reading.code not in ("", "O07"):
        assert reading.value is None
    assert isinstance(shown(raw), str)
