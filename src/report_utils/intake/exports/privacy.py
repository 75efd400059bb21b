"""What must not leave an export: columns of personal data, and personal data in a wrong column.

Decree 356/2025/NĐ-CP, articles 3 and 4. Only the columns that a mapping names are ever taken from a sheet; this module
keeps a mapping from naming a personal one, and keeps misplaced values out of messages. Nothing is quoted by default:
a value is shown when it looks like what its column holds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from report_utils.vietnamese.text import fold, nfc

HIDDEN = "(đã ẩn)"
"""Stands in messages for a value that may be personal."""

_HEADERS = (
    "họ tên", "họ và tên", "tên người", "tên khách hàng", "tên công dân", "tên bệnh nhân", "người nộp", "chủ hồ sơ",
    "người yêu cầu", "người đề nghị", "người nhận", "người đại diện", "người liên hệ", "người được ủy quyền",
    "cán bộ", "chuyên viên", "cccd", "cmnd", "cmt", "căn cước", "chứng minh", "số định danh", "định danh cá nhân",
    "định danh công dân", "giấy tờ tùy thân", "số giấy tờ", "hộ chiếu",
    "điện thoại", "đt", "sđt", "sdt", "số máy", "di động", "email", "e-mail", "thư điện tử", "zalo",
    "địa chỉ", "thường trú", "tạm trú", "nơi ở", "quê quán", "nơi sinh", "ngày sinh", "năm sinh", "tuổi", "giới tính",
    "bhyt", "bhxh", "bảo hiểm", "mã bệnh nhân", "chẩn đoán", "dân tộc", "tôn giáo", "quốc tịch", "hôn nhân",
    "tài khoản", "mã số thuế", "mst", "biển số", "gplx", "giấy phép lái xe", "chứng chỉ hành nghề", "cchn",
)  # fmt: skip

_NUMBERS = re.compile(r"[A-Z]{2}[1-5]\d{12}|[A-Z]\d{7,8}\b|\+?\d(?:[ .\-]?\d){8,}", re.IGNORECASE)
_CODE_NUMBERS = re.compile(r"(?<!\d)(?:0\d{11}|(?:0|84)[35789]\d{8})(?!\d)")
_NO_CODE = re.compile(r"\d{9,11}|[A-Z]{2}[1-5]\d{12}|[A-Z]\d{7,8}", re.IGNORECASE)
_CODE = re.compile(r"(?=.*\d)[0-9A-ZĐ./_\-]{3,60}", re.IGNORECASE)
_DATE_WORDS = re.compile(r"(?:[\d\s/.,:\-]|ngày|tháng|năm|giờ|phút|làm việc|lúc|h|sa|ch|am|pm)*", re.IGNORECASE)
_EMAIL = re.compile(r"\S+@\S+")
# Surnames that hardly ever begin anything else, and those that do unless every word is in capitals.
_SURNAME = re.compile(fold("nguyễn|trần|lê|phạm|huỳnh|phan|vũ|võ|bùi|đỗ|ngô|đinh|trương|đoàn|trịnh|phùng|nghiêm"))
_CAPITALISED_SURNAME = re.compile(fold(
    "hoàng|đặng|hồ|dương|lý|lâm|mai|đào|cao|hà|tạ|tô|thái|châu|chu|la|lương|lưu|vương|triệu|kiều|quách|tống|từ|tăng|"
    "thạch|kim|sơn|danh|hứa|văn|ông|bà|anh|chị"
))


def personal_word(header: str, more: Iterable[str] = ()) -> str:
    """The word that makes a header that of a personal column; empty when there is none."""
    words = " ".join(re.findall(r"[\w-]+", fold(header)))
    return next((word for word in (*_HEADERS, *more) if f" {fold(word)} " in f" {words} "), "")


def shown_date(raw: object) -> str:
    """A value of a column of dates or days as a message may quote it."""
    text = _text(raw)
    return masked(text) if len(text) <= 40 and _DATE_WORDS.fullmatch(text) else HIDDEN


def shown_code(raw: object) -> str:
    """A dossier's code as a message may quote it."""
    text = _text(raw)
    is_code = not text or (_CODE.fullmatch(text) and not _NO_CODE.fullmatch(text))
    return _CODE_NUMBERS.sub(HIDDEN, text) if is_code else HIDDEN


def shown_word(raw: object, vocabulary: frozenset[str]) -> str:
    """A value of a closed list as a message may quote it: short, in words of the trade, no name, no number."""
    text = _text(raw)
    words = re.findall(r"[^\W\d_]+", fold(text))
    ours = len(text) <= 80 and vocabulary.issuperset(words) and not looks_like_a_name(text)
    return masked(text) if ours else HIDDEN


def masked(text: str) -> str:
    """The text with all that looks like the number of a person, card or telephone, or an e-mail address, hidden."""
    return _EMAIL.sub(HIDDEN, _NUMBERS.sub(HIDDEN, text))


def looks_like_a_name(text: str) -> bool:
    """Whether a text looks like the name of a person, however it is capitalised."""
    parts = nfc(text).split()
    if not 2 <= len(parts) <= 6 or not all(part.isalpha() for part in parts):
        return False
    first = fold(parts[0])
    if _SURNAME.fullmatch(first):
        return True
    return bool(_CAPITALISED_SURNAME.fullmatch(first)) and all(part[0].isupper() for part in parts)


def trade_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of known values and of official usage: what a value may consist of to be quoted."""
    return frozenset(re.findall(r"[^\W\d_]+", fold(" ".join((*texts, _USAGE)))))


_USAGE = (
    "trực tuyến trực tiếp bưu chính công ích qua mạng cổng dịch vụ một cửa hồ sơ giấy tại quầy kiosk toàn trình phần "
    "đã đang chờ chưa mới được bị không tiếp nhận xử lý giải quyết trả kết quả hoàn thành kết thúc thẩm định thẩm tra "
    "phê duyệt trình ký ban hành bổ sung sửa đổi tạm dừng hủy rút từ chối yêu cầu nghĩa vụ tài chính phí lệ phí "
    "chuyển liên thông cơ quan đơn vị phòng sở chi cục bệnh viện trung tâm tỉnh huyện xã cấp lĩnh vực y tế khác"
)


def _text(raw: object) -> str:
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, dt.date):
        return f"{raw:%d/%m/%Y}"
    return nfc(str(raw)).strip()
