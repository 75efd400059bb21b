"""What the header of a column announces: a kind of personal data, whose, or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from report_utils.privacy.verdict import Kind
from report_utils.vietnamese.legacy import Encoding, decode
from report_utils.vietnamese.personal_words import PERSONAL_WORDS, ROLES
from report_utils.vietnamese.recognition import is_suspect
from report_utils.vietnamese.text import fold, strip_marks

_FACILITY = (
    "nộp hồ sơ", "thực hiện", "sản xuất", "cố định", "để bàn", "bàn", "tư vấn", "nhà máy", "khoa phòng", "khoa",
    "cơ sở", "công ty", "doanh nghiệp", "đơn vị", "cơ quan", "bệnh viện", "trung tâm", "phòng khám", "nhà thuốc",
    "quầy thuốc", "tổ chức", "trạm y tế", "nhà sản xuất", "đường dây nóng", "hotline", "trụ sở", "văn phòng",
    "kinh doanh", "phòng ban", "điểm bán", "điểm tiêm", "cửa hàng", "nhà cung cấp", "chi nhánh", "hợp tác xã",
    "nhà thầu", "pk", "bv", "csyt", "cskcb", "trường học", "ubnd", "facility", "company", "hospital", "clinic",
    "organization", "organisation", "office", "site", "pharmacy", "enterprise", "business", "supplier", "agency",
    "department", "store", "shop", "chợ", "kho", "dn", "cty", "đại lý", "hộ kinh doanh", "cơ sở kinh doanh",
    "phân xưởng", "xưởng", "quầy", "tiếp nhận", "website", "trực ban", "cấp cứu", "tổng đài",
)  # fmt: skip
_PERSON = (
    "chủ cơ sở", "chủ nhà", "chủ hồ sơ", "chủ doanh nghiệp", "chủ sở hữu", "chủ quán", "chủ phòng khám", "chủ quầy",
    "chủ xe", "chủ tài khoản", "người", "đại diện", "chủ hộ", "bệnh nhân", "nb", "bn", "cá nhân", "nhân viên",
    "giám đốc", "thủ trưởng", "chủ nhiệm", "thí sinh", "học viên", "hộ khẩu", "cán bộ", "bác sĩ", "bác sỹ",
    "khách hàng", "công dân", "học sinh", "trẻ", "mẹ", "cha", "nhà riêng", "gia đình", "vợ", "chồng", "con",
    "patient", "owner", "person",
    "customer", "home", "personal", "employee", "citizen", "contact", "phụ trách", "di động", "thường trú", "tạm trú",
    "quê quán", "sản phụ", "thai phụ", "nơi ở", "ứng viên", "viên chức", "dược sĩ", "hành nghề", "individual",
    "holder", "applicant", "cô đỡ", "trưởng khoa", "trưởng phòng", "trạm trưởng", "trưởng trạm", "điều dưỡng",
    "hộ sinh", "riêng", "child", "baby", "mother", "father", "husband", "wife", "bs", "đd", "ktv", "ys", "dspt",
    "ca bệnh",
    "ca mắc", "ca nhiễm", "ca dương tính", "trường hợp", "f0",
    "f1", "thân nhân", "phụ huynh",
    "đầu mối", "đại biểu", "thành viên", "đoàn viên", "nạn nhân", "tác giả", "lãnh đạo",
    "kỹ thuật viên", "thư ký", "cộng tác viên", "cn", "hành khách", "tncn", "gps nhà", "tọa độ nhà", "vị trí nhà",
)  # fmt: skip
_COUNT = re.compile(fold(
    r"^(?:tổng|số lượng|số lượt|số người|số ca|số trẻ|số bệnh nhân|số trường hợp|số phụ nữ|số cơ sở|số cán bộ|"
    r"số bác s[ĩỹ]|số nhân viên|số hộ(?! chiếu| khẩu)|số dân|số khách|số học|số đơn vị|số hồ sơ|số giường|số tiền|"
    r"số vụ|số mắc|số chết|số tử vong|số công ty|số buổi|số nam|số nữ|số liều|số mũi|số con|số dược|số bn|số nb|"
    r"số thẻ (?:đã|cấp|phát)|t[ỷỉ] lệ(?! tổn thương| thương tật| suy giảm| khuyết tật)|tỷ suất|sl|so luong|so luot|"
    r"so nguoi|so ca|tong|ty le|ti le|number of|no of|"
    r"count|total|percent|rate|num )\b|\b(?:count|total|trung bình|bình quân|average|percent|rate)$|%|nhóm tuổi|"
    r"\b\d{1,2}\+? tuổi|tuổi thọ|age group|age band"))
_MONEY = re.compile(fold(r"\b(?:cước|tiền(?! sử| án| sự)|đồng|vnđ|triệu|phí|chi trả|thanh toán|quỹ|doanh thu|"
                         r"quyết toán|nguồn)\b"))
_HARMLESS_OF = re.compile(fold(
    r"\b(?:sinh (?:hoạt|phẩm|hóa|học|dữ liệu)|ip|mac)\b|\bmôi trường\b|"
    r"\b(?:ngày (?:cấp|ký|ban hành|hết hạn|cập nhật|tiếp nhận|trả)|nơi (?:cấp|tiếp nhận)|"
    r"loại giấy tờ|ngày hẹn|hình thức|(?<!phân )loại|tình trạng hồ sơ|quy trình|số quyết định|ngay cap|noi cap|"
    r"mã định danh (?:hồ sơ|cơ quan|đơn vị|cơ sở|điện tử|tổ chức|văn bản)|mã thẻ kho|giới hạn|giới thiệu|hạn dùng|"
    r"đơn giá|kế hoạch|tuổi thọ|yêu cầu|tiêu chuẩn|định mức|bệnh (?:sử dụng|áp dụng|điều trị bằng))\b"))
_PLACES = re.compile(fold(
    r"\b(?:đường|phố|xã|phường|huyện|tỉnh|thành phố|quận|địa bàn|khu|ấp|thôn|trường|thuốc|sản phẩm|dịch vụ|thủ tục|"
    r"lĩnh vực|loại|hoạt chất|vị thuốc|dược liệu|món|thực phẩm|địa danh|cầu|công viên|street|ward|district|commune|"
    r"province|place|product|drug|tác phẩm|duong|xa|phuong|huyen|tinh|chủ đề|đơn vị|bệnh|giống|cây|hàng|chợ|"
    r"tuyến|di tích|đình|chùa|đền)\b"))
_SAYS_NOTHING = (
    r"(?:cột|cot|columns?|cols?|fields?|unnamed|trường|dữ liệu|du lieu|thông tin|thong tin|giá trị|gia tri|values?|"
    r"data|"
    r"nội dung|noi dung|khác|khac|thêm|bổ sung|text|info|string|var|attr|item|none|null|nan|#|mã|ma|code|số|so|no|id|"
    r"ký hiệu|tt|trống|tạm|abc|xyz|mục|ô|key|cell|[a-z]|\d)\d{0,3}")
_UNHELPFUL = re.compile(fold(
    rf"|[a-z]{{2}}|[a-z]{{1,3}}\d{{1,3}}|{_SAYS_NOTHING}(?: {_SAYS_NOTHING}){{0,3}}"))
_EXACT = {"họ": Kind.FULL_NAME, "đệm": Kind.FULL_NAME, "lót": Kind.FULL_NAME, "mã bệnh": Kind.HEALTH,
          "tên bệnh": Kind.HEALTH, "bệnh": Kind.HEALTH, "ma benh": Kind.HEALTH, "ten benh": Kind.HEALTH,
          "tin": Kind.TAX_CODE_PERSON, "sinh": Kind.BIRTH_DATE}
_PATIENT_CODE = re.compile(fold(r"\b(?:mã|số|id|code|no|ma|so)\b.*\b(?:người bệnh|bệnh nhân|bệnh án|nb|bn|patient|"
                           r"nguoi benh|benh nhan|benh an)\b|\b(?:patient|bn|nb) ?(?:id|code|no|mã)\b"))
_ILLNESS = re.compile(fold(r"\b(?:mã|tên|ma|ten) (?:số |so )?(?:bệnh|benh)(?! (?:nhân|nhan|viện|vien|án|an|phẩm|pham|"
                           r"xá))\b"))
_SOMEBODY = re.compile(fold(r"(?:họ tên |tên )?người (?!dân|lao động|cao tuổi|nghèo|khuyết tật|tham gia|có|tiêu dùng|"
                            r"dùng|già|lớn|mới|"
                            r"mắc|nhiễm|nước|việt|đến|tiếp cận|sử dụng|trên|dưới|từ|đã|được|đang|chưa|không|"
                            r"tử)[^\W\d_]+"))
"""Somebody who did something (người kê đơn, người mua), not everybody who is something."""
_SAID_FIRST = frozenset(kind for kind in Kind if kind not in (Kind.FULL_NAME, Kind.HEALTH))
_CAMEL = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZĐ][a-zà-ỹ])|(?<=[a-z])(?=[A-Z]{2,}\b)")
_QUESTION = re.compile(r"\s*(?:câu\s*)?[A-Za-z]{0,2}\d{1,2}(?:\.\d{1,2})*\s*[.):]\s*(?=\D)", re.IGNORECASE)
"""The number of a question or a column: "1. Tuổi", "A1) Giới tính", "Câu 2: ..."."""
BETWEEN_LEVELS = " › "
"""Stands between the levels of a header of several rows."""
_LONG_WORD = 6


@dataclass(frozen=True)
class HeaderReading:
    """`kinds` that the words announce, the surest first, of a facility, of a person or of neither.

    `names_roles`: persons may be named. `is_unhelpful`: the header says nothing; `is_count`: it announces numbers of
    something; `is_place`: names under it are those of places or things; `is_money`: amounts stand there.
    """

    words: str
    kinds: tuple[Kind, ...] = ()
    of_facility: bool = False
    of_person: bool = False
    names_roles: bool = False
    is_unhelpful: bool = False
    is_count: bool = False
    is_place: bool = False
    is_money: bool = False

    @property
    def kind(self) -> Kind | None:
        """The kind that the words announce before all others."""
        return self.kinds[0] if self.kinds else None


def words_of(header: str) -> str:
    """A header in small letters, its words apart: "hoTenNguoiNop", "ho_ten" and "Họ và\\ntên (*)" become words."""
    spaced = _CAMEL.sub(" ", _QUESTION.sub("", unicodedata.normalize("NFKC", header), count=1))
    return " ".join(re.findall(r"[^\W_]+(?:[/\-][^\W_]+)*|%|#", fold(spaced).replace("_", " ").replace("&", " và ")))


def uncounted(header: str) -> HeaderReading:
    """The reading of a header that announces numbers of something, where no such numbers stand."""
    return replace(read_header(header), is_count=False, kinds=_said(header, words_of(header)))


@lru_cache(maxsize=4096)
def read_header(header: str) -> HeaderReading:
    """What a header says."""
    words = words_of(header)
    is_unhelpful = _UNHELPFUL.fullmatch(words) is not None
    is_count = _COUNT.search(words) is not None
    kinds = () if is_count else _said(header, words)
    return HeaderReading(
        words, kinds, has_word(words, _FACILITY), has_word(words, _PERSON), has_word(words, ROLES),
        is_unhelpful, is_count, not is_unhelpful and _PLACES.search(words) is not None,
        _MONEY.search(words) is not None,
    )


def _said(header: str, words: str) -> tuple[Kind, ...]:
    """The kinds that a header announces; a group above it ("Loại đối tượng › Số CCCD") makes none of them harmless."""
    _, level, lowest = header.rpartition(BETWEEN_LEVELS)
    kinds = () if _HARMLESS_OF.search(words) else _kinds(words) or _legacy_kinds(header)
    return (*_said(lowest, words_of(lowest)), *kinds) if level else kinds


def _kinds(words: str) -> tuple[Kind, ...]:
    if words in _EXACT:
        return (_EXACT[words],)
    found = [Kind(kind) for kind, listed in PERSONAL_WORDS.items() if has_word(words, listed)]
    if _ILLNESS.search(words) and Kind.HEALTH not in found:
        found.append(Kind.HEALTH)
    if _PATIENT_CODE.search(words) and not (found and found[0] in _SAID_FIRST):
        return (Kind.PATIENT_CODE, *found)
    if not found and _SOMEBODY.match(words):
        return (Kind.FULL_NAME,)
    squashed = None if found else _squashed_kind(words)
    return (squashed,) if squashed else tuple(found)


def _legacy_kinds(header: str) -> tuple[Kind, ...]:
    """The kinds of a header in an old font encoding (TCVN3, VNI)."""
    if header.isascii() or not is_suspect(header):
        return ()
    read = (_kinds(words_of(decode(header, encoding))) for encoding in Encoding)
    return next((kinds for kinds in read if kinds), ())


def has_word(words: str, listed: Iterable[str]) -> bool:
    """Whether one of the listed phrases stands in a header: with its marks, or without when the header has none."""
    padded, plain = f" {re.sub('[/-]', ' ', words)} ", words.isascii()
    return any(f" {word} " in padded or f" {word} " in f" {words} " for word in _forms(tuple(listed), plain))


@lru_cache(maxsize=256)
def _forms(listed: tuple[str, ...], plain: bool) -> tuple[str, ...]:
    folded = tuple(map(fold, listed))
    stripped = (strip_marks(word) for word in folded if not word.isascii() and len(word) > 2)
    return (*folded, *stripped) if plain else folded


def _squashed_kind(words: str) -> Kind | None:
    """The kind of a header typed without spaces: hoten, sodienthoai, ngaysinhnguoibenh."""
    squashed = strip_marks(words).replace(" ", "")
    if (whole := _SQUASHED.get(squashed)) is not None:
        return whole
    if " " in words.strip() and len(words.split()) > 1 and not words.isascii():
        return None
    for kind, listed in PERSONAL_WORDS.items():
        if any(len(part) >= _LONG_WORD - 1 and part in map(_squash, listed) for part in words.split()):
            return Kind(kind)
        for word in map(_squash, listed):
            if squashed == word or (len(word) >= _LONG_WORD and squashed.startswith(word)) or squashed == f"so{word}":
                return Kind(kind)
    return Kind.FULL_NAME if squashed.startswith("hoten") or squashed == "hovaten" else None


@lru_cache(maxsize=1024)
def _squash(word: str) -> str:
    return re.sub(r"[^a-z]", "", strip_marks(fold(word)))


_SQUASHED = {squashed: Kind(kind) for kind, listed in reversed(list(PERSONAL_WORDS.items()))
             for squashed in map(_squash, listed) if len(squashed) >= _LONG_WORD}
"""Kinds by their words without spaces and marks: "Ngày s inh" is one of them."""
