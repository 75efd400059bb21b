"""Faults of many rows as few findings: rows with the same fault and the same value are one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.book import RawValue
from report_utils.intake.exports.columns import Mask
from report_utils.intake.exports.counts import RowNumbers, ranges

_MOST_VALUES = 100
"""Values of one fault and column that get a finding each; the rest share one."""

_MOST_RANGES = 50
_OTHERS = "…"


@dataclass(frozen=True)
class FaultyColumn:
    """A column in which rows are wrong: its letter and title, its values, and how a message may quote one."""

    letter: str
    title: str
    values: Sequence[RawValue]
    quoted: Callable[[RawValue], str]


@dataclass
class Faults:
    """The findings of one sheet, and which of its rows (from `first_row` on) they refuse."""

    unit: str
    file: str
    sheet: str
    first_row: int
    refused: Mask
    findings: list[Finding] = field(default_factory=list)

    def refuse(self, code: str, wrong: Mask, column: FaultyColumn, **fields: Any) -> None:
        """Refuse the rows of `wrong`, one finding for each value that they show."""
        self.refused |= wrong
        for text, places in _by_value(np.flatnonzero(wrong).tolist(), column).items():
            rows = np.array(places, np.int32) + self.first_row
            self.findings.append(self._finding(code, text, rows, column, fields))

    def _finding(self, code: str, text: str, rows: RowNumbers, column: FaultyColumn, fields: dict[str, Any]) -> Finding:
        cells = [CellRef(self.file, self.sheet, cell) for cell in ranges(column.letter, rows[1:], _MOST_RANGES)]
        at = CellRef(self.file, self.sheet, f"{column.letter}{rows[0]}")
        return finding(code, unit=self.unit, at=at, found=text, related=tuple(cells), column=column.title,
                       count=rows.size, **fields)


def _by_value(places: Sequence[int], column: FaultyColumn) -> dict[str, list[int]]:
    """The places of each value as messages quote it; values beyond the most are one group."""
    groups: dict[str, list[int]] = {}
    quoted: dict[RawValue, str] = {}
    for place in places:
        raw = column.values[place]
        if raw not in quoted:
            quoted[raw] = column.quoted(raw) if len(groups) < _MOST_VALUES else _OTHERS
        groups.setdefault(quoted[raw], []).append(place)
    return groups
