"""The lists of an agency: outline, indicators, plan tasks, finance lines, data sets (CSV files in params/<agency>)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from report_utils.agency.csv_lists import read_csv, split
from report_utils.agency.entries import (
    FinanceLine,
    Indicator,
    Place,
    Prompt,
    make_finance_line,
    make_indicator,
    make_place,
    make_prompt,
)
from report_utils.agency.open_data import COLUMNS, OpenDataSet, make_open_data_set
from report_utils.agency.passing_on import NAMING, PassedOn, passed_on
from report_utils.agency.period import Window
from report_utils.agency.plans import COLUMNS as PLAN_COLUMNS
from report_utils.agency.plans import Plan, PlanSettings, PlanTask, check_numbers, make_plan_task, plans_in, plans_of
from report_utils.agency.settings import nearest
from report_utils.agency.units import Units
from report_utils.agency.validity import check_versions
from report_utils.errors import SettingsError

Entry = TypeVar("Entry")
Row = dict[str, str]

_IN_CHARGE = ("lead", "owner")
"""Columns of the units that answer for an entry."""


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

    def on(self, window: Window, units: Units, folder: str) -> Catalogues:
        """The lists of a period: its plans with their indicators, each data set's version at the cut-off.

        All are for the units of that day; `folder` is that of the settings, as messages show it. Raises SettingsError
        for an entry of which the unit ended without a successor.
        """
        day, plans = window.cutoff, plans_in(self.plans, window)
        keys = {"", *(plan.key for plan in plans)}
        current = replace(self, plans=plans, indicators=tuple(i for i in self.indicators if i.plan in keys),
                          open_data=tuple(entry for entry in self.open_data if entry.in_force(day)))
        return current._of(units, folder)

    def _of(self, units: Units, folder: str) -> Catalogues:
        """The lists for these units: what they give to another is passed on."""
        tasks = tuple(task for plan in self.plans for task in plan.tasks)
        lists = {name: tasks if name == "plan_tasks" else getattr(self, name) for name in NAMING}
        made = {name: passed_on(entries, units, folder, name, keeps=name == "plan_tasks")
                for name, entries in lists.items()}
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
    codes, groups = {unit.code for unit in units}, units.known_names()

    def entries(name: str, columns: str, make: Callable[[Row], Entry], optional: tuple[str, ...] = ()
                ) -> tuple[Entry, ...]:  # fmt: skip
        place = f"{shown}/{name}.csv"
        rows = read_csv(folder / f"{name}.csv", place, tuple(columns.split(",")), optional)
        if name != "open_data":
            _check_keys(rows, place)
        for row in rows:
            _check_units(row, codes, groups, place)
        return tuple(_made(make, row, place) for row in rows)

    open_data = entries("open_data", COLUMNS, make_open_data_set)
    check_versions(open_data, lambda entry: entry.dataset, f"{shown}/open_data.csv", "dataset")
    indicators = entries("indicators", "indicator,code,name,numerator_label,denominator_label,unit,places,target,dated,"
                         "suppliers,plan", make_indicator, ("numerator_is", "denominator_is"))
    tasks = entries("plan_tasks", PLAN_COLUMNS, make_plan_task)
    _check_plans((i.plan for i in indicators if i.plan), plans, f"{shown}/indicators.csv")
    _check_plans((task.plan for task in tasks), plans, f"{shown}/plan_tasks.csv")
    made = plans_of(plans, tasks)
    _check_numbers(made, f"{shown}/plan_tasks.csv")
    return Catalogues(
        prompts=entries("outline", "id,section,prompt,suppliers,documents,nil,of_period", make_prompt),
        indicators=indicators,
        plans=made,
        finance_lines=entries("finance_lines", "line,code,name,suppliers", make_finance_line),
        open_data=open_data,
        procedure_places=entries("procedure_places", "place,code,name,suppliers", make_place),
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


def _check_numbers(plans: Iterable[Plan], shown: str) -> None:
    for plan in plans:
        try:
            check_numbers(plan)
        except ValueError as error:
            raise SettingsError(shown, "number", "", f"{error}.") from None


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


def _check_units(row: Row, codes: set[str], groups: set[str], shown: str) -> None:
    """Every name in the row is known; in charge are units (`codes`), no groups or tags (`groups` has all three)."""
    key = next(iter(row.values()))
    in_charge = [name for column in _IN_CHARGE if column in row for name in split(row[column])]
    if any(column in row for column in _IN_CHARGE) and not in_charge:
        raise SettingsError(shown, key, "", "phải ghi đơn vị chủ trì.")
    named = [name for column in ("suppliers", "documents") for name in split(row.get(column, ""))]
    if "code" not in row and "indicator" not in row:
        named.append(row.get("unit", ""))
    for names, known, what in ((in_charge, codes, "đơn vị"), (named, groups, "đơn vị hoặc nhóm")):
        for name in filter(None, names):
            if name not in known:
                near = nearest(name, known)
                raise SettingsError(shown, key, name, f"không có {what} «{name}»."
                                                      f"{f' Có phải «{near}»?' if near else ''}")


def _made(make: Callable[[Row], Entry], row: Row, shown: str) -> Entry:
    try:
        return make(row)
    except ValueError as error:
        # ours say in Vietnamese what is wrong, those of Python are English
        reason = "số viết 12, ngày viết 2024-09-15" if str(error).isascii() else str(error)
        raise SettingsError(shown, next(iter(row.values())), row, f"giá trị không hợp lệ ({reason}).") from None
