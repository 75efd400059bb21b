"""Values of a closed list: choices, known codes, marks. What is only like a listed value is suggested, never taken."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from report_utils.agency.settings import nearest
from report_utils.intake.amounts import LIMIT, exact
from report_utils.intake.book import RawValue
from report_utils.intake.reading import BLANK, ColumnFacts, Reading, because
from report_utils.intake.texts import Prepared, prepare, read_text, with_remark
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import fold

MARKS: Mapping[str, bool | None] = {"": None, "x": True, "X": True}
"""The usual marks, as they are typed."""

_TICKED = frozenset(("x", "×", "✓", "✔", "☑", "☒", "✗", "✘", "√", "có", "true", "đúng", "1", "х",  # the last: Cyrillic
                     "\uf0fc", "\uf0fe", "\uf0fd", "\uf0fb", "\uf078"))  # Wingdings
_UNTICKED = frozenset(("☐", "□", "false", "\uf0a8", "\uf06f"))


_NEGATION = re.compile(r"\b(?:chưa|không|chẳng|(?:chua|khong|chang|ko|k)\b)")
"""What makes a statement its contrary, in folded text; also as typed without diacritics or in short."""


@lru_cache(maxsize=256)
def by_spelling(listed: tuple[str, ...]) -> Mapping[str, str]:
    """The listed values by how they are written, exactly and folded; a folded form of two of them is left out."""
    folded = [fold(value) for value in listed]
    count = Counter(folded)
    once = {key: value for key, value in zip(folded, listed, strict=True) if count[key] == 1}
    return once | {value: value for value in listed}


@lru_cache(maxsize=256)
def _by_number(keys: tuple[str, ...]) -> Mapping[Decimal, tuple[str, ...]]:
    """The known codes that are numbers, by what Excel makes of them: "05" is 5, "1.10" is 1.1."""
    found: dict[Decimal, tuple[str, ...]] = {}
    for key in keys:
        if key.isascii() and key.replace(".", "", 1).isdigit():
            found[Decimal(key)] = (*found.get(Decimal(key), ()), key)
    return found


def as_text(raw: RawValue) -> str:
    """A stored number, date or truth value as a person would type it."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float) and math.isfinite(raw):
        value = exact(raw)
        return str(int(value)) if value == value.to_integral_value() else f"{value:f}"
    if isinstance(raw, dt.date):
        return f"{raw.day:02d}/{raw.month:02d}/{raw.year}"
    return str(raw)


def read_plain(raw: RawValue, facts: ColumnFacts) -> Reading:
    """Text of any kind; a number or a date that Excel made of it is written out."""
    if isinstance(raw, str):
        return read_text(raw, facts)
    if isinstance(raw, bool):
        return Reading(code="O20", reason=because("ô chứa giá trị đúng/sai (TRUE/FALSE), không phải chữ"))
    if isinstance(raw, dt.date):
        return Reading(as_text(raw), "O19", expected=format_date(raw))
    return Reading(code="O14") if _is_rounded(raw) else Reading(as_text(raw))


def read_choice(raw: RawValue, facts: ColumnFacts) -> Reading:
    """A value of the closed list, whatever its case, tone place, spaces and dashes."""
    if not facts.choices:
        return read_plain(raw, facts)
    prepared = prepare(raw, facts) if isinstance(raw, str) else Prepared(as_text(raw))
    if prepared.is_spoiled or not prepared.text:
        return with_remark(Reading(), prepared.remark)
    spelled = by_spelling(facts.choices)
    value = spelled.get(prepared.text) or spelled.get(fold(prepared.text.strip(".;,")))
    if value is None:
        return with_remark(Reading(code="O05", suggestion=nearest_hint(prepared.text, facts.choices)), prepared.remark)
    return with_remark(Reading(value), prepared.remark)


def read_code(raw: RawValue, facts: ColumnFacts) -> Reading:
    """An identifier. One that lost its zeros is found again by the known keys where only one of them fits."""
    if isinstance(raw, (dt.date, dt.time, dt.timedelta)):
        shown = f"ngày {format_date(raw)}" if isinstance(raw, dt.date) else "giờ"
        return Reading(code="O09", expected=shown)
    if _is_rounded(raw):
        return Reading(code="O14")
    if raw in facts.keys:
        return Reading(raw)
    reading = read_plain(raw, facts)
    if not facts.keys or not isinstance(reading.value, str):
        return reading
    found = _known(reading.value, facts.keys, is_number=not isinstance(raw, str))
    return with_remark(found, reading.remark) if found else reading


def _known(text: str, keys: tuple[str, ...], *, is_number: bool) -> Reading | None:
    """The known code that `text` means; None when there is none."""
    spelled = by_spelling(keys)
    if text in spelled and not is_number:
        return Reading(spelled[text])
    alike = _by_number(keys).get(Decimal(text), ()) if text.isascii() and text.replace(".", "", 1).isdigit() else ()
    if len(alike) > 1:
        return Reading(code="O16", reason=because(f"có thể là {', '.join(f'«{key}»' for key in alike)}"))
    if alike:
        return Reading(alike[0]) if alike[0] == text else Reading(alike[0], "O15", expected=alike[0])
    value = spelled.get(text) or spelled.get(fold(text))
    return Reading(value) if value else None


def read_mark(raw: RawValue, facts: ColumnFacts) -> Reading:
    """An x, a tick, "có"; an empty box is no mark. Anything else could mean either."""
    text = raw.strip() if isinstance(raw, str) else as_text(raw)
    if fold(text).strip("()[]. ") in _TICKED:
        return Reading(True)
    if fold(text) in _UNTICKED:
        return BLANK
    prepared = prepare(text, facts)
    if prepared.is_spoiled or not prepared.text:
        return with_remark(Reading(), prepared.remark)
    is_mark = fold(prepared.text) in _TICKED
    return with_remark(Reading(True) if is_mark else Reading(code="O05", suggestion=" Hãy ghi x, hoặc để trống."),
                       prepared.remark)


def _is_negated(text: str) -> bool:
    return _NEGATION.search(fold(text)) is not None


def _is_rounded(raw: RawValue) -> bool:
    """Whether a stored number has more digits than Excel keeps (an identifier of 16 digits has lost its last)."""
    return isinstance(raw, (int, float)) and not isinstance(raw, bool) and not abs(raw) < LIMIT


def nearest_hint(text: str, listed: tuple[str, ...]) -> str:
    """The sentence that suggests the listed value most like `text`, or ""; never one that says the contrary.

    «Chưa thực hiện» is like «Đã thực hiện» in its letters only.
    """
    near = nearest(text, [value for value in listed if _is_negated(value) == _is_negated(text)])
    return f" Gần nhất: «{near}»." if near else ""
