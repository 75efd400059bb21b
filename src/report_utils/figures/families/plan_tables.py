"""A plan task by task and group by group: progress, what is overdue and why, what is next, targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.agency.entries import Indicator
from report_utils.agency.plans import Plan
from report_utils.figures.families.plans import task_counts
from report_utils.figures.figure import Display
from report_utils.figures.plans.counts import PLANS
from report_utils.figures.plans.lines import TaskLine, grouped, lines_of
from report_utils.figures.source import Source
from report_utils.figures.tables import Absent, Cell, Material, ReportColumn, ReportTable, plan_table
from report_utils.figures.verdict import verdict
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.letters import roman
from report_utils.vietnamese.numbers import format_integer, format_percent

_NUMBER = ReportColumn(("TT",), 1, "center")
_COLUMNS = {
    "total": ("Tổng số",), "done": ("Đã hoàn thành", "Tổng"), "done_late": ("Đã hoàn thành", "Trễ hạn"),
    "running_in_time": ("Chưa hoàn thành", "Đang thực hiện"), "continuous": ("Chưa hoàn thành", "Thường xuyên"),
    "not_started_in_time": ("Chưa hoàn thành", "Chưa thực hiện"), "overdue": ("Chưa hoàn thành", "Quá hạn"),
    "done_rate": ("Tỷ lệ hoàn thành",),
}
"""Counts in the tables by group and by lead, and their headings."""
_WIDTHS = {"continuous": 1.95, "done_rate": 1.7}
"""Widths of the columns whose headings or numbers are long."""

Groups = Sequence[tuple[str, str, str, Sequence[TaskLine]]]
"""Number as printed, key for codes, words and lines of each group."""


@plan_table("plan_by_group")
def plan_by_group(material: Material, plan: Plan) -> ReportTable:
    """A row for each heading of the plan's list; none where the list has no headings."""
    found = grouped(lines_of(material.source, plan), lambda line: line.task.group)
    groups = [(roman(i), str(i), words, lines) for i, (words, lines) in enumerate(found, start=1)]
    return _counted_table(material.source, plan, "group", "Nhóm nhiệm vụ", groups)


@plan_table("plan_by_lead")
def plan_by_lead(material: Material, plan: Plan) -> ReportTable:
    """A row for each unit, or units together, in charge of tasks."""
    found = grouped(lines_of(material.source, plan), lambda line: ".".join(sorted(line.task.leads)))
    groups = [(str(i), key, lines[0].lead, lines) for i, (key, lines) in enumerate(found, start=1)]
    return _counted_table(material.source, plan, "lead", "Đơn vị chủ trì", groups)


def _counted_table(source: Source, plan: Plan, kind: str, heading: str, groups: Groups) -> ReportTable:
    prefix = f"{PLANS}.{plan.code}.by_{kind}"
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (number, words, *_cells(source, f"{prefix}.{key}", words, lines)) for number, key, words, lines in groups)
    columns = (_NUMBER, ReportColumn((heading,), 5),
               *(ReportColumn(title, _WIDTHS.get(name, 1.45), "center") for name, title in _COLUMNS.items()))
    total = ("", "Tổng cộng", *_cells(source, f"{prefix}.all", "tổng cộng", lines_of(source, plan))) if rows else ()
    return ReportTable(f"plan_by_{kind}.{plan.code}", columns, rows, total,
                       description=f"{plan.settings.short_name}: kết quả thực hiện theo {heading.lower()}")


def _cells(source: Source, prefix: str, words: str, lines: Sequence[TaskLine]) -> tuple[Cell, ...]:
    counts = task_counts(source, prefix, words, lines, Display.TABLE)
    figures = {figure.code.rpartition(".")[2]: figure for figure in counts}
    return tuple(figures[name] for name in _COLUMNS)


@plan_table("plan_progress")
def plan_progress(material: Material, plan: Plan) -> ReportTable:
    """Each task of the plan and each of its parts, under the headings of its list: state, result or reason."""
    products = any(task.product for task in plan.tasks)
    rows: list[tuple[Cell, ...]] = []
    headings: list[str] = []
    for line in lines_of(material.source, plan):
        if line.task.group and line.task.group not in headings:
            headings.append(line.task.group)
            rows.append((roman(len(headings)), line.task.group))
        rows += [_progress_row(one, products) for one in line.in_list]
    middle = ReportColumn(("Sản phẩm" if products else "Đơn vị phối hợp",), 2.9)
    columns = (_NUMBER, ReportColumn(("Nhiệm vụ",), 6.2), ReportColumn(("Đơn vị chủ trì",), 2.6), middle,
               ReportColumn(("Thời hạn",), 2.4, "center"), ReportColumn(("Tình trạng",), 2.3, "center"),
               ReportColumn(("Kết quả, lý do",), 4))
    return ReportTable(f"plan_progress.{plan.code}", columns, tuple(rows), wide=True,
                       description=f"{plan.settings.short_name}: tình hình thực hiện từng nhiệm vụ")


