"""The table of facts of which sample submissions are made (data/facts/<agency>/<period>/<table>.csv)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.errors import SettingsError
from report_utils.forms.asked import form_name, suppliers_of, tables_asked
from report_utils.forms.fill import Value, filled_form
from report_utils.forms.info import ILLUSTRATIVE
from report_utils.forms.table import Column, Kind, Table
from report_utils.progress import counted
from report_utils.vietnamese.text import nfc


@dataclass(frozen=True)
class Submission:
    """When and in which version a unit sends."""

    unit: str
    sent: dt.date
    version: int
    prepared_by: str


def sample_submissions(reporting: Reporting) -> dict[str, bytes]:
    """The filled workbooks of every unit that has facts: file name -> .xlsx bytes. Raises SettingsError, FactError."""
    folder = reporting.workspace.facts(reporting.agency.code, str(reporting.period))
    shown = reporting.workspace.shown(folder)
    by_unit: dict[str, dict[str, list[dict[str, Value]]]] = defaultdict(lambda: defaultdict(list))
    for table in (table for table in tables_asked(reporting) if suppliers_of(reporting.agency, table)):
        if table.optional and not (folder / f"{table.code}.csv").exists():
            continue
        for row in read_rows(folder / f"{table.code}.csv", f"{shown}/{table.code}.csv"):
            by_unit[row["unit"]][table.code].append(_facts(table, row, f"{shown}/{table.code}.csv"))
    nil: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(folder / "nil.csv", f"{shown}/nil.csv"):
        nil[row["unit"]].add(row["table"])
    files = {}
    sent = read_rows(folder / "submissions.csv", f"{shown}/submissions.csv")
    for row in counted("Lập tệp minh họa", sent, len(sent)):
        unit = reporting.agency.units[row["unit"]]
        info: dict[str, Value] = {"sent": dt.date.fromisoformat(row["sent"]), "version": int(row["version"]),
                                  "prepared_by": row["prepared_by"], "nature": ILLUSTRATIVE}
        files[form_name(reporting, unit)] = filled_form(
            reporting, unit, by_unit[unit.code], info, frozenset(nil[unit.code]))
    return files


def read_rows(path: Path, shown: str) -> list[dict[str, str]]:
    """The rows of a table of facts, called `shown` in messages. Raises SettingsError when it is not there."""
    try:
        text = nfc(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(shown, "", "", "không có tệp này.") from None
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _facts(table: Table, row: dict[str, str], shown: str) -> dict[str, Value]:
    columns = {column.code: column for column in table.columns}
    facts: dict[str, Value] = {}
    for code, text in row.items():
        if code in ("unit", "origin"):
            continue
        if code not in columns:
            raise SettingsError(shown, code, text, f"biểu «{table.code}» không có cột này.")
        facts[code] = _value(columns[code], text)
    return facts


def _value(column: Column, text: str) -> Value:
    if text == "":
        return None
    match column.kind:
        case Kind.COUNT:
            return int(text)
        case Kind.DECIMAL:
            return Decimal(text)
        case Kind.DATE:
            return dt.date.fromisoformat(text)
        case _:
            return text
