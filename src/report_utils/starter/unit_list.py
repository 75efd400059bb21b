"""The units of a new agency: lines "code;name", or a list that was saved as CSV or XLSX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import field_validator

from report_utils.agency.settings import Strict, validate
from report_utils.agency.units import GROUPS
from report_utils.errors import SettingsError
from report_utils.starter.tables import Row, rows_in
from report_utils.starter.words import Words
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
    name: Words
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

    In a workbook that is the first sheet that begins with the headings, else the first one with anything on it.
    Raises SettingsError when the file is missing or cannot be read, there is no unit in it, or a unit is wrong.
    """
    if not path.is_file():
        raise SettingsError(shown, "", "", "không có tệp này.")
    sheets = rows_in(path, shown)
    rows = next((rows for rows in sheets if _is_heading(rows[0])), sheets[0] if sheets else [])
    units = [row for row in rows if not (row is rows[0] and _is_heading(row))]
    if not units:
        raise SettingsError(shown, "", "", "không có đơn vị nào trong danh sách; mỗi dòng ghi mã và tên đơn vị.")
    return [_unit(row.texts(shown), row.place, shown) for row in units]


def _is_heading(row: Row) -> bool:
    return fold(str(row.cells[0])) in map(fold, _HEADINGS)


def _unit(cells: Sequence[str], place: str, shown: str) -> NewUnit:
    parts = [" ".join(nfc(cell).split()) for cell in cells]
    while parts and not parts[-1]:
        parts.pop()
    if len(parts) not in (2, 3):
        raise SettingsError(shown, place, ";".join(cells), f"«{';'.join(cells)}» phải ghi dạng mã;tên đơn vị, ví dụ "
                            "vp;Văn phòng Sở.")
    code, name = parts[:2]
    return validate(NewUnit, {"code": code, "name": name, "group": parts[2] if parts[2:] else group_of(name)},
                    f"{shown}, {place}")


def group_of(name: str) -> str:
    """The group that the first words of a unit's name tell; else it counts as affiliated."""
    return next((group for group, start in _BY_NAME.items() if start.match(fold(name))), "affiliated")
