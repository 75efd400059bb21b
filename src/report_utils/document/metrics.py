"""How wide words are in Times New Roman, so that a rule can be drawn as long as the words above it.

The widths are the advance widths of Tinos, which Times New Roman shares letter by letter (2048 units an em).
"""

from __future__ import annotations

import unicodedata

_UNITS_PER_EM = 2048
# Tones, circumflex and breve do not widen a letter. The horn does: ơ and ư have entries of their own.
_HORN = "\u031b"

_REGULAR = {
    369: "'", 410: "|", 512: ",. ", 569: "ijlt/:;\\", 682: "frI!()-[]`‘’", 717: "•", 797: "sJ", 836: '"',
    909: "acez?“”", 961: "^", 983: "{}", 1024: "0123456789bdghknopquvxy#$*_đ–«»", 1083: "ơ", 1108: "~", 1110: "ư",
    1139: "FPS", 1155: "+<=>", 1251: "ELTZ", 1366: "BCR", 1479: "wADGHKNOQUVXYƠĐ", 1589: "Ư", 1593: "m&",
    1706: "%", 1821: "M", 1886: "@", 1933: "W", 2048: "—…",
}  # fmt: skip
_BOLD = {
    451: "|", 512: ",. ", 569: "il'/\\", 682: "fjt!()-:;[]`‘’", 717: "•", 797: "sI", 807: "{}", 909: "cerz",
    1024: "0123456789agovxyJ#$*?_–“”«»", 1065: "~", 1134: "ơ", 1137: '"', 1139: "bdhknpquSđ", 1167: "+<=>",
    1190: "^", 1229: "ư", 1251: "FP", 1366: "BELTZ", 1479: "wACDNRUVXYĐ", 1593: "GHKOQƠ", 1630: "Ư", 1706: "m&",
    1905: "@", 1933: "M", 2048: "W%—…",
}  # fmt: skip
_ITALIC = {
    438: "'", 512: ",. ", 563: "|", 569: "fijlt/\\", 682: "I!()-:;`‘’", 717: "•", 797: "rsz[]", 819: "{}", 860: '"',
    864: "^", 909: "cekvxyJ", 1024: "0123456789abdghnopquS#$*?_đ–«»", 1093: "ơ", 1108: "~", 1117: "ư",
    1139: "LTYZ“”", 1251: "ABEFPRVX", 1366: "wCKN", 1382: "+<=>", 1479: "mDGHOQUƠĐ", 1544: "Ư", 1593: "&",
    1706: "MW%", 1821: "—…", 1884: "@",
}  # fmt: skip


def _by_letter(widths: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_WIDTHS = {"regular": _by_letter(_REGULAR), "bold": _by_letter(_BOLD), "italic": _by_letter(_ITALIC)}


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in points of one line of `text` set in `size` points; bold wins over italic.

    A character that is not in the tables counts as one em, the width of the widest letters.
    """
    widths = _WIDTHS["bold" if bold else "italic" if italic else "regular"]
    units = sum(widths.get(letter, _UNITS_PER_EM) for letter in _base_letters(text))
    return units * size / _UNITS_PER_EM


def widest_line(text: str, size: float, available: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in points of the longest line when `text` is broken at spaces into `available` points."""
    space = text_width(" ", size, bold=bold, italic=italic)
    widest = 0.0
    for line in text.split("\n"):
        used = 0.0
        for word in line.split():
            width = text_width(word, size, bold=bold, italic=italic)
            used = used + space + width if used and used + space + width <= available else width
            widest = max(widest, used)
    return min(widest, available)


def _base_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("\u00a0", " "))
    bare = "".join(mark for mark in decomposed if mark == _HORN or not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare)
