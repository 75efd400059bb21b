"""Under which heading a line stands."""

from __future__ import annotations

import re

from report_utils.lint.roles import Role

_ROMAN = re.compile(r"([IVXLC]+)\.\s")
_LONGEST = 70


class Headings:
    """Remembers the headings while a document is read from its beginning."""

    def __init__(self) -> None:
        self._first, self._nearest = "", ""

    def above(self, role: Role, text: str) -> str:
        """The heading that counts for a line of that role: "II.5.1. Kết quả ...", "Phụ lục I"; its own for a heading.

        A heading of level 1 is not put before itself.
        """
        words = " ".join(text.split())
        if role is Role.APPENDIX_LABEL:
            self._first, self._nearest = "", words
        elif role is Role.HEADING:
            first = _ROMAN.match(words)
            self._first = f"{first[1]}." if first else self._first
            self._nearest = words if first else f"{self._first}{words}"
        return self._nearest if len(self._nearest) <= _LONGEST else self._nearest[: _LONGEST - 1].rstrip() + "…"
