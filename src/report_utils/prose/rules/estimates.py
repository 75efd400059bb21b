"""R29: an estimate for the year against the rate reached so far and the part of the year that is gone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned, Setting
from report_utils.vietnamese.numbers import format_percent

_ESTIMATE = re.compile(r"\bước\b(?P<when>[^.;%]{0,60})$")
_PART_OF_YEAR = re.compile(r"\bquý\b|\btháng (?!12\b)|\d tháng\b")
_GROWS = re.compile(r"giải ngân|thực hiện|hoàn thành|dự toán|chi ngân sách")
"""What is done bit by bit over the year; other rates need not grow with it."""
_RATE_SO_FAR = re.compile(r"t[ỷỉ] lệ[^.;%]{0,70}$|đạt[^.;%]{0,30}$")
_NOT_REACHED = re.compile(r"(?:\bước\b|cùng kỳ|chỉ tiêu|mục tiêu|phấn đấu)[^.;%]{0,60}$")
_LEAST = Decimal("0.5")
"""Of what an even pace would have reached (docs/assumptions.md, "Estimates for the year")."""
_HALF_GONE = Decimal("0.5")
"""What is taken for the part of the year where the period of a text is not known."""


def check_estimates(report: Report) -> Iterator[Remark]:
    """A year that is to end at an estimate, while less than half of what an even pace would have reached is done."""
    for scan in report:
        if scan.passage.kind is not Kind.ROW:
            yield from _estimates(scan, report.setting)


def _estimates(scan: Scanned, setting: Setting) -> Iterator[Remark]:
    rates = [each for each in scan.amounts if each.sort is Sort.PERCENT]
    gone = _part_gone(setting)
    for i, each in enumerate(rates):
        so_far = [one for one in rates[:i] if _is_so_far(scan, one)]
        if not so_far or not _is_of_year(scan, each):
            continue
        if so_far[-1].value < each.value * (gone or _HALF_GONE) * _LEAST:
            yield Remark("R29", (Spot(scan, each.start),), each.text.strip(), _told(so_far[-1], gone))


def _is_so_far(scan: Scanned, rate: Amount) -> bool:
    before = scan.low[: rate.start]
    return bool(_RATE_SO_FAR.search(before)) and not _NOT_REACHED.search(before)


def _is_of_year(scan: Scanned, rate: Amount) -> bool:
    before = scan.low[: rate.start]
    estimate = _ESTIMATE.search(before)
    return bool(estimate and _GROWS.search(before)) and not _PART_OF_YEAR.search(estimate["when"] if estimate else "")


def _part_gone(setting: Setting) -> Decimal | None:
    """The part of the calendar year that is gone at the cut-off, as a budget has it; None where it is not known."""
    if setting.window is None:
        return None
    day = setting.window.cutoff
    first, next_first = dt.date(day.year, 1, 1), dt.date(day.year + 1, 1, 1)
    return Decimal((day - first).days + 1) / (next_first - first).days


def _told(so_far: Amount, gone: Decimal | None) -> str:
    passed = f" (đã qua {format_percent(gone * 100, 0)} thời gian của năm)" if gone else ""
    return f"{so_far.text.strip()}{passed}"
