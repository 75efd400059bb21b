"""The words that a form is known to hold: its headings, choices and names. They decide how a text was encoded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from report_utils.vietnamese.text import fold, strip_marks

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Texts of a form: `phrases` by their folded form, `words` folded, those that a mark tells from English."""

    phrases: Mapping[str, str] = field(default_factory=dict)
    words: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary of these texts."""
        phrases = {folded: text for text in texts if (folded := fold(text))}
        words = (word for phrase in phrases for word in _WORD.findall(phrase))
        return cls(phrases, frozenset(word for word in words if not word.isascii()))

    @cached_property
    def skeletons(self) -> Mapping[int, list[tuple[str, str]]]:
        """The phrases with marks, by their length: (folded phrase, the same without marks)."""
        found: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for phrase in sorted(self.phrases):
            if not phrase.isascii() and len(stripped := strip_marks(phrase)) == len(phrase):
                found[len(phrase)].append((phrase, stripped))
        return dict(found)


NO_VOCABULARY = Vocabulary()
"""The vocabulary that knows nothing: with it no text is ever taken for an old encoding."""
