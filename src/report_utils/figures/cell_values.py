"""What stands in a source cell, and whose it is, as the intake has read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from report_utils.agency.agency import Agency
from report_utils.figures.period import PeriodFigures
from report_utils.findings import CellRef
from report_utils.intake.adjustments.record import Correction
from report_utils.intake.dataset import Dataset

Rows = dict[tuple[str, str, int], Mapping[str, Any]]


@dataclass(frozen=True)
class _Sheets:
    """The rows of one dataset by file, sheet and number, and the columns behind letters."""

    agency: Agency
    dataset: Dataset

    @cached_property
    def rows(self) -> Rows:
        return {(record["file"], record["sheet"], record["row"]): record
                for table in self.dataset.tables for record in self.dataset.records(table)}

    def place(self, cell: CellRef) -> tuple[Mapping[str, Any], str] | None:
        """The row and the column code of a cell; None for one that is in no table."""
        spans = self.dataset.spans.get(cell.file, {}).get(cell.sheet, {})
        behind = next((name for name, cells in spans.items() if cells == cell.cell), "")
        letter = cell.cell.rstrip("0123456789")
        letters = self.dataset.letters.get(cell.file, {}).get(cell.sheet, {})
        column = behind.partition(".")[2] or next((code for code, own in letters.items() if own == letter), "")
        number = behind.partition(".")[0] or cell.cell.removeprefix(letter)
        row = self.rows.get((cell.file, cell.sheet, int(number))) if number.isdigit() else None
        return (row, column) if row is not None and column in row else None


class CellValues:
    """The cells of a period and of those it is compared with, whose files stand under the code of their period."""

    def __init__(self, figures: PeriodFigures) -> None:
        self._sheets = dict(_all_sheets(figures))

    def __call__(self, cell: CellRef) -> Any:
        """The value in a cell: a number, text, day or mark; None for a blank cell, or one that is not at hand."""
        found = self._place(cell)
        return found[0][found[1]] if found else None

    @cached_property
    def has_corrections(self) -> bool:
        """Whether the office corrected any cell at all."""
        return any(sheets.dataset.corrections for sheets in self._sheets.values())

    def correction(self, cell: CellRef) -> Correction | None:
        """How the office corrected a cell, None where what the unit sent counts."""
        folder, _, name = cell.file.rpartition("/")
        sheets = self._sheets.get(folder)
        return sheets.dataset.corrections.get(CellRef(name, cell.sheet, cell.cell)) if sheets else None

    def unit(self, cell: CellRef) -> str:
        """The name of the unit that typed into a cell; "" where nobody did."""
        found, sheets = self._place(cell), self._sheets.get(cell.file.rpartition("/")[0])
        return sheets.agency.units[found[0]["unit"]].name if found and sheets else ""

    def _place(self, cell: CellRef) -> tuple[Mapping[str, Any], str] | None:
        folder, _, name = cell.file.rpartition("/")
        sheets = self._sheets.get(folder)
        return sheets.place(CellRef(name, cell.sheet, cell.cell)) if sheets else None


def _all_sheets(figures: PeriodFigures) -> Iterator[tuple[str, _Sheets]]:
    own = figures.source
    yield "", _Sheets(own.agency, own.dataset)
    for period, held in figures.earlier.items():
        if held.source.agency.code == own.agency.code:
            yield str(period), _Sheets(held.source.agency, held.source.dataset)
