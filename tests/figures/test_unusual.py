"""Figures of the agency against their own history."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.period import PeriodFigures
from report_utils.figures.quantity import Quantity
from report_utils.figures.source import Source
from report_utils.figures.unusual import unusual_figures
from report_utils.intake.dataset import Dataset

Make = Callable[..., PeriodFigures]
LAST, HALF = Period(2023, "Q3"), Period(2024, "H1")
YEARS = [Period(year, "Q3") for year in range(2018, 2024)]


def flow(value: int) -> Figure:
    return Figure("received", Quantity(Decimal(value)), "Tiếp nhận", flow=True)


def stock(value: int) -> Figure:
    return Figure("pending", Quantity(Decimal(value)), "Đang giải quyết")


@pytest.fixture
def figures(quarter: Reporting, clean: dict[str, Dataset]) -> Make:
    """A period with one figure, and what it was in other periods."""
    source = Source(quarter, clean["2024-Q3"])

    def make(now: Figure, earlier: dict[Period, Figure]) -> PeriodFigures:
        held = {period: PeriodFigures(source, {figure.code: figure}) for period, figure in earlier.items()}
        return PeriodFigures(source, {now.code: now}, held)

    return make


def found(figures: PeriodFigures) -> list[str]:
    return [unusual.figure.code for unusual in unusual_figures(figures)]


def test_a_flow_that_trebled_since_a_year_before_is_unusual(figures: Make) -> None:
    assert found(figures(flow(900), {LAST: flow(300)})) == ["received"]
    assert found(figures(flow(500), {LAST: flow(300)})) == []


def test_a_longer_period_tells_nothing_of_a_flow(figures: Make) -> None:
    assert found(figures(flow(900), {HALF: flow(3000)})) == []


def test_a_stock_is_compared_with_the_same_point_of_the_year_before(figures: Make) -> None:
    assert found(figures(stock(900), {HALF: stock(90)})) == []
    assert found(figures(stock(900), {LAST: stock(90)})) == ["pending"]


def test_a_long_history_tells_what_is_usual_by_itself(figures: Make) -> None:
    steady = {period: flow(300 + i % 3) for i, period in enumerate(YEARS)}
    assert found(figures(flow(450), steady)) == ["received"], "against one period alone it would not be"
    wild = {period: flow(value) for period, value in zip(YEARS, (200, 460, 300, 410, 250, 390), strict=True)}
    assert found(figures(flow(450), wild)) == []


def test_a_rate_is_compared_with_periods_of_any_length(figures: Make) -> None:
    def share(part: int) -> Figure:
        return rate("share", Quantity(Decimal(part)), Quantity(Decimal(1000)), "Tỷ lệ", flow=True)

    assert found(figures(share(700), {HALF: share(980)})) == ["share"]
    assert found(figures(share(950), {HALF: share(980)})) == []


def test_what_is_in_doubt_or_a_day_or_of_a_plan_is_not_compared(figures: Make) -> None:
    doubtful = Figure("received", Quantity(Decimal(900), doubtful=("A",)), "Tiếp nhận", flow=True)
    assert found(figures(doubtful, {LAST: flow(3)})) == []
    day = [Figure("day", Quantity(Decimal(value)), "Ngày", display=Display.DATE) for value in (739000, 100)]
    assert found(figures(day[0], {LAST: day[1]})) == []
    done = [Figure("plans.cchc.done", Quantity(Decimal(value)), "Đã xong") for value in (900, 9)]
    assert found(figures(done[0], {LAST: done[1]})) == []


def test_the_samples_hold_no_unusual_figure(quarter: Reporting, clean: dict[str, Dataset]) -> None:
    now = Source(quarter, clean["2024-Q3"])
    assert found(PeriodFigures(now, {})) == []
