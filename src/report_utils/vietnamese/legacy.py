"""Text in the font encodings TCVN3 and VNI-Windows, decoded. Which texts those are, `recognition` decides."""

from __future__ import annotations

import re
from enum import StrEnum

from report_utils.vietnamese.legacy_tables import TCVN3, VNI
from report_utils.vietnamese.syllables import is_syllable


class Encoding(StrEnum):
    """A font encoding; the value is its name for people."""

    TCVN3 = "TCVN3 (phông .VnTime)"
    TCVN3_UPPER = "TCVN3 chữ hoa (phông .VnTimeH)"
    VNI = "VNI-Windows (phông VNI)"


def _class(signs: set[str]) -> str:
    """A class of a regular expression."""
    return f"[{''.join(sorted(signs))}]"


_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_VNI_PAIRS = [sign for sign in VNI if len(sign) > 1]
_VNI_SIGN = re.compile(f"{_class({sign[0] for sign in _VNI_PAIRS})}{_class({sign[1] for sign in _VNI_PAIRS})}"
                       f"|{_class(set(VNI) - set(_VNI_PAIRS))}")
_TCVN3_SIGN = re.compile(f"[{''.join(TCVN3)}]")
_HORN = "\u00ac\u00ad\u00ea\u00eb\u00ec\u00ed\u00ee"  # ơ, ư and ơ with its tones, in TCVN3
_LOST_HYPHEN = re.compile(rf"([A-Za-z\u00a7\u00ae]{{1,3}})-([{_HORN}][A-Za-z]{{0,2}})(?![\w\u00a1-\u00ff])")


def decode(text: str, encoding: Encoding) -> str:
    """`text` in Unicode NFC. Characters that the encoding does not have stay as they are."""
    if encoding is Encoding.VNI:
        return _VNI_SIGN.sub(lambda found: VNI.get(found[0], found[0]), text)
    decoded = _WORD.sub(lambda found: _decode_tcvn3(found[0]), _LOST_HYPHEN.sub(_soften, text))
    return decoded.upper() if encoding is Encoding.TCVN3_UPPER else decoded


def words_of(text: str, encoding: Encoding) -> list[str]:
    """The words of a text that may be in `encoding`, whose letters are signs of Latin-1."""
    return _WORD.findall(text if encoding is Encoding.VNI else _LOST_HYPHEN.sub(_soften, text))


def is_covered(word: str, encoding: Encoding) -> bool:
    """Whether the encoding has every letter of the word."""
    return (_VNI_SIGN if encoding is Encoding.VNI else _TCVN3_SIGN).sub("", word).isascii()


def is_in_capitals(word: str) -> bool:
    """Whether a word of TCVN3 was typed in the font of capitals, beyond doubt: `CéNG`."""
    plain = [letter for letter in word if letter.isascii()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain)


def _decode_tcvn3(word: str) -> str:
    decoded = _TCVN3_SIGN.sub(lambda found: TCVN3[found[0]], word)
    return decoded.upper() if is_in_capitals(word) else decoded


def _soften(found: re.Match[str]) -> str:
    """`l-îng` is what some programs make of `l<soft hyphen>îng`."""
    word = f"{found[1]}\u00ad{found[2]}"
    return word if is_syllable(_decode_tcvn3(word)) else found[0]
