"""Figures from the start of the year on."""

import csv
from decimal import Decimal
from typing import Any

import pytest

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting
from report_utils.errors import UnknownNameError
from report_utils.figures.cumulative import NotCumulativeError, cumulative_of
from report_utils.figures.families.by_unit import BY_UNIT
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.figures.quantity import Quantity
from report_utils.findings import CellRef

Q1, Q2, Q3, HALF = (Period(2024, kind) for kind in ("Q1", "Q2", "Q3", "H1"))


def quantity(value: int | None, **carried: Any) -> Quantity:
    return Quantity(None if value is None else Decimal(value), (CellRef("a.xlsx", "S", "B2"),), **carried)


def flow(value: int | None, **carried: Any) -> Figure:
    return Figure("a.b", quantity(value, **carried), "quy tắc", "hồ sơ", flow=True)


def rate(part: Quantity, whole: Quantity) -> Figure:
    return Figure("a.rate", part.percent_of(whole), "tỷ lệ", "%", Display.PERCENT, flow=True, parts=(part, whole))


def test_a_flow_is_added_up_with_the_cells_of_every_period() -> None:
    year = cumulative_of(flow(5), Q3, {Q1: flow(10), Q2: flow(7)})
    assert (year.code, year.text, year.unit) == ("a.b.cumulative", "22", "hồ sơ")
    assert year.rule == "quy tắc; lũy kế từ đầu năm (2024-Q1 + 2024-Q2 + 2024-Q3)"
    assert [cell.file for cell in year.quantity.cells] == ["2024-Q1/a.xlsx", "2024-Q2/a.xlsx", "a.xlsx"]


def test_a_period_that_starts_the_year_is_the_year_so_far() -> None:
    assert cumulative_of(flow(5), HALF, {}).quantity == flow(5).quantity


def test_a_rate_is_computed_again_from_the_sums_of_its_parts() -> None:
    year = cumulative_of(rate(quantity(1), quantity(10)), Q2, {Q1: rate(quantity(45), quantity(50))})
    assert year.quantity.value is not None
    assert round(year.quantity.value, 20) == round(Decimal(46) * 100 / 60, 20)


def test_a_rate_of_nothing_in_the_whole_year_stays_what_it_is_in_each_period() -> None:
    nothing, nil = (rate(quantity(0, nil=declared), quantity(0, nil=declared)) for declared in (False, True))
    assert not cumulative_of(nothing, Q2, {Q1: nothing}).quantity.known
    assert cumulative_of(nil, Q2, {Q1: nil}).quantity.value == 0
    assert cumulative_of(nil, Q2, {Q1: rate(quantity(1), quantity(4))}).quantity.value == 25


def test_a_period_that_is_not_at_hand_is_named_like_a_unit_that_has_not_sent() -> None:
    year = cumulative_of(flow(5), Q3, {HALF: None})
    assert (year.quantity.value, year.quantity.absent) == (None, ("6 tháng đầu năm 2024",))


def test_a_period_that_asked_for_something_else_is_missing_as_well() -> None:
    stock = Figure("a.b", quantity(3), "quy tắc", "hồ sơ")
    assert cumulative_of(flow(5), Q3, {HALF: stock}).quantity.absent == ("6 tháng đầu năm 2024",)


def test_absences_and_doubts_of_every_period_are_carried_on_and_say_of_which() -> None:
    held = {Q1: flow(1, doubtful=("Thanh tra Sở",)), Q2: flow(None, absent=("Văn phòng Sở",))}
    found = cumulative_of(flow(5, doubtful=("Thanh tra Sở",)), Q3, held).quantity
    assert found.absent == ("Văn phòng Sở (quý II năm 2024)",)
    assert found.doubtful == ("Thanh tra Sở (quý I năm 2024)", "Thanh tra Sở")


def test_a_stock_is_never_added_up() -> None:
    with pytest.raises(NotCumulativeError, match=r"«a\.b» không có lũy kế từ đầu năm: biểu mẫu không hỏi riêng"):
        cumulative_of(Figure("a.b", quantity(3), "quy tắc"), Q3, {Q1: flow(1)})


# The sample: a half-year of two tables, then a quarter


