"""Under which heading a line stands."""

from __future__ import annotations

import re

from report_utils.lint.roles import Role
from report_utils.vietnamese.text import shortened

_ROMAN = re.compile(r"([IVXLC]+\.)\s")
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*\.)\s")
_LETTERED = re.compile(r"[a-zđ]\)\s")
_LONGEST = 70


class Headings:
    """Remembers the headings while a document is read from its beginning."""

    def __init__(self) -> None:
        self._first, self._number, self._nearest = "", "", ""

    def above(self, role: Role, text: str) -> str:
        """The heading of a line of that role: "II.5.1. Kết quả ...", "Phụ lục I"; a heading has its own."""
        words = " ".join(text.split())
        if role is Role.APPENDIX_LABEL:
            self._first, self._number, self._nearest = "", "", words
        elif role is Role.HEADING:
            self._nearest = f"{self._prefix(words)}{words}"
        return shortened(self._nearest, _LONGEST)

    def _prefix(self, words: str) -> str:
        """The numbers of the headings above, as far as the heading's own does not hold them."""
        if first := _ROMAN.match(words):
            self._first, self._number = first[1], ""
            return ""
        if numbered := _NUMBERED.match(words):
            self._number = numbered[1]
            return self._first
        return f"{self._first}{self._number}" if _LETTERED.match(words) else self._first
