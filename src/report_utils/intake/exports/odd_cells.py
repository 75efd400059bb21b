"""Cells of a case list that show something else than they hold: struck out, with raised digits, as a percentage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from report_utils.intake.book import RawValue
from report_utils.intake.exports.columns import Mask
from report_utils.intake.exports.header import Header
from report_utils.intake.looks import odd_look
from report_utils.intake.preflight.names import place_of
from report_utils.intake.reading import Reading

_DAYS_AND_NUMBERS = frozenset(("received", "due", "finished", "limit"))

OddCells = Mapping[tuple[str, Reading], Mask]
"""The rows below the header in which a column is odd, by the column and by what is odd."""


def odd_cells(header: Header, values: Mapping[str, Sequence[RawValue]]) -> OddCells:
    """The odd cells of our columns. Costs nothing when the sheet has none."""
    grid = header.grid
    names = {column: name for name, column in header.columns.items()}
    found: dict[tuple[str, Reading], Mask] = {}
    for cell in dict.fromkeys((*grid.units, *grid.marked)):
        row, column = (number - 1 for number in place_of(cell))
        name, place = names.get(column, ""), row - header.first_row
        if not name or not 0 <= place < len(values[name]):
            continue
        look = odd_look(values[name][place], grid.units.get(cell, ""), grid.marked.get(cell, ""),
                        is_number=name in _DAYS_AND_NUMBERS)
        if look:
            found.setdefault((name, look), np.zeros(len(values[name]), bool))[place] = True
    return found
