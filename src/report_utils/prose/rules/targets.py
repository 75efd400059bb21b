"""R33: what is told of a target agrees with the numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from report_utils.prose.amounts import POINTS, Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned

_GOAL = re.compile(r"\b(?:nâng cao|phấn đấu|tối thiểu|chỉ tiêu|mục tiêu|yêu cầu)\b[^:.;%]*$")
_AHEAD = re.compile(r"^\s*(?:trở lên)?\s*[:)(,;]")
_MET = re.compile(r"\b(?:vượt|đạt(?: được)?|hoàn thành)\s+(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu)\b[^\d%;.]{0,60}$")
_AT_MOST = re.compile(r"\b(?:dưới|không (?:quá|vượt quá|cao hơn)|tối đa|thấp hơn|nhỏ hơn)\s*$")

_MISSED = re.compile(r"\b(?:chưa|không) (?:đạt|hoàn thành|vượt)\b")


def check_targets(report: Report) -> Iterator[Remark | Held]:
    """A percentage beside its target: "phấn đấu đạt 70%: … đạt 88%", "đạt 62%, vượt chỉ tiêu 65%"."""
    for scan in report:
        if scan.passage.kind is Kind.ROW or scan.is_outlook:
            continue
        shares = [each for each in scan.amounts if each.sort is Sort.PERCENT and each.noun != POINTS]
        for one, other in pairwise(shares):
            if scan.sentence_at(one.start) == scan.sentence_at(other.start):
                yield from _judged(scan, one, other)


def _judged(scan: Scanned, one: Amount, other: Amount) -> Iterator[Remark | Held]:
    before, between = scan.low[scan.sentence_at(one.start)[0] : one.start], scan.low[one.end : other.start]
    if _GOAL.search(before) and _AHEAD.match(between) and not _MISSED.search(between):
        if other.value >= one.value:
            yield Held(f"{other.text.strip()} ≥ {one.text.strip()}", (Spot(scan, other.start),))
    elif (met := _MET.search(between)) and not _MISSED.search(between) and not _is_at_most(met[0], other):
        yield _met(scan, one, other, met[0].startswith("vượt"))


def _is_at_most(words: str, goal: Amount) -> bool:
    """Whether a target is met from below: "đạt chỉ tiêu dưới 1%"."""
    return _AT_MOST.search(words) is not None or goal.sign in ("<", "≤")


def _met(scan: Scanned, told: Amount, goal: Amount, beyond: bool) -> Remark | Held:
    """That a target is met, or passed, as the sentence says."""
    is_met = told.value > goal.value if beyond else told.value >= goal.value
    shown = f"{told.text.strip()} {'>' if beyond else '≥'} {goal.text.strip()}"
    if is_met:
        return Held(shown, (Spot(scan, goal.start),))
    return Remark("R33", (Spot(scan, goal.start),), told.text.strip(), goal.text.strip())
