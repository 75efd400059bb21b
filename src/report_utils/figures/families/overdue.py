"""What is past its deadline at the cut-off: tasks and data sets."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.agency.catalogues import PlanTask
from report_utils.figures.figure import Figure
from report_utils.figures.open_data.lines import counted, lines_of
from report_utils.figures.registry import family
from report_utils.figures.source import Record, Selection, Source
from report_utils.figures.tables import Cell, Listing, Material, listing
from report_utils.forms.tables.steering import TASK_DONE
from report_utils.vietnamese.dates import format_date


@family
def overdue_task_figures(source: Source) -> Iterator[Figure]:
    """Tasks of the plan whose deadline has come (the cut-off included) and that are not done."""
    rows = source.select("plan_tasks")
    tasks = _tasks(source)
    yield Figure("plan_tasks.overdue", rows.count("state", lambda record: _is_overdue(source, tasks, record)),
                 "Số nhiệm vụ đã đến hạn mà chưa thực hiện xong", "nhiệm vụ")


@listing("overdue_tasks")
def overdue_tasks(material: Material) -> Listing:
    """Tasks of the plan past their deadline, then the units with tasks of the province past theirs."""
    source = material.source
    plan, tasks = source.select("plan_tasks").having("state", _is_open), _tasks(source)
    assigned = source.select("assigned_tasks").having("running_overdue", bool)
    lines: list[tuple[Cell, ...]] = [
        (f"{source.unit_name(record)}, hạn {tasks[record['task']].deadline}: {tasks[record['task']].name}",)
        for record in plan.records if _is_overdue(source, tasks, record)
    ]
    lines += [_assigned_line(assigned, record) for record in assigned.records]
    return Listing("overdue_tasks", tuple(lines), tuple(dict.fromkeys((*plan.absent, *assigned.absent))))


def _assigned_line(assigned: Selection, record: Record) -> tuple[Cell, ...]:
    """The number of tasks of one unit: the province's system names them, the units do not."""
    title = assigned.table.column("running_overdue").title
    count = Figure(f"assigned_tasks.{record['unit']}.running_overdue", assigned.cell(record, "running_overdue"),
                   f"Ô «{title}» của biểu «{assigned.table.sheet}»", "nhiệm vụ")
    return f"{assigned.source.unit_name(record)}: ", count, " nhiệm vụ được UBND tỉnh giao đã quá hạn"


@listing("overdue_data")
def overdue_data(material: Material) -> Listing:
    """Data sets of the open-data plan that are due and not published, with owner and day."""
    lines = lines_of(material.source)
    overdue = tuple((f"{line.owner}, hạn {format_date(line.entry.due)}: {line.entry.name}",)
                    for line in lines if line.known and line.progress.state == "overdue" and line.entry.due)
    return Listing("overdue_data", overdue, counted(lines).absent)


def _tasks(source: Source) -> dict[str, PlanTask]:
    return {task.task: task for task in source.agency.catalogues.plan_tasks}


def _is_overdue(source: Source, tasks: dict[str, PlanTask], record: Record) -> bool:
    due = tasks[record["task"]].due
    return due is not None and due <= source.reporting.window.cutoff and _is_open(record["state"])


def _is_open(state: str | None) -> bool:
    return state not in (None, TASK_DONE)
