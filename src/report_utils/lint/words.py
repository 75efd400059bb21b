"""How the words of elements are told: national name, kinds of documents, capacities, headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from rapidfuzz import fuzz

from report_utils.vietnamese.text import fold, strip_marks

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ALIKE = 85

# NĐ 30/2020, Appendix III: the kinds of documents and their codes.
KINDS: Mapping[str, str] = MappingProxyType({fold(kind): code for kind, code in (
    ("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Quy chế", "QC"), ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"), ("Thông báo", "TB"), ("Hướng dẫn", "HD"), ("Chương trình", "CTr"), ("Kế hoạch", "KH"),
    ("Phương án", "PA"), ("Đề án", "ĐA"), ("Dự án", "DA"), ("Báo cáo", "BC"), ("Biên bản", "BB"), ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"), ("Công điện", "CĐ"), ("Bản ghi nhớ", "BGN"), ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"), ("Giấy mời", "GM"), ("Giấy giới thiệu", "GGT"), ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"), ("Phiếu chuyển", "PC"), ("Phiếu báo", "PB"))})

_CAPACITY = re.compile("|".join(map(fold, (
    r"(?:tm|kt|q|tl|tuq)\b", "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "bộ trưởng", "thứ trưởng",
    "chánh văn phòng", "phó chánh văn phòng", "cục trưởng", "vụ trưởng", "chi cục trưởng", "hiệu trưởng",
    "trưởng phòng", "phó trưởng", "trưởng ban", "viện trưởng", "tổng giám đốc", "chánh thanh tra", "thủ trưởng",
    "ủy ban nhân dân", "quyền giám đốc", "trưởng khoa"))))
_SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, ghi rõ họ tên|chữ ký|ký)\b.*")
_DATE = re.compile(r"ngày\b.*tháng\b.*năm\b")
_NUMBER = re.compile(r"số\s*[:.]?\s*\S*\s*/|số\s*:")
_AGENCY = re.compile("|".join(map(fold, (
    "sở ", "chi cục", "trung tâm", "bệnh viện", "văn phòng", "phòng ", "trường ", "ban ", "ủy ban", "ubnd", "cục ",
    "vụ ", "thanh tra", "công ty", "viện ", "bộ ", "tổng cục", "hội đồng", "trạm ", "đội ", "học viện"))))
_TERRITORY = re.compile("|".join(map(fold, ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ", "xã ", "phường ",
                                            "đặc khu "))))
_BASIS = re.compile("căn cứ|xét |theo đề nghị|theo đề xuất")
_APPENDIX = re.compile(r"phụ lục(?: (?:số )?(?:[ivxlc]+|\d+|[a-zđ]))?[.:]?")
_REFERENCE = re.compile(r"\(?\s*(?:ban hành )?kèm theo")
_STAMP = re.compile(r"(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn|tuyệt mật|tối mật|mật)")
_CIRCULATION = re.compile(fold("lưu hành nội bộ") + "|" + fold("xem xong trả lại") + "|" + fold("không phổ biến"))
_DRAFT = fold("dự thảo")


def is_national_name(text: str) -> bool:
    """Whether a line is the national name, also one with a slip in it."""
    return _is_like(text, NATIONAL_NAME)


def is_motto(text: str) -> bool:
    """Whether a line is the motto, also one with a slip in it."""
    return _is_like(text, MOTTO)


def is_capacity(text: str) -> bool:
    """Whether a line says in which capacity somebody signs."""
    return bool(_CAPACITY.match(fold(text))) and len(text) < 120


def is_signed(text: str) -> bool:
    """Whether a line stands for a signature: "(Đã ký)"."""
    return bool(_SIGNED.fullmatch(fold(text)))


def is_date_line(text: str) -> bool:
    """Whether a line holds place and date."""
    return len(text) < 90 and bool(_DATE.search(fold(text))) and not is_basis(text)


def is_number_line(text: str) -> bool:
    """Whether a line is "Số: …/…"."""
    return len(text) < 60 and bool(_NUMBER.match(fold(text)))


def is_letter_subject(text: str) -> bool:
    """Whether a line begins the subject of a letter (công văn)."""
    return fold(text).startswith(("v/v", "về việc", "v.v"))


def begins_agency(text: str) -> bool:
    """Whether a line begins with a word that agencies are called by."""
    return bool(_AGENCY.match(fold(text)))


def begins_territory(text: str) -> bool:
    """Whether a line begins with a level of territory, as the second line of a committee's name does."""
    return bool(_TERRITORY.match(fold(text)))


def is_basis(text: str) -> bool:
    """Whether a line begins as a legal basis does."""
    return bool(_BASIS.match(fold(text)))


def is_appendix_label(text: str) -> bool:
    """Whether a line is "Phụ lục", with or without its number."""
    return len(text) < 30 and bool(_APPENDIX.fullmatch(fold(text)))


def is_appendix_reference(text: str) -> bool:
    """Whether a line is "(Kèm theo …)"."""
    return bool(_REFERENCE.match(fold(text)))


def is_draft_mark(text: str) -> bool:
    """Whether a line says that the document is a draft: offices write it above the letterhead until it is signed."""
    return fold(text).startswith(_DRAFT)


def is_stamp(text: str) -> bool:
    """Whether a line is a degree of urgency or secrecy."""
    return bool(_STAMP.fullmatch(fold(text)))


def is_circulation(text: str) -> bool:
    """Whether a line says who may read the document."""
    return bool(_CIRCULATION.match(fold(text)))


def kind_code(text: str) -> str:
    """The code of the kind of document that a line names; "" when it names none."""
    return KINDS.get(fold(text).rstrip(" .:"), "")


def _is_like(text: str, wanted: str) -> bool:
    letters = ["".join(filter(str.isalnum, strip_marks(fold(each)))) for each in (text, wanted)]
    return fuzz.ratio(*letters) >= _ALIKE


_TYPIST = re.compile(r"[A-ZĐ]{1,6}\.?\s*\(\d{1,4}\)\.?")


def is_typist(text: str) -> bool:
    """Whether a line holds the code of the typist and the number of copies: "PL.(300)"."""
    return bool(_TYPIST.fullmatch(text.strip()))
