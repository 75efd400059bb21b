"""Rows of persons without names: combinations so rare that a neighbour knows who it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from report_utils.privacy.column import Column, text_of
from report_utils.privacy.finding import Found
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.surroundings import Surroundings
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.text import fold

_OF_PERSONS = frozenset((Kind.AGE, Kind.SEX, Kind.BIRTH_DATE, Kind.ETHNICITY, Kind.RELIGION, Kind.NATIONALITY))
_MORE = re.compile(fold(r"\b(?:nghề nghiệp|nghề|xã|phường|thôn|ấp|nơi cư trú|huyện|trình độ|học vấn|occupation|job|"
                   r"ward|commune|district|nghe nghiep|nhóm tuổi|age group|hôn nhân)\b(?<!của xã)(?<!của phường)"))


def _is_quasi(reading: HeaderReading) -> bool:
    """Whether a column tells something of somebody, and not of the facility that saw him."""
    of_facility = reading.of_facility and not reading.of_person
    return _MORE.search(reading.words) is not None and not reading.is_count and not of_facility


def rare_combinations(columns: Sequence[Column], readings: Sequence[HeaderReading], around: Surroundings,
                      found: Sequence[Found | None], least: int) -> Mapping[int, Found]:
    """By number of column, where fewer than `least` rows share what the columns say together."""
    if around.aggregate:
        return {}
    of_persons = [i for i, hit in enumerate(found) if hit and hit.kind in _OF_PERSONS]
    quasi = sorted({*of_persons, *(i for i, reading in enumerate(readings) if _is_quasi(reading))})
    if not of_persons or len(quasi) < 2:
        return {}
    rows = list(zip(*(map(text_of, columns[i].cells) for i in quasi), strict=False))
    counted = Counter(row for row in rows if all(row))
    rare = sum(count for count in counted.values() if count < least)
    if not rare:
        return {}
    listed = ", ".join(f"«{columns[i].header}»" for i in quasi)
    reason = f"{rare}/{len(rows)} dòng có tổ hợp {listed} trùng với chưa đến {least} dòng, có thể lần ra từng người"
    return {i: Found(Verdict.WARN, Kind.RARE_COMBINATION, rare, reason) for i in quasi}
