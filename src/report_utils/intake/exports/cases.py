"""A case list, one row a dossier, as the counts of Biểu 06 at the cut-off of a period."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import numpy as np

from report_utils.intake.book import RawValue
from report_utils.intake.exports import privacy
from report_utils.intake.exports.case_list import FINISHED, OPEN, VOID, CaseList
from report_utils.intake.exports.columns import BLANK, UNREADABLE, Mask, repeated
from report_utils.intake.exports.counts import CASES, Count, ExportCounts, Key
from report_utils.intake.exports.faults import Faults, FaultyColumn
from report_utils.intake.exports.header import Header
from report_utils.intake.exports.mapping import Names
from report_utils.intake.exports.windows import COUNTED, RECEIVED, RESOLVED, Dossiers, classify, outside
from report_utils.intake.ledger import Ledger
from report_utils.vietnamese.text import fold

_MOST_CELLS_OF_A_NOTE = 2
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}(?:\.0)?\)?")


def count_cases(cases: CaseList, faults: Faults) -> ExportCounts:
    """The counts of the period; what is wrong with rows goes to `faults`."""
    notes = _notes(cases)
    others = ~notes & (cases.state == VOID) | (
        ~notes & ~_contrary(cases) & outside(cases.received, cases.finished, cases.reporting.window))
    asked = ~notes & ~others
    judge(cases, asked, faults)
    used = asked & ~faults.refused
    header = cases.header
    return ExportCounts(
        kind=CASES, name=cases.mapping.name, file=faults.file, sheet=header.grid.sheet, units=cases.units,
        letters={"field": header.letter("field"), **{column: _letter(header, column) for column in COUNTED}},
        counts=_counts(cases, used), data=(header.first_row, max(len(header.grid.rows), header.first_row)),
        ledger=Ledger(len(header.grid.rows), int(used.sum()), int(faults.refused.sum()), header.first_row,
                      silent=int(notes.sum()), outside=int(others.sum())),
    )


def _contrary(cases: CaseList) -> Mask:
    """The rows whose own days or state contradict each other or are struck out: their period is not known."""
    received, finished, due, state = cases.received, cases.finished, cases.due, cases.state
    backwards = (received >= 0) & (((finished >= 0) & (finished < received)) | ((due >= 0) & (due < received)))
    contrary: Mask = backwards | ((state == OPEN) & (finished >= 0)) | ((state == FINISHED) & (finished == BLANK))
    for mask in cases.odd.values():
        contrary |= mask
    return contrary


def judge(cases: CaseList, asked: Mask, faults: Faults) -> None:
    """Every rule on every row of `asked`: a row that breaks one is refused."""
    received, finished, due, state = cases.received, cases.finished, cases.due, cases.state
    missing = np.fromiter((not code for code in cases.codes), bool, cases.size)
    column = partial(_column, cases)
    _judge_looks(cases, asked, faults)
    faults.refuse("X03", asked & missing, column("code", privacy.shown_code))
    faults.refuse("X04", asked & repeated(cases.codes), column("code", privacy.shown_code))
    for name, bad in (("received", received < 0), ("finished", finished == UNREADABLE), ("due", due == UNREADABLE)):
        if name in cases.values:
            faults.refuse("X05", asked & bad, column(name, privacy.shown_date))
    for name, early in (("finished", finished), ("due", due)):
        if name in cases.values:
            faults.refuse("X06", asked & (early >= 0) & (early < received), column(name, privacy.shown_date))
    faults.refuse("X08", asked & (due == BLANK) & (received >= 0),
                  column("limit" if "limit" in cases.values else "due", privacy.shown_date))
    _judge_words(cases, asked, faults)
    contrary = ((state == FINISHED) & (finished == BLANK)) | ((state == OPEN) & (finished >= 0))
    faults.refuse("X09", asked & contrary, column("finished", privacy.shown_date))


def _judge_looks(cases: CaseList, asked: Mask, faults: Faults) -> None:
    for (name, look), odd in cases.odd.items():
        quoted = privacy.shown_code if name == "code" else privacy.shown_date
        faults.refuse(look.code, asked & odd, _column(cases, name, quoted), expected=look.expected, reason=look.reason)


def _judge_words(cases: CaseList, asked: Mask, faults: Faults) -> None:
    quoted = partial(privacy.shown_word, vocabulary=_vocabulary(cases))
    name_of_field = "field" if "field" in cases.values else "procedure"
    for name, found in (("channel", cases.channel), (name_of_field, cases.field), ("state", cases.state),
                        ("place", cases.place)):
        if name in cases.values:
            faults.refuse("X07", asked & (found < 0), _column(cases, name, quoted))


def _column(cases: CaseList, name: str, quoted: Callable[[RawValue], str]) -> FaultyColumn:
    names: Names = getattr(cases.mapping.columns, name)
    return FaultyColumn(cases.header.letter(name), names[0], cases.values[name], quoted)


def _vocabulary(cases: CaseList) -> frozenset[str]:
    values = cases.mapping.values
    listed = [*values.channel.online, *values.channel.direct, *cases.fields]
    listed += [name for _, names in values.state or () for name in names]
    for known in (values.field, values.procedure, values.place):
        listed += [name for names in known.values() for name in names]
    return privacy.trade_words(listed)


def _notes(cases: CaseList) -> Mask:
    """Rows that are no dossiers: blank, totals, signatures, repeated headers, the numbers of the columns."""
    notes = np.fromiter((not code for code in cases.codes), bool, cases.size)
    for place in np.flatnonzero(notes).tolist():
        notes[place] = cases.received[place] < 0 and _is_note(cases, _filled(cases, place))
    first = _filled(cases, 0) if cases.size else {}
    if len(first) > _MOST_CELLS_OF_A_NOTE and all(map(_COLUMN_NUMBER.fullmatch, first.values())):
        notes[0] = True
    return notes


def _filled(cases: CaseList, place: int) -> dict[str, str]:
    """What a row says, by column."""
    return {name: text for name, values in cases.values.items() if (text := str(values[place]).strip())}


def _is_note(cases: CaseList, filled: dict[str, str]) -> bool:
    """Whether a row without a code says next to nothing, or repeats the header."""
    titles = {name: {fold(text.split(">")[-1]) for text in getattr(cases.mapping.columns, name)} for name in filled}
    return len(filled) <= _MOST_CELLS_OF_A_NOTE or all(fold(text) in titles[name] for name, text in filled.items())


def _counts(cases: CaseList, used: Mask) -> dict[Key, dict[str, Count]]:
    """The counts of each unit and field that has any."""
    masks = classify(Dossiers(cases.received, cases.due, cases.finished, cases.channel), cases.reporting.window)
    group = cases.place * len(cases.fields) + cases.field
    found: dict[Key, dict[str, Count]] = {}
    for number in np.unique(group[used]).tolist():
        mine = used & (group == number)
        unit, field = divmod(number, len(cases.fields))
        found[cases.units[unit], cases.fields[field]] = {
            column: _count(cases.header, column, mine & masks[column]) for column in COUNTED}
    return found


def _count(header: Header, column: str, mask: Mask) -> Count:
    rows = (np.flatnonzero(mask) + header.first_row + 1).astype(np.int32)
    return Count(rows.size, rows, _letter(header, column))


def _letter(header: Header, column: str) -> str:
    """The column of the list that decides a count: the day of receipt, of finishing, or the due day."""
    deciding = "received" if column in RECEIVED else "finished" if column in RESOLVED else "due"
    return header.letter(deciding if deciding in header.columns else "limit")
