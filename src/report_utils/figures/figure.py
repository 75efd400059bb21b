"""A figure: a named quantity and how it is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from report_utils.errors import BaocaoError
from report_utils.figures.quantity import Quantity
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_count, format_decimal, format_integer, format_percent, round_half_up


class Display(StrEnum):
    """How a value is written when a template does not say otherwise."""

    COUNT = "count"
    """08, 12, 1.072.019: counts in running text."""
    TABLE = "table"
    """8, 12, 1.072.019: numbers in tables."""
    PERCENT = "percent"
    MONEY = "money"
    """Đồng, without the unit word."""
    DATE = "date"
    """A day; the value is its number (`datetime.date.toordinal`)."""
    CHANGE = "change"
    """tăng 12, giảm 1,35 điểm %, không đổi: a difference between two periods."""


class FigureUnknownError(BaocaoError):
    """A figure without a value was asked for its text; `code` names it."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Số liệu «{code}» chưa có giá trị.")


@dataclass(frozen=True)
class Figure:
    """A number of the report. `code` is its name in templates, `rule` says in Vietnamese how it was made.

    `places` are the decimals of a percentage; `unit` is the unit word (hồ sơ, đồng, %). A `flow` counts what happened
    within the window of the period, and only there, so that periods can be added up. What `comes_again` counts what
    happened there as well, but also what another period counts, so that no sum can be made. All others are stocks:
    how things stand at the cut-off. A rate has its `parts`: what is counted, and of which whole. `name` is what the
    definitions call it (table, row, column), where its rule does not say so by itself.
    """

    code: str
    quantity: Quantity
    rule: str
    unit: str = ""
    display: Display = Display.COUNT
    places: int = 2
    flow: bool = False
    parts: tuple[Quantity, Quantity] | None = None
    comes_again: bool = False
    name: str = ""

    @property
    def label(self) -> str:
        """What it is, for who does not know its code."""
        if self.name or not self.parts:
            return self.name or self.rule
        return f"Tỷ lệ {self.rule[:1].lower()}{self.rule[1:]}"

    @property
    def grows_with_window(self) -> bool:
        """Whether a longer window counts more of it; a rate is of its own size, whatever it is made of."""
        return (self.flow or self.comes_again) and self.display is not Display.PERCENT

    @property
    def text(self) -> str:
        """The value as it stands in running text. Raises FigureUnknownError."""
        return self.written(self.display)

    def written(self, display: Display, places: int | None = None) -> str:
        """The value in another form. Raises FigureUnknownError."""
        value = self.quantity.value
        if value is None:
            raise FigureUnknownError(self.code)
        shown = self.places if places is None else places
        if display is Display.DATE:
            return format_date(dt.date.fromordinal(int(value)))
        if display is Display.CHANGE:
            return _change(value, shown, " điểm %" if self.unit == "%" else "")
        if display is Display.PERCENT:
            return format_percent(value, shown)
        if value != value.to_integral_value():
            return format_decimal(value, shown)
        return format_count(int(value)) if display is Display.COUNT else format_integer(int(value))

    def in_millions(self) -> str:
        """An amount in đồng as whole triệu đồng, half up. Raises FigureUnknownError."""
        value = self.quantity.value
        if value is None:
            raise FigureUnknownError(self.code)
        return format_integer(int(round_half_up(value / 10**6, 0)))


def rate(code: str, part: Quantity, whole: Quantity, rule: str, places: int = 2, *, flow: bool = False,
         name: str = "") -> Figure:
    """`part` in percent of `whole`, as a figure that can be made again of other parts."""
    return Figure(code, part.percent_of(whole), rule, "%", Display.PERCENT, places, flow, (part, whole),
                  name=name)


def _change(value: Decimal, places: int, points: str) -> str:
    """The direction in words, for a sign is easily overlooked; nothing that rounds to zero has changed."""
    rounded = round_half_up(value, places)
    if not rounded:
        return "không đổi"
    return f"{'tăng' if rounded > 0 else 'giảm'} {format_decimal(abs(rounded), places)}{points}"
