"""A sentence before and now, word by word: what stands now where a figure stood, and whether other words changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from report_utils.review.comparing.copy import Sentence
from report_utils.review.comparing.marks import Mark
from report_utils.review.comparing.words import Word, slice_of

_CONTEXT = 6
"""Words shown on each side of a change."""

Range = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """Where a figure stood: `before` and `now` are ranges of words; `is_outside` says that its number was typed
    outside of its bookmark, or what is left of the bookmark holds a part of it.
    """

    mark: Mark
    before: Range
    now: Range
    is_outside: bool = False


@dataclass(frozen=True)
class Match:
    """Two sentences that belong together."""

    before: Sentence
    now: Sentence

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The figures of the sentence, in their order."""
        left = list(self.now.marked.marks)
        return tuple(self._place(mark, _taken(mark, left)) for mark in self.before.marked.marks)

    @property
    def has_other_changes(self) -> bool:
        """Whether anything but the figures differs."""
        return (_masked(self.before, [place.before for place in self.places])
                != _masked(self.now, [place.now for place in self.places]))

    def text_before(self, place: Place) -> str:
        return slice_of(self.before.marked.text, self.before.words[slice(*place.before)])

    def text_now(self, place: Place) -> str:
        return slice_of(self.now.marked.text, self.now.words[slice(*place.now)])

    @cached_property
    def _codes(self) -> Sequence[tuple[str, int, int, int, int]]:
        if self.before.key == self.now.key:
            count = len(self.now.key)
            return [("equal", 0, count, 0, count)]
        return SequenceMatcher(None, self.before.key, self.now.key, autojunk=False).get_opcodes()

    def _place(self, mark: Mark, same: Mark | None) -> Place:
        """By the words around it, and by what its bookmark holds where that is still there."""
        before = _words_in(self.before.words, mark)
        held = _words_in(self.now.words, same) if same else (0, 0)
        if same is None or held[0] == held[1]:
            around = self._around(before)
            return Place(mark, before, around, is_outside=around[0] < around[1])
        cut = self.now.words[held[0]].start < same.start or self.now.words[held[1] - 1].end > same.end
        return Place(mark, before, held, is_outside=cut)

    @cached_property
    def _same(self) -> dict[int, int]:
        """The words before that are still there, and where."""
        return {i + k: j + k for tag, i, i_end, j, _ in self._codes if tag == "equal" for k in range(i_end - i)}

    def _around(self, before: Range) -> Range:
        """The words now between those that stood around the figure; of several numbers the first one."""
        same = self._same
        start = next((same[i] + 1 for i in range(before[0] - 1, -1, -1) if i in same), 0)
        end = next((same[i] for i in range(before[1], len(self.before.words)) if i in same), len(self.now.words))
        return _number_in(self.now.words, self.before.words[slice(*before)], (start, end))

    @property
    def shown(self) -> str:
        """The change for people: "… [-11-] {+12+} …"."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        codes = self._codes
        for n, (tag, i, i_end, j, j_end) in enumerate(codes):
            if tag == "equal":
                yield self._equal(j, j_end, is_first=n == 0, is_last=n == len(codes) - 1)
                continue
            if i < i_end:
                yield f" [-{slice_of(self.before.marked.text, self.before.words[i:i_end])}-] "
            if j < j_end:
                yield f" {{+{slice_of(self.now.marked.text, self.now.words[j:j_end])}+}} "

    def _equal(self, start: int, end: int, *, is_first: bool, is_last: bool) -> str:
        """What stayed, cut to the words next to a change."""
        head, tail = 0 if is_first else _CONTEXT, 0 if is_last else _CONTEXT
        text, words = self.now.marked.text, self.now.words[start:end]
        if len(words) <= head + tail:
            return slice_of(text, words)
        return f"{slice_of(text, words[:head])} … {slice_of(text, words[len(words) - tail :])}"


def _taken(mark: Mark, left: list[Mark]) -> Mark | None:
    """The bookmark of that name in the sentence now, else the next of the same figure; it is taken out of `left`."""
    alike = [other for other in left if other.stem == mark.stem]
    same = next((other for other in alike if other.name == mark.name), next(iter(alike), None))
    if same:
        left.remove(same)
    return same


def _words_in(words: Sequence[Word], mark: Mark) -> Range:
    """The words that a bookmark holds, also those of which it holds a part."""
    inside = [n for n, word in enumerate(words) if word.end > mark.start and word.start < mark.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _number_in(now: Sequence[Word], before: Sequence[Word], found: Range) -> Range:
    """Of a range that is longer than what stood there: as many words from its first number on; else the whole range.

    A percent sign belongs to its number. Where a number stood and none is, nothing.
    """
    if not any(word.is_number for word in before):
        return found
    first = next((n for n in range(*found) if now[n].is_number), None)
    if first is None:
        return found[0], found[0]
    if found[1] - found[0] <= len(before):
        return found
    end = min(first + len(before), found[1])
    return first, end + (end < found[1] and now[end].key == "%")


def _masked(sentence: Sentence, figures: Sequence[Range]) -> list[str]:
    """The words with one sign in the place of each figure."""
    keys: list[str] = list(sentence.key)
    for start, end in sorted(figures, reverse=True):
        keys[start:end] = ["\0"]
    return keys
