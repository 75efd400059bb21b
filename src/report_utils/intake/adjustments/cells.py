"""The cell that a correction is about: where it is in the tables, what stands in it, what may stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from report_utils.agency.agency import Agency
from report_utils.agency.settings import nearest
from report_utils.errors import BaocaoError
from report_utils.findings import CATALOGUE, CellRef, Finding, Severity, finding
from report_utils.forms.asked import choices_of
from report_utils.forms.table import Column, Kind, Table
from report_utils.forms.tables import TABLES
from report_utils.intake.columns import read_column
from report_utils.intake.dataset import Dataset
from report_utils.intake.reading import ColumnFacts, Reading, Value, because
from report_utils.intake.sorting import ROW_NUMBER
from report_utils.intake.values import is_blank, shown, written
from report_utils.vietnamese.text import fold

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)")
_OF_CELLS = "OE"
"""The first letters of the codes that reading gives to single cells."""


class NoTypedCellError(BaocaoError):
    """A unit has no such cell that it types into; `reason` and `suggestion` are sentences, or empty."""

    def __init__(self, reason: str, suggestion: str = "") -> None:
        self.reason, self.suggestion = because(reason), suggestion
        super().__init__(f"{reason}.{suggestion}")


class UnfitValueError(BaocaoError):
    """A column takes no such value; `reason` is a sentence, or empty."""

    def __init__(self, value: str, reason: str) -> None:
        self.value, self.reason = value, reason
        super().__init__(f"Không ghi được «{value}».{reason}")


@dataclass(frozen=True)
class TypedCell:
    """A cell in row `row` (from 0) of a tidy table; `value` is None when it is blank or could not be read.

    `sent` is what the unit typed, as people write it.
    """

    table: Table
    row: int
    column: Column
    ref: CellRef
    value: Value
    sent: str


def typed_cell(dataset: Dataset, unit: str, sheet: str, cell: str) -> TypedCell:
    """The cell of the unit's form. Raises NoTypedCellError for one that is not typed by the unit, or was not read."""
    received = dataset.by_unit.get(unit)
    if received is None:
        raise NoTypedCellError("đơn vị chưa gửi tệp")
    if not received.has_form:
        raise NoTypedCellError("số liệu của đơn vị đếm từ tệp kết xuất, không có ô để điều chỉnh")
    name, table = _sheet(dataset, received.file, sheet)
    letter, number = _parts(cell)
    column = _column(dataset, table, CellRef(received.file, name), letter)
    columns = dataset.columns(table.code)
    places = zip(columns["unit"], columns["file"], columns["sheet"], columns["row"], strict=True)
    row = next((i for i, place in enumerate(places) if place == (unit, received.file, name, number)), None)
    if row is None:
        raise NoTypedCellError(f"dòng {number} không phải dòng số liệu đọc được")
    ref, value = dataset.cell(table.code, row, column.code), columns[column.code][row]
    return TypedCell(table, row, column, ref, value, written(value) or _unread(dataset.findings, ref))


def _sheet(dataset: Dataset, file: str, sheet: str) -> tuple[str, Table]:
    """The sheet as the unit calls it, and its table."""
    tables = {entry.sheet: entry.table for entry in dataset.ledgers if entry.file == file and entry.table}
    for name, code in tables.items():
        if fold(name) == fold(sheet) and TABLES[code].optional:
            raise NoTypedCellError("sheet này là lời giải trình của đơn vị")
        if fold(name) == fold(sheet):
            return name, TABLES[code]
    near = nearest(sheet, tables)
    raise NoTypedCellError(f"tệp không có biểu nào trên sheet «{sheet}»", f" Có phải «{near}»?" if near else "")


def _parts(cell: str) -> tuple[str, int]:
    found = _CELL.fullmatch(cell.strip().upper())
    if found is None:
        raise NoTypedCellError(f"«{cell}» không phải tên một ô, ví dụ C8")
    return found[1], int(found[2])


def _column(dataset: Dataset, table: Table, sheet: CellRef, letter: str) -> Column:
    letters = dataset.letters.get(sheet.file, {}).get(sheet.sheet, {})
    code = next((code for code, own in letters.items() if own == letter), None)
    if code is None:
        raise NoTypedCellError(f"cột {letter} không thuộc biểu «{table.sheet}»")
    column = table.column(code)
    if column.derived:
        raise NoTypedCellError(f"cột «{column.title}» tính từ các cột khác; điều chỉnh ô của cột thành phần")
    if column.known or code == ROW_NUMBER:
        raise NoTypedCellError(f"cột «{column.title}» không phải cột số liệu đơn vị nhập")
    return column


def _unread(findings: Iterable[Finding], ref: CellRef) -> str:
    """What the unit typed into a cell that could not be read."""
    return next((found.found for found in findings if found.code[0] in _OF_CELLS and ref in found.cells), "")


def is_of_cell(found: Finding, ref: CellRef) -> bool:
    """Whether a finding says how the cell was read."""
    return found.code[0] in _OF_CELLS and ref in found.cells


def holds(cell: TypedCell, old: Any, agency: Agency) -> bool:
    """Whether the cell still holds `old`, written in any way that is read alike."""
    if cell.value is None:
        return fold(_text(old)) == fold(cell.sent)
    return bool(_text(old) and cell.value == _read(cell.column, old, agency).value) or _text(old) == cell.sent


def new_value(cell: TypedCell, new: Any, agency: Agency) -> Value:
    """What the column makes of `new`. Raises UnfitValueError with what is wrong with it."""
    reading = _read(cell.column, new, agency)
    if not _text(new) and not cell.column.required:
        return None
    if reading.value is None or (reading.code and CATALOGUE[reading.code].severity is not Severity.NOTE):
        told = finding(reading.code, found=_text(new), column=cell.column.title, expected=reading.expected,
                       reason=reading.reason, suggestion=reading.suggestion) if reading.code else None
        raise UnfitValueError(_text(new), f" {told.message}" if told else "")
    return reading.value


def _read(column: Column, raw: Any, agency: Agency) -> Reading:
    facts = ColumnFacts(required=column.required, signed=column.signed,
                        choices=choices_of(agency, column) if column.kind is Kind.CHOICE else ())
    reading = read_column(["" if raw is None else raw], column.kind, facts)
    remark = reading.remarks.get(0)
    return Reading(reading.values[0], *(remark or ()))


def _text(raw: Any) -> str:
    return "" if raw is None or is_blank(raw) else shown(raw)
