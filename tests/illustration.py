"""Forms filled in with plausible values marked «Minh họa», as the units of a new agency would send them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import choices_of, form_name, known_rows, tables_of
from report_utils.forms.fill import Facts, Value, filled_form
from report_utils.forms.info import ILLUSTRATIVE
from report_utils.forms.table import Rows, Table
from report_utils.intake.consolidate import expected_units

PLAUSIBLE: dict[str, Value] = {
    "online": 60, "direct": 35, "carried_over": 5, "early": 40, "on_time": 50, "overdue": 0, "pending_in_time": 10,
    "pending_overdue": 0, "full_online": 20, "partial_online": 10, "not_online": 5, "suspended": 0,
    "assigned": 50, "present": 45, "recruit_target": 5, "recruited": 2, "disciplined": 0,
    "done_on_time": 4, "done_late": 1, "running_in_time": 2, "running_overdue": 0,
    "money_unit": "triệu đồng", "amount": Decimal(1000), "numerator": Decimal(8), "denominator": Decimal(10),
    "text": "Đã thực hiện theo kế hoạch (minh họa)",
}
"""What a unit types into a column of that code."""


def illustrated(reporting: Reporting, given: Facts | None = None) -> dict[str, bytes]:
    """The workbooks of all units that are asked for anything, by file name; `given` are rows for open tables."""
    return {form_name(reporting, unit): _filled(reporting, unit, given or {}) for unit in expected_units(reporting)}


def _filled(reporting: Reporting, unit: Unit, given: Facts) -> bytes:
    tables = {table.code: table for table in tables_of(reporting, unit)}
    facts: Facts = {code: given.get(code, list(_rows(reporting, unit, table))) for code, table in tables.items()}
    info: dict[str, Value] = {"sent": reporting.unit_deadline, "version": 1, "prepared_by": "Người lập biểu",
                              "nature": ILLUSTRATIVE}
    nil = frozenset(code for code, rows in facts.items() if not rows and tables[code].nil)
    return filled_form(reporting, unit, {code: rows for code, rows in facts.items() if rows}, info, nil)


def _rows(reporting: Reporting, unit: Unit, table: Table) -> Iterable[Mapping[str, Value]]:
    if table.code == "dossiers":
        field = table.column("field")
        yield {"field": choices_of(reporting.agency, field)[0], **_typed(table)}
    elif table.code == "documents":
        citing = [p.id for p in reporting.agency.catalogues.prompts if any(map(unit.answers_to, p.citing))]
        for number, prompt in enumerate(citing, start=1):
            yield {"kind": "Kế hoạch", "symbol": f"{number}/KH-MH", "issued": reporting.window.start,
                   "issuer": reporting.agency.profile.short_name, "subject": f"Minh họa mục {prompt}", "prompt": prompt}
        yield {"kind": "Công văn", "symbol": "9/MH", "issued": reporting.window.start + dt.timedelta(days=9),
               "issuer": reporting.agency.profile.short_name, "subject": "Chỉ đạo minh họa", "directive": "x"}
    elif table.rows is Rows.KNOWN:
        for known in known_rows(reporting.agency, table, unit):
            ratio = known.get("denominator_label", "ratio")
            yield {table.key: str(known[table.key]), **{c: v for c, v in _typed(table).items()
                                                        if ratio or c != "denominator"}}


def _typed(table: Table) -> dict[str, Value]:
    """A value for each column that has one; of the states of a task or data set the second: begun, or not published."""
    typed = {column.code: PLAUSIBLE[column.code] for column in table.open_columns if column.code in PLAUSIBLE}
    return typed | {column.code: tuple(column.choices)[1] for column in table.open_columns if column.code == "state"}
