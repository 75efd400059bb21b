"""How a figure is written."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.figures.figure import Display, Figure, FigureUnknownError, rate
from report_utils.figures.quantity import Quantity


def figure(value: str | None, display: Display = Display.COUNT, places: int = 2) -> Figure:
    return Figure("a.b", Quantity(None if value is None else Decimal(value)), "quy tắc", "%", display, places)


@pytest.mark.parametrize(
    ("value", "display", "places", "text"),
    [
        ("8", Display.COUNT, 2, "08"),
        ("8", Display.TABLE, 2, "8"),
        ("0", Display.COUNT, 2, "0"),
        ("1072019", Display.COUNT, 2, "1.072.019"),
        ("240088635000", Display.MONEY, 2, "240.088.635.000"),
        ("100", Display.PERCENT, 2, "100%"),
        ("52.3", Display.PERCENT, 1, "52,3%"),
        ("12.50", Display.COUNT, 2, "12,5"),
    ],
)
def test_each_display_has_its_own_form(value: str, display: Display, places: int, text: str) -> None:
    assert figure(value, display, places).text == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("97.765", 2, "97,77%"), ("88.095", 0, "88%"), ("74.64", 0, "75%"), ("0.5", 0, "1%"), ("2.5", 0, "3%"),
     ("0.01181299", 4, "0,0118%"), ("46.875", 1, "46,9%"), ("0.97353", 2, "0,97%"), ("3.707995", 2, "3,71%")],
)  # fmt: skip
def test_percentages_are_rounded_half_up(value: str, places: int, text: str) -> None:
    assert figure(value, Display.PERCENT, places).text == text


@given(st.decimals(0, 100, places=8), st.integers(0, 4))
def test_a_percentage_is_the_value_rounded_half_up_once(value: Decimal, places: int) -> None:
    text = figure(str(value), Display.PERCENT, places).text
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(text.removesuffix("%").replace(",", ".")) == rounded


@given(st.integers(0, 10**15))
def test_a_count_keeps_every_digit(value: int) -> None:
    assert int(figure(str(value)).text.replace(".", "")) == value


def test_a_template_may_ask_for_other_decimals() -> None:
    assert figure("74.64473", Display.PERCENT, 0).written(Display.PERCENT, 2) == "74,64%"


@pytest.mark.parametrize(
    ("dong", "millions"),
    [("545918300000", "545.918"), ("20499400000", "20.499"), ("566417700000", "566.418"), ("500000", "1"),
     ("499999", "0")],
)  # fmt: skip
def test_millions_are_rounded_half_up(dong: str, millions: str) -> None:
    assert figure(dong, Display.MONEY).in_millions() == millions


def test_a_day_is_written_as_a_date() -> None:
    day = dt.date(2023, 11, 30)
    assert figure(str(day.toordinal()), Display.DATE).text == "30/11/2023"


def test_a_figure_without_value_has_no_text() -> None:
    unknown = figure(None)
    with pytest.raises(FigureUnknownError, match=r"«a\.b» chưa có giá trị"):
        _ = unknown.text
    with pytest.raises(FigureUnknownError):
        unknown.in_millions()


def test_a_figure_is_called_by_its_name_else_by_its_rule() -> None:
    part, whole = Quantity(Decimal(1)), Quantity(Decimal(4))
    assert Figure("a", part, "Số văn bản").label == "Số văn bản"
    assert Figure("a", part, "Tổng cột «Tổng»", name="Bổ nhiệm – Tổng").label == "Bổ nhiệm – Tổng"
    assert rate("a", part, whole, "Đã tuyển / chỉ tiêu").label == "Tỷ lệ đã tuyển / chỉ tiêu"
    assert rate("a", part, whole, "Đã tuyển / chỉ tiêu", name="Kết quả tuyển dụng").label == "Kết quả tuyển dụng"
