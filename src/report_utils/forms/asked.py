"""Which unit is asked what: tables, known rows, closed lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from report_utils.agency.agency import Agency
from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import nearest
from report_utils.agency.units import Unit
from report_utils.errors import UnknownNameError
from report_utils.forms.table import ChoiceSource, Column, Rows, Table
from report_utils.forms.tables import TABLES

KnownRow = Mapping[str, str | dt.date]
"""The known cells of one row, by column code."""

CarriedRow = Mapping[str, str | int | dt.date | None]
"""Cells of one row that are filled in beforehand from the period before and may be changed, by column code."""

CarriedRows = Mapping[str, Sequence[CarriedRow]]
"""Such rows by table code."""


def form_name(reporting: Reporting, unit: Unit) -> str:
    """The file name of a unit's workbook."""
    return f"{unit.code}_{reporting.period}.xlsx"


def tables_of(reporting: Reporting, unit: Unit) -> list[Table]:
    """The tables that `unit` fills in this period, in the order of the workbook; none when it must fill in nothing."""
    asked = [table for table in tables_asked(reporting) if _is_asked(reporting.agency, table, unit)]
    return [] if all(table.optional for table in asked) else asked


def tables_asked(reporting: Reporting) -> list[Table]:
    """The tables of this period: those its settings name, or all, and what is part of every form.

    Raises UnknownNameError for a name that is none.
    """
    _check_names(reporting.settings.tables, f"Xem mục tables của kỳ {reporting.period}.")
    _check_supplies(reporting.agency)
    named = reporting.settings.tables
    return [t for t in TABLES.values() if not named or t.optional or t.code in named]


@cache
def _check_supplies(agency: Agency) -> None:
    for unit in agency.units:
        _check_names(unit.supplies, f"Xem cột supplies của đơn vị «{unit.code}» trong units.csv.")


def _check_names(names: tuple[str, ...], place: str) -> None:
    for name in names:
        if name not in TABLES:
            raise UnknownNameError("biểu", name, nearest(name, TABLES), place)


@cache
def suppliers_of(agency: Agency, table: Table) -> tuple[Unit, ...]:
    """The units that fill in `table`, in the order of units.csv."""
    return tuple(unit for unit in agency.units if _is_asked(agency, table, unit))


def _is_asked(agency: Agency, table: Table, unit: Unit) -> bool:
    if table.rows is Rows.OPEN:
        return table.optional or table.code in unit.supplies
    return bool(known_rows(agency, table, unit))


@cache
def known_rows(agency: Agency, table: Table, unit: Unit) -> tuple[KnownRow, ...]:
    """The rows of `table` that are known beforehand for `unit`; none for an open table."""
    return tuple(row for names, row in _catalogue_rows(agency, table, unit) if any(map(unit.answers_to, names)))


@cache
def choices_of(agency: Agency, column: Column) -> tuple[str, ...]:
    """The closed list of a column; empty when anything of its kind may be typed."""
    match column.choices:
        case ChoiceSource.FIELDS:
            return agency.catalogues.fields
        case ChoiceSource.PROMPTS:
            return tuple(prompt.id for prompt in agency.catalogues.prompts)
        case listed:
            return tuple(listed)


def _catalogue_rows(agency: Agency, table: Table, unit: Unit) -> Iterator[tuple[tuple[str, ...], KnownRow]]:
    """Each row of the catalogue behind `table` with the names of its suppliers."""
    lists = agency.catalogues
    match table.code:
        case "procedures":
            yield from ((p.suppliers, {"place": p.place, "name": p.name}) for p in lists.procedure_places)
        case "plan_tasks":
            yield from ((t.leads, {"task": t.task, "name": t.name, "product": t.product, "deadline": t.deadline,
                                   "plan": plan.settings.short_name})
                        for plan in lists.plans for t in plan.asked)
        case "assigned_tasks":
            yield from (((code,), {"unit_code": code, "unit_name": unit.name}) for code in lists.assigned_tasks)
        case "staffing":
            yield from (((code,), {"unit_code": code, "unit_name": unit.name}) for code in lists.staffing)
        case "finance_lines":
            yield from ((f.suppliers, {"line": f.line, "name": f.name}) for f in lists.finance_lines)
        case "open_data":
            for d in lists.open_data:
                yield d.owners, {"dataset": d.dataset, "name": d.name, "due": d.due or ""}
        case "indicators":
            yield from ((i.suppliers, {"indicator": i.number, "name": i.name, "numerator_label": i.numerator_label,
                                       "denominator_label": i.denominator_label}) for i in lists.indicators)
        case "narratives":
            yield from ((p.suppliers, {"prompt": p.id, "name": p.text}) for p in lists.prompts)
