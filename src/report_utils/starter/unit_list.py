"""The units of a new agency: lines "code;name", or a list that was saved as CSV or XLSX."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from python_calamine import CalamineError, CalamineWorkbook

from report_utils.agency.settings import Strict, validate
from report_utils.agency.units import GROUPS
from report_utils.errors import SettingsError
from report_utils.vietnamese.text import fold, nfc

TAGS = {"tu_chu": "đơn vị được giao tự chủ tài chính"}
"""The tags that figures know; a new agency begins with them."""

_CODE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_HEADINGS = ("code", "mã", "mã đơn vị")
_BY_NAME = {
    "one_stop": re.compile(fold("trung tâm phục vụ hành chính công")),
    "office": re.compile(fold("(?:văn phòng|phòng|thanh tra)\\b(?! khám)")),
}
"""What the name of a unit begins with, as the groups themselves are called (`GROUPS`)."""


class NewUnit(Strict):
    """A unit: `code` stands in file names and catalogues; `group` is that of units.csv."""

    code: str
    name: str = Field(min_length=1)
    group: Literal["one_stop", "office", "affiliated"]

    @field_validator("code")
    @classmethod
    def _usable(cls, code: str) -> str:
        if not _CODE.fullmatch(code):
            raise ValueError(f"mã đơn vị «{code}» chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối")
        if code in (*GROUPS, *TAGS):
            raise ValueError(f"mã đơn vị «{code}» trùng tên một nhóm hoặc nhãn đơn vị; hãy chọn mã khác")
        return code


def listed_units(lines: Iterable[str], shown: str) -> list[NewUnit]:
    """The units of lines "code;name" or "code;name;group". Raises SettingsError."""
    return [_unit(line.split(";"), f"units.{number}", shown) for number, line in enumerate(lines, start=1)]


def read_units(path: Path, shown: str) -> list[NewUnit]:
    """The units of a list with the columns code, name and, where it has one, group; CSV or XLSX.

    Raises SettingsError when the file is missing or cannot be read, or a unit is wrong.
    """
    if not path.is_file():
        raise SettingsError(shown, "", "", "không có tệp này.")
    rows = _rows_of_workbook(path, shown) if path.suffix.lower() == ".xlsx" else _rows_of_csv(path, shown)
    numbered = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if numbered and fold(numbered[0][1][0]) in map(fold, _HEADINGS):
        del numbered[0]
    return [_unit(row, f"dòng {number}", shown) for number, row in numbered]


def _unit(cells: Sequence[str], place: str, shown: str) -> NewUnit:
    parts = [" ".join(nfc(cell).split()) for cell in cells]
    while parts and not parts[-1]:
        parts.pop()
    if len(parts) not in (2, 3):
        raise SettingsError(shown, place, ";".join(cells), f"«{';'.join(cells)}» phải ghi dạng mã;tên đơn vị, ví dụ "
                            "vp;Văn phòng Sở.")
    code, name = parts[:2]
    return validate(NewUnit, {"code": code, "name": name, "group": parts[2] if parts[2:] else group_of(name)}, shown)


def group_of(name: str) -> str:
    """The group that the first words of a unit's name tell; else it counts as affiliated."""
    return next((group for group, start in _BY_NAME.items() if start.match(fold(name))), "affiliated")


def _rows_of_csv(path: Path, shown: str) -> list[list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(shown, "", "", "tệp CSV phải lưu dạng UTF-8.") from None
    separator = ";" if ";" in text.partition("\n")[0] else ","
    return [[cell.strip() for cell in row] for row in csv.reader(text.splitlines(), delimiter=separator)]


def _rows_of_workbook(path: Path, shown: str) -> list[list[str]]:
    """The first sheet as text."""
    try:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    except CalamineError:
        raise SettingsError(shown, "", "", "không đọc được tệp Excel này.") from None
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell) if whole else cell).strip()  # type: ignore[call-overload]
