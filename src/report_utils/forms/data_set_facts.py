"""The facts of which sample data sets are made (data/facts/<agency>/<period>/du-lieu-mo/<number>.*.csv)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from report_utils.agency.open_data import OpenDataSet
from report_utils.agency.reporting import Reporting
from report_utils.forms.data_set import FOLDER, TYPES
from report_utils.forms.data_set_form import data_set_form, form_path
from report_utils.forms.facts import read_rows
from report_utils.forms.fill import Value
from report_utils.forms.info import ILLUSTRATIVE
from report_utils.forms.table import Kind

_ABOUT, _FIELDS, _ROWS = "about.csv", "fields.csv", "rows.csv"
_DAYS = ("first", "updated")

_VALUES: dict[Kind, Callable[[str], Value]] = {
    Kind.COUNT: int, Kind.DECIMAL: Decimal, Kind.DATE: dt.date.fromisoformat,
}


def sample_data_sets(reporting: Reporting) -> dict[str, bytes]:
    """The workbooks of the data sets that have facts: path in the raw folder -> .xlsx bytes. Raises SettingsError."""
    folder = reporting.workspace.facts(reporting.agency.code, str(reporting.period)) / FOLDER
    shown = reporting.workspace.shown(folder)
    found = {}
    for entry in reporting.agency.catalogues.open_data:
        stem = Path(form_path(entry)).stem
        if (folder / f"{stem}.{_ABOUT}").exists():
            found[form_path(entry)] = _workbook(reporting, entry, folder, f"{shown}/{stem}", stem)
    return found


def _workbook(reporting: Reporting, entry: OpenDataSet, folder: Path, shown: str, stem: str) -> bytes:
    about, fields, rows = (read_rows(folder / f"{stem}.{name}", f"{shown}.{name}") for name in (_ABOUT, _FIELDS, _ROWS))
    kinds = {field["title"]: TYPES[field["type"]] for field in fields}
    values: dict[str, Value] = {row["line"]: _about_value(row) for row in about}
    return data_set_form(reporting, entry, {**values, "nature": ILLUSTRATIVE}, fields,
                         [_typed(row, kinds) for row in rows])


def _about_value(row: Mapping[str, str]) -> Value:
    return dt.date.fromisoformat(row["value"]) if row["line"] in _DAYS else row["value"]


def _typed(row: Mapping[str, str], kinds: Mapping[str, Kind]) -> dict[str, Value]:
    return {title: _VALUES.get(kinds[title], str)(text) if text else None for title, text in row.items()}
