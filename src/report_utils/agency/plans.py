"""The plans whose execution an agency reports: their tasks with every column of the plan's own list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, groupby
from typing import Annotated

from pydantic import Field, model_validator

from report_utils.agency.csv_lists import split
from report_utils.agency.deadlines import Deadline, DeadlineKind, parse_deadline
from report_utils.agency.period import Window
from report_utils.agency.settings import Strict
from report_utils.agency.validity import holds, overlap

COLUMNS = "task,plan,number,group,name,product,deadline,due,lead,plan_lead,coordinating"


PlanCode = Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$")]


class PlanSettings(Strict):
    """A plan as agency.yaml names it: `name` in full, `short_name` for forms and charts; the days in force.

    `code` is what figures, tables and reports call it; plans that follow each other, as those of two years, share it.
    """

    code: PlanCode
    name: str
    short_name: str
    since: dt.date | None = None
    until: dt.date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> PlanSettings:
        if self.code == "all":
            raise ValueError("mã «all» dành cho số liệu chung của các kế hoạch, hãy đặt mã khác")
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"kế hoạch hết hiệu lực ngày {self.until}, trước ngày có hiệu lực {self.since}")
        return self

    def overlaps(self, other: PlanSettings) -> bool:
        """Whether both hold on some day."""
        return overlap(self, other)

    def in_force(self, day: dt.date) -> bool:
        """Whether the plan is carried out, and reported, on `day`."""
        return holds(self, day)


@dataclass(frozen=True)
class PlanTask:
    """A task of a plan. `task` is its key among all plans, `plan` the key of its plan in agency.yaml, `number` its
    number as printed ("23.1" is a part of 23).

    `group` is the heading under which it stands, `leads` are the units that report it; `plan_lead`, `coordinating` and
    `deadline` are the words of the plan. `day` is the last day where the agency says it, for words that tell none.
    """

    task: str
    plan: str
    number: str
    group: str
    name: str
    product: str
    deadline: str
    day: dt.date | None
    leads: tuple[str, ...]
    plan_lead: str
    coordinating: str

    @cached_property
    def due(self) -> Deadline:
        """When it must be done: the day that the agency says, else what the words of the deadline mean."""
        return Deadline(DeadlineKind.DATED, self.day) if self.day else parse_deadline(self.deadline)


def make_plan_task(row: Mapping[str, str]) -> PlanTask:
    """A row of plan_tasks.csv. Raises ValueError for a deadline that cannot be understood."""
    day = dt.date.fromisoformat(row["due"]) if row["due"] else None
    task = PlanTask(row["task"], row["plan"], row["number"].rstrip(". ") or row["task"], row["group"], row["name"],
                    row["product"], row["deadline"], day, split(row["lead"]), row["plan_lead"], row["coordinating"])
    _ = task.due
    return task


@dataclass(frozen=True)
class Plan:
    """A plan with its tasks, in the order of its list; `key` is that of agency.yaml."""

    key: str
    settings: PlanSettings
    tasks: tuple[PlanTask, ...]

    @property
    def code(self) -> str:
        return self.settings.code

    def parts_of(self, task: PlanTask) -> tuple[PlanTask, ...]:
        """The parts into which the list divides a task: 23.1, 23.2, 23.3 of 23."""
        return tuple(part for part in self.tasks
                     if part.group == task.group and part.number.rpartition(".")[0] == task.number)

    @cached_property
    def whole(self) -> tuple[PlanTask, ...]:
        """The tasks that count: those that are no part of another."""
        parts = {part.task for task in self.tasks for part in self.parts_of(task)}
        return tuple(task for task in self.tasks if task.task not in parts)

    @cached_property
    def asked(self) -> tuple[PlanTask, ...]:
        """The tasks on which units report: those without parts."""
        return tuple(task for task in self.tasks if not self.parts_of(task))


def plans_of(settings: Mapping[str, PlanSettings], tasks: Iterable[PlanTask]) -> tuple[Plan, ...]:
    """The plans of the profile, each with its tasks."""
    tasks = tuple(tasks)
    return tuple(Plan(key, plan, tuple(task for task in tasks if task.plan == key)) for key, plan in settings.items())


def plans_in(plans: Iterable[Plan], window: Window) -> tuple[Plan, ...]:
    """The plans that a period reports: of each code the one in force in the middle of its window, else at its cut-off.

    So a window that ends a few days after the plan, or begins some weeks before it, still belongs to it.
    """
    plans = tuple(plans)
    middle = window.start + (window.cutoff - window.start) / 2
    within = [plan for plan in plans if plan.settings.in_force(middle)]
    codes = {plan.code for plan in within}
    late = [plan for plan in plans if plan.code not in codes and plan.settings.in_force(window.cutoff)]
    return tuple(plan for plan in plans if plan in within or plan in late)


def check_numbers(plan: Plan) -> None:
    """No number stands twice under a heading, and no part apart from its task. Raises ValueError with the task."""
    places = {(task.group, task.number) for task in plan.tasks}
    numbers = {task.number for task in plan.tasks}
    for place, same in groupby(sorted(plan.tasks, key=_place), key=_place):
        first, *others = same
        if others:
            raise ValueError(f"nhiệm vụ {others[0].task}: số «{first.number}» đã dùng cho nhiệm vụ {first.task} trong "
                             "cùng nhóm")
        whole = first.number.rpartition(".")[0]
        if whole in numbers and (place[0], whole) not in places:
            raise ValueError(f"nhiệm vụ {first.task} (số {first.number}) phải cùng nhóm với nhiệm vụ số {whole}")


def _place(task: PlanTask) -> tuple[str, str]:
    return task.group, task.number


def check_one_at_a_time(plans: Iterable[PlanSettings]) -> None:
    """No two plans of one code hold on the same day. Raises ValueError."""
    for one, other in combinations(plans, 2):
        if one.code == other.code and one.overlaps(other):
            raise ValueError(f"hai kế hoạch cùng mã «{one.code}» có hiệu lực cùng lúc: «{one.name}», «{other.name}»")
