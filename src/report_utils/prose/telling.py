"""Whether a text says anything that a rule could look at: found quickly, for most of what units write says nothing."""

from __future__ import annotations

import re

from report_utils.prose.letters import lowered
from report_utils.prose.nouns import COUNTABLE
from report_utils.prose.rules.terms import TERMS
from report_utils.vietnamese.mojibake import diagnose
from report_utils.vietnamese.recognition import has_signals
from report_utils.vietnamese.text import nfc

_NUMBERS = re.compile(
    rf"\d(?:\s?(?:%|/\s?[\da-zđ]|triệu|tỷ|tỉ|đồng|(?:{COUNTABLE})\b)|[.,]\d|\d{{8}}|\s?\([^()]*\d)"
    r"|(?::|là|đạt|có|còn|giao|mặt|quý|tháng|năm|ngày)\s*\d|\b100\b"
)
_WORDS = re.compile(
    r"\b(?:chưa|không|quý [iv]+|đang xây dựng|đang dự thảo)\b|\(nếu có\)|:\s*$"
    r"|\b(?:người bệnh|bệnh nhân|công dân|thân nhân|điện thoại|cccd|cmnd)\b",
    re.MULTILINE,
)
_HINTS = ("mức", "huyện", "quận", "thị trấn", "sở ", "bộ ", "chứng minh", "cmnd", "hộ chiếu", "covid", "hộ khẩu")
"""One of these stands in every term that the law has replaced; a test holds that."""

_LONGEST_REPEAT = 4


def is_telling(text: str) -> bool:
    """Whether `text` holds a number of something, a day, a denial, an old term, a person or spoiled letters."""
    if nfc(text) != text or has_signals(text) or diagnose(text) is not None:
        return True
    low = lowered(text)
    has_number = any(map(low.__contains__, "0123456789")) and _NUMBERS.search(low) is not None
    return has_number or _WORDS.search(low) is not None or _repeats(low) or _has_term(low)


def _has_term(low: str) -> bool:
    return any(hint in low for hint in _HINTS) and any(term.pattern.search(low) for term in TERMS)


def _repeats(low: str) -> bool:
    """Whether some words stand twice in a row."""
    words = low.split()
    return any(
        any(one == other and words[i : i + count] == words[i + count : i + 2 * count]
            for i, (one, other) in enumerate(zip(words, words[count:], strict=False)))
        for count in range(1, _LONGEST_REPEAT + 1)
    )  # fmt: skip
