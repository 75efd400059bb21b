"""A whole column at once: quick where everything in it is ordinary, cell by cell where it is not.

Numbers typed as text are read by one rule for the whole column (`1,234,567` makes it en-US). Blank cells are told only
where the column asks for a value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from report_utils.forms.table import Kind
from report_utils.intake.book import RawValue
from report_utils.intake.looks import odd_look
from report_utils.intake.quick import quick_values
from report_utils.intake.reading import NO_FACTS, ColumnFacts, Reading, Remark, Value, because
from report_utils.intake.texts import are_ordinary, prepare, with_remark
from report_utils.intake.values import is_blank, read_value
from report_utils.intake.wording import encoding_of
from report_utils.vietnamese.parsing import Notation, only_notation
from report_utils.vietnamese.text import nfc

_MONTHS = 12
_MONTH_FIRST = re.compile(r"\s*(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2[0-9]|3[01])[/.-][0-9]{2,4}\b")
_OF_LETTERS = frozenset(("E01", "E02", "E03", "E04", "E05", "O18", "O22"))
WORDY = (Kind.TEXT, Kind.CODE, Kind.CHOICE)


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """The typed values of a column, one a row, and what is to be said, by row (from 0 within the column)."""

    values: list[Value]
    remarks: dict[int, Remark]


def read_column(raws: Sequence[RawValue], kind: Kind, facts: ColumnFacts = NO_FACTS) -> ColumnReading:
    """Every cell of a column of `kind`. Equals `read_value` cell by cell, with the rules of the whole column added."""
    values = None if facts.marks_cells else quick_values(raws, kind, facts)
    if values is None:
        return _cell_by_cell(raws, kind, _with_encoding(raws, kind, facts))
    return ColumnReading(values, _missing(values) if facts.required else {})


def _with_encoding(raws: Sequence[RawValue], kind: Kind, facts: ColumnFacts) -> ColumnFacts:
    """The facts with the old encoding that the texts of the column prove together, if any."""
    if kind not in WORDY or facts.encoding is not None:
        return facts
    encoding = encoding_of((raws,), facts.vocabulary)
    return facts if encoding is None else replace(facts, encoding=encoding, tells_encoding=True)


def are_legible(raws: Sequence[RawValue]) -> bool:
    """Whether the texts of a column are in Unicode, composed, and without what cannot be seen."""
    try:
        joined = " ".join(raws)  # type: ignore[arg-type]
    except TypeError:
        joined = " ".join(raw for raw in raws if isinstance(raw, str))
    return are_ordinary(joined)


def legible(raws: Sequence[RawValue], kind: Kind, facts: ColumnFacts) -> Sequence[RawValue]:
    """The cells of a column of words as a person sees them: in Unicode, without what cannot be seen.

    Rows are told apart by their words, which an old encoding or an invisible mark must not hide.
    """
    known = _with_encoding(raws, kind, facts)
    return [prepare(raw, known).text if isinstance(raw, str) and raw else raw for raw in raws]


def take_as_given(reading: ColumnReading, raws: Sequence[RawValue], given: Iterable[str]) -> None:
    """Take texts that the form was given as they are, and say nothing of their letters: no unit can mend them."""
    known = {_one_line(text): text for text in given}
    for row, remark in list(reading.remarks.items()):
        raw = raws[row]
        if remark.code in _OF_LETTERS and isinstance(raw, str) and _one_line(raw) in known:
            reading.values[row] = known[_one_line(raw)]
            del reading.remarks[row]


def _one_line(text: str) -> str:
    return " ".join(nfc(text).split())


def _missing(values: list[Value]) -> dict[int, Remark]:
    return {row: Remark("O01") for row, value in enumerate(values) if value is None} if None in values else {}


def _cell_by_cell(raws: Sequence[RawValue], kind: Kind, facts: ColumnFacts) -> ColumnReading:
    notations = _notations(raws) if kind.is_number else set()
    reading = ColumnReading([], {})
    known: dict[tuple[type, RawValue], Reading] = {}
    for row, raw in enumerate(raws):
        found = _fact_of(row, raw, kind, facts) or known.get((type(raw), raw))
        if found is None:
            found = known[type(raw), raw] = _read(raw, kind, facts, notations)
        reading.values.append(found.value)
        if found.code:
            reading.remarks[row] = Remark(*found[1:])
    if kind is Kind.DATE:
        _doubt_days(raws, reading)
    return reading


def _doubt_days(raws: Sequence[RawValue], reading: ColumnReading) -> None:
    """Where one text of the column has its month first (02/16/2024), no other says which of 3 and 8 is the month."""
    if not any(isinstance(raw, str) and _MONTH_FIRST.match(raw) for raw in raws):
        return
    for row, (raw, day) in enumerate(zip(raws, reading.values, strict=True)):
        if isinstance(raw, str) and isinstance(day, dt.date) and day.day <= _MONTHS and day.day != day.month:
            reading.values[row] = None
            reading.remarks[row] = Remark("O04", because("cột có ngày viết tháng trước, nên không rõ đâu là tháng"))


def _read(raw: RawValue, kind: Kind, facts: ColumnFacts, notations: set[Notation]) -> Reading:
    """A cell by the rules of its column: how it writes numbers, whether it may be blank."""
    notation = Notation.EN_US if notations == {Notation.EN_US} else None
    found = read_value(raw, kind, facts, notation)
    if found.code == "O07" and len(notations) > 1:
        return Reading(code="O13")
    if facts.required and found.value is None and found.code in ("", "E04", "O22"):
        return with_remark(Reading(code="O01"), found.remark)
    return found


def _notations(raws: Sequence[RawValue]) -> set[Notation]:
    """The notations that the texts of a column prove."""
    return {notation for raw in raws if isinstance(raw, str) and (notation := only_notation(raw))}


def _fact_of(row: int, raw: RawValue, kind: Kind, facts: ColumnFacts) -> Reading | None:
    """What the workbook says of a cell that its plain value does not."""
    if row in facts.errors:
        return Reading(code="O06", found=facts.errors[row])
    if row in facts.unstored and is_blank(raw):
        return Reading(code="O08")
    return odd_look(raw, facts.units.get(row, ""), facts.marked.get(row, ""), is_number=kind.is_number)
