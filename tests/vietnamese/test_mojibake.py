"""Letters that a wrong code page has spoiled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.forms.tables import TABLES
from report_utils.intake.wording import form_vocabulary
from report_utils.vietnamese.mojibake import Damage, Mojibake, diagnose

FORM = form_vocabulary(TABLES.values(), ("Tổng cộng hồ sơ",))
MARKED = [phrase for phrase in sorted(FORM.phrases.values()) if any(letter > "\u1e00" for letter in phrase)]


def misread(text: str, code_page: str, times: int = 1) -> str:
    """The UTF-8 of a text read as `code_page`; free bytes stay as they are, as on Windows."""
    for _ in range(times):
        text = "".join(bytes([byte]).decode(code_page, "ignore") or chr(byte) for byte in text.encode("utf-8"))
    return text


def test_the_example_of_the_domain_rules() -> None:
    assert diagnose("Tá»•ng cá»™ng há»“ sÆ¡") == Mojibake(Damage.UTF8, "Tổng cộng hồ sơ")


@given(st.sampled_from(MARKED), st.sampled_from(["cp1252", "latin-1", "cp1258"]), st.integers(1, 2))
def test_misread_utf8_is_told_with_the_text_that_was_meant(text: str, code_page: str, times: int) -> None:
    assert diagnose(misread(text, code_page, times), FORM) == Mojibake(Damage.UTF8, text)


@pytest.mark.parametrize("text", ["Có", "hành chính", "Ngãi Giao"])
@pytest.mark.parametrize("code_page", ["cp1252", "latin-1"])
def test_latin_letters_are_told_too(text: str, code_page: str) -> None:
    assert diagnose(misread(text, code_page), FORM) == Mojibake(Damage.UTF8, text)


def test_a_lost_no_break_space_does_not_hide_the_damage() -> None:
    assert diagnose("hÃ nh chÃ­nh") == Mojibake(Damage.UTF8, "hành chính")


@pytest.mark.parametrize(("text", "guess"), [("Tr??c h?n", "Trước hạn"), ("Đúng h?n", "Đúng hạn"), ("Tru?c h?n",
                                                                                                    "Trước hạn"),
                                             ("Ngu?n V?n", "")])
def test_question_marks_inside_words_are_told(text: str, guess: str) -> None:
    assert diagnose(text, FORM) == Mojibake(Damage.QUESTION_MARKS, guess)


def test_replacement_characters_are_told() -> None:
    assert diagnose("Tr\ufffd\ufffdc h\ufffdn", FORM) == Mojibake(Damage.REPLACED, "Trước hạn")
    assert diagnose("\ufffd") == Mojibake(Damage.REPLACED)


def test_tcvn3_read_as_vietnamese_windows_is_told_by_the_form() -> None:
    assert b"K\xd5 ho\xb9ch".decode("cp1258") == "KƠ ho¹ch"
    assert diagnose("KƠ ho¹ch", FORM) == Mojibake(Damage.CODE_PAGE, "Kế hoạch")
    assert diagnose("KƠ ho¹ch") is None


@pytest.mark.parametrize("text", ["Có phải không?Nếu có", "https://a.vn/tim?q=a?b", "XÃ HỘI", "“XÃ”", "MÃ…", "«XÃ»",
                                  "ÂU", "Có không?",
                                  "m²", "Ângström", "a ? b", "résumé", "20 °C ± 1", "Æ¡", "", "sao???"])
def test_sound_texts_are_left_alone(text: str) -> None:
    assert diagnose(text, FORM) is None


@given(st.lists(st.sampled_from(sorted(FORM.phrases.values())), max_size=4).map("; ".join))
def test_sound_sentences_are_left_alone(text: str) -> None:
    assert diagnose(text, FORM) is None


@given(st.text())
def test_no_text_breaks_the_diagnosis(text: str) -> None:
    diagnose(text, FORM)
