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

    def is_due(self, after: dt.date, until: dt.date) -> bool:
        """Whether its day, binding or only mentioned, lies after `after` and not after `until`."""
        day = self.task.due.day
        return day is not None and after < day <= until


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
        progress = progress_of_parts([part.progress for part in parts])
        return TaskLine(task, progress, said, named(units, task.leads), (), parts, units=units)
    own = answers.get(task.task, ())
    progress = progress_of(task.due, own, rows.source.reporting.window.cutoff)
    said = said_of(rows, own, task.leads, settled=progress.is_done)
    return TaskLine(task, progress, said, named(units, task.leads), tuple(own), units=units)
