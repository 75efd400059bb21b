"""Charts as blocks: columns of pictures, equally high, each with its caption and its numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.document.blocks import Picture, PictureColumns
from report_utils.document.inserts import Ready
from report_utils.figures.charts import chart_of, described, untitled_png
from report_utils.figures.period import PeriodFigures

_TEXT_INCHES, _GUTTER_INCHES = 6.5, 0.08
"""The usual width of the text, at which letters of charts have the size that their style says."""
_AROUND, _CAPTION = 0.06, 0.25
"""Inches: the height of what is around the bars of a chart, and of its caption."""
PER_BAR, PER_BAR_TIGHT = 0.17, 0.115
"""Inches: the height of a bar; where many words leave little room."""

Column = str | Sequence[str]
"""The code of one chart, or those of several, one below the other."""


def chart_columns(figures: PeriodFigures, columns: Sequence[Column], per_bar: float = PER_BAR) -> Ready:
    """The charts of `columns` side by side, `per_bar` inches for a bar of the highest column.

    Raises UnknownNameError for a code that no chart has.
    """
    codes = [(column,) if isinstance(column, str) else tuple(column) for column in columns]
    heights = [[_natural(code, figures, per_bar) for code in column] for column in codes]
    highest = max((_whole(column) for column in heights), default=0)
    width = _TEXT_INCHES / max(len(codes), 1) - _GUTTER_INCHES
    pictures = tuple(
        tuple(_picture(code, figures, (width, height * _stretch(natural, highest)))
              for code, height in zip(column, natural, strict=True))
        for column, natural in zip(codes, heights, strict=True)
    )
    return Ready(", ".join(code for column in codes for code in column), (PictureColumns(pictures),))


def _natural(code: str, figures: PeriodFigures, per_bar: float) -> float:
    return _AROUND + per_bar * len(chart_of(code, figures).bars(figures))


def _whole(heights: Sequence[float]) -> float:
    return sum(heights) + _CAPTION * len(heights)


def _stretch(heights: Sequence[float], highest: float) -> float:
    """How much higher the charts of a column are drawn, so that it is as high as the highest."""
    return (highest - _CAPTION * len(heights)) / sum(heights)


def _picture(code: str, figures: PeriodFigures, size: tuple[float, float]) -> Picture:
    title = chart_of(code, figures).title
    return Picture(untitled_png(code, figures, size), described(code, figures), caption=title, name=code)
