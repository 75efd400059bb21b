"""Numbers: stored ones as Excel shows them, typed ones by the rules of Vietnamese writing.

A stored number counts with the 15 digits that Excel keeps and shows; what then is smaller than 10^-9 is the residue of
a formula and counts as 0, and a count that is nearer than 10^-9 to a whole number is that number: 2.9999999999999996 is
3 and 1e-17 is 0, but 2.999 is no count. A number of 10^15 or more has more digits than Excel keeps, so it is refused.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from report_utils.intake.book import RawValue
from report_utils.intake.labels import says_nil
from report_utils.intake.reading import BLANK, ColumnFacts, Reading, because
from report_utils.intake.texts import prepare, with_remark
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_decimal, format_integer
from report_utils.vietnamese.parsing import Notation, NumberProblem, ParsedNumber, is_broken, parse_number
from report_utils.vietnamese.text import fold

LIMIT = 10**15
"""From here on Excel changes digits."""

_RESIDUE = Decimal("1e-9")
_UNCLEAR = re.compile(r"[-_/.…?*]+|x|n/?a|(?:chưa|đang|không) .*|trống|null|none|nil")
_LETTER_O = re.compile(r"[0-9.,]*[oOlI][0-9oOlI.,]*")


def read_number(raw: RawValue, facts: ColumnFacts, *, whole: bool, notation: Notation | None = None) -> Reading:
    """The number in a cell. `whole`: it must be a count. `notation` is that of the column, None when not known."""
    if isinstance(raw, bool):
        return Reading(code="O02", reason=because("ô chứa giá trị đúng/sai (TRUE/FALSE)"))
    if isinstance(raw, (dt.date, dt.time, dt.timedelta)):
        return _turned_into_date(raw)
    if isinstance(raw, str):
        return _typed(raw, facts, whole, notation)
    if isinstance(raw, float) and not math.isfinite(raw):
        return Reading(code="O02", reason=because("không phải là số"))
    return _checked(exact(raw) if isinstance(raw, float) else Decimal(raw), whole, facts)


def exact(raw: float) -> Decimal:
    """A stored number with the digits that Excel keeps."""
    if raw.is_integer():
        return Decimal(int(raw))
    if -1e-9 < raw < 1e-9:
        return Decimal(0)
    text = repr(raw)
    return Decimal(text if len(text) < 17 else f"{raw:.15g}")


def _checked(value: Decimal, whole: bool, facts: ColumnFacts, found: Reading = BLANK) -> Reading:
    """The number where it may stand in the column; `found` has the code and words that come with it."""
    if abs(value) >= LIMIT:
        return Reading(code="O14")
    if value < 0 and not facts.signed:
        return Reading(code="O03", reason=because("số âm"))
    if not whole:
        return Reading(value or Decimal(0), found.code, found.reason, found.expected)
    nearest = value.to_integral_value()
    if abs(value - nearest) >= _RESIDUE:
        return Reading(code="O03", reason=because(f"số có phần thập phân{_meant(found)}"))
    return Reading(int(nearest), found.code, found.reason, found.expected)


def _meant(found: Reading) -> str:
    return "; nếu dấu phẩy là dấu ngăn nhóm nghìn thì hãy gõ lại bằng ô số" if found.code == "O07" else ""


def _turned_into_date(raw: dt.date | dt.time | dt.timedelta) -> Reading:
    if isinstance(raw, dt.date):
        return Reading(code="O09", expected=f"ngày {format_date(raw)}",
                       suggestion=f" Có thể người nhập đã gõ «{raw.day}/{raw.month}» hoặc «{raw.day}.{raw.month}».")
    return Reading(code="O09", expected="giờ")


def _typed(raw: str, facts: ColumnFacts, whole: bool, notation: Notation | None) -> Reading:
    if is_broken(raw):
        return Reading(code="O02", reason=because("ô có nhiều số; mỗi ô chỉ ghi một số"))
    prepared = prepare(raw, facts)
    if prepared.is_spoiled or not prepared.text:
        return with_remark(Reading(), prepared.remark)
    return with_remark(_words(prepared.text, facts, whole) or _parsed(prepared.text, facts, whole, notation),
                       prepared.remark)


def _words(text: str, facts: ColumnFacts, whole: bool) -> Reading | None:
    """A text that says "nothing" or does not say how much; None for any other text."""
    folded = fold(text)
    if says_nil(text):
        if facts.nil_mark:
            return Reading(code="O10", suggestion=" Không phát sinh thì đánh dấu x vào cột «Không phát sinh».")
        return Reading(0 if whole else Decimal(0), "O11", expected="0")
    if _UNCLEAR.fullmatch(folded):
        return Reading(code="O10")
    return None


def _parsed(text: str, facts: ColumnFacts, whole: bool, notation: Notation | None) -> Reading:
    parsed = parse_number(text, notation or Notation.VI_VN)
    if parsed is None or parsed.value is None:
        return _refused(text, parsed)
    if parsed.is_percent or parsed.unit_word:
        unit = "dấu %" if parsed.is_percent else f"đơn vị «{parsed.unit_word}»"
        return Reading(code="O17", expected=unit)
    if parsed.counting_word and facts.counted and parsed.counting_word not in facts.counted:
        return Reading(code="O17", expected=f"chữ «{parsed.counting_word}»",
                       reason=because(f"cột này đếm số {facts.counted[0]}"))
    if whole and parsed.is_ambiguous and parsed.value == parsed.value.to_integral_value() and "," in text:
        thousands = format_integer(int(parsed.value) * 1000)
        return Reading(code="O02", reason=because(f"không rõ là {int(parsed.value)} hay {thousands}"))
    return _checked(parsed.value, whole, facts, _told(text, parsed, parsed.value, notation))


def _told(text: str, parsed: ParsedNumber, value: Decimal, notation: Notation | None) -> Reading:
    """What is to be said of a text that was read, the gravest only."""
    if parsed.is_ambiguous:
        return Reading(code="O07", expected=_in_words(value))
    if parsed.counting_word:
        return Reading(code="O23", expected=format_decimal(value, 10))
    if notation is Notation.EN_US and not text.isdigit():
        return Reading(code="O12", expected=format_decimal(value, 10))
    return BLANK


def _in_words(value: Decimal) -> str:
    kind = "số nguyên" if value == value.to_integral_value() else "số thập phân"
    return f"{format_decimal(value, 10)} ({kind})"


def _refused(text: str, parsed: ParsedNumber | None) -> Reading:
    if parsed is not None and parsed.problem is NumberProblem.WORDS and _LETTER_O.fullmatch(text):
        return Reading(code="O02", reason=because("có chữ O hoặc chữ l gõ thay cho số 0, số 1"))
    return Reading(code="O02", reason=because(parsed.reason if parsed else ""))
