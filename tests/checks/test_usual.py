"""What is usual: few alarms on stable counts, and every tenfold error found."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.agency.unusual import UnusualSettings
from report_utils.checks.usual import Share, mad, usual_amounts, usual_counts, usual_rates

SETTINGS = UnusualSettings()


def poisson(chance: random.Random, mean: float) -> int:
    """A Poisson count: how many exponential waits fit into `mean`."""
    count, spent = 0, chance.expovariate(1)
    while spent < mean:
        count, spent = count + 1, spent + chance.expovariate(1)
    return count


def stable(chance: random.Random, units: int, growth: float = 1) -> list[tuple[float, float]]:
    """Counts of units of very different size, all grown alike but for chance."""
    means = [math.exp(chance.uniform(-1, 6)) for _ in range(units)]
    return [(poisson(chance, growth * mean), poisson(chance, mean)) for mean in means]


@pytest.mark.parametrize("units", [3, 8, 30])
@pytest.mark.parametrize("growth", [1, 1.5])
def test_stable_counts_give_few_alarms(units: int, growth: float) -> None:
    chance, alarms, looked_at = random.Random(7), 0, 0
    for _ in range(1500 // units):
        pairs = stable(chance, units, growth if units > 3 else 1)
        alarms += sum(now not in usual for (now, _), usual in zip(pairs, usual_counts(pairs, SETTINGS), strict=True))
        looked_at += units
    assert alarms < 0.01 * looked_at


@given(seed=st.integers(0, 10**6), units=st.integers(1, 40), count=st.integers(20, 5000),
       growth=st.sampled_from([0.7, 1, 1.3]))
def test_a_tenfold_error_is_always_found_from_twenty_on(seed: int, units: int, count: int, growth: float) -> None:
    pairs = [*stable(random.Random(seed), units - 1, growth), (10 * count, count)]
    assert pairs[-1][0] not in usual_counts(pairs, SETTINGS)[-1]


def test_what_all_units_do_is_usual() -> None:
    pairs = [(2.0 * before, float(before)) for before in (40, 55, 60, 80, 120, 300)]
    assert all(now in usual for (now, _), usual in zip(pairs, usual_counts(pairs, SETTINGS), strict=True))
    assert 300 not in usual_counts([*pairs, (300, 300)], SETTINGS)[-1], "the only one that did not double"


def test_small_counts_are_never_unusual() -> None:
    pairs = [(now, before) for now in range(12) for before in range(12)]
    assert all(now in usual for (now, _), usual in zip(pairs, usual_counts(pairs, SETTINGS), strict=True))


def test_equal_changes_have_no_scatter_and_the_floor_holds() -> None:
    pairs = [(20.0, 20.0)] * 9
    assert mad([now - before for now, before in pairs]) == 0
    assert usual_counts(pairs, SETTINGS)[0].low < 5
    assert usual_counts(pairs, SETTINGS)[0].high > 37


def test_alone_a_count_must_double_or_halve() -> None:
    [usual] = usual_counts([(0, 1000)], SETTINGS)
    assert (usual.low, usual.high) == (500, 2000)


def test_an_amount_must_double_or_halve() -> None:
    [usual] = usual_amounts([(0, 10)], SETTINGS)
    assert (usual.low, usual.high) == (5, 20)


def test_one_wild_value_does_not_hide_itself() -> None:
    """With mean and standard deviation over ten units it would: no value is more than 9/√10 = 2.8 of these away."""
    pairs = [(float(before + i % 3 - 1), float(before)) for i, before in enumerate(range(40, 130, 10))]
    assert 5000 not in usual_counts([*pairs, (5000, 500)], SETTINGS)[-1]


def test_a_rate_moves_by_points_and_small_wholes_move_more() -> None:
    large, small = Share(9800, 10000), Share(9, 10)
    pairs = [(Share(9790, 10000), large)] * 6 + [(Share(8, 10), small)]
    found = usual_rates(pairs, SETTINGS)
    assert Share(9100, 10000).rate in found[0]
    assert Share(9000, 10000).rate not in found[0]
    assert Share(6, 10).rate in found[-1]


@pytest.mark.parametrize(("given_settings", "high"), [({}, 2000), ({"factor": 3}, 3000)])
def test_thresholds_are_settings(given_settings: dict[str, float], high: float) -> None:
    assert usual_counts([(0, 1000)], UnusualSettings(**given_settings))[0].high == high  # type: ignore[arg-type]
