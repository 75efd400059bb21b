"""A sheet of labelled lines: the words on the left, what the unit says beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from report_utils.findings import CellRef
from report_utils.forms.info import InfoField
from report_utils.forms.table import Kind
from report_utils.intake.book import Grid, RawValue
from report_utils.intake.reading import ColumnFacts
from report_utils.intake.values import read_value, shown
from report_utils.vietnamese.text import fold


@dataclass(frozen=True)
class Labelled:
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

    def day(self, code: str) -> dt.date | None:
        """The day of a field; None when it says none that can be read."""
        value = read_value(self.raws.get(code, ""), Kind.DATE).value
        return value if isinstance(value, dt.date) else None

    def choice(self, code: str, choices: tuple[str, ...]) -> str:
        """One of `choices`; "" when the field is blank or none of them."""
        value = read_value(self.raws.get(code, ""), Kind.CHOICE, ColumnFacts(choices=choices)).value
        return value if isinstance(value, str) else ""

    def at(self, code: str) -> CellRef:
        """The cell of a field; the sheet when it has none."""
        return CellRef(self.file, self.sheet, self.cells.get(code, ""))


def labels_of(fields: Iterable[InfoField]) -> dict[str, str]:
    """The code of each field by its label as it is compared."""
    return {_compared(field.label): field.code for field in fields}


def read_labelled(grid: Grid | None, file: str, sheet: str, labels: Mapping[str, str]) -> Labelled:
    """What `grid` says beside the `labels`, the first time each stands there; nothing when there is no such sheet."""
    found = Labelled(file, grid.sheet if grid else sheet, {}, {})
    for number, row in enumerate(grid.rows if grid else ()):
        for column, value in enumerate(row[:-1]):
            code = labels.get(_compared(value)) if isinstance(value, str) else None
            if grid and code and code not in found.raws:
                found.raws[code], found.cells[code] = row[column + 1], grid.name(number, column + 1)
    return found


def _compared(label: str) -> str:
    """A label without what stands in brackets behind it, and without a colon."""
    return fold(label.partition("(")[0]).rstrip(" :")
