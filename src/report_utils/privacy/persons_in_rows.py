"""Whether the rows of a table are persons, told by what was found in its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.plain_values import is_wording
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.illness_words import is_illness_code
from report_utils.vietnamese.text import fold

_SHOW_PERSONS = frozenset((
    Kind.FULL_NAME, Kind.CITIZEN_ID, Kind.ID_CARD, Kind.PASSPORT, Kind.INSURANCE_CARD, Kind.INSURANCE_CODE, Kind.PHONE,
    Kind.PATIENT_CODE, Kind.BIRTH_DATE, Kind.AGE, Kind.SEX, Kind.MARITAL_STATUS, Kind.EMAIL, Kind.FREE_TEXT,
))
_DESCRIBE = frozenset((
    Kind.BIRTH_DATE, Kind.AGE, Kind.SEX, Kind.HEALTH, Kind.INSURANCE_CARD, Kind.PATIENT_CODE, Kind.ETHNICITY,
    Kind.FAMILY, Kind.MARITAL_STATUS, Kind.NATIONALITY, Kind.RELIGION, Kind.BIRTH_PLACE, Kind.INSURANCE_CODE,
    Kind.PASSPORT,
))
_PATIENTS = re.compile(fold(
    r"\b(?:bệnh nhân|người bệnh|bn|nb|thai phụ|sản phụ|trẻ|cháu|nạn nhân|bị nạn|ca bệnh|ca mắc|f0|patient|benh nhan|"
    r"nguoi benh|"
    r"người mắc|người nhiễm|người hiến|hiến mô|thương binh|khuyết tật|bảo trợ|học sinh|tên con|bà mẹ|tên mẹ)\b"))
_THINGS = re.compile(fold(
    r"\b(?:tài sản|thiết bị|máy|sản phẩm|sáng kiến|công việc|nhiệm vụ|dự án|đề tài|sự cố|văn bản|hạng mục|nội dung|"
    r"giải pháp|trích yếu|công văn|ký hiệu|"
    r"mô hình|device|asset|product|task|project)\b"))
_CODED = re.compile(fold(r"(?:mã|số|ma|so|code|id|no)\b|.*\b(?:id|code|no)$"))
_SOME, _HALF, _ALIKE, _OWN = 0.3, 0.5, 0.8, 0.9


def are_rows_of_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                        ) -> bool:
    """Whether rows are one person each, and the table is no list of things or facilities with somebody for each."""
    shown = [at for at, hit in enumerate(found) if _is_of_a_person(hit, columns[at])]
    if not shown:
        return False
    before = list(zip(columns[:shown[0]], readings[:shown[0]], strict=True))
    many = min(_HALF, _ALIKE * columns[shown[0]].distinct)
    of_things = any(_THINGS.search(reading.words) for _, reading in before)
    return not of_things and not any(column.distinct > many and _names_facilities(column, reading)
                                     for column, reading in before)


def are_described(readings: Sequence[HeaderReading], found: Sequence[Found | None]) -> bool:
    """Whether the rows tell of the persons what one knows of patients, not of clerks and applicants."""
    told = sum(hit is not None and hit.verdict is not Verdict.PASS and hit.kind in _DESCRIBE for hit in found)
    are_patients = any(_PATIENTS.search(reading.words) for reading in readings if not reading.is_count)
    return told > 0 or are_patients


def begin_with_codes(columns: Sequence[Column], readings: Sequence[HeaderReading]) -> bool:
    """Whether each row has a code of its own and nothing is counted: patients without names look so."""
    if any(reading.is_count for reading in readings):
        return False
    return any(_CODED.match(reading.words) and column.distinct > _OWN and not is_wording(column)
               for column, reading in zip(columns[:3], readings, strict=False))


def are_cases(columns: Sequence[Column], told: Mapping[int, Found]) -> bool:
    """Whether two columns or more tell of somebody's health, the same again and again, as no catalogue does."""
    if any(column.distinct > _OWN and column.share(is_illness_code) > _OWN for column in columns):
        return False
    health = [at for at, hit in told.items() if hit.kind is Kind.HEALTH]
    return sum(columns[at].distinct < _HALF or not is_wording(columns[at]) for at in health) > 1


def begin_with_persons(columns: Sequence[Column], found: Sequence[Found | None]) -> bool:
    """Whether no other text that is different in most rows stands before the persons: the rows are theirs."""
    return next((_is_of_a_person(hit, column) for column, hit in zip(columns, found, strict=True)
                 if _is_of_a_person(hit, column) or (column.distinct > _HALF and is_wording(column))), False)


def _is_of_a_person(hit: Found | None, column: Column) -> bool:
    return (hit is not None and hit.verdict is not Verdict.PASS and hit.kind in _SHOW_PERSONS
            and hit.found_in >= _SOME * column.filled > 0)


def _names_facilities(column: Column, reading: HeaderReading) -> bool:
    return (reading.of_facility and is_wording(column)) or column.share(starts_as_facility) > _HALF
