"""Tasks of each plan by what became of them at the cut-off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.figures.answers import counted, listed
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.plans.counts import ALL, COUNTS, PLANS
from report_utils.figures.plans.lines import TaskLine, lines_of
from report_utils.figures.registry import family
from report_utils.figures.source import Source
from report_utils.findings import CellRef


@family
def plan_figures(source: Source) -> Iterator[Figure]:
    """Of each plan in force, and of all together: tasks by state, due so far, due by the next cut-off, share done."""
    plans = source.agency.catalogues.plans
    every = [line for plan in plans for line in lines_of(source, plan)]
    if plans:
        yield from task_counts(source, f"{PLANS}.{ALL}", "các kế hoạch", every)
    for plan in plans:
        prefix, words, lines = f"{PLANS}.{plan.code}", plan.settings.short_name, lines_of(source, plan)
        yield from task_counts(source, prefix, words, lines)
        yield from _due_figures(source, prefix, words, lines)


def task_counts(source: Source, prefix: str, words: str, lines: Sequence[TaskLine],
                display: Display = Display.COUNT) -> list[Figure]:
    """The counts of some tasks and the share that is done; `words` say which tasks they are."""
    place = CellRef(f"params/{source.agency.code}/plan_tasks.csv")
    counts = [Figure(f"{prefix}.{name}", counted(lines, keep) if keep else listed(lines, place), f"{rule}: {words}",
                     "nhiệm vụ", display) for name, (keep, rule) in COUNTS.items()]
    return [*counts, rate(f"{prefix}.done_rate", counted(lines, COUNTS["done"][0]), counted(lines),
                          f"Đã hoàn thành / tổng số nhiệm vụ: {words}", 1)]


def _due_figures(source: Source, prefix: str, words: str, lines: Sequence[TaskLine]) -> Iterator[Figure]:
    cutoff, until = source.reporting.window.cutoff, source.reporting.next_cutoff
    due = counted(lines, lambda line: line.is_due_by(cutoff))
    done = counted(lines, lambda line: line.is_due_by(cutoff) and line.progress.is_done)
    yield Figure(f"{prefix}.due", due, f"Số nhiệm vụ đã đến hạn: {words}", "nhiệm vụ")
    yield Figure(f"{prefix}.due_done", done, f"Số nhiệm vụ đã đến hạn và đã hoàn thành: {words}", "nhiệm vụ")
    yield rate(f"{prefix}.due_done_rate", done, due, f"Đã hoàn thành / đã đến hạn: {words}", 1)
    coming = counted(lines, lambda line: any(leaf.comes(cutoff, until) for leaf in line.leaves))
    yield Figure(f"{prefix}.due_next", coming, f"Số nhiệm vụ chưa hoàn thành, đến hạn trong kỳ tới: {words}",
                 "nhiệm vụ")
