"""The bars of a chart: what each is called, the number at it, and how it is told from the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from report_utils.figures.figure import Display, Figure

_LATE_HATCH, _DOUBTFUL_HATCH = "////", "xxxx"
_DOUBTFUL_WORDS = "[KIỂM TRA LẠI]"
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


def in_words(bars: Sequence[Bar]) -> str:
    """What the bars show, for readers who cannot see them: "Đã thực hiện: 15; Đang triển khai: 17"."""
    return "; ".join(f"{bar.label}: {bar.number or _NO_DATA}{f' {_DOUBTFUL_WORDS}' if bar.is_doubtful else ''}"
                     for bar in bars)
