"""A plan line by line: each task with its progress and the cells that tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from report_utils.agency.plans import Plan, PlanTask
from report_utils.agency.units import Units
from report_utils.figures.answers import answers_by, named, said_of, with_columns
from report_utils.figures.derivation import Operation, Read
from report_utils.figures.plans.progress import TaskProgress, progress_of, progress_of_parts
from report_utils.figures.quantity import Quantity, combined
from report_utils.figures.source import Record, Selection, Source

_TOLD = ("state", "done_on")
"""The columns of an answer by which the state of a task is known."""


@dataclass(frozen=True)
class TaskLine:
    """A task of a plan. `said` holds the cells of its state; `lead` names the units in charge; `answers` are theirs.

    `progress` means nothing where `known` is false: a lead has not answered. A task with `parts` is told by them.
    `rows` are those of all units.
    """

    task: PlanTask
    progress: TaskProgress
    said: Quantity
    lead: str
    answers: tuple[Record, ...]
    parts: tuple[TaskLine, ...] = ()
    rows: Selection = field(repr=False, compare=False, kw_only=True)

    @property
    def units(self) -> Units:
        return self.rows.source.agency.units

    def told_in(self, columns: Collection[str]) -> Quantity:
        """What was said of it, with the cells in these columns as well."""
        return with_columns(self.said, self.rows, self.answers, columns)

    def again(self, read: Read) -> TaskLine:
        """The line as it is when the cells of its answers, or of those of its parts, hold what `read` finds there."""
        if self.parts:
            return _whole(self.rows, self.task, tuple(part.again(read) for part in self.parts))
        return _leaf(self.rows, self.task, [self.rows.reread(answer, _TOLD, read) for answer in self.answers])

    @property
    def known(self) -> bool:
        return not self.said.absent

    def told(self, column: str) -> str:
        """What its leads wrote into a column, each text once."""
        return "; ".join(dict.fromkeys(str(answer[column]) for answer in self.answers if answer[column]))

    @property
    def leaves(self) -> tuple[TaskLine, ...]:
        """The lines on which units report: this one, or those of its parts and of theirs."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) if self.parts else (self,)

    @property
    def in_list(self) -> tuple[TaskLine, ...]:
        """The line and those of its parts and of theirs, as the list of the plan has them."""
        return (self, *(line for part in self.parts for line in part.in_list))

    def is_due_by(self, cutoff: dt.date) -> bool:
        """Whether its last day, or that of a part, has come by the end of `cutoff`."""
        return any(line.task.due.has_come(cutoff) for line in self.in_list)

    def comes(self, after: dt.date, until: dt.date) -> bool:
        """Whether it is not done, and its day, binding or only mentioned, lies after `after` and not after `until`."""
        day = self.task.due.day
        return not self.progress.is_done and day is not None and after < day <= until


def lines_of(source: Source, plan: Plan) -> tuple[TaskLine, ...]:
    """Every task of the plan that counts, in its order. Raises TableNotAskedError."""
    return source.remembered(("plan lines", plan.code), lambda: _lines(source, plan))


def grouped(lines: Iterable[TaskLine], key: Callable[[TaskLine], str]) -> list[tuple[str, tuple[TaskLine, ...]]]:
    """The lines by a word of theirs, groups in the order of their first line; none for lines without that word."""
    found: dict[str, list[TaskLine]] = {}
    for line in lines:
        if key(line):
            found.setdefault(key(line), []).append(line)
    return [(words, tuple(group)) for words, group in found.items()]


def _lines(source: Source, plan: Plan) -> tuple[TaskLine, ...]:
    rows = source.select("plan_tasks")
    answers = answers_by(rows, "task")
    left_out = {task.task for task in plan.tasks if source.leaves_out(rows.table.code, task.leads)}
    # where nobody is asked all is unknown: a plan without tasks would be told as one
    return tuple(_of_tasks(rows, plan, plan.whole, answers, left_out)) or tuple(
        _of_tasks(rows, plan, plan.whole, answers, ()))


def _of_tasks(rows: Selection, plan: Plan, tasks: Iterable[PlanTask], answers: Mapping[str, Sequence[Record]],
              left_out: Collection[str]) -> Iterator[TaskLine]:
    """The lines of these tasks; none of a task that, or of which every part, is left out."""
    for task in tasks:
        below = plan.parts_of(task)
        parts = tuple(_of_tasks(rows, plan, below, answers, left_out))
        if parts:
            yield _whole(rows, task, parts)
        elif not below and task.task not in left_out:
            yield _leaf(rows, task, answers.get(task.task, ()))


def _whole(rows: Selection, task: PlanTask, parts: tuple[TaskLine, ...]) -> TaskLine:
    source = rows.source
    progress = progress_of_parts(task.due, [part.progress for part in parts], source.reporting.window.cutoff)
    said = combined((part.said for part in parts), Decimal(1), Operation.ENTRY, _words(task, progress))
    return TaskLine(task, progress, said, named(source.agency.units, task.leads), (), parts, rows=rows)


def _leaf(rows: Selection, task: PlanTask, own: Sequence[Record]) -> TaskLine:
    source = rows.source
    progress = progress_of(task.due, own, source.reporting.window.cutoff)
    said = said_of(rows, own, task.leads, _words(task, progress), settled=progress.is_done, beside=("done_on",))
    return TaskLine(task, progress, said, named(source.agency.units, task.leads), tuple(own), rows=rows)


def _words(task: PlanTask, progress: TaskProgress) -> str:
    """The task as a trace names it: number, name, deadline, what became of it."""
    named_so = f"{task.number}. {task.name}" if task.number else task.name
    return "; ".join(part for part in (named_so, f"hạn {task.deadline}" * bool(task.deadline), progress.words) if part)
