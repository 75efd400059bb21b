"""Whether a sentence says nothing but a number of the whole period: only then is it held against a table.

What may stand in it is listed, not what may not: any other word ("khoa Dược", "trong tháng", "đến nay", "tổ chức nộp",
"sẽ") may narrow the number down, and a right sentence that is called wrong is worse than a wrong one let pass.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from report_utils.agency.reporting import Reporting
from report_utils.prose.days import Day, PeriodWords
from report_utils.prose.rules.facts import Fact
from report_utils.prose.scan import Scanned

_PLAIN = frozenset(("trong", "kỳ", "này", "báo", "cáo", "đã", "được", "xong", "tổng", "số", "cộng", "là", "và", "có",
                    "còn", "đơn", "vị"))  # fmt: skip
"""Words that narrow nothing down."""
_OF_WINDOW = frozenset(["từ", "ngày", "đến", "hết"])
"""Words that belong to the two days of the window, and to nothing else."""
_WORD, _APART = re.compile(r"[^\W\d_]+"), re.compile(r"[,;:.]|\bvà\b")
_OF_PROCEDURES = re.compile(r"\bhồ sơ (?:thủ tục hành chính|tthc)\b")
"""What is counted, by its whole name."""


def openings(scans: Iterable[Scanned]) -> list[Scanned]:
    """Of what is written in each cell the first paragraph: what stands further down may be led to by what is above."""
    first: dict[object, Scanned] = {}
    for scan in scans:
        first.setdefault(scan.passage.source, scan)
    return list(first.values())


@dataclass(frozen=True)
class PlainSentence:
    """A fact with all that is written before it and to the end of its sentence."""

    fact: Fact

    def is_of_whole(self, reporting: Reporting) -> bool:
        """Whether it names no time but the period, or both days between which the period counts."""
        months, window = reporting.period.calendar_months, reporting.window
        whole = (months.start, months.end - dt.timedelta(days=1))
        is_period = all(each.days(reporting.period.year) == whole for each in self._periods)
        return is_period and {each.day for each in self._days} in (set(), {window.start, window.cutoff})

    def says_only(self, words: frozenset[str], own: frozenset[str]) -> bool:
        """Whether there is nothing but these words and those that narrow nothing down, beside the number only `own`."""
        plain = _PLAIN | _OF_WINDOW if self._days else _PLAIN
        is_plain = (plain | words).issuperset(words_in(self._without_times))
        return is_plain and (plain | own).issuperset(words_in(self._clause))

    @property
    def _clause(self) -> str:
        """The words around the number, up to what parts them from others."""
        start, end = self._span
        text = self._without_times
        before, behind = list(_APART.finditer(text, 0, start)), _APART.search(text, end)
        return text[before[-1].end() if before else 0 : behind.start() if behind else len(text)]

    @property
    def stands_apart(self) -> bool:
        """Whether something parts the words of the number from the number before it."""
        before = [each.end for each in self.fact.scan.amounts if each.end <= self.fact.position]
        return not before or bool(_APART.search(self.fact.scan.low[before[-1] : self.fact.position]))

    @property
    def _span(self) -> tuple[int, int]:
        """Where the number begins and ends."""
        amounts = (each for each in self.fact.scan.amounts if each.start <= self.fact.position < each.end)
        return next(((each.start, each.end) for each in amounts), (self.fact.position, self.fact.position))

    @property
    def _end(self) -> int:
        return self.fact.scan.sentence_at(self.fact.position)[1]

    @cached_property
    def _periods(self) -> list[PeriodWords]:
        return [each for each in self.fact.scan.periods if each.start < self._end]

    @cached_property
    def _days(self) -> list[Day]:
        return [each for each in self.fact.scan.days if each.start < self._end]

    @property
    def _without_times(self) -> str:
        letters = list(self.fact.scan.low)
        spans = [*((each.start, each.end) for each in self._periods), *((each.start, each.end) for each in self._days)]
        for first, last in spans:
            letters[first:last] = " " * (last - first)
        return "".join(letters[: self._end])


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; what is counted by its whole name is "hồ sơ"."""
    return _WORD.findall(_OF_PROCEDURES.sub("hồ sơ", text))
