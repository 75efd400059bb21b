"""What an export says, by unit and field, with the rows that each count comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from report_utils.agency.units import Units
from report_utils.findings import CellRef
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.ledger import Ledger
from report_utils.intake.lines import Lines
from report_utils.intake.values import Value

RowNumbers = NDArray[np.int32]
"""Numbers of rows on a sheet (from 1), ascending."""

Key = tuple[str, str]
"""Code of the unit, name of the field."""

CASES, SUMMARY = "cases", "summary"
"""The kinds of exports, the one that counts first."""


@dataclass(frozen=True)
class Count:
    """A count and the rows it comes from; `column` is the letter of the column that decides. None: not readable."""

    value: int | None
    rows: RowNumbers
    column: str


@dataclass(frozen=True)
class ExportCounts:
    """The counts of one export file. `kind` is CASES or SUMMARY; `totals` are rows that are checked only.

    `data` is the row of the header and the last row: what a count of nothing was looked for in. It never equals the
    rows of another count. `letters` is the column letter of each column of the table.
    """

    kind: str
    name: str
    file: str
    sheet: str
    units: tuple[str, ...]
    letters: Mapping[str, str]
    counts: Mapping[Key, Mapping[str, Count]]
    totals: tuple[tuple[int, Mapping[str, int | None]], ...] = ()
    data: tuple[int, int] = (1, 1)
    ledger: Ledger = field(default_factory=Ledger)

    def value(self, unit: str, name: str, column: str) -> int | None:
        """A count; 0 for a field that the export does not have."""
        count = self.counts.get((unit, name), {}).get(column)
        return 0 if count is None else count.value

    def ref(self, unit: str, name: str, column: str) -> CellRef:
        """One reference for a count: from its first to its last row (all of the data when it counts none)."""
        count = self.counts.get((unit, name), {}).get(column)
        letter = count.column if count else self.letters.get(column, "A")
        first, last = (int(count.rows[0]), int(count.rows[-1])) if count and count.rows.size else self.data
        return CellRef(self.file, self.sheet, cell_range(letter, first, last))

    def behind(self, ref: CellRef) -> Count | None:
        """The count that `ref` gave this reference for; None when it is another's, or that of a count of nothing."""
        return next((count for key, columns in self.counts.items() for column, count in columns.items()
                     if count.rows.size and self.ref(*key, column) == ref), None)

    def lines(self, units: Units) -> list[Lines]:
        """The counts as rows of the table of dossiers, one `Lines` a unit.

        A unit without any says "không phát sinh" only where the export counts other units and no row was refused: an
        export that counts nothing at all says nothing.
        """
        return [self._lines(units, code) for code in self.units]

    def spans(self) -> dict[str, str]:
        """The cells of each count by "row.column" of the rows that `lines` gives."""
        return {f"{row}.{column}": self.ref(*key, column).cell
                for key, row in self._row_numbers().items() for column in self.counts[key]}

    def _lines(self, units: Units, code: str) -> Lines:
        rows = {key: row for key, row in self._row_numbers().items() if key[0] == code}
        columns: dict[str, list[Value]] = {column.code: [self._value(key, column.code) for key in rows]
                                           for column in DOSSIERS.columns}
        columns["number"], columns["field"] = [str(i + 1) for i in range(len(rows))], [name for _, name in rows]
        return Lines(DOSSIERS, units[code], self.file, self.sheet, dict(self.letters), list(rows.values()), columns,
                     [(row, dict(values)) for row, values in self.totals],
                     nil=not rows and not self.ledger.refused and self.ledger.used > 0, ledger=self.ledger)

    def _value(self, key: Key, column: str) -> int | None:
        count = self.counts[key].get(column)
        return count.value if count else None

    def _row_numbers(self) -> dict[Key, int]:
        """The sheet's row that stands for each unit and field: the first one that it counts."""
        first = {key: min(int(count.rows[0]) for count in counts.values() if count.rows.size)
                 for key, counts in self.counts.items()}
        return dict(sorted(first.items(), key=lambda pair: pair[1]))


def cell_range(letter: str, first: int, last: int) -> str:
    """Cells of a column: "E5:E9", or "E5" for one row."""
    return f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"


def ranges(letter: str, rows: RowNumbers, most: int = 0) -> list[str]:
    """Runs of rows of a column as ranges of cells; beyond `most` (if given) the last one spans all that is left."""
    runs = list(_runs(rows))
    return [cell_range(letter, first, last) for first, last in (_limited(runs, most) if most else runs)]


def _runs(rows: RowNumbers) -> Iterator[tuple[int, int]]:
    if rows.size:
        breaks = np.flatnonzero(np.diff(rows) > 1)
        firsts, lasts = np.append(rows[0], rows[breaks + 1]), np.append(rows[breaks], rows[-1])
        yield from zip(firsts.tolist(), lasts.tolist(), strict=True)


def _limited(runs: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    return runs if len(runs) <= most else [*runs[: most - 1], (runs[most - 1][0], runs[-1][1])]
