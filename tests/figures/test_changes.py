"""Changes since the period before."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from report_utils.agency.period import Period
from report_utils.agency.reporting import Reporting
from report_utils.errors import UnknownNameError
from report_utils.figures.changes import CHANGE_ON_YEAR, NotComparableError, change_of, is_comparable
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.figures.quantity import Quantity
from report_utils.findings import CellRef

HALF = Period(2024, "H1")
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
    assert change_of(figure(now, display, unit), figure(before, display, unit), HALF).text == words


def test_a_change_names_the_cells_of_both_periods() -> None:
    change = change_of(figure("2"), figure("1"), HALF)
    assert [cell.file for cell in change.quantity.cells] == ["a.xlsx", "2024-H1/a.xlsx"]
    assert change.code == "a.b.change"


def test_a_change_on_the_year_before_has_a_name_and_words_of_its_own() -> None:
    change = change_of(figure("2"), figure("1"), Period(2023, "Q3"), CHANGE_ON_YEAR)
    assert (change.code, change.rule) == ("a.b.change_on_year", "quy tắc: kỳ này trừ cùng kỳ năm trước (2023-Q3)")


@pytest.mark.parametrize(
    ("now", "before", "reason"),
    [
        (figure("1"), None, r"kỳ trước \(6 tháng đầu năm 2024\) chưa có"),
        (figure(None, absent=("Sở",)), figure("1"), "kỳ này chưa có"),
        (figure("1"), figure(None, absent=("Sở",)), r"kỳ trước \(6 tháng đầu năm 2024\) chưa có"),
        (figure("1", doubtful=("Sở",)), figure("1"), "kỳ này chưa có hoặc còn phải kiểm tra lại"),
        (figure("1"), figure("1", doubtful=("Sở",)), "còn phải kiểm tra lại"),
        (figure("738000", Display.DATE), figure("737000", Display.DATE), "một ngày"),
    ],
)
def test_what_is_not_known_for_sure_in_both_periods_has_no_change(
    now: Figure, before: Figure | None, reason: str
) -> None:
    with pytest.raises(NotComparableError, match=f"«a.b» không so sánh được: .*{reason}"):
        change_of(now, before, HALF)


def test_there_is_no_change_where_the_calendar_has_no_period_before() -> None:
    with pytest.raises(NotComparableError, match="lịch báo cáo của cơ quan không có kỳ trước"):
        change_of(figure("1"), None, None)


@pytest.fixture(scope="module")
def compared(quarter: Reporting, half_year: PeriodFigures, sample: Any) -> PeriodFigures:
    return figures_of(quarter, sample.dataset, (), {HALF: half_year})


def test_the_period_before_is_compared_as_far_as_it_was_asked(compared: PeriodFigures) -> None:
    assert compared.figure("dossiers.pending.change").text == "giảm 78"
    assert compared.figure("dossiers.in_time_rate.change").text == "giảm 0,53 điểm %"
    assert compared.figure("budget.rate.change").text == "tăng 25 điểm %"
    with pytest.raises(NotComparableError, match=r"«plans\.cchc\.done» không so sánh được"):
        compared.figure("plans.cchc.done.change")


@pytest.mark.parametrize("code", ["dossiers.resolved.overdue", "dossiers.resolved", "dossiers.received",
                                  "dossiers.one_stop.online"])  # fmt: skip
def test_three_months_are_not_compared_with_six(compared: PeriodFigures, code: str) -> None:
    with pytest.raises(NotComparableError, match="dài bằng kỳ này, không so sánh với 6 tháng đầu năm 2024"):
        compared.figure(f"{code}.change")
    assert f"{code}.change" not in compared.over_time()


@pytest.mark.parametrize(("carried", "display", "grows"), [
    ({"flow": True}, Display.TABLE, True), ({"comes_again": True}, Display.COUNT, True),
    ({"flow": True}, Display.PERCENT, False), ({}, Display.TABLE, False)])
def test_what_a_longer_window_counts_more_of_is_compared_with_one_as_long(
        quarter: Reporting, carried: dict[str, bool], display: Display, grows: bool) -> None:  # fmt: skip
    made = replace(figure("1", display), **carried)
    assert is_comparable(made, quarter, HALF) is not grows
    assert is_comparable(made, quarter, Period(2023, "Q3"))


def test_what_was_counted_in_the_window_is_told_from_how_things_stand(figures: PeriodFigures) -> None:
    grows = {code for code, made in figures.figures.items() if made.grows_with_window}
    assert grows > {"dossiers.received", "assigned_tasks.total", "assigned_tasks.done", "directives.count",
                    "appointments.total", "staffing.disciplined", "procedure_decisions.count"}  # fmt: skip
    assert not grows & {"dossiers.pending", "dossiers.carried_over", "assigned_tasks.running", "plans.cchc.done",
                        "dossiers.in_time_rate", "budget.cumulative", "budget.quarter", "training.classes"}  # fmt: skip


def test_a_change_of_an_unknown_figure_is_an_unknown_name(compared: PeriodFigures) -> None:
    with pytest.raises(UnknownNameError, match=r"«dossiers\.pendin»"):
        compared.figure("dossiers.pendin.change")


def test_changes_are_no_figures_of_the_period_itself(compared: PeriodFigures, figures: PeriodFigures) -> None:
    assert compared.everything().keys() == figures.everything().keys()
    assert compared.over_time().keys() >= {"dossiers.pending.change", "investment.rate.change"}
    assert figures.over_time() == {}


@pytest.mark.parametrize("code", ["open_data.by_owner.all.total", "dossiers.resolved.cumulative",
                                  "dossiers.pending.change"])
def test_a_figure_of_a_table_or_made_of_other_periods_has_no_change(compared: PeriodFigures, code: str) -> None:
    with pytest.raises(NotComparableError, match="chỉ là một ô trong bảng, hoặc đã là số so sánh, lũy kế"):
        compared.figure(f"{code}.change")
    assert compared.known(f"{code}.change") is None
