"""Rows of persons: what the other columns say there, they say of somebody (NĐ 356/2025, articles 3 and 4).

A second look at columns that passed, once it is known that the rows are persons. It never blocks: the header or the
values alone did not suffice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_utils.privacy.column import Column
from report_utils.privacy.finding import HARMLESS, Found, found_beside, found_by_values
from report_utils.privacy.headers import HeaderReading, has_word
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.beside_persons_words import BESIDE_PERSONS, NOT_OF_THE_PERSON
from report_utils.vietnamese.illness_words import begins_as_illness, is_illness_code, names_an_illness

_SHOW_PERSONS = frozenset((
    Kind.FULL_NAME, Kind.CITIZEN_ID, Kind.ID_CARD, Kind.PASSPORT, Kind.INSURANCE_CARD, Kind.INSURANCE_CODE,
    Kind.PATIENT_CODE, Kind.BIRTH_DATE, Kind.AGE, Kind.SEX, Kind.MARITAL_STATUS,
))
_HALF = 0.5
_YEAR = re.compile(r"(?:.*\D)?((?:19|20)\d\d)(?:\D.*)?")
_AGED = re.compile(r"\d{1,3} ?(?:tuổi|t|tháng tuổi|tháng|th)\b.{0,12}", re.IGNORECASE)
_COUNTING = re.compile(r"\d{1,6}")
_LIVES = 22


def beside_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                   ) -> Mapping[int, Found]:
    """What columns that passed say of the persons in the rows, by number of column; {} where the rows are none."""
    if not _are_rows_of_persons(columns, readings, found):
        return {}
    seconds = {at: _second(columns[at], readings[at]) for at, hit in enumerate(found) if _passed(hit, columns[at])}
    return {at: second for at, second in seconds.items() if second}


def _passed(hit: Found | None, column: Column) -> bool:
    return column.filled > 0 and (hit is None or hit.verdict is Verdict.PASS)


def _are_rows_of_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                         ) -> bool:
    """Whether most rows are one person each, and the table is no list of facilities with somebody to answer for each."""
    shown = [at for at, hit in enumerate(found) if hit and hit.verdict is not Verdict.PASS
             and hit.kind in _SHOW_PERSONS and hit.found_in >= _HALF * columns[at].filled > 0]
    if not shown:
        return False
    before = zip(columns[:shown[0]], readings[:shown[0]], strict=True)
    return not any(column.distinct > _HALF and _names_facilities(column, reading) for column, reading in before)


def _names_facilities(column: Column, reading: HeaderReading) -> bool:
    return (reading.of_facility and column.numeric < _HALF) or column.share(starts_as_facility) > _HALF


def _second(column: Column, reading: HeaderReading) -> Found | None:
    if reading.of_facility and not reading.of_person:
        return None
    return _by_header(column, reading) or _by_values(column, reading)


def _by_header(column: Column, reading: HeaderReading) -> Found | None:
    is_amount = column.numeric > _HALF and reading.is_money
    if is_amount or has_word(reading.words, NOT_OF_THE_PERSON) or column.share(starts_as_facility) > _HALF:
        return None
    for kind, words in BESIDE_PERSONS.items():
        if has_word(reading.words, words):
            return found_beside(column, Kind(kind))
    return None


def _by_values(column: Column, reading: HeaderReading) -> Found | None:
    texts = column.different
    if column.share(begins_as_illness) > _HALF or _are_codes_of_illness(column, reading):
        return found_by_values(column, Kind.HEALTH, list(filter(_is_of_health, texts)), Verdict.WARN)
    if reading.is_unhelpful and column.share(names_an_illness) > _HALF:
        return found_by_values(column, Kind.HEALTH, list(filter(names_an_illness, texts)), Verdict.WARN)
    if column.share(_AGED.fullmatch) > 0.6:
        return found_by_values(column, Kind.AGE, texts, Verdict.WARN)
    return found_by_values(column, Kind.BIRTH_DATE, texts, Verdict.WARN) if _are_births(column) else None


def _are_codes_of_illness(column: Column, reading: HeaderReading) -> bool:
    """Codes with a dot, or under a header of a word or two: a cluster "C12" of a survey is none."""
    if column.share(is_illness_code) < 0.6:
        return False
    return any("." in text for text in column.sample) or reading.is_unhelpful


def _is_of_health(text: str) -> bool:
    return begins_as_illness(text) or is_illness_code(text)


def _are_births(column: Column) -> bool:
    """Days or years a generation apart, most of them long past: no other days beside persons are."""
    years = sorted(int(match[1]) for text in column.sample if (match := _YEAR.fullmatch(text)) and len(text) < 20)
    if len(years) < max(8, 0.8 * len(column.sample)):
        return False
    return years[len(years) * 9 // 10] - years[len(years) // 10] > _LIVES and years[len(years) // 2] < 2012
