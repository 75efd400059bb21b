"""The width of words in Times New Roman."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.document.metrics import text_width, widest_line


def test_a_known_line_has_the_width_that_word_gives_it() -> None:
    assert text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) == pytest.approx(274, abs=4)


def test_tones_and_hats_do_not_widen_a_letter() -> None:
    assert text_width("ẾềữỢđ", 14) == text_width("EeưƠd", 14)


def test_horned_letters_are_wider_than_their_bases() -> None:
    assert text_width("ơư", 14) > text_width("ou", 14)


def test_composed_and_decomposed_letters_are_equally_wide() -> None:
    assert text_width("Ươ\u0301", 14, bold=True) == text_width("Ướ", 14, bold=True)


def test_width_grows_with_the_size_in_proportion() -> None:
    assert text_width("Sở Y tế", 28) == pytest.approx(2 * text_width("Sở Y tế", 14))


def test_the_faces_differ() -> None:
    widths = {text_width("Khám", 14), text_width("Khám", 14, bold=True), text_width("Khám", 14, italic=True)}
    assert len(widths) == 3


def test_a_letter_of_no_table_counts_as_one_em() -> None:
    assert text_width("漢", 12) == 12


def test_the_widest_line_of_broken_words_is_found() -> None:
    whole = text_width("UBND TỈNH", 12)
    assert widest_line("UBND TỈNH BÀ RỊA", 12, whole + 1) == pytest.approx(whole)


def test_a_line_break_begins_a_new_line() -> None:
    assert widest_line("SỞ\nY TẾ", 12, 500) == pytest.approx(text_width("Y TẾ", 12))


@given(st.text(max_size=60), st.floats(10, 400))
def test_no_line_is_wider_than_what_is_available(text: str, available: float) -> None:
    assert 0 <= widest_line(text, 14, available) <= available
