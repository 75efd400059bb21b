"""All tables of all units as tidy frames that remember file, sheet and cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from report_utils.findings import CellRef, Finding
from report_utils.forms.table import Kind, Table
from report_utils.intake.adjustments.record import Adjustment, Correction, Exclusion
from report_utils.intake.exports.counts import ExportCounts
from report_utils.intake.ledger import SheetLedger
from report_utils.intake.lines import Lines

PROVENANCE = ("unit", "file", "sheet", "row")
"""The first columns of every tidy table: unit code, file name, sheet, row on the sheet (from 1)."""

_NA = pd.NA
_DTYPES = {Kind.COUNT: "Int64", Kind.DECIMAL: "object", Kind.DATE: "object", Kind.MARK: "boolean"}


@dataclass(frozen=True)
class Received:
    """A submission as it went into the dataset. `tables` are the codes of the tables that could be read in it."""

    unit: str
    file: str
    version: int
    sent: dt.date | None
    nature: str
    tables: tuple[str, ...]
    nil: tuple[str, ...]
    """Tables that the unit declared "không phát sinh"."""
    exported: tuple[str, ...] = ()
    """Those of `tables` whose rows are counted from an export of another system instead of the form."""
    has_form: bool = True
    """Whether the unit sent its form; without it `file` is the export."""


@dataclass(frozen=True)
class Dataset:
    """What the units sent in one period.

    `tables[code]` has the columns of PROVENANCE and those of the table; `totals[code]` likewise the total rows that
    stand on the sheets. `letters[file][sheet][column]` is the column letter. `exports` are what other systems say, also
    where a form counts instead. `ledgers` say what became of every row of every sheet.
    `spans[file][sheet]["row.column"]` are the cells behind a number in a row made of them. `adjustments` are those that
    the office made: corrected cells hold what counts instead, and what is left out is in no table.
    """

    tables: Mapping[str, pd.DataFrame]
    totals: Mapping[str, pd.DataFrame]
    letters: Mapping[str, Mapping[str, Mapping[str, str]]]
    received: tuple[Received, ...]
    findings: tuple[Finding, ...] = field(default=())
    exports: tuple[ExportCounts, ...] = ()
    ledgers: tuple[SheetLedger, ...] = ()
    spans: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()
    _columns: dict[str, dict[str, list[Any]]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def columns(self, table: str) -> dict[str, list[Any]]:
        """The columns of a table (none without it), None for what is blank or could not be read; made once."""
        if table not in self._columns:
            self._columns[table] = _columns(self.tables.get(table))
        return self._columns[table]

    def rows(self, table: str, *codes: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Each row of a table by its number (from 0), with what stands in these columns."""
        columns = self.columns(table)
        return enumerate(zip(*(columns[code] for code in codes), strict=True) if columns else ())

    def records(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table as dictionaries; made once. Where few of them matter, `columns` tell which."""
        if table not in self._rows:
            self._rows[table] = _records(self.columns(table))
        return self._rows[table]

    def record(self, table: str, row: int) -> dict[str, Any]:
        """One row of a table (from 0)."""
        return {name: values[row] for name, values in self.columns(table).items()}

    def total_records(self, table: str) -> list[dict[str, Any]]:
        """The total rows that stand on the sheets of a table."""
        return _records(_columns(self.totals.get(table)))

    def ref(self, record: Mapping[str, Any], column: str) -> CellRef:
        """The cell of `column` in the row that `record` came from, or the cells that it was counted from."""
        return self._ref(record["file"], record["sheet"], record["row"], column)

    def cell(self, table: str, row: int, column: str) -> CellRef:
        """The same for a row of a table (from 0)."""
        file, sheet, number = (self.columns(table)[name][row] for name in ("file", "sheet", "row"))
        return self._ref(file, sheet, number, column)

    def _ref(self, file: str, sheet: str, row: int, column: str) -> CellRef:
        span = self.spans.get(file, {}).get(sheet, {}).get(f"{row}.{column}")
        return CellRef(file, sheet, span or f"{self.letters[file][sheet].get(column, 'A')}{row}")

    @cached_property
    def by_unit(self) -> Mapping[str, Received]:
        """What was received, by the code of its unit."""
        return {received.unit: received for received in self.received}

    @cached_property
    def corrections(self) -> Mapping[CellRef, Correction]:
        """The corrections by their cells."""
        return {one.cell: one for one in self.adjustments if isinstance(one, Correction)}

    @cached_property
    def exclusions(self) -> tuple[Exclusion, ...]:
        """What is not asked this period."""
        return tuple(one for one in self.adjustments if isinstance(one, Exclusion))

    def leaves_out(self, unit: str, table: str) -> bool:
        """Whether this table of the unit is not asked this period."""
        return any(one.unit == unit and one.table in ("", table) for one in self.exclusions)


def _columns(frame: pd.DataFrame | None) -> dict[Any, list[Any]]:
    if frame is None:
        return {}
    return {name: _known(values) if values.hasnans else values.tolist() for name, values in frame.items()}


def _known(values: pd.Series[Any]) -> list[Any]:
    return [None if value is _NA else value for value in values.tolist()]


def _records(columns: Mapping[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def tidy(table: Table, lines: Iterable[Lines]) -> pd.DataFrame:
    """The rows of one table from all units in one frame."""
    parts = list(lines)
    columns = {column.code: list(chain.from_iterable(part.columns.get(column.code, ()) for part in parts))
               for column in table.columns}
    return typed_frame(table, _places((part, part.rows) for part in parts) | columns)


def tidy_totals(table: Table, lines: Iterable[Lines]) -> pd.DataFrame:
    """The total rows that stand on the sheets, in the shape of `tidy`."""
    parts = list(lines)
    columns = {column.code: [values.get(column.code) for part in parts for _, values in part.totals]
               for column in table.columns}
    return typed_frame(table, _places((part, [row for row, _ in part.totals]) for part in parts) | columns)


def _places(parts: Iterable[tuple[Lines, list[int]]]) -> dict[str, list[Any]]:
    """The columns of PROVENANCE for the rows of these parts."""
    places: dict[str, list[Any]] = {name: [] for name in PROVENANCE}
    for part, rows in parts:
        for name, value in zip(PROVENANCE, (part.unit.code, part.file, part.sheet), strict=False):
            places[name] += [value] * len(rows)
        places["row"] += rows
    return places


def typed_frame(table: Table, columns: Mapping[str, list[Any]]) -> pd.DataFrame:
    """A frame of these columns in the types of the table."""
    kinds = {column.code: _DTYPES.get(column.kind, "object") for column in table.columns}
    types: dict[str, Any] = {"row": "int64", **kinds}
    return pd.DataFrame({name: _typed(values, types.get(name, "object")) for name, values in columns.items()})


def _typed(values: list[Any], dtype: str) -> Any:
    """The column of these values; counts of which all are known, and objects where there are none, go the short way."""
    if dtype == "Int64" and None not in values:
        known = np.array(values, np.int64)
        return pd.arrays.IntegerArray(known, np.zeros(len(known), np.bool_))
    return pd.Series(values, dtype=dtype) if values or dtype != "object" else np.empty(0, np.object_)
