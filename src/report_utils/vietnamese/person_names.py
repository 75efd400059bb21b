"""Names of Vietnamese persons, told by surname and shape."""

from __future__ import annotations

import re

from report_utils.vietnamese.text import fold, nfc, strip_marks

_RARELY_ELSE = (
    "nguyễn|trần|lê|phạm|huỳnh|phan|vũ|võ|bùi|đỗ|ngô|đinh|trương|đoàn|trịnh|phùng|nghiêm"
)
"""Surnames that hardly ever begin anything else."""

_ALSO_WORDS = (
    "hoàng|đặng|hồ|dương|lý|lâm|mai|đào|cao|hà|tạ|tô|thái|châu|chu|la|lương|lưu|vương|triệu|kiều|quách|tống|từ|tăng|"
    "thạch|kim|sơn|danh|hứa|văn"
)
"""Surnames that also begin other phrases, unless every word is in capitals."""

_MORE = (
    "lại|lều|mạc|mẫn|nông|ninh|ông|phí|quan|tôn|tiêu|trang|viên|xa|yên|âu|bạch|bành|bế|biện|cấn|cù|cung|diệp|doãn|đàm|"
    "đồng|đới|đường|giang|giáp|hàn|hầu|hoa|khổng|khúc|khuất|khương|lò|lã|lục|lữ|ma|mã|mẫu|mông|nhâm|ngụy|phó|phương|"
    "sầm|sử|thân|thiều|tòng|trà|ung|vi|viêm|vòng|giàng|vàng|sùng|thào|hạng|chảo|tẩn|quàng|cầm|hoàng|luyện|điêu|lường|"
    "ksor|rơ|siu|kpă|nay|niê|êban|rahlan|kiên|neang|chau|sơn|trượng|đổng|thập|hán|báo|đạo|tiết|trầm|thi|nhan|liêu|lao|"
    "lăng|tưởng|uông|ứng|văng|vưu|phù|dư|đậu|thang|giản|chử|chế|bàng|cái|an|bá|kha|lai|la|phún|lô|lộc"
)
_SURNAME = re.compile(fold(_RARELY_ELSE))
_CAPITALISED_SURNAME = re.compile(fold(f"{_ALSO_WORDS}|ông|bà|anh|chị"))

SURNAMES = frozenset(fold(f"{_RARELY_ELSE}|{_ALSO_WORDS}|{_MORE}").split("|"))
"""Surnames in small letters; the common twenty carry nine persons of ten."""

_COMMON = f"{_RARELY_ELSE}|hoàng|đặng|hồ|dương|lý|lâm|mai|đào|cao|hà|tạ|tô|lương|lưu"
COMMON_SURNAMES = frozenset(fold(_COMMON).split("|"))

_PLACES = frozenset(map(fold, (
    "hà nội", "hà giang", "hà nam", "hà tĩnh", "cao bằng", "lai châu", "lâm đồng", "thái bình", "thái nguyên",
    "yên bái", "ninh bình", "ninh thuận", "hồ chí minh", "quảng nam", "an giang", "kiên giang", "hà đông", "lào cai",
)))
"""Provinces that begin like surnames."""
_INSTITUTIONS = frozenset(("hospital", "clinic", "pharmacy", "company", "center", "centre", "school", "university",
                           "street", "district", "province", "co", "ltd", "jsc", "market", "group"))

_PLAIN_SURNAMES = frozenset(map(strip_marks, SURNAMES))
_PLAIN_COMMON = frozenset(map(strip_marks, COMMON_SURNAMES))
_MIDDLE = frozenset(("văn", "thị", "đình", "hữu", "đức", "ngọc", "thanh", "minh", "quốc", "xuân", "thu", "kim",
                     "van", "thi", "dinh", "huu", "duc"))
_TITLES = re.compile(
    r"(?:(?:ông|bà|anh|chị|em|cháu|bé|cô|chú|bác|mr|mrs|ms|bác s[ĩỹi]|bs|bsck(?:i{1,2}|1|2)?|bscki+|ck[12i]+|ths|ts|"
    r"pgs|gs|ds|dược s[ĩỹ]|dsđh|y s[ĩỹ]|ys|đd|điều dưỡng|cn|cử nhân|nhs|ktv|đ/c|đồng chí|bn|nb|bệnh nhân|"
    r"lương y)(?:[.:]\s*|\s+))+", re.IGNORECASE)

_SHORTENED = re.compile(
    r"[A-ZĐ][^\W\d_]{0,2}\. ?(?:[A-ZĐ][^\W\d_]?\. ?){0,2}[A-ZĐ][a-zà-ỹ]{1,6}"
    r"|[A-ZĐ][a-zà-ỹ]{1,5}(?: [A-ZĐ][a-zà-ỹ]{1,5})? (?:[A-ZĐ]\. ?){1,3}[A-ZĐ]?[a-zà-ỹ]{0,6}"
    r"|[A-ZĐ][a-zà-ỹ]{1,5}(?: [A-ZĐ]\.?){1,2}")
