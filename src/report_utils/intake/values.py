"""A raw cell value as the kind of value its column asks for. What cannot be read is said, never guessed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from decimal import Decimal

from report_utils.forms.table import Kind
from report_utils.intake.amounts import read_number
from report_utils.intake.book import RawValue
from report_utils.intake.days import read_date
from report_utils.intake.listed import read_choice, read_code, read_mark, read_plain
from report_utils.intake.reading import BLANK, NO_FACTS, ColumnFacts, Reading, Remark, Value
from report_utils.intake.texts import EXCEL_ERRORS
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_decimal, format_integer
from report_utils.vietnamese.parsing import Notation
from report_utils.vietnamese.text import nfc

__all__ = ["BLANK", "NO_FACTS", "ColumnFacts", "Reading", "Remark", "Value", "is_blank", "read_value", "shown",
           "written"]


def is_blank(raw: RawValue) -> bool:
    """Whether a cell holds nothing but spaces."""
    return isinstance(raw, str) and not raw.strip()


def shown(raw: RawValue) -> str:
    """A raw value as a message quotes it."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float) and math.isfinite(raw):
        return format_decimal(Decimal(repr(raw)), 10)
    return nfc(str(raw)).strip()


def written(value: Value, places: int = 10) -> str:
    """A typed value as Vietnamese texts write it, with at most so many decimals: a mark as "x", nothing as ""."""
    if value is None or value is False:
        return ""
    if value is True:
        return "x"
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, int | Decimal):
        return format_integer(int(value)) if value == int(value) else format_decimal(Decimal(value), places)
    return value


def read_value(raw: RawValue, kind: Kind, facts: ColumnFacts = NO_FACTS, notation: Notation | None = None) -> Reading:
    """The reading of a cell for a column of `kind`.

    Of `facts` count those of the whole column; those of single cells, and whether a blank may stand there, are for
    `read_column`. `notation` is how the whole column writes numbers, None when nothing proves it.
    """
    if is_blank(raw):
        return BLANK
    if isinstance(raw, str) and raw.strip() in EXCEL_ERRORS:
        return Reading(code="O06")
    if kind.is_number:
        return read_number(raw, facts, whole=kind is Kind.COUNT, notation=notation)
    return _READERS[kind](raw, facts)




_READERS: dict[Kind, Callable[[RawValue, ColumnFacts], Reading]] = {
    Kind.TEXT: read_plain, Kind.CODE: read_code, Kind.CHOICE: read_choice, Kind.DATE: read_date, Kind.MARK: read_mark,
}
