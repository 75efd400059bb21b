"""Sentences to look at: paragraphs that break between words in a notebook and on a page, lines in a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Lines:
    """Sentences, each on a line of its own."""

    lines: tuple[str, ...]

    def _repr_html_(self) -> str:
        return "".join(f"<p>{escape(line)}</p>" for line in self.lines)

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def __repr__(self) -> str:
        return str(self)


def lines_view(*lines: str) -> Lines:
    """Sentences as an analyst reads them."""
    return Lines(lines)
