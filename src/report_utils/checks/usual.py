"""What is usual: the range in which a value is expected by the one before and by how the others changed.

Median and median absolute deviation (MAD), never mean and standard deviation: a single tenfold error moves a mean and
blows up a standard deviation so far that the error itself no longer stands out. 1.4826 MAD estimates σ of normal
values (Rousseeuw and Croux, 1993). Pure: numbers in, ranges out. Floats only sift; every value is quoted exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from report_utils.agency.unusual import UnusualSettings

_TO_SIGMA = 1.4826


@dataclass(frozen=True)
class Usual:
    """A range, both ends included."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Share:
    """A part of a whole: its rate is in percent; `whole` is above 0."""

    part: float
    whole: float

    @property
    def rate(self) -> float:
        return 100 * self.part / self.whole


def mad(values: Sequence[float]) -> float:
    """The median absolute deviation as an estimate of σ."""
    middle = median(values)
    return _TO_SIGMA * median(abs(value - middle) for value in values)


def usual_counts(pairs: Sequence[tuple[float, float]], settings: UnusualSettings) -> list[Usual]:
    """Where each count `now` of (now, before) is usual: about `before` times the growth of all.

    The difference of two counts has the Poisson variance now + growth² · before; where the counts of all scatter more
    than that, the scale grows by their MAD.
    """
    growth, scatter = _growth(pairs, settings), 1.0
    if growth is not None:
        scatter = max(1.0, mad([_standing(now, before, growth) for now, before in pairs]))
        return [_around(growth * before, growth, scatter, settings) for _, before in pairs]
    alone = [_around(before, 1.0, scatter, settings) for _, before in pairs]
    return [Usual(min(usual.low, before / settings.factor), max(usual.high, before * settings.factor))
            for usual, (_, before) in zip(alone, pairs, strict=True)]


def usual_amounts(pairs: Sequence[tuple[float, float]], settings: UnusualSettings) -> list[Usual]:
    """The same of amounts and measures, which have no variance of their own: neither doubled nor halved."""
    return [Usual(before / settings.factor, before * settings.factor) for _, before in pairs]


def usual_rates(pairs: Sequence[tuple[Share, Share]], settings: UnusualSettings) -> list[Usual]:
    """Where each rate `now` of (now, before) is usual, in percent: about `before` moved by as much as all moved."""
    moves = [now.rate - before.rate for now, before in pairs]
    enough = len(moves) >= settings.least_units
    move, scale = (median(moves), mad(moves)) if enough else (0.0, 0.0)
    found = []
    for now, before in pairs:
        half = settings.spread * max(scale, _chance(now, before), settings.least_points)
        found.append(Usual(max(0.0, before.rate + move - half), before.rate + move + half))
    return found


def _growth(pairs: Sequence[tuple[float, float]], settings: UnusualSettings) -> float | None:
    """The median growth of the counts that are large enough to tell; None where there are too few of them."""
    ratios = [now / before for now, before in pairs if before >= max(settings.least_count, 1)]
    return median(ratios) if len(ratios) >= settings.least_units else None


def _standing(now: float, before: float, growth: float) -> float:
    """How far a count is from what is expected, in standard deviations of chance alone."""
    spread = sqrt(now + growth * growth * before)
    return (now - growth * before) / spread if spread else 0.0


def _around(expected: float, growth: float, scatter: float, settings: UnusualSettings) -> Usual:
    """The counts that lie within `spread` scales of what is expected, whichever scale is widest."""
    reach = settings.spread * scatter  # |n - e| <= reach · √(n + growth · e), solved for n
    middle, half = expected + reach * reach / 2, reach * sqrt(reach * reach / 4 + expected * (1 + growth))
    floor = settings.spread * max(settings.least_count, expected * settings.least_share / 100)
    return Usual(max(0.0, min(middle - half, expected - floor)), max(middle + half, expected + floor))


def _chance(now: Share, before: Share) -> float:
    """The standard deviation of the difference of two rates, in points, by chance alone (both of one true rate)."""
    rate = min(1.0, (now.part + before.part) / (now.whole + before.whole))
    return 100 * sqrt(rate * (1 - rate) * (1 / now.whole + 1 / before.whole))


def usual_in_history(values: Sequence[float], least: float, settings: UnusualSettings) -> Usual:
    """Where a value is usual by its own `values` of before; `least` is the smallest scale that counts."""
    middle = median(values)
    half = settings.spread * max(mad(values), least)
    return Usual(max(0.0, middle - half), middle + half)
