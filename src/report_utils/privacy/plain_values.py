"""Values that say nothing of anybody by themselves: codes, days, amounts, facilities, states of a paper."""

from __future__ import annotations

import re

from report_utils.privacy.column import Column
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.surroundings import starts_as_facility
from report_utils.vietnamese.text import fold

_DAY = re.compile(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}.*|\d{1,2} ?(?:h|:|giờ) ?\d{0,2}.*|(?:ngày|tháng|quý|năm) \d.*")
_STATES = re.compile(fold(
    r"(?:đã (?:trả|xử lý|giải quyết|hoàn thành|duyệt|cấp|nhận|chuyển|tiếp nhận|thanh toán|chi|nộp|thẩm định|xác nhận)|"
    r"đang (?:xử lý|giải quyết|thẩm định|chờ)|chờ|mới|chưa (?:trả|xử lý|giải quyết|cấp|thanh toán|xác nhận)|"
    r"hoàn thành|chuyển|"
    r"sáng|chiều|tối|đêm|cả ngày|từ chối|quá hạn|đúng hạn|trước hạn|bổ sung|rút|hủy|tiền mặt|moi|da tra|da xu ly|"
    r"dang xu ly|chuyen|tien mat|"
    r"pending|done|"
    r"approved|rejected|closed|open)\b"))
_ONE_OF_SOME = re.compile(r"(?!(?:[Ll]oại|[Đđ]ộ|[Hh]ạng|[Mm]ức|[Gg]iai đoạn|"
                          r"[Nn]hóm) )[^\W\d_]+(?: [^\W\d_]+)? (?:\d{1,3}|[A-Z]|[IVX]{1,4})")
"""One of several of a kind: Kíp 1, Gói A, Đợt II."""
_SMALL = re.compile(r"[<>~]?-?\d{1,3}(?:[.,]\d{1,2}|/\d{2,3})?%?")
_NUMBERED = re.compile(fold(
    r"(?:stt|tt|số|lần|mũi|mã|tuần|tháng|năm|quý|thứ|kỳ|ky|quy|thu|so|lan|ma|tuan|thang|nam|no|number|week|visit|year|month)\b"))
_HALF = 0.5


def is_wording(column: Column) -> bool:
    """Whether most values are words: no codes, numbers or days."""
    return column.share(_is_worded) > _HALF


def is_plain(column: Column) -> bool:
    """Whether most values are facilities, states of a paper, codes, days or amounts."""
    return column.share(_is_plain) > _HALF


def is_measure(column: Column, reading: HeaderReading) -> bool:
    """Numbers below a thousand that do not count the rows: what was measured of each."""
    if reading.is_money or reading.is_unhelpful or _NUMBERED.match(reading.words) or column.share(_SMALL.fullmatch) < 1:
        return False
    return column.distinct < 1 or any("." in text or "," in text for text in column.sample)


def _is_worded(text: str) -> bool:
    """It has small letters and is no day, or letters and no digit."""
    if any(map(str.islower, text)):
        return _DAY.fullmatch(text) is None
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text))


def _is_plain(text: str) -> bool:
    is_one_of_some = _ONE_OF_SOME.fullmatch(text) is not None
    return not _is_worded(text) or is_one_of_some or starts_as_facility(text) or _STATES.match(fold(text)) is not None
