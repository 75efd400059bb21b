"""Numbers that units typed as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.vietnamese.parsing import NumberProblem, ParsedNumber, parse_number


def parsed(text: str) -> ParsedNumber:
    number = parse_number(text)
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.072.019", "1072019"), ("2460", "2460"), ("1 234", "1234"), ("1\u00a0234", "1234"), ("02", "2"), ("0", "0"),
     ("1\u2009234\u2009567", "1234567"), ("1 234,5", "1234.5"), ("１２３", "123"), ("１．２３４．５６７", "1234567"),
     ("-5", "-5"), ("−5", "-5"), ("+5", "5"), ("1.234,5", "1234.5"), ("31,3", "31.3"), ("0,365", "0.365"),
     (" 7\n", "7")],
)  # fmt: skip
def test_vietnamese_numbers_are_read(text: str, value: str) -> None:
    assert parsed(text) == ParsedNumber(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [("52,3%", "52.3"), ("75 %", "75"), ("100\u00a0%", "100"), ("0,07%", "0.07"), ("97,765%", "97.765"),
     ("７５％", "75")],
)  # fmt: skip
def test_percentages_are_told_apart(text: str, value: str) -> None:
    assert parsed(text) == ParsedNumber(Decimal(value), is_percent=True)


@pytest.mark.parametrize(("text", "value"), [("28,365", "28.365"), ("545.918", "545918"), ("-1.234", "-1234")])
def test_one_separator_before_three_digits_is_ambiguous(text: str, value: str) -> None:
    assert parsed(text) == ParsedNumber(Decimal(value), is_ambiguous=True)


@pytest.mark.parametrize("text", ["1.234.567", "1234", "12,34", "1234,567", "0,365", "1 234"])
def test_numbers_with_one_reading_are_not_ambiguous(text: str) -> None:
    assert not parsed(text).is_ambiguous


@pytest.mark.parametrize("text", ["12 hồ sơ", "12 HỒ SƠ", "12hồ sơ", "12 người", "12 trường hợp", "12 TTHC"])
def test_counting_words_are_told_apart_from_the_number(text: str) -> None:
    assert parsed(text) == ParsedNumber(Decimal(12), counting_word=text[2:].strip().lower())


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("28,3tr đồng", "28.3", "triệu đồng"), ("5.000.000 đồng", "5000000", "đồng"), ("12 tỉ", "12", "tỷ đồng"),
     ("7 ngàn đồng", "7", "nghìn đồng"), ("3 tỷ đồng", "3", "tỷ đồng"), ("50 trđ", "50", "triệu đồng")],
)  # fmt: skip
def test_money_words_are_returned_in_one_spelling(text: str, value: str, unit: str) -> None:
    assert parsed(text) == ParsedNumber(Decimal(value), unit_word=unit)


@pytest.mark.parametrize("text", ["1,234,567", "12.5", "1,234.5", "0.365", "1234.567", "12.5%", "1.2345"])
def test_numbers_only_english_can_read_are_refused_as_such(text: str) -> None:
    assert parsed(text) == ParsedNumber(None, problem=NumberProblem.EN_US)
    assert "Anh - Mỹ" in parsed(text).reason


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1.23.456", NumberProblem.GROUPING),
        ("27.12.2023", NumberProblem.GROUPING),
        ("1 23", NumberProblem.GROUPING),
        ("1.234 567", NumberProblem.GROUPING),
        ("1,2,3", NumberProblem.GROUPING),
        (">98%", NumberProblem.COMPARISON),
        ("≥ 5", NumberProblem.COMPARISON),
        ("97/98", NumberProblem.FRACTION),
        ("97 / 98", NumberProblem.FRACTION),
        ("không", NumberProblem.WORDS),
        ("12 con mèo", NumberProblem.WORDS),
        ("khoảng 12", NumberProblem.WORDS),
        ("10²", NumberProblem.WORDS),
        ("٣", NumberProblem.WORDS),
        ("- 5", NumberProblem.WORDS),
        ("12 và 13", NumberProblem.WORDS),
        ("1e5", NumberProblem.WORDS),
    ],
)
def test_the_reason_of_a_refusal_is_said(text: str, problem: NumberProblem) -> None:
    assert parsed(text).problem is problem
    assert parsed(text).reason


@pytest.mark.parametrize("text", ["", " ", "\u00a0\n\t", "\ufeff"])
def test_a_blank_text_is_no_number_and_no_mistake(text: str) -> None:
    assert parse_number(text) is None


@given(st.text(alphabet="0123456789.,+-% /đồngtr><\u00a0１") | st.text())
def test_every_text_is_either_read_or_refused_with_a_reason(text: str) -> None:
    number = parse_number(text)
    if number is not None:
        assert (number.value is None) == bool(number.reason)
