"""Letters and Roman numerals of lists."""

import pytest

from report_utils.errors import BaocaoError
from report_utils.vietnamese.letters import letter, roman


def test_letters_follow_the_administrative_order() -> None:
    assert [letter(n) for n in range(1, 24)] == list("abcdđeghiklmnopqrstuvxy")


def test_a_list_longer_than_the_alphabet_is_said_in_vietnamese() -> None:
    with pytest.raises(BaocaoError, match="mục thứ 24"):
        letter(24)


def test_lists_start_at_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        letter(0)


@pytest.mark.parametrize(
    ("n", "numeral"), [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (2024, "MMXXIV")]
)
def test_roman_numerals(n: int, numeral: str) -> None:
    assert roman(n) == numeral


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(n)
