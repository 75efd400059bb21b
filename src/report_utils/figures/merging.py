"""The figures of several agencies as those of the one that they were merged into: only what can be added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from report_utils.agency.reporting import Reporting
from report_utils.figures.families.by_unit import BY_UNIT
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.quantity import Quantity, elsewhere, total
from report_utils.figures.tables import Figures

_ADDED_UP = (Display.COUNT, Display.TABLE, Display.MONEY)


def summed(agencies: Sequence[tuple[Reporting, Figures]], *, flows: bool = True) -> Figures:
    """The sums of the counts and amounts that all agencies have; rates are made again of the sums of their parts.

    Without `flows`, as of periods that only end on one day, what happened within them has no sum.
    A day, a target and a share of which the parts are not known have no sum; nor has a figure of one unit, for a unit
    of that code in another agency is another unit. One code means one thing in all agencies.
    """
    (_, first), *_ = agencies
    codes = [code for code in first if all(code in figures for _, figures in agencies) and not code.startswith(BY_UNIT)]
    sums = (_sum([(reporting, figures[code]) for reporting, figures in agencies]) for code in codes
            if flows or not (first[code].flow or first[code].comes_again))
    return {figure.code: figure for figure in sums if figure is not None}


def _sum(figures: Sequence[tuple[Reporting, Figure]]) -> Figure | None:
    (_, like), *_ = figures
    if len({(figure.unit, figure.display, figure.flow) for _, figure in figures}) > 1:
        return None
    rule = f"{like.rule} (cộng của {', '.join(reporting.agency.profile.name for reporting, _ in figures)})"
    parts = [(reporting, figure.parts) for reporting, figure in figures if figure.parts]
    if len(parts) == len(figures):
        part, whole = (_total((reporting, both[i]) for reporting, both in parts) for i in (0, 1))
        return rate(like.code, part, whole, rule, like.places, flow=like.flow, name=like.label)
    if like.display not in _ADDED_UP:
        return None
    return replace(like, quantity=_total((reporting, figure.quantity) for reporting, figure in figures), rule=rule,
                   name=like.label)


def _total(quantities: Iterable[tuple[Reporting, Quantity]]) -> Quantity:
    """The sum, with cells under the folder of their agency and period: two agencies may have files of one name."""
    return total(elsewhere(quantity, f"{reporting.agency.code}/{reporting.period}")
                 for reporting, quantity in quantities)
