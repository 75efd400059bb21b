"""Charts of horizontal bars: one style, every number at its bar, no legend.

Importing matplotlib takes half a second, so that this module is imported where a chart is drawn, not with the charts.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO
from itertools import cycle, islice
from typing import Any

from matplotlib import rcParams, style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas

from report_utils.figures.bars import Bar

_STYLE = ["default", str(files("report_utils.figures") / "charts.mplstyle")]
_DOUBTFUL_MARK = "*"
_THICKNESS = 0.68
_ROOM_FOR_NUMBERS = 1.28
"""The axis is longer than its longest bar by the room that the number behind the bar takes."""


def bars_canvas(bars: Sequence[Bar], title: str, size: tuple[float, float]) -> Canvas:
    """The bars from top to bottom on a canvas of `size` inches; `title` may be empty."""
    with style.context(_STYLE, after_reset=True):
        canvas = Canvas(figsize=size)
        FigureCanvasAgg(canvas)
        axes = canvas.subplots()
        _draw(axes, bars)
        if title:
            axes.set_title(title)
    return canvas


def bars_png(bars: Sequence[Bar], title: str, size: tuple[float, float]) -> bytes:
    """The same as PNG without clock or software version, whatever a matplotlibrc of the user says."""
    buffer = BytesIO()
    with style.context(_STYLE, after_reset=True):
        bars_canvas(bars, title, size).savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def _draw(axes: Axes, bars: Sequence[Bar]) -> None:
    drawn = axes.barh(range(len(bars)), [bar.length for bar in bars], _THICKNESS, color=_colours(bars),
                      hatch=[bar.hatch for bar in bars])
    axes.bar_label(drawn, [f"{bar.number}{_DOUBTFUL_MARK * bar.is_doubtful}" for bar in bars], padding=3)
    axes.set_yticks(range(len(bars)), [bar.name for bar in bars])
    axes.invert_yaxis()
    axes.set_xlim(0, _longest(bars) * _ROOM_FOR_NUMBERS)


def _colours(bars: Sequence[Bar]) -> list[Any]:
    """The colour of each shade; a doubtful bar is white, so that its hatch is seen in print."""
    colours = rcParams["axes.prop_cycle"].by_key()["color"]
    return ["white" if bar.is_doubtful else next(islice(cycle(colours), bar.shade, None)) for bar in bars]


def _longest(bars: Sequence[Bar]) -> float:
    """The length of the longest bar; percentages are drawn against the whole."""
    longest = max((bar.length for bar in bars), default=0)
    return max(longest, 100) if any(bar.figure.unit == "%" for bar in bars) else longest or 1
