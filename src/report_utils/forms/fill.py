"""A form filled in: sample submissions from a readable table of facts, and workbooks for tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lxml import etree
from openpyxl import Workbook

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.errors import BaocaoError
from report_utils.forms.geometry import NIL_ROW, Geometry
from report_utils.forms.info import INFO_FIELDS, INFO_SHEET
from report_utils.forms.table import Rows
from report_utils.forms.workbook import build_form, to_bytes
from report_utils.opc import pack, unpack

Value = str | int | Decimal | dt.date | None
Facts = Mapping[str, Sequence[Mapping[str, Value]]]
"""The rows of a unit by table code; each row by column code. Known rows carry their key."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class FactError(BaocaoError):
    """A fact has no place in the form of its unit."""

    def __init__(self, unit: str, table: str, what: str) -> None:
        self.unit, self.table, self.what = unit, table, what
        super().__init__(f"Số liệu mẫu của «{unit}», biểu «{table}»: {what} không có trong biểu mẫu.")


def filled_form(reporting: Reporting, unit: Unit, facts: Facts, info: Mapping[str, Value],
                nil: frozenset[str] = frozenset()) -> bytes:
    """The workbook of `unit` as it would send it: `facts` typed in, `nil` tables declared empty, sums computed.

    Formulas keep their stored value, as Excel leaves them. Raises FactError for a fact without a place.
    """
    workbook, geometries = build_form(reporting, unit, {code: len(rows) for code, rows in facts.items()})
    _fill_info(workbook, info)
    stored: dict[str, dict[str, Any]] = {}
    for code, rows in facts.items():
        if code not in geometries:
            raise FactError(unit.code, code, "biểu này")
        _fill_table(workbook, unit, geometries[code], rows)
    for code in nil:
        workbook[geometries[code].table.sheet].cell(NIL_ROW, 3, "x")
    for geometry in geometries.values():
        stored[geometry.table.sheet] = _computed(workbook, geometry)
    return _with_stored_values(to_bytes(workbook, reporting), workbook, stored)


def _fill_info(workbook: Workbook, info: Mapping[str, Value]) -> None:
    for row, field in enumerate(INFO_FIELDS, start=3):
        if field.code in info:
            workbook[INFO_SHEET].cell(row, 2, info[field.code])


def _fill_table(workbook: Workbook, unit: Unit, geometry: Geometry, rows: Sequence[Mapping[str, Value]]) -> None:
    sheet, table = workbook[geometry.table.sheet], geometry.table
    places = {
        str(sheet[geometry.cell(table.key, row)].value): row
        for row in range(geometry.first_row, geometry.last_row + 1)
    } if table.rows is Rows.KNOWN else {}
    for index, facts in enumerate(rows):
        row = places.get(str(facts[table.key])) if places else geometry.first_row + index
        if row is None:
            raise FactError(unit.code, table.code, f"dòng «{facts[table.key]}»")
        for code, value in facts.items():
            if code != table.key or not places:
                cell = sheet[geometry.cell(code, row)]
                cell.value = float(value) if isinstance(value, Decimal) else value


def _computed(workbook: Workbook, geometry: Geometry) -> dict[str, Any]:
    """What Excel would have stored in the formula cells of a table, by cell."""
    sheet, table = workbook[geometry.table.sheet], geometry.table
    values: dict[str, Any] = {}

    def number(code: str, row: int) -> float:
        cell = geometry.cell(code, row)
        return values.get(cell) if cell in values else (sheet[cell].value or 0)  # type: ignore[return-value]

    for row in range(geometry.first_row, geometry.last_row + 1):
        for column in table.columns:
            if column.derived:
                values[geometry.cell(column.code, row)] = sum(sign * number(code, row) for sign, code in column.parts)
    if table.total_row:
        for column in table.columns:
            if column.kind.is_number:
                rows = range(geometry.first_row, geometry.last_row + 1)
                values[geometry.cell(column.code, geometry.total_row)] = sum(number(column.code, r) for r in rows)
    return values


def _with_stored_values(data: bytes, workbook: Workbook, stored: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The package with the stored value of each formula, which openpyxl itself cannot write."""
    parts = unpack(data)
    for index, sheet in enumerate(workbook.worksheets, start=1):
        values = stored.get(sheet.title)
        if not values:
            continue
        part = f"xl/worksheets/sheet{index}.xml"
        root = etree.fromstring(parts[part])
        for cell in root.iter(f"{_MAIN}c"):
            name = str(cell.get("r"))
            if cell.find(f"{_MAIN}f") is not None and name in values:
                _store(cell, values[name])
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack(parts)


def _store(cell: Any, value: Any) -> None:
    stored = cell.find(f"{_MAIN}v")
    if stored is None:
        stored = etree.SubElement(cell, f"{_MAIN}v")
    stored.text = repr(value) if isinstance(value, float) and not value.is_integer() else str(int(value))

