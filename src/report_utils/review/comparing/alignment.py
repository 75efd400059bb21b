"""Which parts of two versions of a document belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

_ALIKE, _ALIKE_AFAR = 0.4, 0.6
"""The share of common words from which two parts are one part that was changed: at the same place, elsewhere."""
_WEIGHT_OF_FIGURES = 0.5


class Part(Protocol):
    """What can be aligned: a sentence, a row, a table."""

    @property
    def key(self) -> Hashable:
        """Equal for parts that are the same."""

    @property
    def names(self) -> frozenset[str]:
        """The bookmarks of figures in it."""

    @property
    def bag(self) -> Counter[str]:
        """Its words."""


@dataclass(frozen=True)
class Pair:
    """The number of a part before and of the same part now; one that `is_moved` stands at another place."""

    before: int
    now: int
    is_moved: bool = False


@dataclass(frozen=True)
class Alignment:
    """Pairs in the order of what was before; the numbers of what is gone, and of what is new."""

    pairs: tuple[Pair, ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def align(before: Sequence[Part], now: Sequence[Part]) -> Alignment:
    """The parts that stayed, those that were moved as they are, and those that were changed, each with its other self.

    What is equal in the same order comes first, then what is equal elsewhere, then what is alike. Equal parts cost
    hardly anything; only what is left over is compared each with each.
    """
    pairs: list[Pair] = []
    gap_before, gap_now = [0] * len(before), [0] * len(now)
    matcher = SequenceMatcher(None, [part.key for part in before], [part.key for part in now], autojunk=False)
    for gap, (tag, i, i_end, j, j_end) in enumerate(matcher.get_opcodes()):
        if tag == "equal":
            pairs.extend(Pair(i + k, j + k) for k in range(i_end - i))
        else:
            gap_before[i:i_end], gap_now[j:j_end] = [gap] * (i_end - i), [gap] * (j_end - j)
    pairs.extend(_moved(before, now, pairs))
    pairs.extend(_changed(before, now, pairs, gap_before, gap_now))
    taken_before, taken_now = {pair.before for pair in pairs}, {pair.now for pair in pairs}
    return Alignment(tuple(sorted(pairs, key=lambda pair: pair.before)),
                     tuple(i for i in range(len(before)) if i not in taken_before),
                     tuple(j for j in range(len(now)) if j not in taken_now))


def _left(count: int, taken: set[int]) -> list[int]:
    return [number for number in range(count) if number not in taken]


def _moved(before: Sequence[Part], now: Sequence[Part], pairs: Sequence[Pair]) -> list[Pair]:
    """Equal parts at different places, in their order."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for j in reversed(_left(len(now), {pair.now for pair in pairs})):
        places[now[j].key].append(j)
    return [Pair(i, places[before[i].key].pop(), is_moved=True)
            for i in _left(len(before), {pair.before for pair in pairs}) if places.get(before[i].key)]


def _changed(before: Sequence[Part], now: Sequence[Part], pairs: Sequence[Pair], gap_before: Sequence[int],
             gap_now: Sequence[int]) -> Iterator[Pair]:  # fmt: skip
    """Parts that are alike, the most alike first; of equally alike ones the nearest."""
    candidates = []
    left_now = _left(len(now), {pair.now for pair in pairs})
    for i in _left(len(before), {pair.before for pair in pairs}):
        for j in left_now:
            is_here = gap_before[i] == gap_now[j]
            score = _likeness(before[i], now[j])
            if score >= (_ALIKE if is_here else _ALIKE_AFAR):
                candidates.append((-score, abs(i - j), i, j, not is_here))
    used_before, used_now = set[int](), set[int]()
    for _, _, i, j, is_moved in sorted(candidates):
        if i not in used_before and j not in used_now:
            used_before.add(i)
            used_now.add(j)
            yield Pair(i, j, is_moved)


def _likeness(one: Part, other: Part) -> float:
    """The share of common words (Dice's coefficient), and more where the same figures stand in both."""
    total = one.bag.total() + other.bag.total()
    common = 2 * (one.bag & other.bag).total() / total if total else 0.0
    both = one.names | other.names
    figures = len(one.names & other.names) / len(both) if both else 0.0
    return common + _WEIGHT_OF_FIGURES * figures
