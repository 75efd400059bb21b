"""What is past its deadline at the cut-off: tasks and data sets."""

from __future__ import annotations

from report_utils.figures.answers import counted
from report_utils.figures.families.plan_tables import leaves_of
from report_utils.figures.figure import Figure
from report_utils.figures.open_data.lines import lines_of as data_sets_of
from report_utils.figures.plans.lines import lines_of
from report_utils.figures.source import Record, Selection
from report_utils.figures.tables import Cell, Listing, Material, listing
from report_utils.vietnamese.dates import format_date


@listing("overdue_tasks")
def overdue_tasks(material: Material) -> Listing:
    """Tasks of the plans past their deadline, then the units with tasks of the province past theirs."""
    source = material.source
    own = [line for plan in source.agency.catalogues.plans for line in leaves_of(lines_of(source, plan))]
    assigned = source.select("assigned_tasks").having("running_overdue", bool)
    lines: list[tuple[Cell, ...]] = [(f"{line.lead}, hạn {line.task.deadline}: {line.task.name}",)
                                     for line in own if line.known and line.progress.state == "overdue"]
    lines += [_assigned_line(assigned, record) for record in assigned.records]
    silent = [unit for line in own for unit in line.said.absent]
    return Listing("overdue_tasks", tuple(lines), tuple(dict.fromkeys((*silent, *assigned.absent))))


def _assigned_line(assigned: Selection, record: Record) -> tuple[Cell, ...]:
    """The number of tasks of one unit: the province's system names them, the units do not."""
    title = assigned.table.column("running_overdue").title
    count = Figure(f"assigned_tasks.{record['unit']}.running_overdue", assigned.cell(record, "running_overdue"),
                   f"Ô «{title}» của biểu «{assigned.table.sheet}»", "nhiệm vụ",
                   name=assigned.table.called("running_overdue", assigned.source.unit_name(record)))
    return f"{assigned.source.unit_name(record)}: ", count, " nhiệm vụ được UBND tỉnh giao đã quá hạn"


@listing("overdue_data")
def overdue_data(material: Material) -> Listing:
    """Data sets of the open-data plan that are due and not published, with owner and day."""
    lines = data_sets_of(material.source)
    overdue = tuple((f"{line.owner}, hạn {format_date(line.entry.due)}: {line.entry.name}",)
                    for line in lines if line.known and line.progress.state == "overdue" and line.entry.due)
    return Listing("overdue_data", overdue, counted(lines).absent)
