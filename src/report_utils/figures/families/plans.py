"""Tasks of each plan by what became of them at the cut-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from report_utils.figures.answers import counted
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.plans.lines import TaskLine, lines_of
from report_utils.figures.plans.missing import ALL, PLANS
from report_utils.figures.registry import family
from report_utils.figures.source import Source

Keep = Callable[[TaskLine], bool]

COUNTS: dict[str, tuple[Keep | None, str]] = {
    "total": (None, "Số nhiệm vụ"),
    "done": (lambda line: line.progress.is_done, "Số nhiệm vụ đã hoàn thành"),
    "done_on_time": (lambda line: line.progress.state == "done_on_time", "Số nhiệm vụ hoàn thành đúng hạn"),
    "done_late": (lambda line: line.progress.state == "done_late", "Số nhiệm vụ hoàn thành trễ hạn"),
    "running": (lambda line: not line.progress.is_done and line.progress.started,
                "Số nhiệm vụ đang triển khai, kể cả thường xuyên và quá hạn"),
    "running_in_time": (lambda line: line.progress.state == "running", "Số nhiệm vụ đang thực hiện, chưa quá hạn"),
    "continuous": (lambda line: line.progress.state == "continuous", "Số nhiệm vụ thực hiện thường xuyên"),
    "not_started": (lambda line: not line.progress.started, "Số nhiệm vụ chưa triển khai, kể cả quá hạn"),
    "not_started_in_time": (lambda line: line.progress.state == "not_started",
                            "Số nhiệm vụ chưa triển khai, chưa quá hạn"),
    "overdue": (lambda line: line.progress.state == "overdue", "Số nhiệm vụ quá hạn chưa hoàn thành"),
}
"""Counts of tasks: which are kept, and the rule in words."""


@family
def plan_figures(source: Source) -> Iterator[Figure]:
    """Of each plan in force, and of all together: tasks by state, due so far, due by the next cut-off, share done."""
    plans = source.agency.catalogues.plans
    every = [line for plan in plans for line in lines_of(source, plan)]
    if plans:
        yield from task_counts(f"{PLANS}.{ALL}", "các kế hoạch", every)
    for plan in plans:
        prefix, words, lines = f"{PLANS}.{plan.code}", plan.settings.short_name, lines_of(source, plan)
        yield from task_counts(prefix, words, lines)
        yield from _due_figures(source, prefix, words, lines)


def task_counts(prefix: str, words: str, lines: Sequence[TaskLine], display: Display = Display.COUNT) -> list[Figure]:
    """The counts of some tasks and the share that is done; `words` say which tasks they are."""
    counts = [Figure(f"{prefix}.{name}", counted(lines, keep), f"{rule}: {words}", "nhiệm vụ", display)
              for name, (keep, rule) in COUNTS.items()]
    return [*counts, rate(f"{prefix}.done_rate", counted(lines, COUNTS["done"][0]), counted(lines),
                          f"Đã hoàn thành / tổng số nhiệm vụ: {words}", 1)]


def _due_figures(source: Source, prefix: str, words: str, lines: Sequence[TaskLine]) -> Iterator[Figure]:
    cutoff, until = source.reporting.window.cutoff, next_cutoff(source)

    def is_due(line: TaskLine) -> bool:
        return bool(line.task.due.binding and line.task.due.binding <= cutoff)

    due = counted(lines, is_due)
    done = counted(lines, lambda line: is_due(line) and line.progress.is_done)
    yield Figure(f"{prefix}.due", due, f"Số nhiệm vụ đã đến hạn: {words}", "nhiệm vụ")
    yield Figure(f"{prefix}.due_done", done, f"Số nhiệm vụ đã đến hạn và đã hoàn thành: {words}", "nhiệm vụ")
    yield rate(f"{prefix}.due_done_rate", done, due, f"Đã hoàn thành / đã đến hạn: {words}", 1)
    coming = counted(lines, lambda line: not line.progress.is_done and line.is_due(cutoff, until))
    yield Figure(f"{prefix}.due_next", coming, f"Số nhiệm vụ chưa hoàn thành, đến hạn trong kỳ tới: {words}",
                 "nhiệm vụ")


def next_cutoff(source: Source) -> dt.date:
    """The last day of the window that follows that of the period."""
    reporting = source.reporting
    return reporting.agency.profile.calendar.next_end(reporting.period) - dt.timedelta(days=1)
