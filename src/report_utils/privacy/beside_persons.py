"""Rows of persons: what the other columns say there, they say of somebody (NĐ 356/2025, articles 3 and 4).

A second look at columns that passed, once it is known that the rows are persons. It never blocks: the header or the
values alone did not suffice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_utils.privacy.beside_values import shown_beside
from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found, found_beside
from report_utils.privacy.headers import HeaderReading, has_word
from report_utils.privacy.persons_in_rows import are_described, are_rows_of_persons
from report_utils.privacy.plain_values import is_measure, is_plain
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.beside_persons_words import BESIDE_PERSONS, NOT_OF_THE_PERSON
from report_utils.vietnamese.illness_words import names_an_illness

_HALF = 0.5
_CODED = re.compile(r"(?:mã|số|ma|so|code)\b(?!.*(?:bệnh|benh|icd))")


def beside_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                   ) -> Mapping[int, Found]:
    """What columns that passed say of the persons in the rows, by number of column; {} where the rows are none."""
    if not are_rows_of_persons(columns, readings, found):
        return {}
    passed = [at for at, hit in enumerate(found) if _passed(hit, columns[at])]
    told = {at: second for at in passed if (second := _second(columns[at], readings[at]))}
    if are_described(readings, columns, [told.get(at, hit) for at, hit in enumerate(found)]):
        rest = ((at, _unknown(columns[at], readings[at])) for at in passed if at not in told)
        told |= {at: third for at, third in rest if third}
    return told


def _passed(hit: Found | None, column: Column) -> bool:
    return column.filled > 0 and (hit is None or hit.verdict is Verdict.PASS)


def _second(column: Column, reading: HeaderReading) -> Found | None:
    if reading.of_facility and not reading.of_person:
        return None
    return _by_header(column, reading) or shown_beside(column, reading)


def _by_header(column: Column, reading: HeaderReading) -> Found | None:
    is_amount = column.numeric > _HALF and reading.is_money
    if is_amount or has_word(reading.words, NOT_OF_THE_PERSON) or column.share(starts_as_facility) > _HALF:
        return None
    for kind, words in BESIDE_PERSONS.items():
        if has_word(reading.words, _as_spelled(words, reading)) and not (
                kind == Kind.HEALTH and _CODED.match(reading.words)):
            return found_beside(column, Kind(kind))
    is_illness = not reading.words.isascii() and names_an_illness(reading.words)
    return found_beside(column, Kind.HEALTH) if is_illness else None


def _as_spelled(words: tuple[str, ...], reading: HeaderReading) -> tuple[str, ...]:
    """Under a header without marks single words do not count: "so luong" is no "lương"."""
    return tuple(word for word in words if " " in word or word.isascii()) if reading.words.isascii() else words


def _unknown(column: Column, reading: HeaderReading) -> Found | None:
    """Words or small numbers of which nothing tells that they are about something else than the person."""
    about_others = reading.of_facility or reading.is_count or has_word(reading.words, NOT_OF_THE_PERSON)
    if about_others or len(column.different) < 2 or (is_plain(column) and not is_measure(column, reading)):
        return None
    return found_beside(column, Kind.PERSONAL_DETAIL)
