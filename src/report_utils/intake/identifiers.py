"""Numbers of persons in names of files and sheets: these names are stored and sent, so such numbers are masked.

Decree 356/2025/NĐ-CP, article 3: numbers of identity papers and telephones. A name of a person cannot be told from that
of a field or a ward with certainty, and stays.
"""

from __future__ import annotations

import hashlib
import re

MASK = "[số ẩn "
"""Begins what stands for a masked number; four letters of a digest of the number follow, so that two names stay two."""

_GROUP = r"[ ._-]?"
_IDENTIFIER = re.compile(
    r"(?<!\d)(?:"
    r"(?!20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-2]\d[0-5]\d(?!\d))\d{12}"  # not year, month, day, time
    r"|0\d\d([ .-])\d{3}\1\d{3}\1\d{3}"
    rf"|(?:\+?84|0){_GROUP}[35789]\d{_GROUP}(?:\d{_GROUP}){{6}}\d"
    r"|02\d{9}"
    r"|(?<=[A-Z]{2})[1-5]\d{12}"  # a card of health insurance
    r"|(?<=cmnd)\d{9}|(?<=cmnd[ ._-])\d{9}|(?<=cmt[ ._-])\d{9}"
    r")(?!\d)", re.IGNORECASE)


def masked(name: str) -> str:
    """A name of a file or sheet without numbers of identity papers, insurance cards and telephones."""
    return _IDENTIFIER.sub(lambda found: f"{MASK}{_digest(found[0])}]", name)


def _digest(number: str) -> str:
    """16 bits: enough to tell two files apart, too few to find the number again."""
    return hashlib.blake2b(number.encode(), digest_size=2).hexdigest()
