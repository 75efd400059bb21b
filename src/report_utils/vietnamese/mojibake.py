"""Text that a wrong code page has spoiled: recognised, and where nothing was lost, the right text is proposed.

A proposal is for the finding; it is never taken by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from report_utils.vietnamese.legacy import Encoding, decode
from report_utils.vietnamese.syllables import is_syllable
from report_utils.vietnamese.text import fold, strip_marks
from report_utils.vietnamese.vocabulary import NO_VOCABULARY, Vocabulary


class Damage(StrEnum):
    """How a text was spoiled; the value is the Vietnamese clause for the unit."""

    UTF8 = "chữ UTF-8 bị đọc bằng bảng mã khác"
    CODE_PAGE = "chữ mã cũ bị đọc bằng bảng mã Windows tiếng Việt (cp1258)"
    REPLACED = "có chữ đã bị thay bằng ký tự � (không khôi phục được)"
    QUESTION_MARKS = "có chữ đã bị thay bằng dấu ? (không khôi phục được)"

    @property
    def can_be_mended(self) -> bool:
        """Whether the letters are still there, only misread."""
        return self in (Damage.UTF8, Damage.CODE_PAGE)


@dataclass(frozen=True)
class Mojibake:
    """The damage of a text, and the text that was probably meant; "" when it cannot be told."""

    damage: Damage
    proposal: str = ""


def _bytes_by_sign(code_page: str) -> dict[str, int]:
    """Each sign of the upper half of a code page; bytes that it leaves free stand for themselves, as on Windows."""
    signs = (bytes([byte]).decode(code_page, "ignore") or chr(byte) for byte in range(0x80, 0x100))
    return {sign: byte for byte, sign in enumerate(signs, 0x80)}


_CODE_PAGES = tuple(_bytes_by_sign(page) | {chr(byte): byte for byte in range(0x80, 0xA0)}
                    for page in ("cp1252", "cp1258"))
_RUNS = tuple(re.compile(f"[{re.escape(''.join(page))}]{{2,}}") for page in _CODE_PAGES)
_HIGH_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_LEAD = re.compile("[ÂÃÄÅÆáâĂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a"
                   "\u20ac\u2122]")
_LATIN_PAIR = re.compile("[ÂÃĂ][\u00a1-\u00ba\u00bc-\u00bf]")  # not a quote, dash or ellipsis that follows XÃ
_LOST_SPACE = re.compile("([ÃĂ]) (?=[a-z]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_ASKED = re.compile(r"[^\W\d_]\?+[^\W\d_]")
_ADDRESS = re.compile(r"[/:=&@.]")


def diagnose(text: str, vocabulary: Vocabulary = NO_VOCABULARY) -> Mojibake | None:
    """What is wrong with a text, or None."""
    if "\ufffd" in text:
        return Mojibake(Damage.REPLACED, _guess(text.replace("\ufffd", "?"), vocabulary))
    if "?" in text:
        return _question_marks(text, vocabulary)
    if text.isascii():
        return None
    return _misread_utf8(text, vocabulary) or _misread_code_page(text, vocabulary)


def reread(text: str) -> str:
    """A text of a file that is known to be UTF-8 read as something else, read rightly; as it is where that fails."""
    repairs = (_repaired(text, signs, runs) for signs, runs in zip(_CODE_PAGES, _RUNS, strict=True))
    return next((repaired for repaired in repairs if repaired != text and not _LEAD.search(repaired)), text)


def _misread_utf8(text: str, vocabulary: Vocabulary) -> Mojibake | None:
    if not _LEAD.search(text):
        return None
    repairs = (_repaired(text, signs, runs) for signs, runs in zip(_CODE_PAGES, _RUNS, strict=True))
    better = [repaired for repaired in repairs if repaired != text and _is_better(text, repaired, vocabulary)]
    whole = [repaired for repaired in better if not _LEAD.search(repaired) and "\ufffd" not in repaired]
    return Mojibake(Damage.UTF8, whole[0] if whole else "") if better else None


def _repaired(text: str, signs: dict[str, int], runs: re.Pattern[str]) -> str:
    """The text after as many repairs as it takes; a text may have been misread twice or three times."""
    for _ in range(3):
        repaired = _repair(text, signs, runs)
        if repaired == text:
            break
        text = repaired
    return text


def _repair(text: str, signs: dict[str, int], runs: re.Pattern[str]) -> str:
    """The text with every run of misread bytes read again as UTF-8; first without, then with a lost U+00A0."""
    repaired = runs.sub(lambda found: _reread(found[0], signs), text)
    if repaired == text or not _LOST_SPACE.search(repaired):
        return unicodedata.normalize("NFC", repaired)
    whole = _LOST_SPACE.sub("\\1\u00a0", text)
    return unicodedata.normalize("NFC", runs.sub(lambda found: _reread(found[0], signs), whole))


def _reread(run: str, signs: dict[str, int]) -> str:
    try:
        return bytes(signs[sign] for sign in run).decode("utf-8")
    except UnicodeDecodeError:
        return run


def _is_better(text: str, repaired: str, vocabulary: Vocabulary) -> bool:
    """A letter of three bytes is proof; else it takes a word of the form, or several Vietnamese words."""
    if Counter(_HIGH_VIETNAMESE.findall(repaired)) - Counter(text):
        return True
    new = set(_WORD.findall(repaired)) - set(_WORD.findall(text))
    known = any(fold(word) in vocabulary.words for word in new)
    syllables = sum(not word.isascii() and is_syllable(word) for word in new)
    return known or syllables > 1 or (syllables == 1 and _LATIN_PAIR.search(text) is not None)


def _misread_code_page(text: str, vocabulary: Vocabulary) -> Mojibake | None:
    """TCVN3 and VNI read as cp1258 look like Unicode; only a phrase of the form proves them."""
    if not vocabulary.phrases or _HIGH_VIETNAMESE.search(text):
        return None
    back = "".join(chr(_CODE_PAGES[1].get(sign, ord(sign))) for sign in text)
    if back == text or fold(text) in vocabulary.phrases:
        return None
    for encoding in (Encoding.TCVN3, Encoding.VNI):
        decoded = decode(back, encoding)
        if decoded.isprintable() and fold(decoded) in vocabulary.phrases:
            return Mojibake(Damage.CODE_PAGE, decoded)
    return None


def _question_marks(text: str, vocabulary: Vocabulary) -> Mojibake | None:
    """`Tr??c h?n`: question marks inside words; one of them alone is only a forgotten space."""
    guess = _guess(text, vocabulary)
    words = [word for word in text.split() if _ASKED.search(word) and not _ADDRESS.search(word)]
    is_certain = len(words) > 1 or any("??" in word.strip("?") for word in words)
    return Mojibake(Damage.QUESTION_MARKS, guess) if guess or is_certain else None


def _guess(text: str, vocabulary: Vocabulary) -> str:
    """The one phrase of the vocabulary that the text could have been, letter for letter, else ""."""
    plain = strip_marks(fold(text))
    fits = [phrase for phrase, stripped in vocabulary.skeletons.get(len(plain), ()) if _fits(plain, stripped, phrase)]
    return vocabulary.phrases[fits[0]] if len(fits) == 1 else ""


def _fits(plain: str, stripped: str, phrase: str) -> bool:
    """Question marks stand for letters with marks only."""
    return all(own == sign or (own == "?" and not letter.isascii())
               for own, sign, letter in zip(plain, stripped, phrase, strict=True))
