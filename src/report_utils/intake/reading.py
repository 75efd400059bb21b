"""What the reader makes of a cell: a typed value, and what is to be said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from report_utils.vietnamese.legacy import Encoding
from report_utils.vietnamese.vocabulary import NO_VOCABULARY, Vocabulary

Value = str | int | Decimal | dt.date | bool | None
"""A typed value; None when the cell is blank or could not be read."""


class Remark(NamedTuple):
    """What is to be said about a cell: the code of the finding and what fills its sentence.

    `reason` and `suggestion` are whole sentences that begin with a space, or empty. `expected` is how the cell was
    understood, in words. `found` is what the cell shows when the raw value does not tell ("" otherwise).
    """

    code: str
    reason: str = ""
    expected: str = ""
    suggestion: str = ""
    found: str = ""


class Reading(NamedTuple):
    """A value, or the code of the finding that says why there is none; a warning or note may come with a value."""

    value: Value = None
    code: str = ""
    reason: str = ""
    expected: str = ""
    suggestion: str = ""
    found: str = ""

    @property
    def remark(self) -> Remark | None:
        """The reading without its value; None when there is nothing to say."""
        return Remark(*self[1:]) if self.code else None


BLANK = Reading()


@dataclass(frozen=True)
class ColumnFacts:
    """What is known of a column besides its values. Rows count from 0 within the column.

    `errors` are the cells that hold an Excel error (row -> "#REF!"), `unstored` those with a formula whose value was
    not saved, `units` those whose number format shows another number (row -> "dấu %"), `marked` those of which a part
    is struck out or raised: the plain reader shows none of this. `choices` is the closed list, `keys` the known codes.
    `nil_mark`: the table has a column to mark a row as "không phát sinh". `signed`: numbers may be negative.
    `counted` is what the numbers count, folded: another word behind one is an error; with none no word is known to be.
    `encoding` is that of the whole sheet or column, when it is known to be old; `tells_encoding`: each cell that it
    changes is told. `is_legible`: every text is known to need no preparation.
    """

    errors: Mapping[int, str] = field(default_factory=dict)
    unstored: frozenset[int] = frozenset()
    units: Mapping[int, str] = field(default_factory=dict)
    marked: Mapping[int, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    required: bool = False
    nil_mark: bool = False
    signed: bool = False
    counted: tuple[str, ...] = ()
    epoch_1904: bool = False
    encoding: Encoding | None = None
    tells_encoding: bool = False
    is_legible: bool = False
    vocabulary: Vocabulary = field(default=NO_VOCABULARY)

    @property
    def marks_cells(self) -> bool:
        """Whether any single cell has facts of its own."""
        return bool(self.errors or self.unstored or self.units or self.marked)


NO_FACTS = ColumnFacts()


def because(clause: str) -> str:
    """A Vietnamese clause as the sentence that a message takes as its `reason`."""
    return f" Lý do: {clause}." if clause else ""
