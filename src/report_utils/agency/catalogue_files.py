"""The lists of an agency, read from the CSV files in params/<agency>."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from report_utils.agency.catalogues import Catalogues
from report_utils.agency.csv_lists import read_csv, split
from report_utils.agency.entries import (
    Indicator,
    make_finance_line,
    make_indicator,
    make_place,
    make_prompt,
)
from report_utils.agency.open_data import COLUMNS, OpenDataSet, make_open_data_set
from report_utils.agency.plans import COLUMNS as PLAN_COLUMNS
from report_utils.agency.plans import Plan, PlanSettings, check_numbers, make_plan_task, plans_of
from report_utils.agency.settings import nearest
from report_utils.agency.units import Units
from report_utils.agency.validity import check_versions
from report_utils.errors import SettingsError

Entry = TypeVar("Entry")
Row = dict[str, str]

_IN_CHARGE = ("lead", "owner")
"""Columns of the units that answer for an entry."""


@dataclass(frozen=True)
class _Lists:
    """The CSV files in the settings folder of an agency; `codes` are those of its units, `groups` all their names."""

    folder: Path
    shown: str
    codes: set[str]
    groups: set[str]

    def place(self, name: str) -> str:
        """The file of a list as messages show it."""
        return f"{self.shown}/{name}.csv"

    def entries(self, name: str, columns: str, make: Callable[[Row], Entry], optional: tuple[str, ...] = ()
                ) -> tuple[Entry, ...]:  # fmt: skip
        place = self.place(name)
        rows = read_csv(self.folder / f"{name}.csv", place, tuple(columns.split(",")), optional)
        if name != "open_data":
            _check_keys(rows, place)
        for row in rows:
            _check_units(row, self.codes, self.groups, place)
        return tuple(_made(make, row, place) for row in rows)

    def open_data(self) -> tuple[OpenDataSet, ...]:
        entries = self.entries("open_data", COLUMNS, make_open_data_set)
        check_versions(entries, lambda entry: entry.dataset, self.place("open_data"), "dataset")
        return entries

    def indicators(self, plans: Mapping[str, PlanSettings]) -> tuple[Indicator, ...]:
        columns = "indicator,code,name,numerator_label,denominator_label,unit,places,target,dated,suppliers,plan"
        entries = self.entries("indicators", columns, make_indicator, ("numerator_is", "denominator_is"))
        _check_plans((entry.plan for entry in entries if entry.plan), plans, self.place("indicators"))
        return entries

    def plans(self, plans: Mapping[str, PlanSettings]) -> tuple[Plan, ...]:
        tasks = self.entries("plan_tasks", PLAN_COLUMNS, make_plan_task)
        _check_plans((task.plan for task in tasks), plans, self.place("plan_tasks"))
        made = plans_of(plans, tasks)
        _check_numbers(made, self.place("plan_tasks"))
        return made


def load_catalogues(folder: Path, shown: str, units: Units, plans: Mapping[str, PlanSettings]) -> Catalogues:
    """Every catalogue of the agency whose settings folder is `folder`; `plans` are those of its profile.

    Raises SettingsError when a file, column or value is wrong, or a unit is named that units.csv does not have.
    """
    lists = _Lists(folder, shown, {unit.code for unit in units}, units.known_names())
    return Catalogues(
        open_data=lists.open_data(),
        indicators=lists.indicators(plans),
        plans=lists.plans(plans),
        prompts=lists.entries("outline", "id,section,prompt,suppliers,documents,nil,of_period", make_prompt),
        finance_lines=lists.entries("finance_lines", "line,code,name,suppliers", make_finance_line),
        procedure_places=lists.entries("procedure_places", "place,code,name,suppliers", make_place),
        fields=lists.entries("fields", "code,name", lambda row: row["name"]),
        assigned_tasks=lists.entries("assigned_tasks", "unit", lambda row: row["unit"]),
        staffing=lists.entries("staffing", "unit", lambda row: row["unit"]),
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