@pytest.fixture(scope="module")
def year(quarter: Reporting, half_year: PeriodFigures, sample: Any) -> PeriodFigures:
    return figures_of(quarter, sample.dataset, (), {HALF: half_year})


def fact_sum(reporting: Reporting, *columns: str) -> int:
    """The sum of columns over all units, typed in the facts of both periods."""
    folder = reporting.workspace.root / "data" / "facts" / "syt-brvt"
    texts = [(folder / str(period) / "dossiers.csv").read_text(encoding="utf-8") for period in (HALF, Q3)]
    rows = [row for text in texts for row in csv.DictReader(text.splitlines())]
    return sum(int(row[column]) for row in rows for column in columns)


def test_the_dossiers_of_the_year_are_those_of_its_periods(quarter: Reporting, year: PeriodFigures) -> None:
    resolved, overdue = fact_sum(quarter, "early", "on_time", "overdue"), fact_sum(quarter, "overdue")
    assert year.figure("dossiers.resolved.cumulative").quantity.value == resolved
    assert year.figure("dossiers.overdue_rate.cumulative").quantity.value == Decimal(overdue) * 100 / resolved
    assert year.figure("dossiers.received_in_period.cumulative").quantity.value == fact_sum(quarter, "online", "direct")


def test_what_the_half_year_was_not_asked_is_not_known_for_the_year(year: PeriodFigures) -> None:
    found = year.figure("appointments.new.cumulative").quantity
    assert (found.value, found.absent) == (None, ("Văn phòng Sở (6 tháng đầu năm 2024)",))
    assert "appointments.new.cumulative" not in year.over_time()
    assert "dossiers.resolved.cumulative" in year.over_time()


def test_without_the_half_year_nothing_is_known_for_the_year(figures: PeriodFigures) -> None:
    assert figures.figure("dossiers.resolved.cumulative").quantity.absent == ("6 tháng đầu năm 2024",)


def test_a_half_year_is_cumulative_by_itself(half_year: PeriodFigures) -> None:
    assert half_year.figure("dossiers.resolved.cumulative").text == half_year.figure("dossiers.resolved").text


@pytest.mark.parametrize("code", ["dossiers.pending", "dossiers.received", "plans.cchc.done", "procedures.total",
                                  "budget.quarter", "training.classes", "open_data.published", "budget.rate",
                                  "open_data.by_owner.all.total", "dossiers.pending.change"])  # fmt: skip
def test_what_periods_do_not_add_up_to_says_so(year: PeriodFigures, code: str) -> None:
    with pytest.raises(NotCumulativeError, match="không có lũy kế từ đầu năm"):
        year.figure(f"{code}.cumulative")


def test_a_line_of_the_form_may_be_called_cumulative_itself(year: PeriodFigures) -> None:
    assert year.figure("budget.cumulative").text == "422.801.000.000"
    with pytest.raises(UnknownNameError, match="«investment»"):
        year.figure("investment.cumulative")


def test_the_flows_are_those_whose_form_says_so(figures: PeriodFigures) -> None:
    flows = {code for code, figure in figures.figures.items() if figure.flow and not code.startswith(BY_UNIT)}
    dossiers = {code.removeprefix("dossiers.") for code in flows if code.startswith("dossiers.")}
    plain = {"online", "direct", "received_in_period", "resolved", "resolved.early", "resolved.on_time",
             "resolved.overdue", "online_share", "overdue_rate", "in_time_rate"}  # fmt: skip
    assert dossiers == plain | {f"{place}.{name}" for place in ("one_stop", "units") for name in plain}
    assert flows - {f"dossiers.{name}" for name in dossiers} == {
        "appointments.total", "appointments.new", "appointments.renewed", "staffing.disciplined",
        "procedure_decisions.count", "procedure_decisions.new", "procedure_decisions.amended",
        "procedure_decisions.abolished", *(f"indicators.{code}.{part}" for code in ("dossiers_digitised",
                                           "quality_assessed") for part in ("numerator", "denominator", "rate")),
    }  # fmt: skip


def test_every_rate_that_is_a_flow_has_its_parts(figures: PeriodFigures) -> None:
    for figure in figures.figures.values():
        if figure.flow and figure.unit == "%":
            assert figure.parts is not None
            assert figure.parts[0].percent_of(figure.parts[1]) == figure.quantity
