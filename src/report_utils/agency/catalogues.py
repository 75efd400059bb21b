"""The lists of an agency: outline, indicators, plan tasks, finance lines, data sets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from report_utils.agency.entries import FinanceLine, Indicator, Place, Prompt
from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.passing_on import NAMING, PassedOn, passed_on
from report_utils.agency.period import Window
from report_utils.agency.plans import Plan, PlanTask, plans_in, plans_of
from report_utils.agency.units import Units


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
