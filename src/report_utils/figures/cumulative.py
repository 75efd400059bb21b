"""Figures from the start of the year on (lũy kế từ đầu năm): flows added up over the periods that tile it."""

from __future__ import annotations

from collections.abc import Mapping

from report_utils.agency.period import Period
from report_utils.errors import BaocaoError
from report_utils.figures.changes import of_period
from report_utils.figures.figure import Figure
from report_utils.figures.quantity import Quantity, total

CUMULATIVE = ".cumulative"
"""What follows the code of a figure in the code of its cumulative figure."""


class NotCumulativeError(BaocaoError):
    """The cumulative value of the figure `code` was asked for that there cannot be; `reason` is why."""

    def __init__(self, code: str, reason: str) -> None:
        self.code, self.reason = code, reason
        super().__init__(f"Số liệu «{code}» không có lũy kế từ đầu năm: {reason}.")


def cumulative_of(now: Figure, period: Period, before: Mapping[Period, Figure | None]) -> Figure:
    """A flow of `period` and of those before it in the year; of a rate, its parts are added up and divided again.

    A period `before` without that figure is absent like a unit that has not sent, and the sum then is not known.
    Raises NotCumulativeError for a stock.
    """
    if not now.flow:
        raise NotCumulativeError(now.code, "biểu mẫu không hỏi riêng số phát sinh trong kỳ nên không cộng các kỳ được")
    addends = [*(_addends(figure, earlier, now) for earlier, figure in before.items()), _summands(now)]
    sums = [total(column) for column in zip(*addends, strict=True)]
    quantity = sums[0].percent_of(sums[1]) if now.parts else sums[0]
    added = " + ".join(map(str, (*before, period)))
    return Figure(f"{now.code}{CUMULATIVE}", quantity, f"{now.rule}; lũy kế từ đầu năm ({added})", now.unit,
                  now.display, now.places, name=f"{now.label}: lũy kế từ đầu năm")


def _addends(figure: Figure | None, period: Period, now: Figure) -> tuple[Quantity, ...]:
    """What another period adds to each sum."""
    if figure is None or not figure.flow:
        return tuple(Quantity(None, absent=(period.title,)) for _ in _summands(now))
    return tuple(of_period(quantity, period) for quantity in _summands(figure))


def _summands(figure: Figure) -> tuple[Quantity, ...]:
    """What is added up: the figure itself, or the two parts of a rate."""
    return figure.parts or (figure.quantity,)
