"""Words of a text, and numbers written in two ways."""

import pytest

from report_utils.review.comparing.words import same_value, slice_of, words_of


def test_a_number_is_one_word_with_the_signs_inside_it() -> None:
    assert [word.key for word in words_of("đạt 97,77% (1.072.019/1.096.400).")] == [
        "đạt", "97,77", "%", "(", "1.072.019", "/", "1.096.400", ")", "."]  # fmt: skip


def test_signs_that_autocorrect_sets_have_the_same_keys() -> None:
    assert [word.key for word in words_of("«a» – “b”…")] == [word.key for word in words_of('"a" - "b"...')]


def test_a_slice_folds_white_space() -> None:
    words = words_of("là  91 \u00a0% .")
    assert slice_of("là  91 \u00a0% .", words[1:3]) == "91 %"
    assert slice_of("", ()) == ""


@pytest.mark.parametrize(("one", "other"), [("1.072.019", "1072019"), ("1.072.019", "1,072,019"), ("91%", "91 %"),
                                            ("05", "5"), ("3.458", "3 458")])  # fmt: skip
def test_the_same_number_in_two_writings(one: str, other: str) -> None:
    assert same_value(one, other)


@pytest.mark.parametrize(("one", "other"), [("91%", "91"), ("3.458", "3.459"), ("", ""), ("12/9/2024", "12/9/2024"),
                                            ("3.458", "34.58")])  # fmt: skip
def test_other_numbers_and_no_numbers_are_not_the_same(one: str, other: str) -> None:
    assert not same_value(one, other)
