"""R02: a rate of disbursement against the sums of money told around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.rules.shares import percent
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal, round_half_up

_SPENT = re.compile(r"giải ngân|thực hiện chi|đã chi|chi lũy kế|đã thực hiện")
_UP_TO_DATE = re.compile(r"lũy kế|đến|đã giải ngân")
_GIVEN = re.compile(r"\btổng|kế hoạch|được giao|giao|dự toán|được sử dụng|vốn")
_SPENT_RATE = re.compile(
    r"(?:t[ỷỉ] lệ[^.;%]{0,60}(?:giải ngân|thực hiện|giải)|(?:đã )?giải ngân[^.;%]{0,60}(?:đạt|t[ỷỉ] lệ))[^.;%]{0,40}$"
)
_ELSE = re.compile(r"\bước\b|cùng kỳ|chỉ tiêu")
_NOT_SPENT = re.compile(r"chưa giải ngân|còn lại")
_NEAR = 90
"""Letters before a sum of money that say what it is."""


@dataclass(frozen=True)
class _Money:
    """A sum of money at its place, with the words before it."""

    scan: Scanned
    amount: Amount

    @property
    def words(self) -> str:
        return self.scan.low[: self.amount.start][-_NEAR:]

    @property
    def is_spent(self) -> bool:
        said = _SPENT.search(self.words) and _UP_TO_DATE.search(self.words)
        return bool(said) and not _NOT_SPENT.search(self.words)

    @property
    def spot(self) -> Spot:
        return Spot(self.scan, self.amount.start)


def check_disbursement(report: Report) -> Iterator[Remark | Held]:
    """Each rate of disbursement against what was spent and what was given, in one block."""
    for scan in report:
        for stated in scan.amounts if scan.passage.kind is not Kind.ROW else ():
            is_rate = stated.sort is Sort.PERCENT and _SPENT_RATE.search(scan.low[: stated.start])
            if is_rate and not _ELSE.search(scan.low[max(0, stated.start - 40) : stated.start]):
                yield from _against(scan, stated, _block(report, scan))


def _block(report: Report, scan: Scanned) -> list[_Money]:
    """The sums of money of a passage and of those below it; else of its neighbours."""
    passages = [scan.passage, *report.text.below(scan.passage)]
    if len(passages) == 1:
        above, kind = scan.passage.parents[-1:], scan.passage.kind
        passages = [each for each in report.text if each.parents[-1:] == above and each.kind is kind]
    scans = map(report.scan, passages)
    return [_Money(each, amount) for each in scans for amount in each.amounts if amount.sort is Sort.MONEY]


def _against(scan: Scanned, stated: Amount, block: list[_Money]) -> Iterator[Remark | Held]:
    """Held where some of what was spent is that share of the largest sum given; else wrong, if one sum was spent."""
    spent = [each for each in block if each.is_spent]
    given = [each for each in block if each not in spent and _GIVEN.search(each.words)]
    wholes = [each for each in given if each.amount.value]
    largest = max((each.amount.value for each in given), default=Decimal(0))
    pairs = [(part, whole) for part in spent for whole in wholes if whole.amount.value >= part.amount.value]
    for part, whole in pairs:
        exact = percent(part.amount.value, whole.amount.value)
        if whole.amount.value == largest and round_half_up(exact, stated.places) == stated.value:
            yield Held(f"{_shown(part, whole)} = {stated.text.strip()}", _spots(scan, stated, part, whole))
            return
    if len(spent) == 1 and pairs:
        part, whole = max(pairs, key=lambda pair: pair[1].amount.value)
        exact = percent(part.amount.value, whole.amount.value)
        if abs(exact - stated.value) > Decimal("0.5").scaleb(-stated.places):
            told = f"{_shown(part, whole)} = {format_decimal(exact, 4 if exact < 1 else 2)}%"
            yield Remark("R02", _spots(scan, stated, part, whole), stated.text.strip(), told)


def _shown(part: _Money, whole: _Money) -> str:
    return f"{part.amount.text.strip()} / {whole.amount.text.strip()}"


def _spots(scan: Scanned, stated: Amount, part: _Money, whole: _Money) -> tuple[Spot, ...]:
    return Spot(scan, stated.start), part.spot, whole.spot
