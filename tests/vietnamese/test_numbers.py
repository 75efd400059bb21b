"""Numbers written in official style."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.vietnamese.numbers import (
    format_count,
    format_decimal,
    format_integer,
    format_percent,
    round_half_up,
)
from report_utils.vietnamese.parsing import parse_number


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (999, "999"), (2460, "2.460"), (1072019, "1.072.019"), (-28365000, "-28.365.000")],
)
def test_integers_have_dots_between_thousands(value: int, written: str) -> None:
    assert format_integer(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0"), (1, "01"), (8, "08"), (10, "10"), (1549, "1.549"), (-5, "-5")]
)
def test_counts_below_ten_take_a_leading_zero(value: int, written: str) -> None:
    assert format_count(value) == written


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("97.765", 2, "97.77"), ("88.095", 0, "88"), ("74.64", 0, "75"), ("0.5", 0, "1"), ("-0.5", 0, "-1"),
     ("2.5", 0, "3"), ("1.005", 2, "1.01"), ("-0.04", 1, "0.0")],
)  # fmt: skip
def test_halves_are_rounded_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(value), places)) == rounded


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [("31.3", 2, "31,3"), ("31", 2, "31"), ("1234.5", 1, "1.234,5"), ("-0.04", 1, "0"), ("-7.25", 1, "-7,3")],
)
def test_decimals_have_a_comma_and_no_zeros_at_the_end(value: str, places: int, written: str) -> None:
    assert format_decimal(Decimal(value), places) == written


def test_zeros_at_the_end_are_kept_when_asked_for() -> None:
    assert format_decimal(Decimal("31.3"), 2, trim=False) == "31,30"


@pytest.mark.parametrize(
    ("value", "written"),
    [("74.64", "74,64%"), ("100", "100%"), ("0.07", "0,07%"), ("52.30", "52,3%"), ("97.765", "97,77%")],
)
def test_percentages_have_no_space_and_no_zeros_at_the_end(value: str, written: str) -> None:
    assert format_percent(Decimal(value)) == written


@pytest.mark.parametrize("written_by", [format_integer, format_percent, lambda value: format_decimal(value, 1)])
def test_binary_floats_are_refused(written_by: Callable[[object], str]) -> None:
    with pytest.raises(TypeError):
        written_by(0.1)


@given(st.integers())
def test_integers_are_read_back_as_they_were(value: int) -> None:
    parsed = parse_number(format_integer(value))
    assert parsed is not None
    assert parsed.value == value


@given(st.integers(0))
def test_counts_are_read_back_as_they_were(value: int) -> None:
    parsed = parse_number(format_count(value))
    assert parsed is not None
    assert parsed.value == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40), st.integers(0, 6))
def test_decimals_are_read_back_rounded(value: Decimal, places: int) -> None:
    parsed = parse_number(format_decimal(value, places))
    assert parsed is not None
    assert parsed.value == round_half_up(value, places)


@given(st.decimals(-1000, 1000, places=4))
def test_percentages_are_read_back_as_percentages(value: Decimal) -> None:
    parsed = parse_number(format_percent(value))
    assert parsed is not None
    assert (parsed.value, parsed.is_percent) == (round_half_up(value, 2), True)
