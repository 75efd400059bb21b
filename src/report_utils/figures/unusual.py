"""Figures of the whole agency that stand out against their own history, as far as its periods are at hand. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from report_utils.agency.period import Period
from report_utils.agency.unusual import UnusualSettings
from report_utils.checks.usual import Share, Usual, usual_amounts, usual_counts, usual_in_history, usual_rates
from report_utils.figures.changes import is_comparable
from report_utils.figures.families.by_unit import BY_UNIT
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures

_GROW = ("plans.", "open_data.", BY_UNIT)
"""Progress of plans, which is meant to change, and figures of units, which checks compare unit by unit (U01, U02)."""

History = tuple[tuple[Period, Figure], ...]


@dataclass(frozen=True)
class UnusualFigure:
    """A figure, those of the periods that it was compared with, and where it would have been usual."""

    figure: Figure
    history: History
    usual: Usual


def unusual_figures(figures: PeriodFigures) -> Iterator[UnusualFigure]:
    """Each figure that lies outside what is usual for it, in the order of the codes."""
    settings = figures.source.agency.profile.unusual
    for code, figure in figures.figures.items():
        if code.startswith(_GROW) or figure.display is Display.DATE or not is_sure(figure):
            continue
        history = tuple(_history(figures, figure))
        usual = _usual(figure, [before for _, before in history], settings) if history else None
        if usual and _value(figure) not in usual:
            yield UnusualFigure(figure, history, usual)


def is_sure(figure: Figure) -> bool:
    """Whether a figure is known and free of doubt."""
    return figure.quantity.known and not figure.quantity.doubtful


def _history(figures: PeriodFigures, now: Figure) -> Iterator[tuple[Period, Figure]]:
    """What a figure was: a flow in periods about as long, a rate of flows in any, a stock a year before."""
    reporting = figures.source.reporting
    matching = reporting.agency.profile.calendar.matching(reporting.period)
    for period, held in figures.earlier.items():
        before = held.figures.get(now.code)
        is_told = is_comparable(now, reporting, period) if now.flow else period == matching
        if before and is_told and is_sure(before) and held.source.agency.code == reporting.agency.code:
            yield period, before


def _usual(now: Figure, history: Sequence[Figure], settings: UnusualSettings) -> Usual:
    """The range by the whole history where it is long enough, else what is usual against any of it."""
    values = [_value(figure) for figure in history]
    if len(values) >= settings.least_units:
        return usual_in_history(values, _least(now, values, settings), settings)
    found = [_against(now, before, settings) for before in history]
    return Usual(min(usual.low for usual in found), max(usual.high for usual in found))


def _least(now: Figure, values: Sequence[float], settings: UnusualSettings) -> float:
    """The smallest scale: points of a rate; of a count that of chance, of an amount the share of it."""
    if now.display is Display.PERCENT:
        return settings.least_points
    largest = max(values)
    share = largest * settings.least_share / 100
    return share if now.display is Display.MONEY else max(share, settings.least_count, sqrt(largest))


def _against(now: Figure, before: Figure, settings: UnusualSettings) -> Usual:
    """What is usual against one period only."""
    if now.display is Display.PERCENT:
        return usual_rates([(_share(now), _share(before))], settings)[0]
    make = usual_amounts if now.display is Display.MONEY else usual_counts
    return make([(_value(now), _value(before))], settings)[0]


def _share(rate: Figure) -> Share:
    """The parts of a rate; without them the rate counts as exact."""
    part, whole = (quantity.value for quantity in rate.parts) if rate.parts else (None, None)
    if part is None or not whole:
        return Share(_value(rate) * _EXACT, 100 * _EXACT)
    return Share(float(part), float(whole))


_EXACT = 10**6


def _value(figure: Figure) -> float:
    return float(figure.quantity.value or 0)