_OF_MINORITIES = re.compile(
    r"(?:[HKY]['’ ]?|A |Ka |[Bb]h['’])[A-ZĐ][^\W\d_]+(?: [A-ZĐ][\w'’]+){0,3}"
    r"|(?:Siu|Ksor|Rơ|Rah|Kpă|Nay|Rmah|Điểu|Thạch|Lò|Giàng|Sùng|Hạng|Thào|Vàng|Lầu|Tẩn|Chẻo|Phàn|Katơr|Chamaléa|Alăng|Cil|Kră|Blúp|"
    r"Moong|Cụt|Xồng|Sơn|Danh|Lù|Mùa|Vừ|Cháng)(?: [A-ZĐ][\w'’]+){1,3}")
"""Names as Ê Đê, Gia Rai, Ba Na, Cơ Ho, Mông, Khmer and others write them."""
_BETWEEN_NAMES = re.compile(r"[;,/+&]|\s-\s|\bvà\b|(?:^|(?<=\s))\d{1,2}[.)]\s")


def _choice(surnames: str) -> str:
    listed = (*surnames.split("|"), *strip_marks(surnames).split("|"))
    written = {form for word in listed for form in (word.capitalize(), word.upper())}
    return "|".join(sorted(written, key=lambda form: (-len(form), form)))


SURNAME_CHOICE, ANY_SURNAME_CHOICE = _choice(_COMMON), _choice(f"{_RARELY_ELSE}|{_ALSO_WORDS}|{_MORE}")
"""Patterns of the common surnames and of all, capitalised or in capitals, with and without marks."""


def without_title(text: str) -> str:
    """A name without titles before it and without a remark in brackets behind it."""
    return re.sub(r"\s*\(.*\)\s*$", "", _TITLES.sub("", text, count=1)).strip(" .,:;-")


def looks_like_a_name(text: str) -> bool:
    """Whether a text looks like the name of a person, however it is capitalised."""
    parts = nfc(text).split()
    if not 2 <= len(parts) <= 6 or not all(part.isalpha() for part in parts):
        return False
    first = fold(parts[0])
    if _SURNAME.fullmatch(first):
        return True
    return bool(_CAPITALISED_SURNAME.fullmatch(first)) and all(part[0].isupper() for part in parts)


def is_name_shaped(text: str) -> bool:
    """Whether a whole cell can be a person's name: a known surname, two to six short words of letters."""
    parts = without_title(text).split()
    if not 2 <= len(parts) <= 6 or not all(re.fullmatch(r"[^\W\d_]{1,8}['’]?[^\W\d_]{0,7}\.?", part) for part in parts):
        return False
    first = fold(parts[0])
    if fold(" ".join(parts)) in _PLACES or fold(parts[-1]).rstrip(".") in _INSTITUTIONS:
        return False
    is_known = first in SURNAMES or (first.isascii() and first in _PLAIN_SURNAMES)
    return is_known and (all(part[0].isupper() for part in parts) or text.islower())


def is_shortened_name(text: str) -> bool:
    """Whether a cell is a name with initials: "Ng. V. An", "Lê T. H.", "Trần V.B"; in capitals alone it is none."""
    if "." not in text or _SHORTENED.fullmatch(text if text.endswith(".") else without_title(text)) is None:
        return False
    first = fold(without_title(text).split(".")[0].split()[0])
    return len(first) < 3 or first in SURNAMES or (first.isascii() and first in _PLAIN_SURNAMES)


def is_name_of_a_minority(text: str) -> bool:
    """Whether a cell is written as the names of the peoples of the highlands and of the Khmer are."""
    return _OF_MINORITIES.fullmatch(without_title(text)) is not None


def is_part_of_a_name(text: str) -> bool:
    """Whether a cell is a surname alone, or middle and given names: "Nguyễn", "Văn An", "Thị Kim Hoa"."""
    parts = text.split()
    if len(parts) == 1:
        return fold(text) in SURNAMES and text[0].isupper()
    is_named = all(part.isalpha() and part[0].isupper() for part in parts)
    return 1 < len(parts) < 4 and fold(parts[0]) in _MIDDLE and is_named


def names_listed(text: str) -> list[str]:
    """The parts of a cell that may be one name each: "1. Lê Văn An 2. Bùi Thị Hà", "Lê Văn An, Bùi Thị Hà"."""
    return [part for part in map(str.strip, _BETWEEN_NAMES.split(text)) if part]


def is_surely_a_name(text: str) -> bool:
    """Whether a cell is shaped as a name and begins with a common surname or has a usual middle name."""
    parts = [fold(part) for part in without_title(text).split()]
    return is_name_shaped(text) and (
        parts[0] in COMMON_SURNAMES or (parts[0].isascii() and parts[0] in _PLAIN_COMMON)
        or bool(_MIDDLE.intersection(parts[1:-1])))
