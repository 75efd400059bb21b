"""Text as the patterns of this room see it."""

from __future__ import annotations

import re
from functools import lru_cache

from report_utils.vietnamese.text import fold

_Q = re.compile("q([úùủũụ])y")
_TONED = dict(zip("úùủũụ", "ýỳỷỹỵ", strict=True))


@lru_cache(maxsize=1 << 14)
def lowered(text: str) -> str:
    """The text folded, but with "quý" as everybody writes it, so that patterns can be written as people write."""
    return _Q.sub(lambda found: f"qu{_TONED[found[1]]}", fold(text))
