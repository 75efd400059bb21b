"""Charts of the figures, drawn the same way on every machine."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from matplotlib.ticker import FuncFormatter, MaxNLocator

from report_utils.figures.period import PeriodFigures
from report_utils.vietnamese.numbers import format_integer

# Okabe-Ito: told apart by colour-blind readers, and by lightness in print.
_BLUE, _ORANGE, _VERMILION, _GREY = "#0072B2", "#E69F00", "#D55E00", "#999999"

Bars = list[tuple[str, float, str]]
"""Label, length and colour of each bar, from top to bottom."""


def _dossiers(figures: PeriodFigures) -> Bars:
    return _bars(figures, (("dossiers.resolved.early", "Trước hạn", _BLUE),
                           ("dossiers.resolved.on_time", "Đúng hạn", _ORANGE),
                           ("dossiers.resolved.overdue", "Quá hạn", _VERMILION),
                           ("dossiers.pending", "Chưa giải quyết", _GREY)))


def _tasks(figures: PeriodFigures) -> Bars:
    return _bars(figures, (("plan_tasks.done", "Đã thực hiện", _BLUE),
                           ("plan_tasks.running", "Đang triển khai", _ORANGE),
                           ("plan_tasks.not_started", "Chưa triển khai", _GREY)))


def _open_data(figures: PeriodFigures) -> Bars:
    return _bars(figures, (("open_data.published", "Đã công bố", _BLUE), ("open_data.not_due", "Chưa đến hạn", _GREY),
                           ("open_data.overdue", "Quá hạn", _VERMILION)))


CHARTS: dict[str, tuple[str, Callable[[PeriodFigures], Bars]]] = {
    "dossiers": ("Hồ sơ thủ tục hành chính theo kết quả", _dossiers),
    "plan_tasks": ("Nhiệm vụ kế hoạch cải cách hành chính", _tasks),
    "open_data": ("Tập dữ liệu mở theo tiến độ", _open_data),
}
"""Every chart: title and the function that gives its bars."""


def draw(code: str, figures: PeriodFigures) -> Canvas:
    """The chart of that code; a figure without a value has no bar and says so."""
    title, bars_of = CHARTS[code]
    bars = bars_of(figures)
    canvas = Canvas(figsize=(7, 0.6 + 0.5 * len(bars)), dpi=120, layout="constrained")
    FigureCanvasAgg(canvas)
    _draw_bars(canvas.subplots(), title, bars, figures)
    return canvas


def chart_png(code: str, figures: PeriodFigures) -> bytes:
    """The chart of that code as PNG without clock or software version, whatever a matplotlibrc of the user says."""
    buffer = BytesIO()
    with style.context("default", after_reset=True):
        draw(code, figures).savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def save_charts(figures: PeriodFigures, folder: Path) -> None:
    """Write every chart as PNG into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for code in CHARTS:
        (folder / f"{code}.png").write_bytes(chart_png(code, figures))


def _bars(figures: PeriodFigures, wanted: tuple[tuple[str, str, str], ...]) -> Bars:
    return [(_label(figures, code, words), float(figures.figure(code).quantity.value or 0), colour)
            for code, words, colour in wanted]


def _label(figures: PeriodFigures, code: str, words: str) -> str:
    return words if figures.figure(code).quantity.known else f"{words} (chưa có số liệu)"


def _draw_bars(axes: Axes, title: str, bars: Bars, figures: PeriodFigures) -> None:
    labels, lengths, colours = zip(*bars, strict=True)
    drawn = axes.barh(labels, lengths, color=colours, height=0.65)
    axes.bar_label(drawn, [format_integer(int(length)) for length in lengths], padding=4)
    axes.invert_yaxis()
    axes.set_title(f"{title}, {figures.source.reporting.period.title}", loc="left", fontsize=11)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: format_integer(int(value))))
    axes.tick_params(left=False, bottom=False)
    axes.set_xmargin(0.12)
