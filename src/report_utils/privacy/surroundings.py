"""Whose table it is: a column that says only "Địa chỉ" means what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.privacy.column import Column
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.verdict import Kind
from report_utils.vietnamese.person_names import is_surely_a_name
from report_utils.vietnamese.text import fold

FACILITY_START = re.compile(fold(
    r"(?:bệnh viện|trung tâm|trạm|phòng|công ty|cty|ct|cổ phần|tnhh|dntn|nhà thuốc|quầy thuốc|hộ kinh doanh|hkd|cơ sở|"
    r"chi nhánh|trường|chi cục|sở|ubnd|nha khoa|spa|thẩm mỹ|bv|ttyt|tyt|pk|pkđk|nt|qt|văn phòng|ban|hợp tác xã|htx|"
    r"doanh nghiệp|tổng|viện|cửa hàng|siêu thị|nhà hàng|khách sạn|quán|đại lý|khoa|bếp ăn|căn tin|căng tin|tiệm|kho|"
    r"nhà máy|xưởng|thpt|thcs|th|mn|mầm non|mẫu giáo|tiểu học|đình|chùa|đền|miếu|nhà thờ|di tích|mái ấm|bưu cục|"
    r"bưu điện|mắt kính|"
    r"bvđk|xí nghiệp|chợ|tập đoàn|ngân hàng|phân viện|labo|nhà hộ sinh|hộ kd|clinic|hospital|"
    r"company|pharmacy|benh vien|trung tam|tram|phong kham|cong ty|nha thuoc|quay thuoc)\b"))


@dataclass(frozen=True)
class Surroundings:
    """What the other columns tell of a column: whether persons or facilities are listed, or numbers of them.

    `facilities_first`: of both, the table lists facilities, and persons only beside them.
    """

    persons: bool = False
    facilities: bool = False
    aggregate: bool = False
    facilities_first: bool = False

    @property
    def only_facilities(self) -> bool:
        """Facilities and nobody."""
        return self.facilities and not self.persons


def starts_as_facility(text: str) -> bool:
    """Whether a text begins as the name of an institution, shop or place of business."""
    return FACILITY_START.match(fold(text)) is not None


def surroundings_of(readings: Sequence[HeaderReading], columns: Sequence[Column]) -> list[Surroundings]:
    """What is around each column. Of persons and facilities, the nearest name to the left decides."""
    both = list(zip(readings, columns, strict=True))
    persons = [i for i, (reading, column) in enumerate(both) if _lists_persons(reading, column)]
    facilities = [i for i, (reading, column) in enumerate(both) if _lists_facilities(reading, column)]
    counts = any(reading.is_count and column.numeric > 0.8 for reading, column in both)
    is_aggregate = counts and not persons and not any(reading.kind in _DIRECT for reading in readings)
    if persons and facilities:
        return [_nearest(persons, facilities, at, is_aggregate) for at in range(len(columns))]
    return [Surroundings(bool(persons), bool(facilities), is_aggregate)] * len(columns)


def _nearest(persons: Sequence[int], facilities: Sequence[int], at: int, is_aggregate: bool) -> Surroundings:
    left_person = max((i for i in persons if i < at), default=-1)
    left_facility = max((i for i in facilities if i < at), default=-1)
    persons_first = persons[0] < facilities[0]
    return Surroundings(persons_first or left_person >= left_facility, left_facility > left_person, is_aggregate,
                        not persons_first)


_DIRECT = frozenset((Kind.CITIZEN_ID, Kind.ID_CARD, Kind.PASSPORT, Kind.INSURANCE_CARD, Kind.PATIENT_CODE,
                     Kind.BIRTH_DATE, Kind.INSURANCE_CODE))


def _lists_persons(reading: HeaderReading, column: Column) -> bool:
    if reading.kind in _DIRECT and column.filled:
        return True
    only_facility = reading.of_facility and not reading.of_person
    if reading.is_count or (only_facility and reading.kind is not Kind.FULL_NAME):
        return False
    return reading.kind is Kind.FULL_NAME or (column.filled > 0 and column.share(is_surely_a_name) > 0.5)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _lists_facilities(reading: HeaderReading, column: Column) -> bool:
    if reading.is_count or reading.kind or column.numeric > 0.5:
        return False
    is_said = reading.of_facility and not reading.of_person and column.share(_has_letters) > 0.5
    return is_said or (column.filled > 0 and column.share(starts_as_facility) > 0.5)
