"""The quick way through a column in which everything is ordinary; None for a column that needs a closer look."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Sequence
from typing import Any

from report_utils.forms.table import Kind
from report_utils.intake.amounts import LIMIT, exact
from report_utils.intake.book import RawValue
from report_utils.intake.days import EARLIEST, LATEST
from report_utils.intake.listed import MARKS, by_spelling
from report_utils.intake.reading import ColumnFacts, Value
from report_utils.intake.texts import MOST_CHARACTERS, are_ordinary

_MUTE = re.compile(r"^(?:[^\w\n]|_)+$", re.MULTILINE)
_NUMBERS, _TEXTS, _DAYS = frozenset((float,)), frozenset((str,)), frozenset((dt.date,))


def quick_values(raws: Sequence[RawValue], kind: Kind, facts: ColumnFacts) -> list[Value] | None:
    """The values of an ordinary column, equal to what `read_value` gives for each cell."""
    return _QUICK[kind](raws, facts)


def _filled(raws: Sequence[RawValue], types: frozenset[type]) -> list[Any] | None:
    """The cells that are not empty when all of them are of these types, else None."""
    if set(map(type, raws)) <= types:
        return list(raws)
    filled = [raw for raw in raws if raw != ""]
    return filled if set(map(type, filled)) <= types else None


def _spread(values: list[Value], raws: Sequence[RawValue]) -> list[Value]:
    """The values with None for each empty cell between them."""
    if len(values) == len(raws):
        return values
    rest = iter(values)
    return [None if raw == "" else next(rest) for raw in raws]


def _counts(raws: Sequence[RawValue], _: ColumnFacts) -> list[Value] | None:
    filled = _filled(raws, _NUMBERS)
    if filled is None:
        return _digits(raws)
    if not math.isfinite(sum(filled)):
        return None
    whole: list[Value] = list(map(int, filled))
    is_ordinary = whole == filled and min(filled, default=0) >= 0 and max(filled, default=0) < LIMIT
    return _spread(whole, raws) if is_ordinary else None


def _digits(raws: Sequence[RawValue]) -> list[Value] | None:
    """Counts that an export wrote as text, with nothing but digits."""
    if set(map(type, raws)) != _TEXTS:
        return None
    joined: str = "".join(raws)  # type: ignore[arg-type]
    if not joined.isascii() or not joined.isdigit() or max(map(len, raws)) > len(str(LIMIT)) - 1:  # type: ignore[arg-type]
        return None
    return [int(raw) if raw else None for raw in raws]  # type: ignore[arg-type]


def _decimals(raws: Sequence[RawValue], _: ColumnFacts) -> list[Value] | None:
    filled = _filled(raws, _NUMBERS)
    if filled is None or not math.isfinite(sum(filled)):
        return None
    if not 0 <= min(filled, default=0) <= max(filled, default=0) < LIMIT:
        return None
    return _spread(list(map(exact, filled)), raws)


def _texts(raws: Sequence[RawValue], facts: ColumnFacts) -> list[Value] | None:
    texts = _filled(raws, _TEXTS)
    if texts is None or facts.encoding is not None:
        return None
    joined = "\n".join(texts)
    is_long = len(joined) >= MOST_CHARACTERS and max(map(len, texts)) >= MOST_CHARACTERS
    if is_long or not (facts.is_legible or are_ordinary(joined)) or _is_any_mute(texts, joined):
        return None
    return [raw.strip() or None for raw in texts]


def _is_any_mute(texts: list[str], joined: str) -> bool:
    """Whether a text, or a line of it, has neither letter nor digit: a dash says nothing."""
    starts = "".join([text[:1] for text in texts])
    if starts.isalnum() and joined.count("\n") < len(texts):
        return False
    return _MUTE.search(joined) is not None


def _codes(raws: Sequence[RawValue], facts: ColumnFacts) -> list[Value] | None:
    values = _texts(raws, facts)
    return values if values is None or not facts.keys or set(facts.keys).issuperset(filter(None, values)) else None


def _choices(raws: Sequence[RawValue], facts: ColumnFacts) -> list[Value] | None:
    if not facts.choices:
        return _texts(raws, facts)
    spelled = by_spelling(facts.choices)
    try:
        return [spelled[raw] if raw != "" else None for raw in raws]  # type: ignore[index]
    except (KeyError, TypeError):
        return None


def _days(raws: Sequence[RawValue], _: ColumnFacts) -> list[Value] | None:
    filled = _filled(raws, _DAYS)
    if filled is None or not EARLIEST <= min(filled, default=LATEST) <= max(filled, default=EARLIEST) <= LATEST:
        return _spread([], raws) if filled == [] else None
    return _spread(filled, raws)


def _marks(raws: Sequence[RawValue], _: ColumnFacts) -> list[Value] | None:
    try:
        return [MARKS[raw] for raw in raws]  # type: ignore[index]
    except (KeyError, TypeError):
        return None


_QUICK: dict[Kind, Callable[[Sequence[RawValue], ColumnFacts], list[Value] | None]] = {
    Kind.TEXT: _texts, Kind.CODE: _codes, Kind.CHOICE: _choices, Kind.COUNT: _counts, Kind.DECIMAL: _decimals,
    Kind.DATE: _days, Kind.MARK: _marks,
}
