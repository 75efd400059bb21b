"""Everything that differs between a Word file and what is computed now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from report_utils.document.report import DRAFT
from report_utils.figures.figure import Figure
from report_utils.review.comparing.alignment import Alignment, Pair, align
from report_utils.review.comparing.clerk import LEFT_TO_CLERK, clerk_differences
from report_utils.review.comparing.copy import Copy, Sentence
from report_utils.review.comparing.differences import Difference, about
from report_utils.review.comparing.matching import Match
from report_utils.review.comparing.standing import Standing, figure_differences, gone_with, standings_of
from report_utils.review.comparing.tables import cell_matches, shape_differences, whole_table

_TOP = 3
"""Among so many lines from the top the draft notice stands."""


@dataclass
class _Seen:
    """What has been found so far; figures are told together at the end."""

    figures: Mapping[str, Figure]
    standings: list[Standing] = field(default_factory=list)
    words: list[Difference] = field(default_factory=list)


def compare(before: Copy, now: Copy, figures: Mapping[str, Figure]) -> list[Difference]:
    """What differs between `before`, the document as computed, and `now`, the file: errors first, notes last, by rule.

    `figures` are those computed, by the stem of their bookmarks in small letters.
    """
    seen = _Seen(figures)
    notice, lines_before = _without_notice(before.sentences)
    noticed_now, lines_now = _without_notice(now.sentences)
    if notice and not noticed_now:
        seen.words.append(Difference("S13", "Thông báo dự thảo", expected=notice.text))
    elif noticed_now and not notice:
        seen.words.append(about("S07", noticed_now, found=noticed_now.text))
    _lines(seen, _prose(lines_before), _prose(lines_now))
    _tables(seen, before, now)
    _lines(seen, before.margins, now.margins)
    seen.words.extend(clerk_differences(before, now))
    if lost := before.images - now.images:
        seen.words.append(Difference("S16", "Hình", found=f"{len(lost)} hình"))
    wrong = figure_differences(seen.standings, _held(now), figures)
    return sorted([*wrong, *seen.words], key=lambda each: (each.severity.rank, each.rule))


def _without_notice(sentences: Sequence[Sentence]) -> tuple[Sentence | None, list[Sentence]]:
    notice = next((each for each in sentences[:_TOP] if each.text.startswith(DRAFT)), None)
    return notice, [each for each in sentences if each is not notice]


def _prose(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.key and sentence.role not in LEFT_TO_CLERK]


def _lines(seen: _Seen, before: Sequence[Sentence], now: Sequence[Sentence]) -> None:
    """Sentences outside of tables."""
    found = align(before, now)
    for pair in found.pairs:
        _sentence(seen, Match(before[pair.before], now[pair.now]), "S06")
    for number in found.removed:
        seen.standings.extend(gone_with(before[number]))
        seen.words.append(about("S08", before[number], expected=before[number].text))
    for number in found.added:
        seen.words.append(about("S07", now[number], found=now[number].text))
    seen.words.extend(_moved(found, before, now))


def _sentence(seen: _Seen, match: Match, rule: str) -> None:
    seen.standings.extend(standings_of(match))
    if match.before.key != match.now.key and match.has_other_changes:
        seen.words.append(about(rule, match.before, found=match.now.text, expected=match.before.text,
                                text=match.now.text, change=match.shown))


def _moved(found: Alignment, before: Sequence[Sentence], now: Sequence[Sentence]) -> Iterator[Difference]:
    """Sentences that stand elsewhere unchanged; those that moved together are told once."""
    moved = [pair for pair in found.pairs if pair.is_moved and before[pair.before].key == now[pair.now].key]
    last: Pair | None = None
    for pair in moved:
        if last is None or (pair.before, pair.now) != (last.before + 1, last.now + 1):
            yield about("S12", now[pair.now], found=now[pair.now].text)
        last = pair


def _tables(seen: _Seen, before: Copy, now: Copy) -> None:
    found = align(before.grids, now.grids)
    for pair in found.pairs:
        one, other = before.grids[pair.before], now.grids[pair.now]
        for match in cell_matches(one, other):
            _sentence(seen, match, "S09")
        seen.words.extend(shape_differences(one, other, seen.figures))
    seen.words.extend(whole_table("S11", before.grids[number], seen.figures) for number in found.removed)
    seen.words.extend(whole_table("S10", now.grids[number], seen.figures) for number in found.added)


def _held(copy: Copy) -> dict[str, str]:
    """What the bookmarks of figures hold in the whole file."""
    cells = (cell for grid in copy.grids for row in grid.rows for cell in row.cells.values())
    return {mark.name: " ".join(sentence.marked.text[mark.start : mark.end].split())
            for sentence in chain(copy.sentences, copy.margins, cells) for mark in sentence.marked.marks}
