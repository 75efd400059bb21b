"""The sheet «Thông tin» of a workbook: what it says it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from report_utils.findings import CellRef
from report_utils.forms.info import INFO_FIELDS, INFO_SHEET, NATURES
from report_utils.forms.table import Kind
from report_utils.intake.book import Grid, RawValue
from report_utils.intake.reading import ColumnFacts
from report_utils.intake.sheets import sheet_named
from report_utils.intake.values import read_value, shown
from report_utils.vietnamese.text import fold

_VERSION = re.compile(
    rf"(?:{fold('phiên bản')}|{fold('bản')}|{fold('lần')}|{fold('số')}|ver(?:sion)?|v)?[ .:]*"
    r"([1-9][0-9]{0,3})(?:[.,]0)?(?: ?\([^()]*\))?")


def _label(text: str) -> str:
    """A label as it is compared: without what stands in brackets behind it, and without a colon."""
    return fold(text.partition("(")[0]).rstrip(" :")


_LABELS = {_label(field.label): field.code for field in INFO_FIELDS}


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

    def shown(self, code: str) -> str:
        """The value of a field as messages quote it."""
        return shown(self.raws.get(code, ""))

    @property
    def version(self) -> int | None:
        """The version of the file: 2, "lần 2", "v2"; the first when nothing is said, None when it cannot be read."""
        text = fold(self.text("version"))
        found = _VERSION.fullmatch(text)
        return int(found[1]) if found else None if text else 1

    @property
    def nature(self) -> str:
        """One of NATURES; "" when it is blank or none of them."""
        value = read_value(self.raws.get("nature", ""), Kind.CHOICE, ColumnFacts(choices=NATURES)).value
        return value if isinstance(value, str) else ""

    @property
    def sent(self) -> dt.date | None:
        """The day on which the unit sent the file; None when it says none that can be read."""
        value = read_value(self.raws.get("sent", ""), Kind.DATE).value
        return value if isinstance(value, dt.date) else None

    def at(self, code: str) -> CellRef:
        """The cell of a field; the sheet when it has none."""
        return CellRef(self.file, self.sheet, self.cells.get(code, ""))


def read_info(grids: Iterable[Grid], file: str) -> Info:
    """What the sheet «Thông tin» says; nothing when there is no such sheet."""
    grid = sheet_named(grids, INFO_SHEET)
    info = Info(file, grid.sheet if grid else INFO_SHEET, {}, {})
    for number, row in enumerate(grid.rows if grid else ()):
        for column, value in enumerate(row[:-1]):
            code = _LABELS.get(_label(value)) if isinstance(value, str) else None
            if grid and code and code not in info.raws:
                info.raws[code], info.cells[code] = row[column + 1], grid.name(number, column + 1)
    return info
