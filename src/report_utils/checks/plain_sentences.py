"""What the sentence around a number says besides: the time it speaks of, and words that may narrow the number down."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from report_utils.agency.reporting import Reporting
from report_utils.prose.days import Day, PeriodWords
from report_utils.prose.rules.facts import Fact
from report_utils.prose.subjects import subject_of

_SOME_TIME = re.compile(r"\b(?:ngày|tuần|tháng|năm)\b(?! hẹn)")
"""A time without a number: "trong tháng", "mỗi ngày", "từ đầu năm"."""


@dataclass(frozen=True)
class PlainSentence:
    """The sentence of a fact."""

    fact: Fact

    def is_of_whole(self, reporting: Reporting) -> bool:
        """Whether it names no time but the period, or the days between which the period counts."""
        months, window = reporting.period.calendar_months, reporting.window
        whole = (months.start, months.end - dt.timedelta(days=1))
        is_within = all(each.days(reporting.period.year) == whole for each in self._periods)
        is_within = is_within and {each.day for each in self._days} <= {window.start, window.cutoff}
        return is_within and not _SOME_TIME.search(self._without_times)

    @property
    def words(self) -> frozenset[str]:
        """The words of the sentence, and of what leads to it, that may narrow the number down."""
        times = subject_of(" ".join(self.fact.scan.low[first:last] for first, last in self._times)).words
        around = self.fact.subject.words - times
        return subject_of(self._without_times).without(self.fact.noun).words | around

    @property
    def _span(self) -> tuple[int, int]:
        return self.fact.scan.sentence_at(self.fact.position)

    @property
    def _periods(self) -> list[PeriodWords]:
        start, end = self._span
        return [each for each in self.fact.scan.periods if start <= each.start < end]

    @property
    def _days(self) -> list[Day]:
        start, end = self._span
        return [each for each in self.fact.scan.days if start <= each.start < end]

    @property
    def _times(self) -> list[tuple[int, int]]:
        return [*((each.start, each.end) for each in self._periods), *((each.start, each.end) for each in self._days)]

    @property
    def _without_times(self) -> str:
        start, end = self._span
        letters = list(self.fact.scan.low)
        for first, last in self._times:
            letters[first:last] = " " * (last - first)
        return "".join(letters[start:end])
