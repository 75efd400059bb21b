"""Numbers of a table column by column, to find the few rows worth a closer look among very many."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from report_utils.forms.table import Kind, Table

Numbers = NDArray[np.float64]
"""One number a row; NaN where it is not known. Floats only sift: what they point at is compared exactly."""

_NEAR = 1e-9


class NumberColumns:
    """The number columns of a tidy table, derived ones added up from their parts."""

    def __init__(self, table: Table, frame: pd.DataFrame) -> None:
        self._table, self._frame = table, frame
        self._made: dict[str, Numbers] = {}

    def stored(self, code: str) -> Numbers:
        """A column as it was typed or stored."""
        values = self._frame[code]
        if self._table.column(code).kind is Kind.COUNT:
            return np.asarray(values.to_numpy(dtype=np.float64, na_value=np.nan), dtype=np.float64)
        return np.array([np.nan if value is None else float(value) for value in values.tolist()], dtype=np.float64)

    def added(self, code: str) -> Numbers:
        """A column, added up from its parts where it is derived."""
        if code not in self._made:
            column = self._table.column(code)
            made = self.stored(code) if not column.derived else np.zeros(len(self._frame))
            for sign, part in column.parts:
                made = made + sign * self.added(part)
            self._made[code] = made
        return self._made[code]

    def sum(self, codes: Iterable[str]) -> Numbers:
        """Several columns added up."""
        made = np.zeros(len(self._frame))
        for code in codes:
            made = made + self.added(code)
        return made


def differing(left: Numbers, right: Numbers) -> list[int]:
    """The rows where both are known and seem to differ."""
    gap = np.abs(left - right)
    return [int(i) for i in np.flatnonzero(gap > _NEAR * np.maximum(1.0, np.abs(left)))]


def above(part: Numbers, whole: Numbers) -> list[int]:
    """The rows where both are known and the part seems to be above the whole."""
    return [int(i) for i in np.flatnonzero(part > whole)]
