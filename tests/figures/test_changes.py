"""Changes since the period before."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from report_utils.agency.agency import Reporting, open_reporting
from report_utils.errors import UnknownNameError
from report_utils.figures.changes import NotComparableError, change_of
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.figures.quantity import Quantity
from report_utils.findings import CellRef
from report_utils.intake.consolidate import read_dataset

CELL = CellRef("a.xlsx", "S", "B2")


def figure(value: str | None, display: Display = Display.TABLE, unit: str = "hồ sơ", **carried: Any) -> Figure:
    quantity = Quantity(None if value is None else Decimal(value), (CELL,), **carried)
    return Figure("a.b", quantity, "quy tắc", unit, display)


@pytest.mark.parametrize(
    ("now", "before", "display", "unit", "words"),
    [
        ("12", "5", Display.TABLE, "hồ sơ", "tăng 7"),
        ("1000", "2234", Display.COUNT, "hồ sơ", "giảm 1.234"),
        ("5", "5", Display.TABLE, "hồ sơ", "không đổi"),
        ("97.765", "96.5", Display.PERCENT, "%", "tăng 1,27 điểm %"),
        ("96.5", "97.765", Display.PERCENT, "%", "giảm 1,27 điểm %"),
        ("97.001", "97.002", Display.PERCENT, "%", "không đổi"),
        ("3000000", "1000000", Display.MONEY, "đồng", "tăng 2.000.000"),
    ],
)
def test_a_change_is_said_in_words(now: str, before: str, display: Display, unit: str, words: str) -> None:
    change = change_of(figure(now, display, unit), figure(before, display, unit), "2024-H1")
    assert change is not None
    assert change.text == words


def test_a_change_names_the_cells_of_both_periods() -> None:
    change = change_of(figure("2"), figure("1"), "2024-H1")
    assert change is not None
    assert [cell.file for cell in change.quantity.cells] == ["a.xlsx", "2024-H1/a.xlsx"]
    assert change.code == "a.b.change"


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (figure("1"), None), (figure(None, absent=("Sở",)), figure("1")), (figure("1"), figure(None, absent=("Sở",))),
        (figure("1", doubtful=("Sở",)), figure("1")), (figure("1"), figure("1", doubtful=("Sở",))),
        (figure("738000", Display.DATE), figure("737000", Display.DATE)),
    ],
)
def test_what_is_not_known_for_sure_in_both_periods_has_no_change(now: Figure, before: Figure | None) -> None:
    assert change_of(now, before, "2024-H1") is None


@pytest.fixture(scope="module")
def compared(quarter: Reporting, sample: Any) -> PeriodFigures:
    half = open_reporting("syt-brvt", "2024-H1", str(quarter.workspace.root))
    return figures_of(quarter, sample.dataset, (), figures_of(half, read_dataset(half), ()))


def test_the_period_before_is_compared_as_far_as_it_was_asked(compared: PeriodFigures) -> None:
    assert compared.figure("dossiers.pending.change").text == "giảm 78"
    assert compared.figure("dossiers.in_time_rate.change").text == "giảm 0,53 điểm %"
    assert compared.figure("budget.rate.change").text == "tăng 25 điểm %"
    with pytest.raises(NotComparableError, match=r"«plans\.cchc\.done» không so sánh được"):
        compared.figure("plans.cchc.done.change")


def test_a_change_of_an_unknown_figure_is_an_unknown_name(compared: PeriodFigures) -> None:
    with pytest.raises(UnknownNameError, match=r"«dossiers\.pendin»"):
        compared.figure("dossiers.pendin.change")


def test_changes_are_no_figures_of_the_period_itself(compared: PeriodFigures, figures: PeriodFigures) -> None:
    assert compared.everything().keys() == figures.everything().keys()
    assert compared.changes().keys() >= {"dossiers.pending.change", "investment.rate.change"}
    assert figures.changes() == {}


def test_a_figure_of_a_unit_has_no_change(compute: Callable[[Any], PeriodFigures], sample: Any) -> None:
    assert compute(sample).change("dossiers.by_unit.cdc.resolved") is None
