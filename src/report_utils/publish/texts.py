"""Columns of text, and files put together from them.

Files are joined from bytes: a text with Vietnamese letters takes two or four times the room as a string of Python.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import TypeVar

from report_utils.privacy.harmless import is_risky

Value = TypeVar("Value", bound=Hashable)
Made = TypeVar("Made")
Column = tuple[bytes, Sequence[bytes], bytes]
"""What stands before, in and behind each cell of a column."""

_RISKY_STARTS = frozenset("'=+-@＝＋－＠ \t\r\n\v\f\x00\u00a0")
_FEW, _LOOKED_AT = 4, 2_000
"""A column in whose first values each stands so many times or more is made by its distinct values."""


def each(values: Sequence[Value], make: Callable[[Value], Made]) -> list[Made]:
    """`make` of every value, of each distinct one once where they are few."""
    if len(set(values[:_LOOKED_AT])) * _FEW > min(len(values), _LOOKED_AT):
        return list(map(make, values))
    made = {value: make(value) for value in dict.fromkeys(values)}
    return list(map(made.__getitem__, values))


class Texts:
    """A column of texts, and what each of the formats asks about it, worked out once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts

    @cached_property
    def encoded(self) -> Sequence[bytes]:
        """The texts in UTF-8."""
        return self.written(str.encode)

    @cached_property
    def has_blank(self) -> bool:
        """Whether any of the texts is empty."""
        return "" in self.texts

    @cached_property
    def is_harmless(self) -> bool:
        """Whether no spreadsheet takes any of the texts for a formula; most are known by their first letters."""
        return {text[:1] for text in self.texts}.isdisjoint(_RISKY_STARTS) or not any(map(is_risky, self.texts))

    @cached_property
    def is_printable(self) -> bool:
        """Whether there is no control character, nor any other that cannot be seen."""
        return self._together.isprintable()

    def has_any(self, *signs: str) -> bool:
        """Whether any of the signs may stand in any of the texts."""
        return any(sign in self._together for sign in signs)

    def written(self, write: Callable[[str], bytes]) -> Sequence[bytes]:
        """The texts as `write` puts them."""
        return each(self.texts, write)

    @cached_property
    def _together(self) -> str:
        return "".join(self.texts)


def rows(columns: Sequence[Column], begin: bytes, between: bytes, end: bytes) -> bytes:
    """All rows, one after the other: a row is a frame that its cells fill in."""
    frame = begin + between.join(_literal(before) + b"%b" + _literal(after) for before, _, after in columns) + end
    return b"".join(map(frame.__mod__, zip(*(cells for _, cells, _ in columns), strict=True)))


def _literal(text: bytes) -> bytes:
    """A text as it stands in a frame."""
    return text.replace(b"%", b"%%")
