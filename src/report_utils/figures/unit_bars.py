"""Units beside each other: those with the lowest rates, and the rest as one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from report_utils.figures.bars import Bar
from report_utils.figures.families.by_unit import BY_UNIT, UnitResults, unit_results
from report_utils.figures.figure import rate
from report_utils.figures.period import PeriodFigures
from report_utils.figures.quantity import total

MOST_BARS = 16
"""Bars that can be read at the height of half a page."""


def bars_by_unit(figures: PeriodFigures) -> tuple[Bar, ...]:
    """A bar a unit: the share of its dossiers resolved before or on time, the lowest first, the unknown last."""
    results = sorted(unit_results(figures.source), key=_place)
    if len(results) <= MOST_BARS:
        return tuple(map(_bar, results))
    shown, rest = results[: MOST_BARS - 1], results[MOST_BARS - 1 :]
    return (*map(_bar, shown), _together(rest))


def _place(results: UnitResults) -> tuple[bool, Decimal]:
    share = results.rate.quantity
    return not share.known, share.value or Decimal(0)


def _bar(results: UnitResults) -> Bar:
    return Bar(results.unit.short_name, results.rate)


def _together(rest: Iterable[UnitResults]) -> Bar:
    units = list(rest)
    in_time, resolved = (total(figure.quantity for figure in each)
                         for each in zip(*((one.in_time, one.resolved) for one in units), strict=True))
    together = rate(f"{BY_UNIT}rest", in_time, resolved, "Trước hạn và đúng hạn / đã giải quyết")
    return Bar(f"{len(units)} đơn vị còn lại", together)
