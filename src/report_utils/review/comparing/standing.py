"""How each figure stands in the file: as computed, written otherwise, with another number, or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from report_utils.figures.figure import Figure
from report_utils.review.comparing.copy import Sentence
from report_utils.review.comparing.differences import Difference, about, place_of
from report_utils.review.comparing.marks import stem_of
from report_utils.review.comparing.matching import Match
from report_utils.review.comparing.words import same_value, words_of

_MOST_OTHERS = 2
"""Other places of a figure that a message names."""


@dataclass(frozen=True)
class Standing:
    """A figure at one place: the name of its bookmark, the sentence in the file (or as generated, where it is gone),
    what stands there, what was computed.
    """

    name: str
    sentence: Sentence
    found: str
    expected: str
    is_outside: bool = False

    @property
    def is_same(self) -> bool:
        """Whether the number is the same, in whatever writing."""
        return _key(self.found) == _key(self.expected) or same_value(self.found, self.expected)

    @property
    def rule(self) -> str:
        """The code of what is wrong; "" when nothing is."""
        if self.is_same:
            return "" if self.found == self.expected or _same_but_signs(self.found, self.expected) else "S05"
        if not self.found:
            return "S03"
        return "S04" if self.is_outside else "S02"


def standings_of(match: Match) -> Iterator[Standing]:
    """Each figure of a sentence as it stands now."""
    for place in match.places:
        yield Standing(place.mark.name, match.now, match.text_now(place), match.text_before(place), place.is_outside)


def gone_with(sentence: Sentence) -> Iterator[Standing]:
    """The figures of a sentence that is not there any more."""
    for mark in sentence.marked.marks:
        yield Standing(mark.name, sentence, "", " ".join(sentence.marked.text[mark.start : mark.end].split()))


def figure_differences(standings: Iterable[Standing], texts: Mapping[str, str], figures: Mapping[str, Figure]
                       ) -> Iterator[Difference]:  # fmt: skip
    """What is wrong with figures, in the order of `standings`.

    `texts` are those that bookmarks hold anywhere in the file, by name: a figure that was moved into another sentence
    is not gone. `figures` are those computed now, by the stem of their bookmarks in small letters.
    """
    told = [replace(each, found=texts[each.name]) if not each.found and each.name in texts else each
            for each in standings]
    by_figure: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for each in told:
        by_figure[stem_of(each.name), each.expected].append(each)
    for each in told:
        if each.rule:
            yield _difference(each, by_figure[stem_of(each.name), each.expected], figures.get(stem_of(each.name)))


def _difference(standing: Standing, all_places: Iterable[Standing], figure: Figure | None) -> Difference:
    others = [other for other in all_places if other.found and _key(other.found) != _key(standing.found)]
    said = about(standing.rule, standing.sentence, found=standing.found, expected=standing.expected,
                 how=figure.rule if figure else "", elsewhere=_elsewhere(others))
    return replace(said, figure=figure.code if figure else stem_of(standing.name))


def _elsewhere(others: Iterable[Standing]) -> str:
    """What the same figure says at other places: "; cùng số liệu ở mục … vẫn ghi «…»"."""
    told = [f"; cùng số liệu ở {place_of(other.sentence)} vẫn ghi «{other.found}»" for other in others]
    return "".join(list(dict.fromkeys(told))[:_MOST_OTHERS])


def _key(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of(text))


def _same_but_signs(one: str, other: str) -> bool:
    """Whether two texts differ only in signs that Word puts in the place of others."""
    return _key(one) == _key(other) and one.count(" ") == other.count(" ")
