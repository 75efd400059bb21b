"""Figures of several agencies as those of the one that they became."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.merging import summed
from report_utils.figures.quantity import Quantity
from report_utils.figures.tables import Figures
from report_utils.findings import CellRef

ROOT = Path(__file__).parents[2]


def known(value: int, cell: str = "B2") -> Quantity:
    return Quantity(Decimal(value), (CellRef("a.xlsx", "S", cell),))


def plain(code: str, value: int | None, display: Display = Display.TABLE, unit: str = "hồ sơ") -> Figure:
    return Figure(code, Quantity(None, absent=("Sở",)) if value is None else known(value), "Tổng cột", unit, display)


@pytest.fixture(scope="module")
def agencies() -> tuple[Reporting, Reporting]:
    return (open_reporting("syt-brvt", "2024-H1", str(ROOT)), open_reporting("ubnd-binh-dinh", "2024-H1", str(ROOT)))


def both(agencies: tuple[Reporting, Reporting], one: Figure, other: Figure | None) -> Figures:
    figures = ({one.code: one}, {other.code: other} if other else {})
    return summed(list(zip(agencies, figures, strict=True)))


def test_counts_and_amounts_are_added_up_and_say_of_whom(agencies: tuple[Reporting, Reporting]) -> None:
    for display in (Display.TABLE, Display.COUNT, Display.MONEY):
        figure = both(agencies, plain("a.b", 3, display), plain("a.b", 4, display))["a.b"]
        assert (figure.quantity.value, figure.display, figure.unit) == (7, display, "hồ sơ")
        assert figure.rule == ("Tổng cột (cộng của Sở Y tế tỉnh Bà Rịa - Vũng Tàu, Sở Thông tin và Truyền thông tỉnh "
                               "Bình Định)")  # fmt: skip
        assert [cell.file for cell in figure.quantity.cells] == ["syt-brvt/2024-H1/a.xlsx",
                                                                 "ubnd-binh-dinh/2024-H1/a.xlsx"]  # fmt: skip


def test_a_rate_is_made_again_of_the_sums_of_its_parts(agencies: tuple[Reporting, Reporting]) -> None:
    figure = both(agencies, rate("a.rate", known(1), known(4), "tỷ lệ", 1, flow=True),
                  rate("a.rate", known(2), known(6), "tỷ lệ", 1, flow=True))["a.rate"]  # fmt: skip
    assert (figure.text, figure.places, figure.flow) == ("30%", 1, True)


def test_what_one_agency_does_not_know_is_unknown(agencies: tuple[Reporting, Reporting]) -> None:
    quantity = both(agencies, plain("a.b", 3), plain("a.b", None))["a.b"].quantity
    assert (quantity.value, quantity.absent) == (None, ("Sở",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (plain("a.b", 3), None),
        (plain("a.b", 3), plain("a.b", 4, unit="TTHC")),
        (plain("a.b", 738000, Display.DATE), plain("a.b", 738001, Display.DATE)),
        (plain("a.target", 70, Display.PERCENT, "%"), plain("a.target", 80, Display.PERCENT, "%")),
        (plain("dossiers.by_unit.vp.resolved", 3), plain("dossiers.by_unit.vp.resolved", 4)),
    ],
    ids=["of one agency only", "of other things", "a day", "a target", "of a unit"],
)
def test_what_cannot_be_added_up_has_no_sum(
    agencies: tuple[Reporting, Reporting], one: Figure, other: Figure | None
) -> None:
    assert both(agencies, one, other) == {}
