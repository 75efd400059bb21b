"""The lists of an agency: outline, indicators, plan tasks, finance lines, data sets (CSV files in params/<agency>)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from report_utils.agency.open_data import COLUMNS, OpenDataSet, make_open_data_set
from report_utils.agency.passing_on import NAMING, PassedOn, passed_on
from report_utils.agency.plans import COLUMNS as PLAN_COLUMNS
from report_utils.agency.plans import Plan, PlanSettings, PlanTask, make_plan_task, plans_of
from report_utils.agency.settings import nearest, read_csv, split
from report_utils.agency.units import Units
from report_utils.agency.validity import check_versions
from report_utils.errors import SettingsError

Entry = TypeVar("Entry")
Row = dict[str, str]


@dataclass(frozen=True)
class Prompt:
    """An item of the outline.

    `suppliers` write its narrative, `citing` name the documents it cites. `nil_allowed`: a supplier may say
    "không phát sinh".
    """

    id: str
    section: str
    text: str
    suppliers: tuple[str, ...]
    citing: tuple[str, ...]
    nil_allowed: bool


@dataclass(frozen=True)
class Indicator:
    """A ratio (or, without a denominator, a count).

    `target` is in percent, None if there is none. `dated`: units must give the day of their figures. `plan` is the
    key of the plan that sets the target, "" for the others.
    """

    number: str
    code: str
    name: str
    numerator_label: str
    denominator_label: str
    unit: str
    places: int
    target: Decimal | None
    dated: bool
    suppliers: tuple[str, ...]
    plan: str

    @property
    def is_ratio(self) -> bool:
        return bool(self.denominator_label)


@dataclass(frozen=True)
class FinanceLine:
    """A line of budget or investment; `code` names the figure it becomes, e.g. "budget.initial"."""

    line: str
    code: str
    name: str
    suppliers: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where procedures are received; `code` names its figures, e.g. "procedures.one_stop"."""

    place: str
    code: str
    name: str
    suppliers: tuple[str, ...]


@dataclass(frozen=True)
class Catalogues:
    """All lists of one agency."""

    prompts: tuple[Prompt, ...]
    indicators: tuple[Indicator, ...]
    plans: tuple[Plan, ...]
    finance_lines: tuple[FinanceLine, ...]
    open_data: tuple[OpenDataSet, ...]
    procedure_places: tuple[Place, ...]
    fields: tuple[str, ...]
    assigned_tasks: tuple[str, ...]
    staffing: tuple[str, ...]
    passed_on: tuple[PassedOn, ...] = ()
    """What the lists give to units that are not in force, and who has it instead."""

    def on(self, day: dt.date, units: Units, folder: str) -> Catalogues:
        """The lists as they stand on `day`: the plans then in force with their indicators, each data set's version.

        All are for the units of that day; `folder` is that of the settings, as messages show it. Raises SettingsError
        for an entry of which the unit ended without a successor.
        """
        plans = tuple(plan for plan in self.plans if plan.settings.in_force(day))
        keys = {"", *(plan.key for plan in plans)}
        current = replace(self, plans=plans, indicators=tuple(i for i in self.indicators if i.plan in keys),
                          open_data=tuple(entry for entry in self.open_data if entry.in_force(day)))
        return current._of(units, folder)

    def _of(self, units: Units, folder: str) -> Catalogues:
        """The lists for these units: what they give to another is passed on."""
        tasks = tuple(task for plan in self.plans for task in plan.tasks)
        lists = {name: tasks if name == "plan_tasks" else getattr(self, name) for name in NAMING}
        made = {name: passed_on(entries, units, folder, name) for name, entries in lists.items()}
        changed = {name: entries for name, (entries, _) in made.items()}
        plans = plans_of({plan.key: plan.settings for plan in self.plans}, changed.pop("plan_tasks"))
        return replace(self, **changed, plans=plans, passed_on=tuple(told for _, passed in made.values()
                                                                     for told in passed))

    @property
    def plan_tasks(self) -> tuple[PlanTask, ...]:
        """The tasks of all plans on which units report."""
        return tuple(task for plan in self.plans for task in plan.asked)


