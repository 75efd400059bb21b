"""The dictionary of fields that a unit sends with its data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from report_utils.agency.agency import Agency
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.data_set import FIELDS, TYPES
from report_utils.forms.table import Column, Kind
from report_utils.intake.book import Book
from report_utils.intake.read_lines import read_lines
from report_utils.intake.sheets import sheet_named
from report_utils.publish.data_set import Field, FieldType, slug

_FIELD_TYPES = {Kind.TEXT: FieldType.STRING, Kind.CODE: FieldType.STRING, Kind.COUNT: FieldType.INTEGER,
                Kind.DECIMAL: FieldType.NUMBER, Kind.DATE: FieldType.DATE, Kind.MARK: FieldType.BOOLEAN}
_LONGEST_NAME, _LONGEST_GIVEN = 40, 63
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*")
BLANK_TABLE = "B05"
"""What the reader of tables says of an empty one: here it is said in other words."""


def read_dictionary(agency: Agency, unit: Unit, book: Book, findings: list[Finding]) -> list[Field]:
    """The fields that the workbook names, in their order; `findings` takes what is wrong with them."""
    grid = sheet_named(book.grids, FIELDS.sheet)
    if grid is None:
        findings.append(finding("P05", unit=unit.name, at=CellRef(book.file), expected=FIELDS.sheet))
        return []
    lines = read_lines(agency, unit, FIELDS, grid, book.file)
    findings += (found for found in lines.findings if found.code != BLANK_TABLE)
    rows = [dict(zip(lines.columns, values, strict=True)) for values in zip(*lines.columns.values(), strict=True)]
    fields = [_field(row) for row in rows if row["title"] and row["type"]]
    if not fields and lines.letters:
        findings.append(finding("P12", unit=unit.name, at=CellRef(book.file, grid.sheet)))
    findings += (finding("P11", unit=unit.name, at=CellRef(book.file, grid.sheet), found=first, expected=second,
                         name=name) for first, second, name in _doubles(fields))
    findings += (finding("P14", unit=unit.name, at=CellRef(book.file, grid.sheet), found=one.title, name=one.name,
                         reason=reason) for one in fields if (reason := _fault(one.name)))
    return fields


def columns_of(fields: Iterable[Field]) -> tuple[Column, ...]:
    """The columns of the sheet of data, as the reader of tables knows them; changes and balances may be negative."""
    return tuple(Column(one.name, (one.title,), one.kind, required=one.is_required or one.is_key, signed=True)
                 for one in fields)


def _field(row: dict[str, Any]) -> Field:
    kind = TYPES[row["type"]]
    return Field(
        name=row["name"] or slug(row["title"], _LONGEST_NAME).replace("-", "_"), title=row["title"],
        type=_FIELD_TYPES[kind], kind=kind, description=row["description"] or "", unit=row["unit"] or "",
        is_required=bool(row["required"]), is_key=bool(row["key"]),
    )


def _fault(name: str) -> str:
    """Why no program may be given a name: spreadsheets, databases and web addresses take it for something else."""
    if not name:
        return "tiêu đề cột không có chữ cái hay chữ số nào để đặt tên"
    if not _NAME.fullmatch(name):
        return "tên phải bắt đầu bằng chữ không dấu hoặc chữ số, sau đó chỉ gồm chữ không dấu, chữ số, «_», «-», «.»"
    return f"tên dài quá {_LONGEST_GIVEN} ký tự" if len(name) > _LONGEST_GIVEN else ""


def _doubles(fields: Sequence[Field]) -> list[tuple[str, str, str]]:
    """Titles of two fields with one name, and that name."""
    first: dict[str, str] = {}
    found = []
    for one in fields:
        if one.name in first:
            found.append((first[one.name], one.title, one.name))
        first.setdefault(one.name, one.title)
    return found
