"""Tasks given by the province, directives."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.figures.figure import Figure, rate
from report_utils.figures.registry import family
from report_utils.figures.source import Source

_OF_WINDOW = ("total", "done", "done_on_time", "done_late")
"""What the form counts "trong kỳ"; what is running stands for the cut-off."""


@family
def assigned_task_figures(source: Source) -> Iterator[Figure]:
    """Tasks given by the province: finished (on time, late), running (in time, overdue)."""
    rows = source.select("assigned_tasks")
    on_time, late = rows.total("done_on_time"), rows.total("done_late")
    running_in_time, running_overdue = rows.total("running_in_time"), rows.total("running_overdue")
    done, running = on_time + late, running_in_time + running_overdue
    everything = done + running
    for name, quantity, rule in (
        ("total", everything, "Tổng số nhiệm vụ được giao"),
        ("done", done, "Đã hoàn thành đúng hạn + quá hạn"),
        ("done_on_time", on_time, "Đã hoàn thành đúng hạn"),
        ("done_late", late, "Đã hoàn thành quá hạn"),
        ("running", running, "Đang thực hiện trong hạn + quá hạn"),
        ("running_overdue", running_overdue, "Đang thực hiện, đã quá hạn"),
    ):
        yield Figure(f"assigned_tasks.{name}", quantity, rule, "nhiệm vụ", comes_again=name in _OF_WINDOW,
                     name=f"{rows.table.sheet} – {rule}")
    for name, part, whole, rule in (
        ("done_rate", done, everything, "Đã hoàn thành / được giao"),
        ("late_rate", late, done, "Hoàn thành quá hạn / đã hoàn thành"),
    ):
        yield rate(f"assigned_tasks.{name}", part, whole, rule, 1,
                   name=f"{rows.table.sheet} – Tỷ lệ {rule.lower()}")


@family
def directive_figures(source: Source) -> Iterator[Figure]:
    """Directives on the reform issued in the period (Phụ lục II)."""
    rows = source.select("documents").having("directive", bool)
    yield Figure("directives.count", rows.count("symbol"), "Số văn bản đánh dấu chỉ đạo, điều hành CCHC", "văn bản",
                 comes_again=True)
