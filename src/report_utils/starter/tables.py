"""A list that somebody saved as CSV or XLSX, as rows of text; what is no text is refused, never spelled out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from report_utils.errors import SettingsError


class Row(NamedTuple):
    """A row that is not blank: where a person finds it ("dòng 3", its first line), and its cells as they are stored."""

    place: str
    cells: list[object]

    def texts(self, shown: str) -> list[str]:
        """The words of the cells. Raises SettingsError for a date, a time, TRUE or FALSE."""
        return [_text(cell, self.place, shown) for cell in self.cells]


def rows_in(path: Path, shown: str) -> list[list[Row]]:
    """The rows of each sheet with anything on it; a CSV file is one. Raises SettingsError when it cannot be read."""
    sheets = _sheets(path, shown) if path.suffix.lower() == ".xlsx" else [_lines(path, shown)]
    return [filled for rows in sheets if (filled := [row for row in rows if any(cell != "" for cell in row.cells)])]


def _lines(path: Path, shown: str) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(shown, "", "", "tệp CSV phải lưu dạng UTF-8.") from None
    separator = ";" if ";" in text.partition("\n")[0] else ","
    reader, first = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1
    try:
        for cells in reader:
            yield Row(f"dòng {first}", [cell.strip() for cell in cells])
            first = reader.line_num + 1
    except csv.Error:
        raise SettingsError(shown, f"dòng {first}", "", "không đọc được dòng này; kiểm tra dấu ngoặc kép, ô quá dài."
                            ) from None


def _sheets(path: Path, shown: str) -> list[list[Row]]:
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        return [_rows(workbook.get_sheet_by_name(name), f"sheet «{name}», " if names[1:] else "") for name in names]
    except CalamineError:
        raise SettingsError(shown, "", "", "không đọc được tệp Excel này.") from None


def _rows(sheet: CalamineSheet, place: str) -> list[Row]:
    """The rows of a sheet; the reader leaves out the blank ones above the first."""
    above = sheet.start[0] if sheet.start else 0
    return [Row(f"{place}dòng {number}", [cell.strip() if isinstance(cell, str) else cell for cell in cells])
            for number, cells in enumerate(sheet.to_python(), start=above + 1)]


def _text(cell: object, place: str, shown: str) -> str:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        kind = f"giá trị {str(cell).upper()}" if isinstance(cell, bool) else f"ngày hoặc giờ ({cell})"
        raise SettingsError(shown, place, cell, f"có ô chứa {kind}, không phải chữ; hãy gõ lại ở dạng Text.")
    return str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
