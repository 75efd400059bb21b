"""A text with all that its passages state, found once for every rule."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from report_utils.agency.period import Period, Window
from report_utils.prose.amounts import Amount, amounts_in
from report_utils.prose.days import Day, PeriodWords, days_in, periods_in
from report_utils.prose.documents import Document, documents_in
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Kind, Passage, Text
from report_utils.vietnamese.sentences import split_sentences

_OUTLOOK = re.compile(
    r"phương hướng|nhiệm vụ (?:trọng tâm|chủ yếu|kỳ|quý|thời gian|6 tháng|năm|công tác)|kế hoạch (?:quý|công tác)|"
    r"kiến nghị, đề xuất|đề xuất, kiến nghị|^kiến nghị|thời gian tới|kỳ tới|quý tới|giải pháp (?:trong|thời)"
)


@dataclass(frozen=True, eq=False)
class Scanned:
    """A passage and what it states. `low` is its text in small letters, each at its place."""

    passage: Passage

    @cached_property
    def low(self) -> str:
        return lowered(self.passage.text)

    @cached_property
    def is_outlook(self) -> bool:
        """Whether the passage stands under a heading about what is to be done, or asked for."""
        return any(_OUTLOOK.search(lowered(each.text)) for each in self.passage.parents if each.kind is Kind.HEADING)

    @cached_property
    def is_basis(self) -> bool:
        """Whether the passage is one of the legal bases at the head of a document."""
        return (
            self.low.startswith(
                (
                    "căn cứ",
                    "thực hiện quyết định",
                    "thực hiện công văn",
                    "thực hiện kế hoạch",
                    "thực hiện chỉ đạo",
                    "thực hiện văn bản",
                )
            )
            and not self.passage.path
        )

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(documents_in(self.passage.text))

    @cached_property
    def days(self) -> tuple[Day, ...]:
        return tuple(days_in(self.passage.text))

    @cached_property
    def periods(self) -> tuple[PeriodWords, ...]:
        return tuple(periods_in(self.passage.text, self._taken))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The numbers; of a table row none, for its cells are read by their columns."""
        if self.passage.kind is Kind.ROW:
            return ()
        return tuple(amounts_in(self.low, [*self._taken, *((each.start, each.end) for each in self.periods)]))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        found, start = [], 0
        for sentence in split_sentences(self.passage.text):
            start = self.passage.text.index(sentence, start)
            found.append((start, start + len(sentence)))
            start += len(sentence)
        return tuple(found)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position."""
        return next((span for span in self.sentences if span[0] <= position < span[1]), (0, len(self.passage.text)))

    @cached_property
    def _taken(self) -> list[tuple[int, int]]:
        return [*((each.start, each.end) for each in self.documents), *((each.start, each.end) for each in self.days)]


@dataclass(frozen=True)
class Setting:
    """What a text is about: its period and the days whose data count; None where that is not known.

    `day` is the day of the report, the last on which anything can have happened.
    """

    period: Period | None = None
    window: Window | None = None
    day: dt.date | None = None


@dataclass(frozen=True)
class Report:
    """A text as rules see it. `beside` are other texts that it is compared with; nothing is said of them alone."""

    text: Text
    setting: Setting = field(default_factory=Setting)
    beside: tuple[Report, ...] = ()

    @cached_property
    def scans(self) -> tuple[Scanned, ...]:
        return tuple(map(Scanned, self.text))

    @cached_property
    def _by_passage(self) -> dict[int, Scanned]:
        return {id(each.passage): each for each in self.scans}

    def scan(self, passage: Passage) -> Scanned:
        """What a passage states."""
        return self._by_passage[id(passage)]

    def __iter__(self) -> Iterator[Scanned]:
        return iter(self.scans)