def load_catalogues(folder: Path, shown: str, units: Units, plans: Mapping[str, PlanSettings]) -> Catalogues:
    """Every catalogue of the agency whose settings folder is `folder`; `plans` are those of its profile.

    Raises SettingsError when a file, column or value is wrong, or a unit is named that units.csv does not have.
    """

    def entries(name: str, columns: str, make: Callable[[Row], Entry]) -> tuple[Entry, ...]:
        place = f"{shown}/{name}.csv"
        rows = read_csv(folder / f"{name}.csv", place, tuple(columns.split(",")))
        if name != "open_data":
            _check_keys(rows, place)
        for row in rows:
            _check_units(row, units, place)
        return tuple(_made(make, row, place) for row in rows)

    open_data = entries("open_data", COLUMNS, make_open_data_set)
    check_versions(open_data, lambda entry: entry.dataset, f"{shown}/open_data.csv", "dataset")
    indicators = entries("indicators", "indicator,code,name,numerator_label,denominator_label,unit,places,target,dated,"
                         "suppliers,plan", _indicator)
    tasks = entries("plan_tasks", PLAN_COLUMNS, make_plan_task)
    _check_plans((i.plan for i in indicators if i.plan), plans, f"{shown}/indicators.csv")
    _check_plans((task.plan for task in tasks), plans, f"{shown}/plan_tasks.csv")
    return Catalogues(
        prompts=entries("outline", "id,section,prompt,suppliers,documents,nil", _prompt),
        indicators=indicators,
        plans=plans_of(plans, tasks),
        finance_lines=entries("finance_lines", "line,code,name,suppliers", _finance_line),
        open_data=open_data,
        procedure_places=entries("procedure_places", "place,code,name,suppliers", _place),
        fields=entries("fields", "code,name", lambda row: row["name"]),
        assigned_tasks=entries("assigned_tasks", "unit", lambda row: row["unit"]),
        staffing=entries("staffing", "unit", lambda row: row["unit"]),
    )


def _check_plans(named: Iterable[str], plans: Mapping[str, PlanSettings], shown: str) -> None:
    for code in named:
        if code not in plans:
            near = nearest(code, plans)
            raise SettingsError(shown, "plan", code, f"agency.yaml (plans) không có kế hoạch «{code}»."
                                                     f"{f' Có phải «{near}»?' if near else ''}")


def _check_keys(rows: list[Row], shown: str) -> None:
    """Every row has a key, and no two the same: in the first column, and in `code` where there is one."""
    first = next(iter(rows[0]), "") if rows else ""
    for column in (name for name in (first, "code") if rows and name in rows[0]):
        keys = [row[column] for row in rows]
        for key in keys:
            if not key:
                raise SettingsError(shown, column, key, "có dòng để trống cột này.")
            if keys.count(key) > 1:
                raise SettingsError(shown, column, key, f"«{key}» xuất hiện nhiều lần.")


def _check_units(row: Row, units: Units, shown: str) -> None:
    lists = (row.get(column, "") for column in ("suppliers", "documents", "lead", "owner"))
    named = tuple(name for listed in lists for name in split(listed))
    if "code" not in row and "indicator" not in row:
        named = (*named, row.get("unit", ""))
    if any(column in row and not split(row[column]) for column in ("lead", "owner")):
        raise SettingsError(shown, next(iter(row.values())), "", "phải ghi đơn vị chủ trì.")
    for name in filter(None, named):
        if name not in units.known_names():
            near = nearest(name, units.known_names())
            raise SettingsError(shown, next(iter(row.values())), name,
                                f"không có đơn vị hoặc nhóm «{name}».{f' Có phải «{near}»?' if near else ''}")


def _made(make: Callable[[Row], Entry], row: Row, shown: str) -> Entry:
    try:
        return make(row)
    except ValueError as error:
        # ours say in Vietnamese what is wrong, those of Python are English
        reason = "số viết 12, ngày viết 2024-09-15" if str(error).isascii() else str(error)
        raise SettingsError(shown, next(iter(row.values())), row, f"giá trị không hợp lệ ({reason}).") from None


def _prompt(row: Row) -> Prompt:
    return Prompt(row["id"], row["section"], row["prompt"], split(row["suppliers"]), split(row["documents"]),
                  row["nil"] == "x")


def _indicator(row: Row) -> Indicator:
    return Indicator(row["indicator"], row["code"], row["name"], row["numerator_label"], row["denominator_label"],
                     row["unit"], _places(row["places"]), _target(row["target"]), row["dated"] == "x",
                     split(row["suppliers"]), row["plan"])


def _places(text: str) -> int:
    if text and not (text.isdecimal() and int(text) <= 6):
        raise ValueError(f"số chữ số thập phân «{text}» phải là số nguyên từ 0 đến 6")
    return int(text or 0)


def _target(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        raise ValueError(f"mục tiêu «{text}» phải là một số, ví dụ 70") from None


def _finance_line(row: Row) -> FinanceLine:
    return FinanceLine(row["line"], row["code"], row["name"], split(row["suppliers"]))


def _place(row: Row) -> Place:
    return Place(row["place"], row["code"], row["name"], split(row["suppliers"]))
