"""Text as the old Vietnamese fonts store it, and as it looks when UTF-8 is read as a Western code page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_TCVN3 = (
    "àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ® èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ "
    "òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\xad ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ "
    "Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§"
)
_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_ROOF = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_I = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ", "Đ": "Ñ"}
_UPPER_TCVN3 = {pair[0].upper(): pair[1] for pair in _TCVN3.split()}
TCVN3 = {**_UPPER_TCVN3, **{pair[0]: pair[1] for pair in _TCVN3.split()}}


def tcvn3(text: str) -> str:
    """`text` in TCVN3 (ABC); a toned capital becomes the small letter's sign, as the fonts for capitals want it."""
    return "".join(TCVN3.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def vni(text: str) -> str:
    """`text` in VNI."""
    return "".join(_vni(letter) for letter in unicodedata.normalize("NFC", text))


def _vni(letter: str) -> str:
    if letter.lower() in _I:
        return _I.get(letter) or _I[letter.lower()].upper()
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES), "")
    if "\u0302" in marks:
        added = _ROOF[tone]
    elif "\u0306" in marks:
        added = _BREVE[tone]
    else:
        added = _TONES.get(tone, "")
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
    return base + (added.upper() if base.isupper() else added)


def mojibake(text: str) -> str:
    """UTF-8 read as Windows-1252 (bytes which that page lacks stay as they are)."""
    return "".join(_western(byte) for byte in text.encode("utf-8"))


def _western(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def bare(text: str) -> str:
    """Without diacritics."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def decomposed(text: str) -> str:
    """Base letters and combining marks apart (NFD)."""
    return unicodedata.normalize("NFD", text)


CODES: dict[str, Callable[[str], str]] = {
    "tcvn3": tcvn3, "vni": vni, "mojibake": mojibake, "bare": bare, "nfd": decomposed,
}
