"""Columns whose header announces personal data: the values and the surroundings confirm it or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from report_utils.privacy.column import Column
from report_utils.privacy.finding import HARMLESS, Found, found_by_header
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.surroundings import Surroundings, starts_as_facility
from report_utils.privacy.verdict import NAMES, Kind, Verdict
from report_utils.vietnamese.identifiers import (
    digits_of,
    is_landline,
    is_office_email,
    national_number,
    plausible_citizen_id,
)
from report_utils.vietnamese.person_names import is_surely_a_name
from report_utils.vietnamese.text import fold

_FIT = 0.3
_DATE = re.compile(r"\d{1,4}[./\- ]{1,3}(?:\d{1,2}|[A-Za-z]{3})[./\- ]{1,3}\d{2,4}\b.*|(?:19|20)\d\d|[1-4]\d{4}|"
                   r"\d{1,2}[/.\-](?:19|20)\d\d|(?:19|20)\d{6}|[0-3]\d[01]\d(?:19|20)\d\d|.*\btháng\b.*\d{4}|"
                   r".*\bnăm\b.*\d{4}|.{0,20}\b(?:19|20)\d\d\b.{0,16}|[?_x.\-/ 0]*(?:19|20)\d\d")
_SEXES = frozenset(["nam", "nữ", "nu", "male", "female", "m", "f", "trai", "gái", "khác", "nam/nữ", "0", "1", "2",
"x", "nam giới", "nữ giới", "boy", "girl", "ông", "bà", "♂", "♀", "n"])
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp|heic|webp|tiff?|pdf)\b|^data:image|^https?://|"
                      r"^[A-Za-z0-9+/=]{60,}$", re.IGNORECASE)
_ACCOUNT = re.compile(r"\d(?:[ .\-]?\d){5,}")
_IDENTITY_NUMBER = re.compile(r"[A-Z]{0,3} ?\d(?:[ .\-]?\d){5,}")
_DISEASES = re.compile(fold(
    r"\bicd|^(?:mã|tên|nhóm|loại|ma|ten|nhom|loai)(?: số| so)? (?:bệnh|benh)\b|^(?:bệnh|benh)$|danh mục|"
    r"^(?:nguyên nhân|đường lây|nhóm nguy cơ|cause)"))
# NS is also the budget (ngân sách), and five digits under it no day as Excel counts them.
_SHORT, _SERIAL = frozenset(("ns",)), re.compile(r"\d{5}")
_CODE = re.compile(r"0\d")
_AGE = re.compile(r"[~≈>]? ?(\d{1,3})(?:[.,]\d)?(?: ?(?:tuổi|tuoi|tháng|thang|th|thg|ngày|t|y|m|years?|yrs?|"
                  r"mo)\b.{0,12})?", re.IGNORECASE)
_SIGNS = frozenset(("(+)", "(-)", "+", "-"))
_BIOMETRIC = re.compile(fold(r"\b(?:vân tay|sinh trắc|fingerprint)\b"))
_SAID_OF_PERSONS = frozenset((Kind.HEALTH, Kind.RELIGION, Kind.CRIME, Kind.FAMILY, Kind.MARITAL_STATUS))
_GROUP = re.compile(fold(r"(?:trẻ(?: em)?|phụ nữ|người|hộ|học sinh|sinh viên|đối tượng|công nhân|nông dân|nhóm|bà mẹ|"
                         r"bệnh nhân|cán bộ|nhân dân|công chức|viên chức|chuyên viên|cộng tác viên|tổ|đoàn|lãnh đạo|"
                         r"thanh tra)\b"))
_YES_NO = frozenset(("có", "không", "co", "khong", "yes", "no", "x", "true", "false", "đạt", "không đạt"))


def announced(column: Column, reading: HeaderReading, around: Surroundings) -> Found | None:
    """What a header with kinds of personal data comes to: the first that the values confirm; None when none does."""
    for kind in reading.kinds:
        if found := _announced(kind, column, reading, around):
            return found
    return None


def _announced(kind: Kind, column: Column, reading: HeaderReading, around: Surroundings) -> Found | None:
    if not column.filled:
        return None if reading.of_facility else Found(
            Verdict.WARN, kind, 0, f"tiêu đề cho biết là {NAMES[kind]} nhưng cột chưa có giá trị")
    is_budget = reading.words in _SHORT and column.share(_SERIAL.fullmatch) > 0.5
    if is_budget or (reading.is_money and _are_amounts(column)):
        return None
    fits = _test_of(kind, reading, around)
    fitting = [text for text in column.different if fits(text)]
    if len(fitting) < _FIT * len(column.different):
        return None
    if _is_business(kind, column, reading, around):
        return HARMLESS
    verdict = Verdict.WARN if kind is Kind.AGE else Verdict.BLOCK
    return found_by_header(column, kind, fitting, verdict)


def _test_of(kind: Kind, reading: HeaderReading, around: Surroundings) -> Callable[[str], object]:
    """What values fit a kind; beside a person's name a mark, a measure or a day says it as well as words do."""
    says_anything = around.persons and kind in _SAID_OF_PERSONS and not around.aggregate
    return str if says_anything or _BIOMETRIC.search(reading.words) else _FITS[kind]


def _are_amounts(column: Column) -> bool:
    lengths = {len(text) for text in column.sample}
    return column.numeric > 0.9 and len(lengths) > 1 and not any(text.startswith("0") for text in column.sample[1:])


