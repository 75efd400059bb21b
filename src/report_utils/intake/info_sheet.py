"""The sheet «Thông tin» of a workbook: what it says it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.info import INFO_FIELDS, INFO_SHEET
from report_utils.forms.table import Kind
from report_utils.intake.book import Grid, RawValue
from report_utils.intake.sheets import sheet_named
from report_utils.intake.values import is_blank, read_value, shown
from report_utils.vietnamese.text import fold

_LABELS = {fold(field.label): field.code for field in INFO_FIELDS}
_FIRST_VERSION = 1


@dataclass(frozen=True)
class Info:
    """What stands beside the labels: raw values and cells by field code."""

    file: str
    sheet: str
    raws: dict[str, RawValue]
    cells: dict[str, str]

    def text(self, code: str) -> str:
        """The text of a field; "" when it is blank or not there."""
        return str(read_value(self.raws.get(code, ""), Kind.TEXT).value or "")

    @property
    def version(self) -> int:
        """The version of the file; the first when it says none that can be read."""
        text = self.text("version")
        return int(text) if text.isdecimal() else _FIRST_VERSION

    @property
    def sent(self) -> dt.date | None:
        """The day on which the unit sent the file; None when it says none that can be read."""
        value = read_value(self.raws.get("sent", ""), Kind.DATE).value
        return value if isinstance(value, dt.date) else None

    def at(self, code: str) -> CellRef:
        """The cell of a field; the sheet when it has none."""
        return CellRef(self.file, self.sheet, self.cells.get(code, ""))

    def findings(self, unit: str) -> Iterator[Finding]:
        """What cannot be read of the version and the day."""
        unread = (
            ("version", "phiên bản tệp", f"được coi là {_FIRST_VERSION}", not self.text("version").isdecimal()),
            ("sent", "ngày gửi", "được coi là chưa ghi ngày", self.sent is None),
        )
        for code, what, taken_as, is_unread in unread:
            raw = self.raws.get(code, "")
            if is_unread and not is_blank(raw):
                yield finding("N10", unit=unit, at=self.at(code), what=what, found=shown(raw), expected=taken_as)


def read_info(grids: Iterable[Grid], file: str) -> Info:
    """What the sheet «Thông tin» says; nothing when there is no such sheet."""
    grid = sheet_named(grids, INFO_SHEET)
    info = Info(file, grid.sheet if grid else INFO_SHEET, {}, {})
    for number, row in enumerate(grid.rows if grid else ()):
        for column, value in enumerate(row[:-1]):
            code = _LABELS.get(fold(value)) if isinstance(value, str) else None
            if grid and code and code not in info.raws:
                info.raws[code], info.cells[code] = row[column + 1], grid.name(number, column + 1)
    return info
