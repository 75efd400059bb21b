"""Columns of text, and rows put together from them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from report_utils.privacy.harmless import is_risky

Value = TypeVar("Value", bound=Hashable)

_RISKY_STARTS = frozenset("'=+-@＝＋－＠ \t\r\n\v\f\x00\u00a0")

_FEW = 4
"""A column in which each value stands so many times or more is made by its distinct values."""


def each(values: Sequence[Value], make: Callable[[Value], str]) -> list[str]:
    """`make` of every value, of each distinct one once where they are few."""
    distinct = dict.fromkeys(values)
    if len(distinct) * _FEW > len(values):
        return list(map(make, values))
    made = {value: make(value) for value in distinct}
    return list(map(made.__getitem__, values))


def are_harmless(texts: Sequence[str]) -> bool:
    """Whether no spreadsheet takes any of the texts for a formula; most columns are known by their first letters."""
    return {text[:1] for text in texts}.isdisjoint(_RISKY_STARTS) or not any(map(is_risky, texts))


def rows(parts: Sequence[tuple[str, Sequence[str]]], begin: str, between: str, end: str) -> Iterator[str]:
    """One text a row: the texts of each column in the frame given with it, e.g. "<v>%s</v>"."""
    frame = begin + between.join(frame for frame, _ in parts) + end
    return map(frame.__mod__, zip(*(texts for _, texts in parts), strict=True))


def literal(text: str) -> str:
    """A text as it stands in a frame."""
    return text.replace("%", "%%")
