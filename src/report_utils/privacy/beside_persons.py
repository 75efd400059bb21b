"""Rows of persons: what the other columns say there, they say of somebody (NĐ 356/2025, articles 3 and 4).

A second look at columns that passed, once it is known that the rows are persons. It never blocks: the header or the
values alone did not suffice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found, found_beside, found_by_values
from report_utils.privacy.headers import HeaderReading, has_word
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.beside_persons_words import BESIDE_PERSONS, NOT_OF_THE_PERSON
from report_utils.vietnamese.identifiers import is_tax_code
from report_utils.vietnamese.illness_words import begins_as_illness, is_illness_code, names_an_illness
from report_utils.vietnamese.text import fold

_SHOW_PERSONS = frozenset((
    Kind.PHONE, Kind.EMAIL, Kind.FREE_TEXT,
    Kind.FULL_NAME, Kind.CITIZEN_ID, Kind.ID_CARD, Kind.PASSPORT, Kind.INSURANCE_CARD, Kind.INSURANCE_CODE,
    Kind.PATIENT_CODE, Kind.BIRTH_DATE, Kind.AGE, Kind.SEX, Kind.MARITAL_STATUS,
))
_HALF = 0.5
_YEAR = re.compile(r"(?:.*\D)?((?:19|20)\d\d)(?:\D.*)?")
_AGED = re.compile(r"(?:(?:nam|nữ|nu|m|f)\W{1,3})?\d{1,3} ?(?:tuổi|tuoi|t|tháng tuổi|tháng|th|y|m|/ ?(?:nam|nữ|nu|m|f))\b.{0,12}",
                   re.IGNORECASE)
_SEXES, _TICKS = frozenset(map(fold, ("nam", "nữ", "nu", "male", "female"))), frozenset(("x", "1", "✓", "v", "có", "+"))
_LONG_TEXT = 25
_NUMBERED = re.compile(fold(r"(?:stt|tt|số|lần|mũi|mã|tuần|tháng|năm|quý|thứ|kỳ|so|lan|ma|tuan|thang|nam|no|number|week|visit|year|month)\b"))
_LIVES = 22
_CODED = re.compile(r"(?:mã|số|ma|so|code)\b(?!.*(?:bệnh|benh|icd))")
_SMALL = re.compile(r"-?\d{1,3}(?:[.,]\d{1,2}|/\d{2,3})?")
_THINGS = re.compile(fold(r"\b(?:tài sản|thiết bị|máy|sản phẩm|sáng kiến|công việc|nhiệm vụ|dự án|đề tài|sự cố|văn bản|hạng mục|"
                          r"nội dung|giải pháp|mô hình|device|asset|product|task|project)\b"))
_LONG_NUMBER = re.compile(r"\d{8,20}")
_LINK = re.compile(r"(?:https?://|www\.|[a-z]+\.(?:com|me|vn)/)\S+", re.IGNORECASE)
_PLACE = re.compile(r"[-+]?(?:[89]|1\d|2[0-3]|10\d)[.,]\d{4,}(?:[,; ]+[-+]?(?:[89]|1\d|2[0-3]|10\d)[.,]\d{4,})?")
_DOOR = re.compile(rf"(?:^|, ?|\s)(?:(?:{fold('tổ|ấp|thôn|xóm|tdp|bản|buôn|làng|kp|khu phố|hẻm|ngõ|ngách|đường|khóm|sóc|phum')})\b|"
                   rf"(?:{fold('số')}(?: {fold('nhà')})? )?\d+[a-z]?(?:/\d+)* [^\W\d_]{{2,}} [^\W\d_]{{2,}})")
_ABBREVIATED = re.compile(r"\b(?:k|kp|t|p|x|q|h|tt|tdp)\. ?\d*[^\W\d_]*,? .*\b(?:p|x|q|h|tt|tp)\. ?\w", re.IGNORECASE)
_DESCRIBE = frozenset((
    Kind.BIRTH_DATE, Kind.AGE, Kind.SEX, Kind.HEALTH, Kind.INSURANCE_CARD, Kind.PATIENT_CODE, Kind.ETHNICITY, Kind.FAMILY,
    Kind.MARITAL_STATUS, Kind.NATIONALITY, Kind.RELIGION, Kind.BIRTH_PLACE, Kind.INSURANCE_CODE, Kind.PASSPORT,
))
_STATES = re.compile(fold(r"(?:đã (?:trả|xử lý|giải quyết|hoàn thành|duyệt|cấp|nhận|chuyển|tiếp nhận|thanh toán|chi|nộp|thẩm định)|"
                          r"đang (?:xử lý|giải quyết|thẩm định|chờ)|chờ|mới|chưa (?:trả|xử lý|giải quyết|cấp|thanh toán)|"
                          r"hoàn thành|chuyển|từ chối|quá hạn|đúng hạn|trước hạn|bổ sung|rút|hủy|moi|da tra|da xu ly|dang xu ly|"
                          r"chuyen|cho)\b"))
_OF_PAPERS = re.compile(fold(r"\b(?:phiếu thu|hóa đơn|biên lai|chứng từ|lô|sê-ri|serial|serie|vật tư|thuốc|dịch vụ|tiền|giá|phí|máy|"
                             r"thiết bị|tổng|hợp đồng|quyết định|invoice|batch|amount)\b"))


def beside_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                   ) -> Mapping[int, Found]:
    """What columns that passed say of the persons in the rows, by number of column; {} where the rows are none."""
    if not _are_rows_of_persons(columns, readings, found):
        return {}
    passed = [at for at, hit in enumerate(found) if _passed(hit, columns[at])]
    seconds = {at: second for at in passed if (second := _second(columns[at], readings[at]))}
    if _begin_with_persons(columns, found) and _are_described([*found, *seconds.values()]):
        thirds = ((at, _unknown(columns[at], readings[at])) for at in passed if at not in seconds)
        seconds |= {at: third for at, third in thirds if third}
    return seconds


def _passed(hit: Found | None, column: Column) -> bool:
    return column.filled > 0 and (hit is None or hit.verdict is Verdict.PASS)


def _is_told_of_persons(hit: Found | None, column: Column) -> bool:
    return (hit is not None and hit.verdict is not Verdict.PASS and hit.kind in _SHOW_PERSONS
            and hit.found_in >= _HALF * column.filled > 0)


def _are_rows_of_persons(columns: Sequence[Column], readings: Sequence[HeaderReading], found: Sequence[Found | None],
                         ) -> bool:
    """Whether most rows are one person each, and the table is no list of facilities with somebody to answer for each."""
    shown = [at for at, hit in enumerate(found) if _is_told_of_persons(hit, columns[at])]
    if not shown:
        return False
    before = list(zip(columns[:shown[0]], readings[:shown[0]], strict=True))
    of_things = any(_THINGS.search(reading.words) for _, reading in before)
    return not of_things and not any(column.distinct > _HALF and _names_facilities(column, reading)
                                     for column, reading in before)


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
        spelled = [word for word in words if " " in word or word.isascii()] if reading.words.isascii() else words
        if has_word(reading.words, spelled) and not (kind == Kind.HEALTH and _CODED.match(reading.words)):
            return found_beside(column, Kind(kind))
    is_illness = not reading.words.isascii() and names_an_illness(reading.words)
    return found_beside(column, Kind.HEALTH) if is_illness else None


def _by_values(column: Column, reading: HeaderReading) -> Found | None:
    texts = column.different
    if reading.words.rpartition(" ")[2] in _SEXES and column.share(lambda text: fold(text) in _TICKS) > 0.9:
        return found_beside(column, Kind.SEX)
    if column.share(begins_as_illness) > _HALF or _are_codes_of_illness(column, reading):
        return found_by_values(column, Kind.HEALTH, list(filter(_is_of_health, texts)), Verdict.WARN)
    is_long = column.share(lambda text: len(text) > _LONG_TEXT) > _HALF
    if (reading.is_unhelpful or is_long) and column.share(names_an_illness) > _HALF:
        return found_by_values(column, Kind.HEALTH, list(filter(names_an_illness, texts)), Verdict.WARN)
    kind = next((kind for kind, test in _TESTS.items() if test(column, reading)), None)
    return found_by_values(column, kind, texts, Verdict.WARN) if kind else None


def _are_described(found: Sequence[Found | None]) -> bool:
    """Whether two columns or more tell of the persons what one knows of patients, not of clerks and applicants."""
    return sum(hit is not None and hit.verdict is not Verdict.PASS and hit.kind in _DESCRIBE for hit in found) > 1


def _begin_with_persons(columns: Sequence[Column], found: Sequence[Found | None]) -> bool:
    """Whether no other text that is different in most rows stands before the persons: the rows are theirs."""
    first = next(column for column, hit in zip(columns, found, strict=True)
                 if _is_told_of_persons(hit, column) or (column.distinct > _HALF and _is_wording(column)))
    return any(_is_told_of_persons(hit, first) for column, hit in zip(columns, found, strict=True) if column is first)


def _is_worded(text: str) -> bool:
    """Whether a text is wording and no code: it has small letters, or no digit."""
    return any(map(str.islower, text)) or (any(map(str.isalpha, text)) and not any(map(str.isdigit, text)))


def _is_wording(column: Column) -> bool:
    return column.share(_is_worded) > _HALF


def _unknown(column: Column, reading: HeaderReading) -> Found | None:
    """Words or small numbers beside persons of which nothing tells that they are about something else."""
    about_others = reading.of_facility or reading.is_count or has_word(reading.words, NOT_OF_THE_PERSON)
    if about_others or len(column.different) < 2:
        return None
    if _is_measure(column, reading):
        return found_beside(column, Kind.PERSONAL_DETAIL)
    if not _is_wording(column):
        return None
    known = column.share(lambda text: starts_as_facility(text) or _STATES.match(fold(text)))
    return found_beside(column, Kind.PERSONAL_DETAIL) if known < _HALF else None


def _is_measure(column: Column, reading: HeaderReading) -> bool:
    """Numbers below a thousand that do not count the rows: what was measured of each."""
    if reading.is_money or _NUMBERED.match(reading.words) or column.share(_SMALL.fullmatch) < 1:
        return False
    return column.distinct < 1 or any("." in text or "," in text for text in column.sample)


def _are_codes_of_illness(column: Column, reading: HeaderReading) -> bool:
    """Codes with a dot, or under a header of a word or two: a cluster "C12" of a survey is none."""
    if column.share(is_illness_code) < 0.6:
        return False
    return any("." in text for text in column.sample) or reading.is_unhelpful


def _is_of_health(text: str) -> bool:
    return begins_as_illness(text) or is_illness_code(text)


def _are_ages(column: Column, reading: HeaderReading) -> bool:
    """Numbers with the word, or under a header that says nothing numbers as wide apart as lives."""
    if column.share(_AGED.fullmatch) > 0.6:
        return True
    if not reading.is_unhelpful or len(column.different) < 8 or column.share(str.isdigit) < 1:
        return False
    numbers = sorted(map(int, column.sample))
    return numbers[-1] <= 105 and numbers[len(numbers) * 9 // 10] >= 50 and numbers[0] < 40 and column.distinct < 1


def _are_personal_numbers(column: Column, reading: HeaderReading) -> bool:
    """Long numbers, another in each row, that count nothing and stand on no paper."""
    if column.distinct < 0.9 or reading.is_money or _OF_PAPERS.search(reading.words) or column.share(is_tax_code) > 0.9:
        return False
    return column.share(_LONG_NUMBER.fullmatch) > 0.9 and column.share(lambda text: text.endswith("000")) < 0.2


def _are_links(column: Column, _: HeaderReading) -> bool:
    return column.distinct > _HALF and column.share(_LINK.match) > 0.6


def _are_places(column: Column, _: HeaderReading) -> bool:
    return column.distinct > _HALF and column.share(_PLACE.fullmatch) > 0.8


def _are_addresses(column: Column, reading: HeaderReading) -> bool:
    return not reading.is_place and column.distinct > _HALF and column.share(_is_address) > 0.6


def _is_address(text: str) -> bool:
    return bool(_DOOR.search(fold(text)) or _ABBREVIATED.search(text))


def _are_births(column: Column, _: HeaderReading) -> bool:
    """Days or years a generation apart, most of them long past: no other days beside persons are."""
    years = sorted(int(match[1]) for text in column.sample if (match := _YEAR.fullmatch(text)) and len(text) < 20)
    if len(years) < max(8, 0.8 * len(column.sample)):
        return False
    return years[len(years) * 9 // 10] - years[len(years) // 10] > _LIVES and years[len(years) // 2] < 2012


_TESTS: Mapping[Kind, Callable[[Column, HeaderReading], bool]] = {
    Kind.AGE: _are_ages, Kind.BIRTH_DATE: _are_births, Kind.PERSONAL_DETAIL: _are_personal_numbers,
    Kind.PHOTO: _are_links, Kind.LOCATION: _are_places, Kind.ADDRESS: _are_addresses,
}
