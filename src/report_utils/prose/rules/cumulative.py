"""R03: what was spent or done since the start of the year is no less than what was in the period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, spot
from report_utils.prose.scan import Report, Scanned

_SINCE_START = re.compile(r"lũy kế|cộng dồn|từ đầu năm")
_OF_PERIODS = frozenset({"quý", "năm", "tháng", "đầu", "trong", "kỳ", "đến", "ngày", "hết", "tính"})
_NEAR = 3
"""Passages between the two numbers."""

_SHARED = 2
"""Words that both say of what is counted."""


@dataclass(frozen=True)
class _Labelled:
    scan: Scanned
    amount: Amount
    label: str

    @property
    def words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[^\W\d_]+", _SINCE_START.sub(" ", self.label))) - _OF_PERIODS

    @property
    def shown(self) -> str:
        return self.amount.text.strip()


def check_cumulative(report: Report) -> Iterator[Remark | Held]:
    """Numbers that open a line each: "Thực hiện quý 3: …", "Thực hiện lũy kế 9 tháng: …"."""
    told = [each for scan in report for each in _labelled(scan)]
    for total in told:
        for part in told if _SINCE_START.search(total.label) else ():
            if _is_of_period(report, part) and _is_beside(total, part):
                yield _judged(total, part)


def _labelled(scan: Scanned) -> Iterator[_Labelled]:
    if scan.passage.kind is not Kind.ROW and not scan.is_outlook and len(scan.amounts) == 1:
        amount = scan.amounts[0]
        if amount.sort in (Sort.COUNT, Sort.MONEY):
            yield _Labelled(scan, amount, scan.low[: amount.start])


def _is_of_period(report: Report, part: _Labelled) -> bool:
    """Whether the label of a number names the period of the report, and not the time since the start of the year."""
    period = report.setting.period
    if period is None or period.kind[0] != "Q" or _SINCE_START.search(part.label):
        return False
    months = period.calendar_months
    return any(each.days(period.year)[0] == months.start and each.days(period.year)[1] < months.end
               for each in part.scan.periods if each.start < part.amount.start)  # fmt: skip


def _is_beside(one: _Labelled, other: _Labelled) -> bool:
    is_near = abs(one.scan.passage.number - other.scan.passage.number) <= _NEAR
    is_alike = one.amount.sort is other.amount.sort and one.amount.noun == other.amount.noun
    return is_near and is_alike and len(one.words & other.words) >= _SHARED


def _judged(total: _Labelled, part: _Labelled) -> Remark | Held:
    spots = (spot(part.scan, part.amount), spot(total.scan, total.amount))
    if part.amount.value > total.amount.value:
        return Remark("R03", spots, part.shown, total.shown)
    return Held(f"{part.shown} ≤ {total.shown} (lũy kế)", spots)
