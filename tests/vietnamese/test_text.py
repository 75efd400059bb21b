"""Comparing and sorting Vietnamese text."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.vietnamese.text import collation_key, fold, nfc, shortened, strip_marks

vietnamese = st.text(alphabet="aàảãáạăằâầbcdđeẻêgiklmnoòóỏôồơớpqrstuùưừvxyỳỷ ĐÐƉ-–\u00a0\u0301\u0323", max_size=30)


def test_composed_and_decomposed_text_become_one() -> None:
    text = "Tổng cộng hồ sơ trực tuyến"
    assert nfc(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CỘNG HÒA", "Cộng hoà"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("thuý", "thúy"),
        ("Hoà loè", "hòa lòe"),
        ("hoạ", "họa"),
        ("Đúng hạn", "Ðúng hạn"),
        ("đúng hạn", "Ɖúng hạn"),
        ("đang", "ðang"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa — Vũng Tàu", "Bà Rịa ‐ Vũng Tàu"),
        ("  Trước\u00a0hạn\n", "trước\u2009 hạn"),
        ("hồ\u200bsơ", "hồsơ"),
    ],
)
def test_texts_a_reader_takes_for_the_same_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hóa"), ("quá hạn", "qua hạn"), ("đang", "dang"), ("số", "sô"), ("mua", "mưa"), ("ng\u00adời", "ngời")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text() | vietnamese)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | vietnamese)
def test_folding_does_not_depend_on_the_unicode_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_marks_are_stripped_and_letter_case_stays() -> None:
    assert strip_marks("Đúng hạn, đường Trần Hưng Đạo") == "Dung han, duong Tran Hung Dao"


SORTED_WORDS = ["a", "à", "ả", "ã", "á", "ạ", "ai", "ăn", "âm", "ba", "da", "đa", "em", "êm", "nga", "om", "ôm", "ơn",
                "um", "ưng", "vui", "xa", "y"]  # fmt: skip


def test_words_sort_by_the_vietnamese_alphabet() -> None:
    shuffled = random.Random(1).sample(SORTED_WORDS, len(SORTED_WORDS))
    assert sorted(shuffled, key=collation_key) == SORTED_WORDS


def test_units_sort_syllable_by_syllable() -> None:
    units = ["Trung tâm Y tế thành phố Bà Rịa", "Bệnh viện Mắt", "Trung tâm Y tế huyện Đất Đỏ", "Bệnh viện Bà Rịa",
             "Trung tâm Y tế huyện Châu Đức", "Bệnh viện Bá An"]  # fmt: skip
    assert sorted(units, key=collation_key) == [
        "Bệnh viện Bà Rịa",
        "Bệnh viện Bá An",
        "Bệnh viện Mắt",
        "Trung tâm Y tế huyện Châu Đức",
        "Trung tâm Y tế huyện Đất Đỏ",
        "Trung tâm Y tế thành phố Bà Rịa",
    ]


@given(st.lists(vietnamese | st.text(), max_size=8), st.randoms())
def test_order_does_not_depend_on_the_order_before(texts: list[str], shuffler: random.Random) -> None:
    once = sorted(map(nfc, texts), key=collation_key)
    shuffled = shuffler.sample(once, len(once))
    assert sorted(shuffled, key=collation_key) == once


@given(st.text(), st.text())
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (collation_key(one) == collation_key(other)) == (nfc(one) == nfc(other))


@given(st.text("ab 240.117,…", max_size=60), st.integers(3, 40))
def test_a_shortened_text_has_whole_words_and_is_no_longer_than_asked(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert len(short) <= max(longest, 2)
    if short != text:
        kept = short.removesuffix(" …")
        assert text.startswith(kept)
        assert " " not in text[: longest - 2] or text[len(kept)] == " "


def test_a_number_is_not_cut_in_two() -> None:
    assert shortened("tổng kế hoạch vốn là 240.117 triệu đồng", 28) == "tổng kế hoạch vốn là …"


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("một hai ba bốn", 10) == "một hai …"
    assert shortened("một hai", 10) == "một hai"
