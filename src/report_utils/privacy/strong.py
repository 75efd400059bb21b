"""Numbers of persons that show themselves, wherever they stand: in every value, with or without a header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found, found_by_values, found_in_text
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import NAMES, Kind, Verdict
from report_utils.vietnamese.identifiers import (
    CITIZEN_ID,
    EMAIL,
    INSURANCE_CARD,
    LOOK_ALIKES,
    PHONE,
    PRACTICE_LICENCE,
    digits_of,
    is_mobile,
    is_office_email,
    is_tax_code,
    national_number,
    plausible_citizen_id,
)

_MOST, _HALF = 0.9, 0.5
ASKED: Mapping[re.Pattern[str], tuple[int, tuple[str, ...]]] = {
    INSURANCE_CARD: (13, ()), CITIZEN_ID: (12, ()), PHONE: (9, ()), EMAIL: (0, ("@", "(at", "[at")),
    PRACTICE_LICENCE: (1, ("CCHN", "GPHN"))}
"""So many digits at least, and one of these signs, stand in a text in which a pattern is found."""
_DIGITS = re.compile(r"\d+")
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})+")


def strong_values(column: Column, reading: HeaderReading, settings: GateSettings) -> Found | None:
    """The kind that most values show, or what a few of them hold."""
    if lost := _without_zeros(column, reading, settings):
        return lost
    if column.share(is_tax_code) >= _MOST:
        return _tax_codes(column, reading, settings)
    for kind, hits in _hits(column, settings.date.year + 1):
        texts = [text for text, _ in hits]
        share = column.count(texts) / column.filled
        if share >= (_HALF if column.numeric < _MOST else 0.6):
            return found_by_values(column, kind, texts, _how_sure(column, kind, reading, settings))
        told = [(text, value) for text, value in hits if not _is_chance(column, text)]
        if told:
            found = found_in_text(column, NAMES[kind], [text for text, _ in told], [value for _, value in told])
            is_business = _is_business(kind, reading) and all(starts_as_facility(text) for text, _ in told)
            return Found(Verdict.WARN, found.kind, found.found_in, found.reason) if is_business else found
    return None


def _is_business(kind: Kind, reading: HeaderReading) -> bool:
    """Whether the column may hold how institutions are reached, which they make known themselves."""
    return reading.of_facility and not reading.of_person and kind in (Kind.PHONE, Kind.EMAIL)


def _how_sure(column: Column, kind: Kind, reading: HeaderReading, settings: GateSettings) -> Verdict:
    if _is_business(kind, reading):
        return Verdict.WARN
    return Verdict.BLOCK if column.distinct >= settings.distinct_share or column.numeric < _MOST else Verdict.WARN


def _hits(column: Column, year: int) -> Iterator[tuple[Kind, list[tuple[str, str]]]]:
    """Kinds with the texts that show them and the value in each."""
    tests: tuple[tuple[Kind, re.Pattern[str], Callable[[str], bool]], ...] = (
        (Kind.INSURANCE_CARD, INSURANCE_CARD, bool),
        (Kind.CITIZEN_ID, CITIZEN_ID, partial(_is_citizen, year=year)),
        (Kind.PHONE, PHONE, _is_mobile_text),
        (Kind.EMAIL, EMAIL, lambda value: not is_office_email(value)),
        (Kind.LICENCE_OF_PRACTICE, PRACTICE_LICENCE, bool),
    )
    for kind, pattern, test in tests:
        hits = []
        for text in column.lines_with(pattern, *ASKED[pattern]):
            plain = LOOK_ALIKES.sub("·", text)
            value = next((found[0] for found in pattern.finditer(plain) if test(found[0])), None)
            if value is not None:
                hits.append((text, value))
        if hits:
            yield kind, hits


def _is_citizen(value: str, year: int) -> bool:
    return plausible_citizen_id(digits_of(value), year)


def _is_mobile_text(value: str) -> bool:
    return not _AMOUNT.fullmatch(value) and is_mobile(national_number(digits_of(value)))


def _is_chance(column: Column, text: str) -> bool:
    """Whether a lone number among numbers alike is one of them: amounts, codes of the same length."""
    if not _DIGITS.fullmatch(text):
        return False
    alike = column.share(lambda other: len(other) == len(text) and other.isdigit())
    return not text.startswith("0") or alike >= _HALF


def _without_zeros(column: Column, reading: HeaderReading, settings: GateSettings) -> Found | None:
    """Numbers whose leading zeros Excel dropped: citizens' of 10 or 11 digits, telephones of 9."""
    if column.numeric < _MOST or reading.is_count or column.distinct < settings.distinct_share:
        return None
    year = settings.date.year + 1
    if column.share(lambda text: len(text) in (10, 11) and plausible_citizen_id(text.zfill(12), year)) >= _MOST:
        return found_by_values(column, Kind.CITIZEN_ID, column.different, Verdict.BLOCK)
    phones = column.share(lambda text: len(text) == 9 and text.isdigit() and is_mobile(f"0{text}"))
    says_persons = reading.is_unhelpful or reading.names_roles or reading.of_person
    if phones >= _MOST and says_persons and column.share(lambda text: text.endswith("00")) < 0.3:
        return found_by_values(column, Kind.PHONE, column.different, Verdict.BLOCK)
    return None


def _tax_codes(column: Column, reading: HeaderReading, settings: GateSettings) -> Found | None:
    """Tax codes of persons begin with 8; those of companies are public."""
    persons = [text for text in column.different if text.startswith("8") and is_tax_code(text)]
    if len(persons) < 0.8 * len(column.different) or (reading.of_facility and not reading.of_person):
        return None
    return found_by_values(column, Kind.TAX_CODE_PERSON, persons,
                           Verdict.BLOCK if column.distinct >= settings.distinct_share else Verdict.WARN)
