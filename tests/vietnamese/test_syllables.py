"""What is built as a Vietnamese syllable."""

import re
import unicodedata

import pytest

from report_utils.forms.tables import TABLES
from report_utils.intake.wording import form_vocabulary
from report_utils.vietnamese.syllables import is_syllable, is_well_spelled

WORDS = {word for phrase in form_vocabulary(TABLES.values()).phrases.values()
         for word in re.findall(r"[^\W\d_]+", phrase) if not word.isascii()}


@pytest.mark.parametrize("word", ["quý", "quyết", "quốc", "gì", "gìn", "giải", "giếng", "nghiệp", "ươn", "yêu", "khuỷu",
                                  "hoà", "hòa", "thuý", "thúy", "ĐƯỜNG", "Đắk", "oái", "ngoằn", "xoong", "ý", "à"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_well_spelled(unicodedata.normalize("NFD", word))


def test_every_word_of_the_forms_is_a_syllable() -> None:
    assert len(WORDS) > 200
    assert [word for word in sorted(WORDS) if not is_well_spelled(word)] == []


@pytest.mark.parametrize("word", ["", "b", "résumé", "año", "Größe", "nghá", "cế", "học2", "các1", "hàc", "lợng",
                                  "trớc", "áé", "ñôn", "strong", "ấ́", "flöte", "cã2", "phấtt", "sh"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["maõ", "qúy", "cuả", "thừơng"])
def test_syllables_with_the_tone_in_the_wrong_place(word: str) -> None:
    assert is_syllable(word)
    assert not is_well_spelled(word)
