"""How two font encodings of the years before Unicode spell the 134 Vietnamese letters, as Latin-1 shows their bytes.

TCVN3 (fonts .VnTime …) gives each small letter one byte. It has capitals only for Ă Â Ê Ô Ơ Ư Đ; the other capitals
are the small letters in a font that draws capitals (.VnTimeH). VNI-Windows writes a vowel and then a byte for its mark,
but ơ ư đ ỵ and the letters of i are one byte each. Both use bytes from 0xA1 on only, where Latin-1 and cp1252 agree.
"""

from __future__ import annotations

import unicodedata

_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}

TCVN3 = {chr(first + i): letter for first, letters in _TCVN3_RUNS.items() for i, letter in enumerate(letters)}
"""TCVN3 sign -> letter: 67 small letters and the 7 capitals of the font itself. ư is the soft hyphen U+00AD."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_TONE_MARKS = "øûõùï"
_TONED = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ơ": "ô", "ư": "ö"}
_HATTED = {"â": ("a", "âàåãáä"), "ê": ("e", "âàåãáä"), "ô": ("o", "âàåãáä"), "ă": ("a", "êèúüéë")}
_SINGLE = {"ơ": "ô", "ư": "ö", "đ": "ñ", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í", "ị": "ò", "ỵ": "î"}


def _toned(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _small_vni() -> dict[str, str]:
    """VNI sign -> small letter. `yï` comes last among its kind: it is a variant of `î` that some converters write."""
    table = {sign: letter for letter, sign in _SINGLE.items()}
    for letter, (base, marks) in _HATTED.items():
        table |= {base + mark: _toned(letter, tone) for mark, tone in zip(marks, ("", *_TONES), strict=True)}
    for letter, base in _TONED.items():
        table |= {base + mark: _toned(letter, tone) for mark, tone in zip(_TONE_MARKS, _TONES, strict=True)}
    return table


def _with_capitals(small: dict[str, str]) -> dict[str, str]:
    """The table with the capitals: `AÙ`, and `Aù` as Excel and hasty typists leave it."""
    hasty = {sign[0].upper() + sign[1:]: letter.upper() for sign, letter in small.items()}
    return small | hasty | {sign.upper(): letter.upper() for sign, letter in small.items()}


VNI = _with_capitals(_small_vni())
"""VNI sign (one or two characters) -> letter, all 134 letters and the variants `yï`, `Aù`."""
