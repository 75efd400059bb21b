"""Lists of the settings (CSV), read strictly: an unknown column is an error that names the nearest right one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from report_utils.agency.settings import nearest
from report_utils.errors import SettingsError
from report_utils.vietnamese.text import nfc

_BREAKS = re.compile("[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
"""What neither a workbook nor a Word file can hold (XML 1.0, 2.2)."""


def read_csv(path: Path, shown: str, columns: tuple[str, ...], optional: tuple[str, ...] = ()
             ) -> list[dict[str, str]]:  # fmt: skip
    """The rows of a CSV catalogue as NFC text, stripped; the columns of `optional` may be missing and are then empty.

    What else breaks a line within a cell, as Word's own line break (U+000B) does, is a space.
    Raises SettingsError when the file is missing or broken, or a column of `columns` is missing or unknown.
    """
    try:
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SettingsError(shown, "", "", "không có tệp này.") from None
    except UnicodeDecodeError:
        raise SettingsError(shown, "", "", "tệp CSV phải lưu dạng UTF-8.") from None
    reader = csv.DictReader(io.StringIO(_without_breaks(text, shown), newline=""), strict=True)
    try:
        _check_columns(reader.fieldnames or (), shown, columns, optional)
        rows = [_stripped(row, shown, reader.line_num) for row in reader]
        return [{**row, **{name: "" for name in optional if name not in row}} for row in rows]
    except csv.Error:
        raise SettingsError(shown, f"dòng {reader.line_num}", "", "không đọc được dòng này; kiểm tra dấu ngoặc kép."
                            ) from None


def _without_breaks(text: str, shown: str) -> str:
    text = _BREAKS.sub(" ", text)
    if control := _CONTROL.search(text):
        line, sign = text.count("\n", 0, control.start()) + 1, control[0]
        raise SettingsError(shown, f"dòng {line}", sign, f"có ký tự điều khiển U+{ord(sign):04X}; hãy xóa đi.")
    return text


def _check_columns(names: Iterable[str], shown: str, columns: tuple[str, ...], optional: tuple[str, ...]) -> None:
    found = tuple(names)
    if len(found) == 1 < len(columns) and ";" in found[0]:
        raise SettingsError(shown, "", "", "các ô phải cách nhau bằng dấu phẩy, tệp này dùng dấu chấm phẩy; hãy lưu "
                                           "lại dạng CSV cách nhau bằng dấu phẩy.")
    for name in columns:
        if name not in found:
            raise SettingsError(shown, name, "", "thiếu cột này.")
    for name in found:
        if name not in (*columns, *optional):
            near = nearest(name, (*columns, *optional))
            raise SettingsError(shown, name, "", f"cột lạ.{f' Có phải ý bạn là «{near}»?' if near else ''}")


def _stripped(row: dict[str | Any, str | Any], shown: str, line: int) -> dict[str, str]:
    """The cells of a row; the reader puts those beyond the last column under None."""
    if None in row:
        raise SettingsError(shown, f"dòng {line}", row[None], "thừa ô so với dòng tiêu đề.")
    return {key: (value or "").strip() for key, value in row.items()}


def split(text: str) -> tuple[str, ...]:
    """The parts of a ";"-separated cell."""
    return tuple(part.strip() for part in text.split(";") if part.strip())
