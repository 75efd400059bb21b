"""How a quantity was made of others: what a trace walks down, from a figure to its cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from report_utils.findings import CellRef

Read = Callable[[CellRef], Any]
"""What stands in a cell: a number, text, day or mark as a unit's workbook is read; None for a blank cell."""
Again = Callable[[Read], Decimal | None]
Part = TypeVar("Part")


class Operation(StrEnum):
    """What was done with the parts, or with the cells where there are no parts."""

    SUM = "sum"
    DIFFERENCE = "difference"
    """The first part less the second."""
    NEGATIVE = "negative"
    PERCENT = "percent"
    """The first part in percent of the second."""
    AMOUNT = "amount"
    """An amount times the unit of money beside it, in đồng."""
    COUNT = "count"
    """The number of those parts that are `kept`."""
    LIST = "list"
    """The number of entries of a list of the settings; the parts are what units said of them."""
    ENTRY = "entry"
    """What units said of an entry of a list, or the rows of a table, one counted together."""
    CHOICE = "choice"
    """Cells by which rows were chosen; adds nothing itself."""
    OLDEST = "oldest"
    """The earliest day."""
    NIL = "nil"
    """A mark "không phát sinh" in place of a number: zero."""
    SETTING = "setting"
    ELSEWHERE = "elsewhere"
    """The part, of another period or agency, the folder of whose files is in `words`."""


@dataclass(frozen=True, slots=True)
class Derivation(Generic[Part]):
    """The operation, the quantities it was done with, and in Vietnamese what is added up or counted.

    `kept` says of each part of a count whether it counts. `again` makes the value from the cells alone where the parts
    do not tell how; it takes what reads a cell.
    """

    operation: Operation
    parts: tuple[Part, ...] = ()
    words: str = ""
    kept: tuple[bool, ...] = ()
    again: Again | None = None
