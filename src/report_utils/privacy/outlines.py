"""Outlines: texts in which every digit is written 0. Thousands of codes and addresses have but a few.

What holds of a text whichever its digits are can be found out once for all texts of an outline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_ANY_DIGIT = bytes.maketrans(b"123456789", b"000000000")
_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\{[0-9,]+\}|[0-9]", re.DOTALL)
"""An escape, a set, a repetition or a digit in the source of a pattern."""
_IN_SET = re.compile(r"(\\.)|[0-9](?:-[0-9])?", re.DOTALL)


def outlined(texts: Sequence[str]) -> list[str]:
    """The outline of each text, texts of one outline sharing one string."""
    lines = _blanked("\n".join(texts)).split(b"\n")
    if len(lines) != len(texts):
        lines = list(map(_blanked, texts))
    known = {line: line.decode("utf-8", "surrogatepass") for line in dict.fromkeys(lines)}
    return list(map(known.__getitem__, lines))


def _blanked(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").translate(_ANY_DIGIT)


@lru_cache(maxsize=256)
def with_any_digits(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that is found in the outline of every text in which `pattern` is found.

    A digit or set of digits in it stands for any digit. No negative look-around may name a digit of its own.
    """
    return re.compile(_PART.sub(lambda found: _loosened(found[0]), pattern.pattern), pattern.flags)


def _loosened(part: str) -> str:
    if part[0] == "[":
        return _IN_SET.sub(lambda found: found[1] or "0-9", part)
    return r"\d" if part.isdigit() else part
