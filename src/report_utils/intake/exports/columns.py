"""Whole columns of raw values as arrays, each distinct text read once."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from report_utils.intake.book import RawValue
from report_utils.vietnamese.dates import parse_date
from report_utils.vietnamese.text import fold, nfc

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

BLANK, UNREADABLE = -1, -2
"""Stand in the arrays below for a cell without a value, and for one that cannot be read."""

_FIRST_DAY, _LAST_DAY = dt.date(2000, 1, 1).toordinal(), dt.date(2099, 12, 31).toordinal()
_EPOCH_1900, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_LONGEST_LIMIT = 2000
_TIME_OF_DAY = re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:sa|ch|am|pm)?[\s,]*", re.IGNORECASE)
_LIMIT = re.compile(r"(\d{1,4})(?: ngày)?(?: làm việc)?")
_DIGIT = re.compile(r"\d")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD)) | dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-") | {0xA0: " "}


class _DayOf(dict[RawValue, int]):
    """The day of each value met, read once; so are the times of day."""

    def __init__(self, first_serial: int) -> None:
        super().__init__()
        self._first_serial = first_serial
        self._times: set[str] = set()

    def __missing__(self, raw: RawValue) -> int:
        if isinstance(raw, str) and ":" in raw:
            return self._day_and_time(raw)
        self[raw] = value = _day(raw, self._first_serial)
        return value

    def _day_and_time(self, text: str) -> int:
        day, _, time = text.strip().partition(" ")
        if time not in self._times:
            if not _TIME_OF_DAY.fullmatch(time):
                day = _TIME_OF_DAY.sub(" ", text, count=1)
                return self[day] if day.strip() and ":" not in day else UNREADABLE
            self._times.add(time)
        return self[day] if ":" not in day else UNREADABLE


def _day(raw: RawValue, first_serial: int) -> int:
    if isinstance(raw, dt.date):
        return raw.toordinal()
    if isinstance(raw, str):
        day = parse_date(raw.strip(" ,"))  # a comma may stand before the time of day
        return BLANK if not raw.strip() else day.toordinal() if day else UNREADABLE
    if isinstance(raw, float | int) and not isinstance(raw, bool) and 0 < raw < 100_000:
        return first_serial + int(raw)
    return UNREADABLE


def days(values: Sequence[RawValue], *, epoch_1904: bool = False) -> Ints:
    """Dates as ordinals: real dates, their serials, d/m/yyyy as text; a time of day is left out.

    `epoch_1904`: serials are counted from 1904. Days outside the years 2000 to 2099 are unreadable: nobody means them.
    """
    texts = _DayOf((_EPOCH_1904 if epoch_1904 else _EPOCH_1900).toordinal())
    found = np.fromiter(map(texts.__getitem__, values), np.int64, len(values))
    strange = (found >= 0) & ((found < _FIRST_DAY) | (found > _LAST_DAY))
    return np.where(strange, UNREADABLE, found)


class _IndexOf(dict[RawValue, int]):
    """The place of each value in a closed list."""

    def __init__(self, known: Mapping[str, int]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, raw: RawValue) -> int:
        folded = fold(str(raw))
        self[raw] = place = self._known.get(folded, UNREADABLE) if folded else BLANK
        return place


def places(values: Sequence[RawValue], known: Mapping[str, int]) -> Ints:
    """The numbers that `known` (by folded text) gives for the values of a closed list."""
    return np.fromiter(map(_IndexOf(known).__getitem__, values), np.int64, len(values))


class _LimitOf(dict[RawValue, int]):
    """The working days of each time limit met."""

    def __missing__(self, raw: RawValue) -> int:
        self[raw] = value = _limit(raw)
        return value


def _limit(raw: RawValue) -> int:
    text = str(int(raw)) if isinstance(raw, float) and raw.is_integer() else fold(str(raw))
    found = _LIMIT.fullmatch(text)
    if not text:
        return BLANK
    return int(found[1]) if found and int(found[1]) <= _LONGEST_LIMIT else UNREADABLE


def limits(values: Sequence[RawValue]) -> Ints:
    """Time limits in working days: 15, "15 ngày", "15 ngày làm việc"."""
    return np.fromiter(map(_LimitOf().__getitem__, values), np.int64, len(values))


def codes(values: Sequence[RawValue]) -> list[str]:
    """Codes in one spelling; "" for what is none: without a digit, or a text of several words (totals, signatures)."""
    search = _DIGIT.search
    texts = [value.strip().upper() if isinstance(value, str) else _number(value) for value in values]
    if not "".join(texts).isascii():
        texts = [text if text.isascii() else nfc(text.translate(_INVISIBLE)) for text in texts]
    return [text.replace(" ", "") if search(text) and text.count(" ") < 2 else "" for text in texts]


def digests(texts: Iterable[str]) -> Ints:
    """Numbers that stand for codes, to compare lists without keeping a code: 8 bytes of a hash each, sorted."""
    hashed = (hashlib.blake2b(text.encode(), digest_size=7).digest() for text in texts if text)
    return np.unique(np.fromiter((int.from_bytes(each, "big") for each in hashed), np.int64))


def _number(value: RawValue) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def repeated(texts: Sequence[str]) -> Mask:
    """Whether a text that is not blank has come before."""
    again = np.zeros(len(texts), bool)
    if len(set(texts)) < len(texts):
        seen: set[str] = set()
        for i, text in enumerate(texts):
            again[i] = text in seen
            if text:
                seen.add(text)
    return again