def _progress_row(line: TaskLine, products: bool) -> tuple[Cell, ...]:
    task = line.task
    state = line.progress.words if line.known else Absent(line.said.absent)
    return (task.number, task.name, line.lead, task.product if products else task.coordinating, task.deadline, state,
            _result(line) if line.known else "")


def _result(line: TaskLine) -> str:
    """The evidence with the day on which it was done, then why it is not."""
    evidence, day = line.told("evidence"), line.progress.done_on
    done_on = format_date(day) if day and not line.parts else ""
    told = (evidence, f"hoàn thành ngày {done_on}" if done_on and done_on not in evidence else "", line.told("reason"))
    return "; ".join(part for part in told if part)


@plan_table("plan_overdue")
def plan_overdue(material: Material, plan: Plan) -> ReportTable:
    """Each task, or part of one, that is overdue: by how many days, and why."""
    late = [line for line in leaves_of(lines_of(material.source, plan))
            if line.known and line.progress.state == "overdue"]
    rows = tuple((str(i), line.task.name, line.lead, line.task.deadline, _days(line.progress.days_late),
                  line.told("reason") or "Chưa nêu lý do") for i, line in enumerate(late, start=1))
    columns = (_NUMBER, ReportColumn(("Nhiệm vụ",), 6.1), ReportColumn(("Đơn vị chủ trì",), 2.4),
               ReportColumn(("Thời hạn",), 2.5, "center"), ReportColumn(("Số ngày quá hạn",), 1.5, "center"),
               ReportColumn(("Lý do",), 2.9))
    return ReportTable(f"plan_overdue.{plan.code}", columns, rows,
                       description=f"{plan.settings.short_name}: nhiệm vụ quá hạn và lý do")


@plan_table("plan_next")
def plan_next(material: Material, plan: Plan) -> ReportTable:
    """What is not done and falls due between this cut-off and the next, by day."""
    source = material.source
    cutoff, until = source.reporting.window.cutoff, source.reporting.next_cutoff
    coming = [line for line in leaves_of(lines_of(source, plan)) if line.known and line.comes(cutoff, until)]
    coming.sort(key=lambda line: line.task.due.day or until)
    rows = tuple((str(i), line.task.name, line.lead, line.task.deadline, line.progress.words)
                 for i, line in enumerate(coming, start=1))
    columns = (_NUMBER, ReportColumn(("Nhiệm vụ",), 7), ReportColumn(("Đơn vị chủ trì",), 3.2),
               ReportColumn(("Thời hạn",), 2.6, "center"), ReportColumn(("Tình trạng",), 2.8, "center"))
    return ReportTable(f"plan_next.{plan.code}", columns, rows,
                       description=f"{plan.settings.short_name}: nhiệm vụ đến hạn trong kỳ tới")


def leaves_of(lines: Sequence[TaskLine]) -> Iterator[TaskLine]:
    """The tasks on which units report: a task with parts by its parts."""
    for line in lines:
        yield from line.leaves


def _days(late: int) -> str:
    return format_integer(late) if late else "hết hạn ngày chốt"


@plan_table("plan_targets")
def plan_targets(material: Material, plan: Plan) -> ReportTable:
    """Each indicator by which the plan is measured: what it asks, what is reached."""
    chosen = [i for i in material.source.agency.catalogues.indicators if i.plan == plan.key]
    rows = tuple(_target_row(material, plan, number, indicator) for number, indicator in enumerate(chosen, start=1))
    columns = (_NUMBER, ReportColumn(("Chỉ tiêu",), 6), ReportColumn(("Mức phải đạt",), 1.9, "center"),
               ReportColumn(("Kết quả", "Tử số"), 1.8, "center"), ReportColumn(("Kết quả", "Mẫu số"), 1.8, "center"),
               ReportColumn(("Kết quả", "Tỷ lệ"), 1.8, "center"), ReportColumn(("Đánh giá",), 2.2, "center"))
    return ReportTable(f"plan_targets.{plan.code}", columns, rows,
                       description=f"{plan.settings.short_name}: kết quả thực hiện chỉ tiêu")


def _target_row(material: Material, plan: Plan, number: int, indicator: Indicator) -> tuple[Cell, ...]:
    parts = {name: material.figures.get(f"indicators.{indicator.code}.{name}")
             for name in ("numerator", "denominator", "rate")}
    rate = parts["rate"]
    asked = "" if indicator.target is None else format_percent(indicator.target)
    judged = "" if rate is None or indicator.target is None else verdict(
        rate.quantity.value, indicator.target, by=plan.settings.until, cutoff=material.source.reporting.window.cutoff)
    return (str(number), indicator.name, asked, *(figure or "" for figure in parts.values()), judged)
