"""A workspace with many units, each sending a workbook of ten sheets of forty rows."""

from __future__ import annotations

import csv
import datetime as dt
import random
import shutil
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from report_utils.agency.open_data import COLUMNS
from report_utils.agency.plans import COLUMNS as PLAN_COLUMNS
from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.units import Unit
from report_utils.forms.asked import choices_of, form_name, known_rows, tables_of
from report_utils.forms.fill import filled_form
from report_utils.forms.table import Column, Kind, Rows, Table

ROWS = 40
OPEN_TABLES = ("dossiers", "procedure_decisions", "documents", "appointments", "training_classes", "projects")
KNOWN_TABLES = ("procedures", "finance_lines", "indicators", "narratives")


def build(root: Path, repository: Path, units: int) -> Reporting:
    """Write params/ and data/raw/ of an agency with `units` units under `root`; equal for equal arguments."""
    params = root / "params" / "syt-brvt"
    shutil.copytree(repository / "params" / "syt-brvt", params, ignore=shutil.ignore_patterns("exports"))
    codes = [f"u{i:04d}" for i in range(units)]
    _write(params / "units.csv", "code,name,short_name,group,tags,supplies",
           [(c, f"Đơn vị {c}", "", "affiliated", "kcb", ";".join(OPEN_TABLES)) for c in codes])
    _write(params / "outline.csv", "id,section,prompt,suppliers,documents,nil",
           [(f"P{i:02d}", f"I.{i}", f"Nội dung {i}", "kcb", "", "") for i in range(1, ROWS + 1)])
    _write(params / "indicators.csv",
           "indicator,code,name,numerator_label,denominator_label,unit,places,target,dated,suppliers,plan",
           [(f"CT{i:02d}", f"c{i}", f"Chỉ tiêu {i}", "tử", "mẫu", "hồ sơ", "1", "", "", "kcb", "")
            for i in range(1, ROWS + 1)])
    _write(params / "finance_lines.csv", "line,code,name,suppliers",
           [(f"NS{i:02d}", f"budget.l{i}", f"Dòng {i}", "kcb") for i in range(1, ROWS + 1)])
    _write(params / "procedure_places.csv", "place,code,name,suppliers",
           [(f"N{i:02d}", f"n{i}", f"Nơi {i}", "kcb") for i in range(1, ROWS + 1)])
    _write(params / "fields.csv", "code,name", [(f"f{i:02d}", f"Lĩnh vực {i}") for i in range(ROWS)])
    for name, header in (("plan_tasks", PLAN_COLUMNS), ("assigned_tasks", "unit"),
                         ("staffing", "unit"), ("open_data", COLUMNS)):
        _write(params / f"{name}.csv", header, [])
    reporting = open_reporting("syt-brvt", "2024-Q3", str(root))
    raw = reporting.workspace.raw("syt-brvt", "2024-Q3")
    raw.mkdir(parents=True)
    for unit in reporting.agency.units:
        (raw / form_name(reporting, unit)).write_bytes(_workbook(reporting, unit))
    return reporting


def _workbook(reporting: Reporting, unit: Unit) -> bytes:
    chance = random.Random(unit.code)  # noqa: S311 - equal numbers every time
    facts = {table.code: _rows(reporting, unit, table, chance) for table in tables_of(reporting, unit)
             if not table.optional}
    info = {"sent": dt.date(2024, 9, 15), "version": 1, "prepared_by": "đo tốc độ", "nature": "Minh họa"}
    return filled_form(reporting, unit, facts, info)


def _rows(reporting: Reporting, unit: Unit, table: Table, chance: random.Random) -> list[dict[str, Any]]:
    keys = [row[table.key] for row in known_rows(reporting.agency, table, unit)] if table.rows is Rows.KNOWN else []
    rows = []
    for i in range(ROWS):
        row = {c.code: _value(reporting, c, i, chance) for c in table.open_columns}
        _make_right(table, row, i)
        rows.append({table.key: keys[i], **row} if keys else row)
    return rows


def _make_right(table: Table, row: dict[str, Any], i: int) -> None:
    """What random values would break: balances, limits, lists without repeats."""
    match table.code:
        case "dossiers":
            row.update(field=f"Lĩnh vực {i}", early=0, on_time=0, overdue=0, pending_overdue=0,
                       pending_in_time=row["online"] + row["direct"] + row["carried_over"])
        case "procedures":
            row["suspended"] = 0
        case "finance_lines":
            row.update(amount=row["amount"] + 10**7, money_unit="đồng")
        case "projects":
            row["disbursed"] = row["capital"]
        case "indicators":
            row["numerator"] = row["denominator"]
        case "documents" | "procedure_decisions":
            row["symbol"] = f"{i}/CV"
        case _:
            pass


def _value(reporting: Reporting, column: Column, i: int, chance: random.Random) -> Any:
    match column.kind:
        case Kind.COUNT:
            return chance.randrange(5000)
        case Kind.DECIMAL:
            return Decimal(chance.randrange(5000))
        case Kind.DATE:
            return dt.date(2024, 7, 1) + dt.timedelta(chance.randrange(60))
        case Kind.CHOICE:
            return chance.choice(choices_of(reporting.agency, column))
        case Kind.MARK:
            return None
        case _:
            return f"Nội dung số {i} của {column.code}"


def _write(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)
