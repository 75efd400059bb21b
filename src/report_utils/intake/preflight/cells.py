"""The shape of one row: which cells it has and what they hold, without their texts.

A sheet repeats few shapes, so each is taken apart once. The shape of a row is its XML with every text replaced by a
dot and the row's own number taken out of the cell names: `r="" spans="1:2"><c r="A" t="s"><v>.</v></c></row>`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from report_utils.intake.preflight.refusal import FaultError
from report_utils.intake.preflight.row_parts import read_row

_TEXT = re.compile(rb">[^<]+")
_LONGEST_KEPT = 4_096
_ODD_TYPES = (b"'s'", b'= "s"', b't ="s"')


class RowShape(NamedTuple):
    """Columns count from 1. `number` is None when it was taken out of the shape, or never there."""

    number: int | None
    valued: tuple[int, ...]
    errors: tuple[int, ...]
    unstored: tuple[int, ...]
    is_hidden: bool
    is_notable: bool
    """There is anything of the above."""
    has_odd_type: bool
    """A cell says in an unusual way that it names a shared string."""
    fault: FaultError | None
    """What is wrong with the row; its cell is named by letters only."""


def skeleton(data: bytes) -> bytes:
    """XML with each text replaced by a dot; what is between tags stays recognisable, what it says is gone."""
    return b">.".join(_TEXT.split(data))  # faster than sub


def row_shape(signature: bytes) -> RowShape:
    """The shape of a row, given what follows `<row ` up to the next row."""
    return _kept(signature) if len(signature) <= _LONGEST_KEPT else _taken_apart(signature)


def _taken_apart(signature: bytes) -> RowShape:
    try:
        row = read_row(b"<row " + signature)
    except FaultError as fault:
        return RowShape(None, (), (), (), False, False, False, fault)
    valued = tuple(cell.column for cell in row.cells if cell.is_valued)
    errors = tuple(cell.column for cell in row.cells if cell.kind == "e")
    unstored = tuple(cell.column for cell in row.cells if cell.is_formula and not cell.is_stored)
    is_notable = bool(valued or errors or unstored or row.is_hidden)
    has_odd_type = any(sign in signature for sign in _ODD_TYPES)
    return RowShape(row.number, valued, errors, unstored, row.is_hidden, is_notable, has_odd_type, None)


_kept = lru_cache(maxsize=8_192)(_taken_apart)
