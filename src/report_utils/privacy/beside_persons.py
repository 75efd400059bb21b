"""Rows of persons: what the other columns say there, they say of somebody (NĐ 356/2025, articles 3 and 4).

A second look at columns that passed, once it is known that the rows are persons. It never blocks: the header or the
values alone did not suffice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_utils.privacy.beside_values import shown_beside, shown_of_health
from report_utils.privacy.column import Column
from report_utils.privacy.finding import HARMLESS, Found, found_beside
from report_utils.privacy.headers import BETWEEN_LEVELS, HeaderReading, has_word, words_of
from report_utils.privacy.persons_in_rows import (
    are_cases,
    are_described,
    are_rows_of_persons,
    begin_with_codes,
    begin_with_persons,
)
from report_utils.privacy.plain_values import is_measure, is_plain
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.beside_persons_words import BESIDE_PERSONS, OTHER_HEADS, OTHERS_IN_ENGLISH
from report_utils.vietnamese.illness_words import names_an_illness
from report_utils.vietnamese.text import fold, strip_marks

_HALF = 0.5
_OF_BUSINESS = frozenset((Kind.PHONE, Kind.EMAIL, Kind.ADDRESS, Kind.BANK_ACCOUNT, Kind.TAX_CODE_PERSON))
_BEFORE_HEADS = "tên|mã|số|loại|các|tổng"
_WHOLE = "bộ phận"
"""One that is a head only alone: "Bộ phận bị thương" is somebody's."""
_SHORT_PLAIN = 3


def _heads(heads: tuple[str, ...], before: str, whole: str) -> re.Pattern[str]:
    listed = "|".join(sorted(map(fold, heads), key=len, reverse=True))
    return re.compile(rf"(?:(?:{fold(before)}) )?(?:(?:{listed})(?![^\W_])|{fold(whole)}$)")


_OTHERS = _heads(OTHER_HEADS, _BEFORE_HEADS, _WHOLE)
_PLAIN_OTHERS = _heads(tuple(plain for head in OTHER_HEADS if len(plain := strip_marks(head)) > _SHORT_PLAIN
                             and plain != "quan"), strip_marks(_BEFORE_HEADS), strip_marks(_WHOLE))
"""The same in headers without marks, where short heads are other words as well."""
_CODED = re.compile(r"(?:mã|số|ma|so|code)\b(?!.*(?:bệnh|benh|icd))")


def beside_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                   ) -> Mapping[int, Found]:
    """What columns that passed say of the persons in the rows, by number of column; {} where the rows are none."""
    of_persons = are_rows_of_persons(columns, readings, found)
    if not (of_persons or begin_with_codes(columns, readings)):
        return {}
    passed = [at for at, hit in enumerate(found) if _passed(hit, columns[at], readings[at])]
    told = {at: second for at in passed if (second := _second(columns[at], readings[at]))}
    if not of_persons:
        return told if are_cases(columns, told) else {}
    if begin_with_persons(columns, found):
        described = are_described(readings, [told.get(at, hit) for at, hit in enumerate(found)])
        rest = [at for at in passed if at not in told and _is_unknown(columns[at], readings[at], described=described)]
        told |= {at: found_beside(columns[at], Kind.PERSONAL_DETAIL) for at in rest}
    return told


def _passed(hit: Found | None, column: Column, reading: HeaderReading) -> bool:
    """Whether a column has cells and nothing was found; the telephone that is a facility's stays one."""
    is_business = hit is HARMLESS and reading.kind in _OF_BUSINESS
    return column.filled > 0 and not is_business and (hit is None or hit.verdict is Verdict.PASS)


def _second(column: Column, reading: HeaderReading) -> Found | None:
    if reading.of_facility and not reading.of_person:
        return shown_of_health(column, reading)
    return _by_header(column, reading) or shown_beside(column, reading)


def _by_header(column: Column, reading: HeaderReading) -> Found | None:
    is_amount = column.numeric > _HALF and reading.is_money
    if is_amount or _is_of_others(column) or column.share(starts_as_facility) > _HALF:
        return None
    for kind, words in BESIDE_PERSONS.items():
        if has_word(reading.words, _as_spelled(words, reading)) and not (
                kind == Kind.HEALTH and _CODED.match(reading.words)):
            return found_beside(column, Kind(kind))
    is_illness = not reading.words.isascii() and names_an_illness(reading.words)
    return found_beside(column, Kind.HEALTH) if is_illness else None


def _is_of_others(column: Column) -> bool:
    """Whether the lowest level of a header begins with what is no person's: a place, a paper, goods."""
    words = words_of(column.header.rpartition(BETWEEN_LEVELS)[2])
    heads = _PLAIN_OTHERS if words.isascii() else _OTHERS
    return heads.match(words) is not None or has_word(words, OTHERS_IN_ENGLISH)


def _as_spelled(words: tuple[str, ...], reading: HeaderReading) -> tuple[str, ...]:
    """Under a header without marks single words do not count: "so luong" is no "lương"."""
    return tuple(word for word in words if " " in word or word.isascii()) if reading.words.isascii() else words


def _is_unknown(column: Column, reading: HeaderReading, *, described: bool) -> bool:
    """Words, and of patients small numbers, of which nothing tells that they are about something else."""
    about_others = reading.of_facility or reading.is_count or _is_of_others(column)
    if about_others or len(column.different) < 2:
        return False
    return not is_plain(column) or (described and is_measure(column, reading))
