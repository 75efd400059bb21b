"""Comparing and sorting Vietnamese text, whichever way it was typed.

Folded text is a key for matching and never shown to anybody.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Zero-width space, word joiner, byte-order mark. The soft hyphen stays: in the old TCVN3 encoding it is the letter ư.
_ZERO_WIDTH = dict.fromkeys((0x200B, 0x2060, 0xFEFF))
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_LOOK_ALIKES = _DASHES | {ord("ð"): "đ", ord("ɖ"): "đ"}  # lower case of Ð (U+00D0) and Ɖ (U+0189)

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of the dictionaries
_LATE_TONE = re.compile(rf"(?:(?<=o)([ae])|(?<=u)(y))([{_TONES}])(?![\u0300-\u036f])")
_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}

# Ranks of characters: punctuation and digits first, then the alphabet, then letters of other alphabets.
_ALPHABET_START, _FOREIGN_START = 0x200000, 0x400000

WordKey = tuple[tuple[int, ...], tuple[int, ...]]


def nfc(text: str) -> str:
    """The text in Unicode NFC ("dựng sẵn"), the only form this package writes."""
    return unicodedata.normalize("NFC", text)


def has_words(text: str | None) -> bool:
    """Whether a text says anything: at least one letter. A dash, a dot or a lone number does not."""
    return text is not None and any(character.isalpha() for character in text)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """A key that is equal for two texts a Vietnamese reader takes for the same.

    Folds letter case, composed and decomposed forms, the place of the tone mark in oa, oe, uy (hoà and hòa), every
    kind and number of spaces, every kind of dash, and the look-alikes of Đ. `fold(fold(t)) == fold(t)`.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_ZERO_WIDTH))
    plain = unicodedata.normalize("NFD", decomposed.casefold()).translate(_LOOK_ALIKES)
    early_tone = _LATE_TONE.sub(lambda found: f"{found[3]}{found[1] or found[2]}", plain)
    return " ".join(nfc(early_tone).split())


def strip_marks(text: str) -> str:
    """The text without diacritics, in its own letter case: `Đúng hạn` gives `Dung han`. To suggest, never to decide."""
    base = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return nfc(base.translate({ord("đ"): "d", ord("Đ"): "D"}))


def shortened(text: str, longest: int) -> str:
    """The text, or as many whole words of it as, with " …" behind them, are at most `longest` letters.

    A number is not cut: «240.117 triệu» may become «240.117 …», never «240.1…».
    """
    return text if len(text) <= longest else text[: longest - 2].rsplit(" ", 1)[0].rstrip() + " …"


def collation_key(text: str) -> tuple[tuple[WordKey, ...], str]:
    """A key for `sorted` that puts texts in Vietnamese dictionary order.

    Syllable by syllable; in a syllable first the letters (a ă â b c d đ e ê …), then the tones (none, huyền, hỏi, ngã,
    sắc, nặng). The text itself comes last, so that only texts with equal NFC have equal keys.
    """
    return tuple(_word_key(word) for word in fold(text).split()), nfc(text)


def _word_key(word: str) -> WordKey:
    """Ranks of the letters of one folded syllable, and the rank of the tone of each letter (0: none)."""
    pairs = [_rank_and_tone(character) for character in word]
    return tuple(rank for rank, _ in pairs), tuple(tone for _, tone in pairs)


def _rank_and_tone(character: str) -> tuple[int, int]:
    """Rank of one folded character in the alphabet, and of its tone."""
    decomposed = unicodedata.normalize("NFD", character)
    toneless = nfc("".join(part for part in decomposed if part not in _TONES))
    tone = max((_TONES.index(part) + 1 for part in decomposed if part in _TONES), default=0)
    return _letter_rank(toneless or character), tone


def _letter_rank(letter: str) -> int:
    if letter in _LETTERS:
        return _ALPHABET_START + _LETTERS[letter]
    return ord(letter[0]) + (_FOREIGN_START if letter[0].isalpha() else 0)
