"""What values say of somebody where the rows are persons, whatever the header says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found, found_beside, found_by_values
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.identifiers import digits_of, is_landline, is_tax_code
from report_utils.vietnamese.illness_words import begins_as_illness, is_illness_code, names_an_illness
from report_utils.vietnamese.text import fold

_SOME, _HALF, _MOSTLY, _LONG_TEXT, _LIVES, _LAST_YEAR = 0.2, 0.5, 0.6, 25, 22, 2012
_YEAR = re.compile(r"(?:.*\D)?((?:19|20)\d\d)(?:\D.*)?")
_AGED = re.compile(r"(?:(?:nam|nữ|nu|m|f)\W{1,3})?\d{1,3} ?(?:tuổi|tuoi|t|tháng tuổi|tháng|th|y|m|/ ?(?:nam|nữ|nu|m|"
                   r"f))\b.{0,12}",
                   re.IGNORECASE)
_SEXES, _TICKS = frozenset(map(fold, ("nam", "nữ", "nu", "male", "female"))), frozenset(("x", "1", "✓", "v", "có", "+"))
_SIGNS = frozenset(("(+)", "(-)", "+", "-", "+/-", "pos", "neg", "1+", "2+", "3+", "4+", "++", "+++", "âm", "dương",
                    "dt", "at"))
_LONG_NUMBER = re.compile(r"\d(?:[ \-]?\d){7,19}")
_NINE, _NUMBERS_OF = re.compile(r"\d(?:[ \-]?\d){8,19}"), re.compile(fold(r"\b(?:mã|số|id|no|code|ma|so|number)\b"))
_LINK = re.compile(r"(?:https?://|www\.|[a-z]+\.(?:com|me|vn)/)\S+", re.IGNORECASE)
_DEGREES = r"[-+]?(?:[89]|1\d|2[0-3]|10\d)[.,]\d{4,}"
_PLACE = re.compile(rf"{_DEGREES}(?:[,; ]+{_DEGREES})?")
_PARTS = fold("tổ|ấp|thôn|xóm|tdp|bản|buôn|làng|kp|khu phố|hẻm|ngõ|ngách|đường|khóm|sóc|phum")
_DOOR = re.compile(rf"(?:^|, ?|\s)(?:(?:{_PARTS})\b|"
                   rf"(?:{fold('số')}(?: {fold('nhà')})? )?\d+[a-z]?(?:/\d+)* [^\W\d_]{{2,}} [^\W\d_]{{2,}})")
_ABBREVIATED = re.compile(r"\b(?:k|kp|t|p|x|q|h|tt|tdp)\. ?\d*[^\W\d_]*,? .*\b(?:p|x|q|h|tt|tp)\. ?\w", re.IGNORECASE)
_OF_PAPERS = re.compile(fold(
    r"\b(?:phiếu thu|hóa đơn|biên lai|chứng từ|lô|sê-ri|serial|serie|vật tư|thuốc|dịch vụ|tiền|giá|phí|máy|thiết bị|"
    r"tổng|hợp đồng|"
    r"quyết định|kê khai|invoice|batch|amount|bien lai|hoa don|phieu thu|tien)\b"))


def shown_beside(column: Column, reading: HeaderReading) -> Found | None:
    """What the values show of the persons in the rows; a warning, for beside them alone they would say nothing."""
    return _of_sex(column, reading) or shown_of_health(column, reading) or _of_other_kinds(column, reading)


def _of_sex(column: Column, reading: HeaderReading) -> Found | None:
    if reading.words.rpartition(" ")[2] in _SEXES and column.share(lambda text: fold(text) in _TICKS) > 0.9:
        return found_beside(column, Kind.SEX)
    return None


def shown_of_health(column: Column, reading: HeaderReading) -> Found | None:
    """Illnesses, injuries and results of tests."""
    if column.share(lambda text: fold(text) in _SIGNS) > _MOSTLY and len(column.different) > 1:
        return found_beside(column, Kind.HEALTH)
    if column.share(begins_as_illness) > _HALF or _are_codes_of_illness(column, reading):
        return found_by_values(column, Kind.HEALTH, list(filter(_is_of_health, column.different)), Verdict.WARN)
    if column.share(begins_as_illness) > _SOME and column.share(_is_result) > 0.9:
        return found_beside(column, Kind.HEALTH)
    is_long = column.share(lambda text: len(text) > _LONG_TEXT) > _HALF
    if (reading.is_unhelpful or is_long) and column.share(names_an_illness) > _HALF:
        return found_by_values(column, Kind.HEALTH, list(filter(names_an_illness, column.different)), Verdict.WARN)
    return None


def _of_other_kinds(column: Column, reading: HeaderReading) -> Found | None:
    kind = next((kind for kind, test in _TESTS.items() if test(column, reading)), None)
    return found_by_values(column, kind, column.different, Verdict.WARN) if kind else None


def _are_codes_of_illness(column: Column, reading: HeaderReading) -> bool:
    """Codes with a dot, or under a header that says nothing: a cluster "C12" of a survey is none."""
    if column.share(is_illness_code) < _MOSTLY:
        return False
    return any("." in text for text in column.sample) or reading.is_unhelpful


def _is_of_health(text: str) -> bool:
    return begins_as_illness(text) or is_illness_code(text)


def _is_result(text: str) -> bool:
    """A result of a test in words or in numbers: HPV 16, 18 or "âm tính"."""
    return begins_as_illness(text) or len(text) < 5


def _are_ages(column: Column, reading: HeaderReading) -> bool:
    """Numbers with the word, or under a header that says nothing numbers as wide apart as lives."""
    if column.share(_AGED.fullmatch) > _MOSTLY:
        return True
    if not reading.is_unhelpful or len(column.different) < 8 or column.share(str.isdigit) < 1:
        return False
    numbers = sorted(map(int, column.sample))
    return numbers[-1] <= 105 and numbers[len(numbers) * 9 // 10] >= 50 and numbers[0] < 40 and column.distinct < 1


def _are_births(column: Column, _: HeaderReading) -> bool:
    """Days or years a generation apart, most of them long past: no other days beside persons are."""
    years = sorted(int(match[1]) for text in column.sample if (match := _YEAR.fullmatch(text)) and len(text) < 20)
    if len(years) < max(8, 0.8 * len(column.sample)):
        return False
    return years[len(years) * 9 // 10] - years[len(years) // 10] > _LIVES and years[len(years) // 2] < _LAST_YEAR


def _are_personal_numbers(column: Column, reading: HeaderReading) -> bool:
    """Long numbers, another in each row, that count nothing and stand on no paper."""
    if column.distinct < 0.9 or reading.is_money or _OF_PAPERS.search(reading.words) or column.share(is_tax_code) > 0.9:
        return False
    long_enough = _LONG_NUMBER if _NUMBERS_OF.search(reading.words) else _NINE
    if column.share(lambda text: is_landline(digits_of(text))) > _HALF:
        return False
    return column.share(long_enough.fullmatch) > 0.9 and column.share(lambda text: text.endswith("000")) < 0.2


def _are_links(column: Column, _: HeaderReading) -> bool:
    return column.distinct > _HALF and column.share(_LINK.match) > _MOSTLY


def _are_places(column: Column, _: HeaderReading) -> bool:
    return column.distinct > _HALF and column.share(_PLACE.fullmatch) > 0.8


def _are_addresses(column: Column, reading: HeaderReading) -> bool:
    return not reading.is_place and column.distinct > _HALF and column.share(_is_address) > _MOSTLY


def _is_address(text: str) -> bool:
    return bool(_DOOR.search(fold(text)) or _ABBREVIATED.search(text))


_TESTS: Mapping[Kind, Callable[[Column, HeaderReading], bool]] = {
    Kind.AGE: _are_ages, Kind.BIRTH_DATE: _are_births, Kind.PERSONAL_DETAIL: _are_personal_numbers,
    Kind.PHOTO: _are_links, Kind.LOCATION: _are_places, Kind.ADDRESS: _are_addresses,
}
