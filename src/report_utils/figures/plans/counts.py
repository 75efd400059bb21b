"""What is counted of the tasks of a plan, and how the codes of these figures are made."""

from __future__ import annotations

from collections.abc import Callable

from report_utils.figures.plans.lines import TaskLine

PLANS, ALL = "plans", "all"
"""What the codes of figures of plans begin with; what stands for a plan in those over all plans."""

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

NAMES = (*COUNTS, "done_rate", "due", "due_done", "due_done_rate", "due_next")
"""Everything that a plan has figures of."""
