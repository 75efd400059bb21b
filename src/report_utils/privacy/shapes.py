"""Columns whose header does not help: what the shape of most values tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found, found_by_values
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.surroundings import Surroundings
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.identifiers import PASSPORT, PLATE, is_tax_code
from report_utils.vietnamese.person_names import (
    is_name_of_a_minority,
    is_name_shaped,
    is_part_of_a_name,
    is_shortened_name,
    is_surely_a_name,
    names_listed,
)
from report_utils.vietnamese.text import fold

_DAY = re.compile(r"(?:\d{1,2}[/.\- ]){2}(?P<year>(?:19|20)\d\d|\d\d)|(?P<first>(?:19|20)\d\d)[/.\-]?\d\d[/.\-]?\d\d.*"
                  r"|(?:\d{1,2}/|[0-3]\d[01]\d)?(?P<only>(?:19|20)\d\d)")
_AGED = re.compile(r"(?:tuổi:? ?)?\d{1,3} ?(?:tuổi|tháng tuổi|tháng|tuoi|t|th)", re.IGNORECASE)
_THIS_CENTURY, _HALF = 30, 0.5
_STREETS = re.compile(fold(r"\b(?:đường|phố|trường|thpt|thcs|street|road|duong|địa danh|tác giả)\b"))
_HAS_MIDDLE = re.compile(r"\w (?:văn|thị|van|thi) \w", re.IGNORECASE)
_TOGETHER = re.compile(r"[A-ZÀ-ỸĐ][a-zà-ỹ]+|[^\W\d_]+")
_TOGETHER_WHOLE = re.compile(r"(?:[A-ZÀ-ỸĐ][a-zà-ỹ]{1,6}){3,4}|[^\W\d_]{1,7}(?:[_.][^\W\d_]{1,7}){2,4}")
_REMARK = re.compile(
    r"[^\W\d_]{0,4}[.: ]*\d[\d./\- ]*(?:t|tuổi|tháng)?|nam|nữ|nu|(?:bố|mẹ|cha|vợ|chồng|con|em|anh|chị|bác|ông|bà|"
    r"cháu|cô|"
    r"chú|dì)(?: đẻ| ruột| nuôi)?", re.IGNORECASE)
_LIVES, _FEW = 22, 8
_SEXES = frozenset(["nam", "nữ", "nu", "male", "female", "trai", "gái", "m", "f"])
_PEOPLES = frozenset(map(fold, (
    "kinh", "tày", "thái", "mường", "khmer", "khơ me", "hoa", "nùng", "h'mông", "mông", "hmông", "dao", "gia rai",
    "ê đê", "ba na", "sán chay", "chăm", "cơ ho", "xơ đăng", "sán dìu", "hrê", "ra glai", "mnông", "thổ", "xtiêng",
    "stiêng", "khơ mú", "bru - vân kiều", "cơ tu", "giáy", "tà ôi", "mạ", "giẻ triêng", "co", "chơ ro", "xinh mun",
    "hà nhì", "chu ru", "lào", "la chí", "kháng", "phù lá", "la hủ", "la ha", "pà thẻn", "lự", "ngái", "chứt", "lô lô",
    "mảng", "cơ lao", "bố y",
    "cống", "si la", "pu péo", "rơ măm", "brâu", "ơ đu", "châu ro")))
_FAITHS = frozenset(map(fold, ("phật giáo", "công giáo", "thiên chúa giáo", "tin lành", "cao đài", "hòa hảo",
                               "phật giáo hòa hảo", "hồi giáo", "đạo phật", "thiên chúa", "phật", "hồi giáo islam")))
_WARDS = re.compile(r"\b(?:phường|xã|thị trấn|quận|huyện|thành phố|tp|khu phố|kp|p\.|x\.|tt\.|q\.|h\.|tx\.|p\d|"
                    r"phuong|xa|quan|huyen)", re.IGNORECASE)
_DOORS = re.compile(r"^(?:số (?:nhà )?)?\d+[A-Za-z]?(?:[/\-]\d+[A-Za-z]?)*,? \D|\b(?:tổ|ấp|thôn|xóm|hẻm|ngõ|đường|"
                    r"khu phố|kp|to|ap|thon|hem)\b", re.IGNORECASE)


def shaped(column: Column, reading: HeaderReading, around: Surroundings, settings: GateSettings) -> Found | None:
    """What the values look like; no more than a warning where only their form tells it."""
    if reading.is_count or not column.filled:
        return None
    if name := _names(column, reading, settings):
        return name
    if not (reading.of_facility or reading.is_place) and column.share(_is_plate) > 0.8:
        return found_by_values(column, Kind.PLATE, column.different, Verdict.WARN)
    if not reading.is_unhelpful or column.filled < _FEW:
        return None
    return (_words(column, around) or _numbers(column) or _births(column) or _ages(column)
            or (None if around.only_facilities else _addresses(column)))


def _names(column: Column, reading: HeaderReading, settings: GateSettings) -> Found | None:
    if column.numeric > 0.5:
        return None
    if (reading.is_place or reading.of_facility) and not reading.of_person:
        return _names_under_a_place(column, reading)
    shaped_so, sure = column.share(_are_shaped), column.share(_are_surely_names)
    if (shaped_so > 0.6 and sure > 0.35) or (reading.names_roles and sure > 0.2):
        texts = list(filter(_are_shaped, column.different))
        is_sure = reading.names_roles or (sure > 0.6 and column.distinct >= settings.distinct_share)
        return found_by_values(column, Kind.FULL_NAME, texts, Verdict.BLOCK if is_sure else Verdict.WARN)
    named = column.share(lambda text: is_name_of_a_minority(text) or is_name_shaped(text))
    if named > 0.8 and column.share(is_name_of_a_minority) > 0.3 and (reading.names_roles or reading.is_unhelpful):
        return found_by_values(column, Kind.FULL_NAME, column.different, Verdict.WARN)
    if reading.is_unhelpful and column.share(is_part_of_a_name) > 0.8:
        return found_by_values(column, Kind.FULL_NAME, column.different, Verdict.WARN)
    is_western = reading.names_roles and column.share(_is_western) > 0.6
    if is_western or column.share(is_shortened_name) > 0.6:
        is_sure = reading.names_roles and column.distinct >= settings.distinct_share
        return found_by_values(column, Kind.FULL_NAME, column.different, Verdict.BLOCK if is_sure else Verdict.WARN)
    if reading.words in ("tên", "ten", "tên gọi") and column.share(lambda t: t.isalpha() and len(t) < 7) > 0.8:
        return found_by_values(column, Kind.FULL_NAME, column.different, Verdict.BLOCK)
    return None


def _names_under_a_place(column: Column, reading: HeaderReading) -> Found | None:
    """Names of persons under the header of a facility or a place: so many with Văn and Thị no streets have."""
    if _STREETS.search(reading.words) or column.distinct < _HALF:
        return None
    if column.share(_are_surely_names) > 0.8 and column.share(_HAS_MIDDLE.search) > 0.2:
        return found_by_values(column, Kind.FULL_NAME, column.different, Verdict.WARN)
    return None


def _are_shaped(text: str) -> bool:
    return is_name_shaped(text) or all(map(is_name_shaped, _parts_of(text))) or _is_name_with_remarks(text)


def _are_surely_names(text: str) -> bool:
    return is_surely_a_name(text) or all(map(is_surely_a_name, _parts_of(text))) or _is_name_with_remarks(text)


def _is_name_with_remarks(text: str) -> bool:
    """A name, then a year, a sex or a relation, and whatever else: "Lê Văn An, 1987, ấp 3 xã Phước Hải"."""
    first, *others = names_listed(text) or [""]
    return bool(others) and is_surely_a_name(first) and any(map(_REMARK.fullmatch, others))


def _is_western(text: str) -> bool:
    """Whether a name has its surname at the end."""
    *others, last = text.split() or [""]
    return len(others) > 1 and is_surely_a_name(" ".join((last, *others)))


def _parts_of(text: str) -> list[str]:
    """The names in a cell: several, one written together (NguyenVanAn), one with a remark (Lê Văn An - 1987)."""
    if " " not in text:
        return [" ".join(_TOGETHER.findall(text))] if _TOGETHER_WHOLE.fullmatch(text) else [text]
    parts = names_listed(text)
    return [part for part in parts if not _REMARK.fullmatch(part)] or [text]


def _is_plate(text: str) -> bool:
    found = PLATE.search(text)
    return found is not None and len(found[0]) > len(text) - 2 and any(map(str.isalpha, text))


def _words(column: Column, around: Surroundings) -> Found | None:
    """Closed lists that only persons have; not in summaries."""
    if around.aggregate or column.filled < 2 * len(column.different):
        return None
    for kind, listed in ((Kind.SEX, _SEXES), (Kind.ETHNICITY, _PEOPLES), (Kind.RELIGION, _FAITHS)):
        if column.share(lambda text, listed=listed: fold(text) in listed) > 0.6:  # type: ignore[misc]
            return found_by_values(column, kind, column.different, Verdict.WARN)
    return None


def _numbers(column: Column) -> Found | None:
    """Passports, and long numbers that are all different: what they count nobody can tell."""
    if column.distinct < 0.95:
        return None
    if column.share(PASSPORT.fullmatch) > 0.9:
        return found_by_values(column, Kind.PASSPORT, column.different, Verdict.WARN)
    lengths = {len(text) for text in column.sample}
    is_long = lengths in ({9}, {10}) and all(map(str.isdigit, column.sample))
    if is_long and column.share(is_tax_code) < 0.5 and _is_irregular(column.sample):
        kind = Kind.ID_CARD if lengths == {9} else Kind.INSURANCE_CODE
        return found_by_values(column, kind, column.different, Verdict.WARN)
    return None


def _is_irregular(texts: list[str]) -> bool:
    """Whether numbers are neither round nor counted up."""
    rounded = sum(text.endswith("00") for text in texts)
    values = sorted(map(int, texts))
    steps = [later - earlier for earlier, later in pairwise(values)]
    return rounded < 0.2 * len(texts) and max(steps, default=0) > 1000


def _births(column: Column) -> Found | None:
    """Days or years that lie a generation apart, few of them of late."""
    found = [match for text in column.sample if (match := _DAY.fullmatch(text))]
    if len(found) < 0.8 * len(column.sample) or len(found) < _FEW:
        return None
    years = sorted(_full_year(match["year"] or match["first"] or match["only"]) for match in found)
    first, last = years[len(years) // 10], years[-1 - len(years) // 10]
    if last - first > _LIVES and years[len(years) // 2] < 2012:
        return found_by_values(column, Kind.BIRTH_DATE, column.different, Verdict.WARN)
    return None


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else year + (2000 if year < _THIS_CENTURY else 1900)


def _ages(column: Column) -> Found | None:
    if column.share(_AGED.fullmatch) > 0.8:
        return found_by_values(column, Kind.AGE, column.different, Verdict.WARN)
    return None


def _addresses(column: Column) -> Found | None:
    is_address: Callable[[str], bool] = lambda text: bool(_WARDS.search(text) and _DOORS.search(text))  # noqa: E731
    if column.share(is_address) > 0.5:
        return found_by_values(column, Kind.ADDRESS, [t for t in column.different if is_address(t)], Verdict.WARN)
    return None
