"""Where the parts of a table stand on its sheet; the one place that knows rows and columns of a form."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from report_utils.forms.table import Table

NIL_ROW = 4
CARRIED_ROW = 5
HEADER_ROW = 6


@dataclass(frozen=True)
class Geometry:
    """Row numbers (from 1) of one table on its sheet, with `data_rows` rows to fill in."""

    table: Table
    data_rows: int

    @property
    def header_depth(self) -> int:
        return max(len(column.heading) for column in self.table.columns)

    @property
    def number_row(self) -> int:
        """The row of column numbers, if the table has one."""
        return HEADER_ROW + self.header_depth

    @property
    def first_row(self) -> int:
        return self.number_row + self.table.numbered

    @property
    def title_rows(self) -> str:
        """The rows of the header as a print range, e.g. "6:9"."""
        return f"{HEADER_ROW}:{self.first_row - 1}"

    @property
    def last_row(self) -> int:
        return self.first_row + self.data_rows - 1

    @property
    def total_row(self) -> int:
        return self.last_row + 1

    def letter(self, code: str) -> str:
        """The column letter of the column with that code."""
        return get_column_letter(1 + [c.code for c in self.table.columns].index(code))

    def cell(self, code: str, row: int) -> str:
        return f"{self.letter(code)}{row}"
