"""A column as the rules see it: each different text once, with how often it stands there."""

from __future__ import annotations

import datetime as dt
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from report_utils.privacy.outlines import outlined, with_any_digits

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_FLOATED = re.compile(r"\d{9,12}\.0")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_SAMPLE = 1_000
_NUMBER = re.compile(r"[+\-]?\d{1,3}(?:[.,  ]\d{3})+(?:[.,]\d+)?|[+\-]?\d+(?:[.,]\d+)?(?:[eE][+\-]?\d+)?|-")


def text_of(raw: object) -> str:
    """A cell as text: whole numbers without ".0", days as 30/09/2024; NFC, one line, ordinary digits."""
    if isinstance(raw, str):
        if raw.isprintable() and "  " not in raw and unicodedata.is_normalized("NFKC", raw):
            return _retyped(raw.strip().lstrip("'"))
        plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", raw))
        return _retyped(" ".join(plain.split()).lstrip("'"))
    if raw is None or raw != raw:
        return ""
    if isinstance(raw, bool):
        return "có" if raw else "không"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    if isinstance(raw, dt.date):
        return f"{raw.day:02d}/{raw.month:02d}/{raw.year:04d}"
    return text_of(str(raw))


def _retyped(text: str) -> str:
    """A number of a person with the ".0" of a program taken off, or the letter O in front of it made a zero."""
    if text.endswith(".0") and _FLOATED.fullmatch(text):
        return text[:-2]
    return f"0{text[1:]}" if text[:1] in ("O", "o") and len(text) in (10, 12) and text[1:].isdigit() else text


class Column:
    """The filled cells of one column under its header."""

    def __init__(self, header: str, cells: Sequence[object]) -> None:
        self.header, self.cells = header, cells
        is_hashable = all(map(_is_hashable, cells[:50]))
        counted: Counter[Any] = Counter(cells if is_hashable else map(str, cells))
        counted.pop(None, None)
        typed = [raw for raw in counted if isinstance(raw, str)]
        outlines = outlined(typed)
        self.typed = frozenset(outlines)
        """The outlines of the cells that are text, as they were typed."""
        self.texts = _counted_as_text(counted, typed, outlines)
        self.filled = self.texts.total()

    @cached_property
    def different(self) -> list[str]:
        """The different texts, in the order of their first cells."""
        return list(self.texts)

    @cached_property
    def sample(self) -> list[str]:
        """Different texts spread over the column, enough to judge their shape."""
        return self.different[:: max(1, len(self.different) // _SAMPLE)]

    @cached_property
    def joined(self) -> str:
        """All different texts, a line each."""
        return "\n".join(self.different)

    @cached_property
    def outlines(self) -> tuple[str, ...]:
        """The different outlines of all texts."""
        return tuple(dict.fromkeys(outlined(self.different)))

    @cached_property
    def outline(self) -> str:
        """The different outlines, a line each."""
        return "\n".join(self.outlines)

    @cached_property
    def _digits(self) -> dict[str, int]:
        """How many digits stand in each outline; those of other scripts count for any number."""
        if _FOREIGN_DIGIT.search(self.outline):
            return dict.fromkeys(self.outlines, sys.maxsize)
        return {outline: outline.count("0") for outline in self.outlines}

    def may_hold(self, pattern: re.Pattern[str], digits: int = 0, signs: Collection[str] = ()) -> bool:
        """Whether any outline lets a pattern be found that asks for so many digits and for one of these signs."""
        if signs and not any(sign in self.outline for sign in signs):
            return False
        if not digits:
            return with_any_digits(pattern).search(self.outline) is not None
        numbered = "\n".join([outline for outline, found in self._digits.items() if found >= digits])
        return with_any_digits(pattern).search(numbered) is not None

    @cached_property
    def numeric(self) -> float:
        """The share of the sample that are plain numbers."""
        return self.share(lambda text: _NUMBER.fullmatch(text) is not None)

    @property
    def distinct(self) -> float:
        """Different values to filled cells."""
        return len(self.texts) / self.filled if self.filled else 0.0

    def share(self, test: Callable[[str], object]) -> float:
        """The share of the sample that passes a test; 0 in an empty column."""
        return sum(1 for text in self.sample if test(text)) / len(self.sample) if self.sample else 0.0

    def count(self, texts: Iterable[str]) -> int:
        """In how many cells these texts stand."""
        return sum(self.texts[text] for text in set(texts))

    def lines_with(self, pattern: re.Pattern[str], digits: int = 0, signs: Collection[str] = ()) -> list[str]:
        """The different texts in which a pattern is found, all of them looked at, most by their outlines.

        It asks for at least so many digits, and for one of these signs where there are any.
        """
        if not self.may_hold(pattern, digits, signs) or not pattern.search(self.joined):
            return []
        return [text for text in self.different if pattern.search(text)]


def _counted_as_text(counted: Counter[Any], typed: Sequence[str], outlines: Sequence[str]) -> Counter[str]:
    """How often each text stands there. Only where `text_of` changes an outline can it change a text of it."""
    changed = {outline for outline in set(outlines) if text_of(outline) != outline}
    if changed or len(typed) < len(counted):
        kept = {raw for raw, outline in zip(typed, outlines, strict=True) if outline not in changed}
        texts: Counter[str] = Counter()
        for raw, count in counted.items():
            texts[raw if raw in kept else text_of(raw)] += count
    else:
        texts = counted
    texts.pop("", None)
    return texts


def _is_hashable(raw: object) -> bool:
    return raw is None or isinstance(raw, str | int | float | bool | dt.date | dt.time | dt.timedelta)
