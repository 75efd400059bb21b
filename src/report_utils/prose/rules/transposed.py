"""R07: two numbers about one thing that differ by two neighbouring digits which have changed places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from report_utils.prose.amounts import POINTS, Amount, Sort
from report_utils.prose.grid import grid_of
from report_utils.prose.letters import lowered
from report_utils.prose.nouns import last_noun
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.prose.subjects import Subject, subject_of

_LEAST = {Sort.PERCENT: 3, Sort.COUNT: 4, Sort.MONEY: 4}
"""Digits of numbers of each sort that are hardly alike by chance."""


@dataclass(frozen=True)
class _Number:
    scan: Scanned
    position: int
    sort: Sort
    value: Decimal
    noun: str
    text: str
    subject: Subject

    @property
    def digits(self) -> str:
        return "".join(map(str, self.value.normalize().as_tuple().digits))

    @property
    def spot(self) -> Spot:
        return Spot(self.scan, self.position)


def check_transposed(report: Report) -> Iterator[Remark]:
    """Numbers of different passages, those of the total rows of tables among them; each pair once."""
    numbers = [each for scan in report if not scan.is_outlook for each in _of_passage(scan)]
    numbers += list(_of_totals(report))
    numbers = [each for each in numbers if len(each.digits) >= _LEAST[each.sort]]
    told: set[tuple[Decimal, Decimal]] = set()
    for one, other in (pair for alike in _by_digits(numbers) for pair in combinations(alike, 2)):
        if _is_slip(one, other) and (one.value, other.value) not in told:
            told |= {(one.value, other.value), (other.value, one.value)}
            yield Remark("R07", (one.spot, other.spot), one.text, other.text)


def _by_digits(numbers: list[_Number]) -> Iterable[list[_Number]]:
    """Numbers of the same digits in any order: only those are compared, else a long report would take minutes."""
    groups: dict[tuple[object, ...], list[_Number]] = defaultdict(list)
    for each in numbers:
        groups[each.sort, each.value.adjusted(), "".join(sorted(each.digits))].append(each)
    return groups.values()


def _of_passage(scan: Scanned) -> Iterator[_Number]:
    for amount in scan.amounts if scan.passage.kind is not Kind.ROW else ():
        if amount.noun == POINTS:
            continue
        start, end = scan.sentence_at(amount.start)
        subject = subject_of(scan.low[start:end])
        noun = amount.noun or last_noun(scan.low[start : amount.start])
        sort = Sort.COUNT if amount.sort in (Sort.RATIO, Sort.BARE) else amount.sort
        for value, text in _values(amount):
            yield _Number(scan, amount.start, sort, value, noun, text, subject)


def _values(amount: Amount) -> Iterator[tuple[Decimal, str]]:
    yield amount.value, amount.text.strip()
    if amount.whole is not None:
        yield amount.whole, amount.text.strip()


def _of_totals(report: Report) -> Iterator[_Number]:
    for rows in report.text.tables:
        grid = grid_of(map(report.scan, rows))
        for row in grid.rows:
            for j in grid.number_columns if row.is_total else ():
                title = lowered(grid.title(j))
                if value := row.values[j]:
                    yield _Number(row.scan, 0, Sort.COUNT, value, last_noun(title), f"{value:,}".replace(",", "."),
                                  subject_of(title))  # fmt: skip


def _is_slip(one: _Number, other: _Number) -> bool:
    if one.sort is not other.sort or one.scan is other.scan or len(one.digits) != len(other.digits):
        return False
    if one.value.adjusted() != other.value.adjusted() or not _are_turned(one.digits, other.digits):
        return False
    nouns = one.noun.split()[:1], other.noun.split()[:1]
    shared = (one.subject.qualifiers & other.subject.qualifiers) | (one.subject.words & other.subject.words)
    return bool(shared) and (nouns[0] == nouns[1] or not all(nouns))


def _are_turned(one: str, other: str) -> bool:
    """Whether two neighbouring digits have changed places, and nothing else differs."""
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and (
        one[apart[1]] == other[apart[0]]
    )
