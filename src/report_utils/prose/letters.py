"""Text as the patterns of this room see it: in small letters, each syllable in one way, every letter in its place."""

from __future__ import annotations

import re
from functools import lru_cache

from report_utils.vietnamese.text import nfc

_EARLY = {
    **{f"o{late}": f"{early}a" for late, early in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{f"o{late}": f"{early}e" for late, early in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    **{f"u{late}": f"{early}y" for late, early in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
}
_LATE = re.compile(rf"(?<!q)(?:{'|'.join(_EARLY)})(?!\w)")
_SIGNS = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00a0": " ", "ð": "đ", "ɖ": "đ"}
)


@lru_cache(maxsize=1 << 14)
def lowered(text: str) -> str:
    """The text in small letters with "hoà" as "hòa" and "uỷ" as "ủy" (never "hoàn", "quý"), dashes and spaces alike."""
    small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in nfc(text))
    return _LATE.sub(lambda found: _EARLY[found[0]], small.translate(_SIGNS))
