"""The text of a cell: old encodings first, then spoiled letters, then what cannot be seen."""

from __future__ import annotations

import re
from typing import NamedTuple

from report_utils.intake.reading import NO_FACTS, ColumnFacts, Reading, Remark, because
from report_utils.vietnamese.cleaning import clean
from report_utils.vietnamese.legacy import decode
from report_utils.vietnamese.mojibake import diagnose
from report_utils.vietnamese.recognition import (
    decode_in_context,
    has_foreign_pairs,
    is_suspect,
    looks_legacy,
    recognise,
)
from report_utils.vietnamese.text import nfc

EXCEL_ERRORS = frozenset(
    ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
     "#UNKNOWN!", "#GETTING_DATA", "#CONNECT!", "#BUSY!"))  # fmt: skip
MOST_CHARACTERS = 32_767
"""Excel holds no more in a cell: a text of that length has probably lost its end."""


# Letters that NFC Vietnamese is written in, so that one look at a text proves it clean and composed.
_ORDINARY = re.compile(
    "[\n -\"$->@-~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169"
    "\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*")


class Prepared(NamedTuple):
    """The text to read and what was noted on the way; `is_spoiled` when letters are wrong and it must not be used."""

    text: str
    remark: Remark | None = None
    is_spoiled: bool = False


def are_ordinary(joined: str) -> bool:
    """Whether texts, joined by spaces, need no preparation beyond stripping. Quick enough for every column."""
    return _ORDINARY.fullmatch(joined) is not None and (joined.isascii() or not has_foreign_pairs(joined))


def prepare(raw: str, facts: ColumnFacts = NO_FACTS) -> Prepared:
    """The text of a cell ready to be read: Unicode NFC, visible characters only, without spaces at its ends."""
    if len(raw) >= MOST_CHARACTERS:
        return Prepared(clean(raw).text.strip(), Remark("O18"))
    if are_ordinary(raw) and facts.encoding is None:
        return Prepared(raw.strip())
    text, remark = _decoded(nfc(raw), facts)
    if remark is not None and remark.code == "E05":
        return Prepared(text, remark, is_spoiled=True)
    if damage := diagnose(text, facts.vocabulary):
        suggestion = f" Có phải là «{damage.proposal}»?" if damage.proposal else ""
        code = "E02" if damage.damage.can_be_mended else "E03"
        return Prepared(text, Remark(code, because(damage.damage.value), suggestion=suggestion), is_spoiled=True)
    cleaned = clean(text)
    if cleaned.removed and remark is None:
        remark = Remark("E04", expected=", ".join(cleaned.removed))
    return Prepared(cleaned.text.strip(), remark)


def _decoded(text: str, facts: ColumnFacts) -> tuple[str, Remark | None]:
    """The text in Unicode. A decoding that the whole sheet asks for is told once, for the sheet, not for each cell."""
    if not is_suspect(text):
        return text, Remark("E05") if looks_legacy(text) else None
    if facts.encoding is not None:
        decoded = decode_in_context(text, facts.encoding, facts.vocabulary)
        is_told = facts.tells_encoding and decoded != text
        return decoded, Remark("E01", because(f"bảng mã {facts.encoding.value}"), expected=decoded) if is_told else None
    encoding = recognise(text, facts.vocabulary)
    if encoding is not None:
        decoded = decode(text, encoding)
        return decoded, Remark("E01", because(f"bảng mã {encoding.value}"), expected=decoded)
    return text, Remark("E05") if looks_legacy(text) else None


def read_text(raw: str, facts: ColumnFacts) -> Reading:
    """A narrative, a name, a note."""
    prepared = prepare(raw, facts)
    if prepared.text and not prepared.is_spoiled and not any(map(str.isalnum, prepared.text)):
        return Reading(code="O22")
    return with_remark(Reading(None if prepared.is_spoiled else prepared.text or None), prepared.remark)


def with_remark(reading: Reading, remark: Remark | None) -> Reading:
    """The reading, and what preparing its text had to say unless the reading itself says something."""
    if remark is None:
        return reading
    if reading.code:
        note = f" Ngoài ra đã bỏ: {remark.expected}." if remark.code == "E04" else ""
        return Reading(reading.value, reading.code, reading.reason + note, reading.expected, reading.suggestion,
                       reading.found)
    return Reading(reading.value, *remark)
