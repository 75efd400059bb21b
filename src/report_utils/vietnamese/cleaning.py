"""Text as a person meant it: NFC, plain spaces, one kind of line end, nothing that nobody can see.

A text in an old font encoding must be decoded first: in TCVN3 the soft hyphen is the letter ư.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from report_utils.vietnamese.syllables import is_syllable


class Cleaned(NamedTuple):
    """The clean text, and in Vietnamese what was taken out of it or replaced, with code points, each kind once."""

    text: str
    removed: tuple[str, ...] = ()


_NAMES = {
    "dấu đổi chiều chữ": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
    "khoảng trắng không độ rộng": "\u180e\u200b\u2060-\u2064",
    "dấu nối chữ vô hình": "\u034f\u200c\u200d",
    "dấu thứ tự byte (BOM)": "\ufeff",
    "gạch nối mềm": "\u00ad",
    "dấu chọn biến thể": "\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "ký tự đánh dấu vô hình": "\ufff9-\ufffb\U000e0000-\U000e007f",
    "ký tự trắng giả": "\u115f\u1160\u3164\uffa0\u2800\ufffc",
    "ký tự riêng của phông chữ": "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "nửa ký tự (surrogate lẻ)": "\ud800-\udfff",
    "mã không phải là ký tự": "\ufdd0-\ufdef" + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)),
    "ký tự điều khiển": "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f",
}
_REMOVED = {name: re.compile(f"[{characters}]") for name, characters in _NAMES.items()}
_INVISIBLE = re.compile(f"[{''.join(_NAMES.values())}]")
_PRINTABLE_BUT_INVISIBLE = re.compile("[\u034f\u115f\u1160\u180b-\u180d\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc]")
_ASTRAL_SELECTORS = re.compile("[\U000e0100-\U000e01ef]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_FALSE_D = re.compile("[ÐðƉɖ]")
_D = {ord("Ð"): "Đ", ord("Ɖ"): "Đ", ord("ð"): "đ", ord("ɖ"): "đ"}
_WORD = re.compile(r"[^\W\d_]+")


def clean(text: str) -> Cleaned:
    """The text without what cannot be seen, in NFC. Cleaning it again changes nothing.

    Line feeds stay, other line ends become line feeds, tabs and spaces of every kind become plain spaces (their number
    stays). A false Đ (U+00D0, U+0189) is replaced where it makes a Vietnamese syllable or an abbreviation in capitals.
    """
    if _is_plain(text):
        return Cleaned(text)
    removed = _named(text)
    visible = _INVISIBLE.sub("", text) if removed else text
    spaced = _SPACES.sub(" ", _LINE_ENDS.sub("\n", visible))
    composed = unicodedata.normalize("NFC", spaced)
    mended = _WORD.sub(_mend_d, composed) if _FALSE_D.search(composed) else composed
    false_letters = () if mended == composed else ("chữ Đ sai mã (đã thay bằng U+0110)",)
    return Cleaned(mended, removed + false_letters)


def _is_plain(text: str) -> bool:
    """Whether a quick look shows that the text can stay as it is."""
    return _is_visible(text) and unicodedata.is_normalized("NFC", text) and _FALSE_D.search(text) is None


def _is_visible(text: str) -> bool:
    """Whether nothing in the text has to go. Python calls all invisible characters unprintable, but for a few."""
    return (text.isprintable() or text.replace("\n", "").isprintable()) and (
        text.isascii() or not (_PRINTABLE_BUT_INVISIBLE.search(text) or _ASTRAL_SELECTORS.search(text)))


def _named(text: str) -> tuple[str, ...]:
    """What will be removed, e.g. "gạch nối mềm (U+00AD)"."""
    if _is_visible(text):
        return ()
    found = ((name, sorted(set(pattern.findall(text)))) for name, pattern in _REMOVED.items())
    return tuple(f"{name} ({', '.join(map(_code_point, signs))})" for name, signs in found if signs)


def _code_point(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _mend_d(found: re.Match[str]) -> str:
    word = found[0]
    mended = word.translate(_D)
    is_abbreviation = mended.isupper() and len(mended) < 6
    return mended if mended != word and (is_syllable(mended) or is_abbreviation) else word