def _is_business(kind: Kind, column: Column, reading: HeaderReading, around: Surroundings) -> bool:
    """Whether what is announced belongs to an institution, or to nobody in particular."""
    facility = reading.of_facility and not reading.of_person
    bare = not reading.of_facility and not reading.of_person
    match kind:
        case Kind.PHONE:
            return facility or (bare and (around.only_facilities or (not around.persons and _are_landlines(column))))
        case Kind.EMAIL:
            office = column.share(is_office_email) > 0.9 and not around.persons
            return facility or (bare and (around.only_facilities or office))
        case Kind.ADDRESS | Kind.BANK_ACCOUNT | Kind.PHOTO:
            places = column.share(lambda text: text.startswith(("http", "www", "10.", "192.168"))) > 0.5
            things = kind is Kind.PHOTO and reading.is_place
            return facility or (bare and around.only_facilities) or (kind is Kind.ADDRESS and places) or things
        case Kind.CITIZEN_ID:
            return facility and column.share(lambda text: plausible_citizen_id(digits_of(text).zfill(12), 2030)) < _FIT
        case Kind.LOCATION:
            return facility or (bare and not around.persons)
        case Kind.TAX_CODE_PERSON:
            return _is_company_tax(column, reading, around)
        case Kind.SEX | Kind.ETHNICITY | Kind.RELIGION | Kind.NATIONALITY | Kind.AGE | Kind.HEALTH | Kind.BIRTH_PLACE:
            list_of_diseases = kind is Kind.HEALTH and bare and not around.persons and _DISEASES.search(reading.words)
            of_facility = kind is Kind.HEALTH and facility
            return around.aggregate or _is_dimension(column) or of_facility or bool(list_of_diseases)
        case Kind.FULL_NAME:
            names = column.share(is_surely_a_name)
            groups = column.share(lambda text: starts_as_facility(text) or _GROUP.match(fold(text)))
            return names < 0.02 and groups > 0.5
    return False


def _is_company_tax(column: Column, reading: HeaderReading, around: Surroundings) -> bool:
    if reading.of_person or "mstcn" in reading.words:
        return False
    if column.share(lambda text: text.startswith("8") or plausible_citizen_id(text.zfill(12), 2030)) > 0.5:
        return reading.of_facility
    return reading.of_facility or not around.persons or around.facilities_first


def _are_landlines(column: Column) -> bool:
    def fixed(text: str) -> bool:
        numbers = [national_number(digits_of(part)) for part in re.split(r"[;,/]|\s-\s", text) if digits_of(part)]
        return all(is_landline(number) or is_landline(f"0{number}") or len(number) in (7, 8) or len(number) < 6
                   for number in numbers)

    return column.share(fixed) > 0.9


def _is_dimension(column: Column) -> bool:
    """Each value once and few of them: the groups of a summary, not persons."""
    return column.distinct == 1 and 1 < column.filled <= 3


def _has_digits(least: int) -> Callable[[str], bool]:
    return lambda text: len(digits_of(text)) >= least


def _is_wording(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and fold(text) not in _YES_NO


def _is_personal_name(text: str) -> bool:
    return _is_wording(text) and len(text) < 80 and sum(map(str.isdigit, text)) < 3


def _is_anything(text: str) -> bool:
    return fold(text) not in _YES_NO


def _is_no_count(text: str) -> bool:
    return not text.isdigit()


def _is_age(text: str) -> bool:
    found = _AGE.fullmatch(text)
    return found is not None and int(found[1]) <= 120


def _is_sex(text: str) -> bool:
    return fold(text) in _SEXES


def _is_email(text: str) -> bool:
    return "@" in text


def _is_identity_number(text: str) -> bool:
    return _IDENTITY_NUMBER.search(text.upper()) is not None


_FITS: Mapping[Kind, Callable[[str], object]] = {
    Kind.PHOTO: _PICTURE.search, Kind.EMAIL: _is_email, Kind.PHONE: _has_digits(7),
    Kind.DRIVING_LICENCE: _is_identity_number, Kind.PASSPORT: _is_identity_number,
    Kind.CITIZEN_ID: _is_identity_number, Kind.ID_CARD: _is_identity_number,
    Kind.INSURANCE_CODE: _is_identity_number, Kind.INSURANCE_CARD: _is_identity_number,
    Kind.LICENCE_OF_PRACTICE: _has_digits(3), Kind.PATIENT_CODE: _has_digits(2),
    Kind.TAX_CODE_PERSON: _has_digits(9), Kind.BANK_ACCOUNT: _ACCOUNT.search, Kind.DIGITAL_ACCOUNT: _is_anything,
    Kind.PLATE: _has_digits(4), Kind.BIRTH_DATE: _DATE.fullmatch, Kind.BIRTH_PLACE: _is_wording,
    Kind.ADDRESS: lambda text: _is_wording(text) or "/" in text, Kind.SEX: _is_sex, Kind.AGE: _is_age,
    Kind.ETHNICITY: lambda text: _is_wording(text) or _CODE.fullmatch(text), Kind.RELIGION: _is_no_count,
    Kind.NATIONALITY: _is_wording,
    Kind.MARITAL_STATUS: _is_wording, Kind.FAMILY: _is_wording, Kind.CRIME: _is_no_count,
    Kind.HEALTH: lambda text: _is_wording(text) or text in _SIGNS,
    Kind.LOCATION: _has_digits(3), Kind.FULL_NAME: _is_personal_name,
}
