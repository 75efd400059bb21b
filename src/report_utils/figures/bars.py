"""Charts of horizontal bars: one style, every number at its bar, no legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from importlib.resources import files
from io import BytesIO
from itertools import cycle, islice
from typing import Any

from matplotlib import rcParams, style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas

from report_utils.figures.figure import Display, Figure

_STYLE = ["default", str(files("report_utils.figures") / "charts.mplstyle")]
_LATE_HATCH, _DOUBTFUL_HATCH = "////", "xxxx"
_DOUBTFUL_MARK, _DOUBTFUL_WORDS = "*", "[KIỂM TRA LẠI]"
_THICKNESS = 0.68
_ROOM_FOR_NUMBERS = 1.28
"""The axis is longer than its longest bar by the room that the number behind the bar takes."""
_NO_DATA = "chưa có số liệu"


class Shade(IntEnum):
    """What a bar stands for; its place among the colours of the style sheet."""

    REACHED = 0
    LEFT = 1
    PLANNED = 2
    LATE = 3


@dataclass(frozen=True)
class Bar:
    """One bar: what it is called, the figure it shows, its shade."""

    label: str
    figure: Figure
    shade: Shade = Shade.REACHED

    @property
    def length(self) -> float:
        return float(self.figure.quantity.value or 0)

    @property
    def number(self) -> str:
        """The number at the bar as tables write it; nothing where none is known."""
        if not self.figure.quantity.known:
            return ""
        return self.figure.written(Display.TABLE) if self.figure.display is Display.COUNT else self.figure.text

    @property
    def is_doubtful(self) -> bool:
        """Whether the number contradicts others: it is shown, but not like a sure one."""
        return self.figure.quantity.known and bool(self.figure.quantity.doubtful)

    @property
    def hatch(self) -> str:
        """What tells the bar from others where there are no colours."""
        if self.is_doubtful:
            return _DOUBTFUL_HATCH
        return _LATE_HATCH if self.shade is Shade.LATE else ""

    @property
    def name(self) -> str:
        return self.label if self.figure.quantity.known else f"{self.label} ({_NO_DATA})"


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


def in_words(bars: Sequence[Bar]) -> str:
    """What the bars show, for readers who cannot see them: "Đã thực hiện: 15; Đang triển khai: 17"."""
    return "; ".join(f"{bar.label}: {bar.number or _NO_DATA}{f' {_DOUBTFUL_WORDS}' if bar.is_doubtful else ''}"
                     for bar in bars)


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
