"""A raw cell value as the kind of value its column asks for. What cannot be read is said, never guessed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from report_utils.forms.table import Kind
from report_utils.intake.book import RawValue
from report_utils.vietnamese.dates import parse_date
from report_utils.vietnamese.numbers import format_decimal
from report_utils.vietnamese.parsing import parse_number
from report_utils.vietnamese.text import fold, nfc

Value = str | int | Decimal | dt.date | bool | None
"""A typed value; None when the cell is blank or could not be read."""

_EXCEL_ERRORS = frozenset(("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NULL!", "#NUM!"))


@dataclass(frozen=True)
class Reading:
    """A value, or the code of the finding that says why there is none; a warning (O07) may come with a value."""

    value: Value = None
    code: str = ""
    reason: str = ""


BLANK = Reading()


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


def read_value(raw: RawValue, kind: Kind) -> Reading:
    """The reading of a cell for a column of `kind`. Closed lists are checked elsewhere."""
    if is_blank(raw):
        return BLANK
    if isinstance(raw, str) and raw.strip() in _EXCEL_ERRORS:
        return Reading(code="O06")
    return _READERS[kind](raw)


def _text(raw: RawValue) -> Reading:
    if isinstance(raw, float) and raw.is_integer():
        return Reading(str(int(raw)))
    if isinstance(raw, dt.date):
        return Reading(f"{raw.day:02d}/{raw.month:02d}/{raw.year}")
    return Reading(nfc(str(raw)).strip())


def _decimal(raw: RawValue) -> Reading:
    if isinstance(raw, (bool, dt.date, dt.time, dt.timedelta)):
        return Reading(code="O02")
    if isinstance(raw, (int, float)):
        if not math.isfinite(raw):
            return Reading(code="O02")
        value = Decimal(repr(raw))
        return Reading(value) if value >= 0 else Reading(code="O03")
    parsed = parse_number(raw)
    if parsed is None or parsed.value is None or parsed.is_percent or parsed.unit_word:
        detail = parsed.reason if parsed else ""
        return Reading(code="O02", reason=f" Lý do: {detail}." if detail else "")
    if parsed.value < 0:
        return Reading(code="O03")
    return Reading(parsed.value, "O07" if parsed.is_ambiguous else "")


def _count(raw: RawValue) -> Reading:
    reading = _decimal(raw)
    if not isinstance(reading.value, Decimal):
        return reading
    if reading.value != reading.value.to_integral_value():
        return Reading(code="O03")
    return Reading(int(reading.value), reading.code)


def _date(raw: RawValue) -> Reading:
    if isinstance(raw, dt.datetime):
        return Reading(raw.date())
    if isinstance(raw, dt.date):
        return Reading(raw)
    day = parse_date(raw) if isinstance(raw, str) else None
    return Reading(day) if day else Reading(code="O04")


def _mark(raw: RawValue) -> Reading:
    return Reading(True) if fold(str(raw)) in ("x", "có", "true", "1", "1.0") else Reading(code="O05")


_READERS: dict[Kind, Callable[[RawValue], Reading]] = {
    Kind.TEXT: _text, Kind.CODE: _text, Kind.CHOICE: _text, Kind.COUNT: _count, Kind.DECIMAL: _decimal,
    Kind.DATE: _date, Kind.MARK: _mark,
}
