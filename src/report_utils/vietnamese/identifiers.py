"""How the numbers of persons, their telephones and cards are written, and what only looks like them.

Patterns search inside text; `plausible_*` judge the digits. None of these numbers but the tax code has a check digit.
"""

from __future__ import annotations

import re

_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 "
    "044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 "
    "089 091 092 093 094 095 096"
)
PROVINCES = frozenset(_PROVINCES.split())
"""Provinces of birth registration in personal identification numbers (63 values)."""

_MOBILE_PREFIXES = re.compile(r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}")
_LANDLINE_PREFIXES = re.compile(r"02(?:\d{8,9})")
_SERVICE_LINES = re.compile(r"1[89]00\d{4,6}|11[2345]")
# A number goes on behind a mark, but nine digits behind it are another number.
_BEFORE = r"(?<![^\W_])(?:(?<!\d[.,/\-])|(?<=\d{9}[.,/\-]))"
_AFTER = r"(?![^\W_])(?![.,/\-]\d(?!\d{8}))"

CITIZEN_ID = re.compile(rf"{_BEFORE}0\d\d(?:[ .\-]?\d){{9}}{_AFTER}")
PHONE = re.compile(
    rf"{_BEFORE}(?:(?:\(?(?:\+|00)?84\)?[ .\-]?(?:\(0\)[ .\-]?|0)?|\(?0)(?:[ .\-()]{{0,2}}\d){{9,10}}"
    rf"|0\d{{2,3}}(?P<mark> - |[/_,–])\d{{3}}(?P=mark)\d{{3,4}}){_AFTER}")
INSURANCE_CARD = re.compile(rf"{_BEFORE}[A-Za-z]{{2}}[ .\-]?[1-5](?:[ .\-]?\d){{12}}{_AFTER}")
EMAIL = re.compile(r"[\w.+\-]+(?:@ ?|\s?[(\[]at[)\]]\s?)[\w\-]+(?:\.[\w\-]+)*\.[A-Za-z]{2,}")
PLATE = re.compile(
    rf"{_BEFORE}[1-9]\d[ \-]?(?:[A-HKLMNPSTUVXYZ]|Đ)(?:[A-Z]|\d)?[ \-]{{0,3}}(?:\d{{3}}\.?\d{{2}}|\d{{4}}){_AFTER}")
PASSPORT = re.compile(r"[A-Z] ?\d{7,8}")
PRACTICE_LICENCE = re.compile(
    r"\d{1,7}\s?/\s?(?:\d{4}/)?(?:[A-ZĐ]{2,6}\s?-\s?){0,2}(?:CCHN|GPHN|CCHND)(?:[\-–/][A-ZĐ]{1,6}){0,4}\b"
    r"|\b(?:CCHN|GPHN)[ :.\-]{1,3}\d{3,7}\b")
TAX_CODE = re.compile(r"\d{10}(?:\s?-\s?\d{3})?")
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)

_OFFICE_EMAIL = re.compile(
    r"[@)\]]\s?(?:[\w\-]+\.)*gov\.vn$|^(?:info|contact|lienhe|hotro|support|admin|vanthu|noreply|cskh)\s?[@(\[]",
    re.IGNORECASE)

LOOK_ALIKES = re.compile(
    r"\b\d\.\d{6}(?:\.\d{3}(?:\.\d{2}){2}(?:\.H\d{2})?)?\b"  # administrative procedures
    r"|(?<![\d.])(?:0[1-9]|1\d|2[0-8])\.\d{4}\.\d{4}(?![\d.])"  # technical services (03.1234.0567)
    r"|\b(?:\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2}(?:\.\d{1,3})*-\d{6}-\d{4,6}\b"  # dossiers
    r"|\b\d{1,6}/(?:\d{4}/)?(?!\S*(?:CCHN|GPHN))[A-ZĐ]{1,6}(?:-[A-ZĐ&]+)+\b"  # documents
)
"""Codes that are nobody's: taken out of a text before numbers are looked for."""


def digits_of(text: str) -> str:
    """The ASCII digits of a text."""
    return re.sub(r"[^0-9]", "", text)


def plausible_citizen_id(digits: str, year: int) -> bool:
    """Whether 12 digits can be a personal identification number of somebody born until `year`.

    AAABCC…: province of registration, century and sex, year of birth; older cards of 12 digits are alike.
    """
    if len(digits) != 12 or not digits.isdecimal() or digits[:3] not in PROVINCES or digits[3] not in "0123":
        return False
    born = (1900 if digits[3] in "01" else 2000) + int(digits[4:6])
    return 1905 <= born <= year


def national_number(digits: str) -> str:
    """A telephone number with its 0 instead of 84, 0084 or 840; other digits as they are."""
    digits = digits.removeprefix("00") if digits.startswith("0084") else digits
    if digits.startswith("84") and len(digits) in (11, 12, 13):
        return "0" + digits[2:].removeprefix("0")
    return digits


def is_mobile(digits: str) -> bool:
    """Whether national digits are those of a mobile telephone."""
    return _MOBILE_PREFIXES.fullmatch(digits) is not None


def is_landline(digits: str) -> bool:
    """Whether national digits are those of a fixed line or a service line: usually of an office."""
    return bool(_LANDLINE_PREFIXES.fullmatch(digits) or _SERVICE_LINES.fullmatch(digits))


def is_tax_code(text: str) -> bool:
    """Whether a text is a tax code of 10 or 13 digits whose tenth digit is right (a rest of 10 counts as 0 or none)."""
    if not TAX_CODE.fullmatch(text):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(text[:9], _TAX_WEIGHTS, strict=True)) % 11
    return (10 - rest) % 10 == int(text[9])


def is_office_email(text: str) -> bool:
    """Whether an address is one of the administration, or of nobody in particular."""
    return _OFFICE_EMAIL.search(text) is not None
