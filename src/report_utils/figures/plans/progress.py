"""What became of one task of a plan at a cut-off: pure functions of its deadline and of what its leads said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report_utils.agency.deadlines import Deadline, DeadlineKind
from report_utils.figures.source import Record
from report_utils.forms.tables.steering import TASK_DONE, TASK_STATES

NOT_STARTED = TASK_STATES[2]

STATES = {
    "done_on_time": "Hoàn thành đúng hạn", "done_late": "Hoàn thành trễ hạn", "done": "Đã hoàn thành",
    "running": "Đang thực hiện", "continuous": "Thực hiện thường xuyên", "not_started": "Chưa thực hiện",
    "overdue": "Quá hạn, chưa hoàn thành",
}
"""Every state and how it is shown. "done" is for tasks with a deadline of which nobody can tell whether they were in
time; what is done without a binding deadline is in time."""

DONE = ("done_on_time", "done_late", "done")


@dataclass(frozen=True)
class TaskProgress:
    """`state` is a key of STATES; `started` is false as long as nobody began. `days_late` of what was done late, or is
    overdue. `done_on` is the day on which it was done, None if it is not or nobody said when.
    """

    state: str
    started: bool = True
    days_late: int = 0
    done_on: dt.date | None = None

    @property
    def is_done(self) -> bool:
        return self.state in DONE

    @property
    def words(self) -> str:
        """The state as a report shows it."""
        return STATES[self.state] + (f" ({self.days_late} ngày)" if self.days_late else "")


def progress_of(due: Deadline, answers: Iterable[Record], cutoff: dt.date) -> TaskProgress:
    """What became of a task by the end of `cutoff`, by the answers of its leads.

    A task is due when its day has come. What was done after the cut-off was not yet. Of several leads the first that
    finished counts.
    """
    answers = list(answers)
    done = [answer["done_on"] for answer in answers if _is_done(answer, cutoff)]
    if done:
        return _done(due, min((day for day in done if day), default=None), cutoff)
    started = any(answer["state"] not in (None, NOT_STARTED) for answer in answers)
    if due.binding and due.has_come(cutoff):
        return TaskProgress("overdue", started, (cutoff - due.binding).days)
    if not started:
        return TaskProgress("not_started", started)
    return TaskProgress("continuous" if due.kind is DeadlineKind.CONTINUOUS else "running")


def progress_of_parts(due: Deadline, parts: Sequence[TaskProgress], cutoff: dt.date) -> TaskProgress:
    """What became of a task by its parts: done when all of them are, overdue when one is, or when its own day came."""
    started = any(part.started for part in parts)
    if all(part.is_done for part in parts):
        return _all_done(parts)
    late = [part.days_late for part in parts if part.state == "overdue"]
    if due.binding and due.has_come(cutoff):
        late.append((cutoff - due.binding).days)
    if late:
        return TaskProgress("overdue", started, max(late))
    if all(part.state == "continuous" for part in parts):
        return TaskProgress("continuous")
    return TaskProgress("running" if started else "not_started", started)


def _all_done(parts: Sequence[TaskProgress]) -> TaskProgress:
    state = next(state for state in ("done_late", "done", "done_on_time") if any(p.state == state for p in parts))
    days = [part.done_on for part in parts if part.done_on]
    return TaskProgress(state, True, max(part.days_late for part in parts), max(days, default=None))


def _is_done(answer: Record, cutoff: dt.date) -> bool:
    day = answer["done_on"]
    return answer["state"] == TASK_DONE and (day is None or day <= cutoff)


def _done(due: Deadline, day: dt.date | None, cutoff: dt.date) -> TaskProgress:
    """A task that is done: by the cut-off at the latest where nobody says when."""
    last = due.binding
    if last is None or (day or cutoff) <= last:
        return TaskProgress("done_on_time", done_on=day)
    return TaskProgress("done_late", days_late=(day - last).days, done_on=day) if day else TaskProgress("done")
