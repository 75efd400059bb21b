"""The charts of the figures, drawn the same way on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.plans import PlanSettings
from report_utils.agency.settings import nearest
from report_utils.errors import UnknownNameError
from report_utils.figures.bars import Bar, Shade, in_words
from report_utils.figures.open_data_bars import open_data_bars
from report_utils.figures.period import PeriodFigures
from report_utils.figures.plans.counts import PLANS
from report_utils.figures.source import TableNotAskedError
from report_utils.figures.unit_bars import bars_by_unit
from report_utils.storage.files import save

_WIDTH, _PER_BAR, _AROUND = 7.0, 0.3, 0.4
"""Inches of a chart that stands by itself: width, height of a bar, height of the rest."""

Wanted = tuple[tuple[str, str, Shade], ...]
"""Code, words and shade of each bar, from top to bottom."""


@dataclass(frozen=True)
class Chart:
    """A chart: what its bars show, and the function that gives them."""

    title: str
    bars: Callable[[PeriodFigures], tuple[Bar, ...]]


def _of(*wanted: tuple[str, str, Shade]) -> Callable[[PeriodFigures], tuple[Bar, ...]]:
    return lambda figures: tuple(Bar(words, figures.figure(code), shade) for code, words, shade in wanted)


CHARTS: dict[str, Chart] = {
    "dossiers": Chart("Hồ sơ thủ tục hành chính theo kết quả", _of(
        ("dossiers.resolved.early", "Trước hạn", Shade.REACHED),
        ("dossiers.resolved.on_time", "Đúng hạn", Shade.REACHED),
        ("dossiers.resolved.overdue", "Quá hạn", Shade.LATE),
        ("dossiers.pending", "Chưa giải quyết", Shade.LEFT))),
    "in_time_by_unit": Chart("Tỷ lệ giải quyết đúng hạn theo đơn vị", bars_by_unit),
    "online_share": Chart("Tỷ lệ hồ sơ tiếp nhận trực tuyến", _of(
        ("dossiers.one_stop.online_share", "Trung tâm PVHCC", Shade.REACHED),
        ("dossiers.units.online_share", "Sở và các đơn vị", Shade.REACHED),
        ("dossiers.online_share", "Toàn ngành", Shade.LEFT))),
    "open_data": Chart("Tập dữ liệu mở so với kế hoạch", _of(
        ("open_data.total", "Theo kế hoạch", Shade.PLANNED),
        ("open_data.due", "Đã đến hạn", Shade.LEFT),
        ("open_data.published", "Đã công bố", Shade.REACHED),
        ("open_data.overdue", "Quá hạn", Shade.LATE))),
    "open_data_states": Chart("Tập dữ liệu mở theo tình trạng", _of(
        ("open_data.published", "Đã công bố", Shade.REACHED),
        ("open_data.stale", "Trong đó cần cập nhật", Shade.LATE),
        ("open_data.not_due", "Chưa đến hạn", Shade.LEFT),
        ("open_data.undated", "Chưa công bố, không nêu hạn", Shade.LEFT),
        ("open_data.overdue", "Quá hạn chưa công bố", Shade.LATE),
        ("open_data.withheld", "Tạm dừng", Shade.PLANNED))),
    "open_data_groups": Chart("Tỷ lệ công bố dữ liệu mở theo nhóm", open_data_bars),
    "disbursement": Chart("Tỷ lệ giải ngân so với kế hoạch năm", _of(
        ("budget.rate", "Chi ngân sách", Shade.REACHED),
        ("budget.estimate_rate", "Ngân sách, ước năm", Shade.PLANNED),
        ("investment.rate", "Đầu tư công", Shade.REACHED),
        ("investment.estimate_rate", "Đầu tư, ước năm", Shade.PLANNED))),
}
"""Charts by their codes, those of plans apart."""

PlanBars = dict[str, tuple[str, Shade]]
"""Words and shade of each bar by the name of its figure, from top to bottom."""

PLAN_CHARTS: dict[str, tuple[str, PlanBars]] = {
    "plan_states": ("Nhiệm vụ {} theo tình trạng", {
        "done_on_time": ("Hoàn thành đúng hạn", Shade.REACHED), "done_late": ("Hoàn thành trễ hạn", Shade.REACHED),
        "running_in_time": ("Đang thực hiện", Shade.LEFT), "continuous": ("Thường xuyên", Shade.LEFT),
        "not_started_in_time": ("Chưa thực hiện", Shade.PLANNED), "overdue": ("Quá hạn", Shade.LATE)}),
    "plan_brief": ("Nhiệm vụ {}", {
        "done": ("Đã thực hiện", Shade.REACHED), "running": ("Đang triển khai", Shade.LEFT),
        "not_started": ("Chưa triển khai", Shade.PLANNED), "overdue": ("Đã quá hạn", Shade.LATE)}),
}
"""Charts that every plan has: their codes end in that of the plan, "plan_states.cchc"."""


def charts_of(figures: PeriodFigures) -> dict[str, Chart]:
    """Every chart by its code, those of each plan in force beside the usual ones."""
    return CHARTS | _plan_charts(plan.settings for plan in figures.source.agency.catalogues.plans)


def _plan_charts(plans: Iterable[PlanSettings]) -> dict[str, Chart]:
    return {f"{code}.{plan.code}": _plan_chart(plan, *made) for plan in plans for code, made in PLAN_CHARTS.items()}


def _plan_chart(plan: PlanSettings, title: str, bars: PlanBars) -> Chart:
    wanted = ((f"{PLANS}.{plan.code}.{name}", *bar) for name, bar in bars.items())
    return Chart(title.format(plan.short_name), _of(*wanted))


def chart_of(code: str, figures: PeriodFigures) -> Chart:
    """The chart of that code, also one of a plan that is not in force. Raises UnknownNameError."""
    charts = _plan_charts(figures.source.agency.profile.plans.values()) | charts_of(figures)
    if code not in charts:
        raise UnknownNameError("biểu đồ", code, nearest(code, charts), f"Hiện có: {', '.join(charts)}.")
    return charts[code]


def chart_png(code: str, figures: PeriodFigures) -> bytes:
    """The chart of that code with its title as PNG; a figure without a value has no bar and says so."""
    bars = chart_of(code, figures).bars(figures)
    return _drawn(bars, _title(code, figures), _size(bars))


def untitled_png(code: str, figures: PeriodFigures, size: tuple[float, float]) -> bytes:
    """The chart of that code, `size` inches large, for a place that gives it a caption. Raises UnknownNameError."""
    return _drawn(chart_of(code, figures).bars(figures), "", size)


def _drawn(bars: Sequence[Bar], title: str, size: tuple[float, float]) -> bytes:
    from report_utils.figures.drawing import bars_png  # noqa: PLC0415  (half a second, only where a chart is drawn)

    return bars_png(bars, title, size)


def described(code: str, figures: PeriodFigures) -> str:
    """What the chart of that code shows, in words and numbers."""
    return f"{_title(code, figures)}: {in_words(chart_of(code, figures).bars(figures))}."


def save_charts(figures: PeriodFigures, folder: Path) -> None:
    """Write every chart of which the agency has figures as PNG into `folder`."""
    for code in charts_of(figures):
        with suppress(UnknownNameError, TableNotAskedError):
            save(folder / f"{code}.png", chart_png(code, figures))


def _title(code: str, figures: PeriodFigures) -> str:
    return f"{chart_of(code, figures).title}, {figures.source.reporting.period.title}"


def _size(bars: tuple[Bar, ...]) -> tuple[float, float]:
    return _WIDTH, _AROUND + _PER_BAR * len(bars)
