"""Names of the bookmarks that tie a number in the Word file to the figure it shows."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

# Word cuts names at 40 characters; seven of them are left to the "_n" of the occurrence.
_LONGEST = 40
_LONGEST_STEM = _LONGEST - 7
_DIGEST = 8


def bookmark_stem(code: str) -> str:
    """Return the name that all bookmarks of the figure `code` begin with: "f_" and the code, dots as underscores.

    At most 33 ASCII letters, digits and underscores. A code that does not fit is cut and closed with 8 digits of
    its SHA-256, so that two codes with the same beginning stay apart.
    """
    stem = "f_" + re.sub(r"[^A-Za-z0-9_]", "_", code)
    if len(stem) <= _LONGEST_STEM:
        return stem
    digest = hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return f"{stem[:_LONGEST_STEM - _DIGEST - 1]}_{digest}"


class BookmarkNames:
    """Hands out unique names, numbering the occurrences of each stem from 1: "f_dossiers_total_1", "..._2"."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()
        self._handed_out = 0

    def next(self, code: str) -> tuple[int, str]:
        """Return the id and the name of the next bookmark of the figure `code`; ids count from 1."""
        stem = bookmark_stem(code)
        # Word does not tell bookmarks apart by case.
        self._used[stem.lower()] += 1
        return self.identity(), f"{stem}_{self._used[stem.lower()]}"

    def identity(self) -> int:
        """Return the id of the next bookmark, also of one that is named otherwise."""
        self._handed_out += 1
        return self._handed_out
