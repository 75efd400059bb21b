"""Numbers in a sentence: what sort they are, what they count, and what is no number at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.prose.amounts import Sort, amounts_in, decimal_of, places_of
from report_utils.vietnamese.numbers import format_decimal, format_integer

READ = {
    "a count with its noun": ("tiếp nhận 1.549 hồ sơ", [(Sort.COUNT, "1549", "hồ sơ")]),
    "a count behind its label": ("tổng số nhiệm vụ: 32", [(Sort.COUNT, "32", "nhiệm vụ")]),
    "a ratio": ("đã cấp cho 28/65 thủ tục", [(Sort.RATIO, "28", "thủ tục")]),
    "a ratio in words": ("51 trên tổng số 64 nhiệm vụ", [(Sort.RATIO, "51", "nhiệm vụ")]),
    "a percentage": ("đạt 43,08%", [(Sort.PERCENT, "43.08", "%")]),
    "percentage points": ("tăng 8,7 điểm phần trăm", [(Sort.PERCENT, "8.7", "điểm %")]),
    "millions": ("chi 3.915 triệu đồng", [(Sort.MONEY, "3915000000", "đồng")]),
    "millions with decimals": ("chi 28,365tr đồng", [(Sort.MONEY, "28365000", "đồng")]),
    "a sum in two scales": ("chi 12 tỷ 500 triệu đồng", [(Sort.MONEY, "12500000000", "đồng")]),
    "a sum in three scales": ("chi 1 tỷ 234 triệu 500 nghìn đồng", [(Sort.MONEY, "1234500000", "đồng")]),
    "two sums": ("chi 12 tỷ đồng và 500 triệu đồng",
                 [(Sort.MONEY, "12000000000", "đồng"), (Sort.MONEY, "500000000", "đồng")]),
    "thousands as in English": ("tiếp nhận 1,234 hồ sơ", [(Sort.COUNT, "1234", "hồ sơ")]),
    "a measure with three decimals": ("đạt 85,125 điểm", [(Sort.COUNT, "85.125", "điểm")]),
    "a number once more in words": ("có 05 (năm) đơn vị", [(Sort.COUNT, "5", "đơn vị")]),
    "a count behind discipline": ("xử lý kỷ luật 02 viên chức", [(Sort.COUNT, "2", "viên chức")]),
    "sorts beside each other": (
        "222/252 hồ sơ, đạt 88%", [(Sort.RATIO, "222", "hồ sơ"), (Sort.PERCENT, "88", "%")],
    ),
}  # fmt: skip

NO_NUMBERS = [
    "trực 24/7", "phòng chống covid-19", "đạt chuẩn tier 3", "giai đoạn 2022-2025", "đợt 1", "mức độ 4", "khoản (1)",
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), READ.values(), ids=READ)
def test_a_number_is_read_with_what_it_counts(words: str, expected: list[tuple[Sort, str, str]]) -> None:
    read = [(each.sort, each.value, each.noun) for each in amounts_in(words, [])]
    assert read == [(sort, Decimal(value), noun) for sort, value, noun in expected]


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_a_name_with_digits_is_no_number(words: str) -> None:
    assert amounts_in(words, []) == []


def test_places_that_hold_a_day_or_document_are_left_out() -> None:
    words = "công văn 105 ngày 12 về 3 hồ sơ"
    assert [each.value for each in amounts_in(words, [(0, 20)])] == [3]


@given(st.integers(0, 10**12))
def test_an_integer_is_read_as_it_is_written(value: int) -> None:
    assert decimal_of(format_integer(value)) == value


@given(st.decimals(0, 10**9, places=2))
def test_a_decimal_is_read_as_it_is_written(value: Decimal) -> None:
    written = format_decimal(value, 2, trim=False)
    assert (decimal_of(written), places_of(written)) == (value, 2)
