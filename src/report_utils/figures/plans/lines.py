"""A plan line by line: each task with its progress and the cells that tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from report_utils.agency.plans import Plan, PlanTask
from report_utils.agency.units import Units
from report_utils.figures.answers import answers_by, named, said_of
from report_utils.figures.plans.progress import TaskProgress, progress_of, progress_of_parts
from report_utils.figures.quantity import Quantity, combined
from report_utils.figures.source import Record, Selection, Source


@dataclass(frozen=True)
class TaskLine:
    """A task of a plan. `said` holds the cells of its state; `lead` names the units in charge; `answers` are theirs.

    `progress` means nothing where `known` is false: a lead has not answered. A task with `parts` is told by them.
    `units` are all units of the agency.
    """

    task: PlanTask
    progress: TaskProgress
    said: Quantity
    lead: str
    answers: tuple[Record, ...]
    parts: tuple[TaskLine, ...] = ()
    units: Units = field(repr=False, compare=False, kw_only=True)

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
    return tuple(_line(rows, plan, task, answers) for task in plan.whole)


def _line(rows: Selection, plan: Plan, task: PlanTask, answers: Mapping[str, Sequence[Record]]) -> TaskLine:
    units = rows.source.agency.units
    parts = tuple(_line(rows, plan, part, answers) for part in plan.parts_of(task))
    if parts:
        said = combined((part.said for part in parts), Decimal(1))
        cutoff = rows.source.reporting.window.cutoff
        progress = progress_of_parts(task.due, [part.progress for part in parts], cutoff)
        return TaskLine(task, progress, said, named(units, task.leads), (), parts, units=units)
    own = answers.get(task.task, ())
    progress = progress_of(task.due, own, rows.source.reporting.window.cutoff)
    said = said_of(rows, own, task.leads, settled=progress.is_done)
    return TaskLine(task, progress, said, named(units, task.leads), tuple(own), units=units)
