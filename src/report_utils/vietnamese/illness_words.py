"""How illnesses, injuries and results of tests begin, and the codes of ICD-10."""

from __future__ import annotations

import re

from report_utils.vietnamese.text import fold, strip_marks

_BEGINNINGS = (
    "viêm", "ung thư", "lao phổi", "lao màng", "lao hạch", "lao ngoài", "lao xương", "lao", "hen phế quản", "hen",
    "copd",
    "tăng huyết áp", "tụt huyết áp", "huyết áp", "đái tháo đường", "tiểu đường", "đtđ", "tha", "sốt", "suy thận",
    "suy tim", "suy gan", "suy hô hấp", "suy tủy", "suy giáp", "suy giảm", "suy dinh dưỡng", "sdd", "gãy", "trật khớp",
    "bong gân", "chấn thương", "đa chấn thương", "vết thương", "bỏng", "đột quỵ", "nhồi máu", "xuất huyết", "tai biến",
    "tai nạn", "tâm thần", "trầm cảm", "động kinh", "rối loạn", "hiv", "hbsag", "hcv", "hbv", "hpv", "aids",
    "dương tính", "âm tính", "nhiễm",
    "tay chân miệng", "sởi", "rubella", "ho gà", "bạch hầu", "uốn ván", "bệnh dại", "thủy đậu", "quai bị", "cúm",
    "covid", "tiêu chảy", "thương hàn", "loét", "trĩ", "sỏi thận", "sỏi mật", "sỏi", "thoát vị", "thoái hóa",
    "thoái hoá",
    "gout", "gút", "thiếu máu", "thalassemia", "dị ứng", "ngộ độc", "đau", "mù", "điếc", "cụt", "liệt", "câm",
    "khuyết tật",
    "bại não", "tự kỷ", "hội chứng", "đục thủy tinh thể", "đục thể thủy tinh", "glôcôm", "cận thị", "đẻ", "sinh thường",
    "sinh mổ", "mổ lấy thai", "thai", "sẩy thai", "sảy thai", "phá thai", "có thai", "mang thai", "xơ gan", "xơ vữa",
    "basedow", "bướu", "u ác", "u lành", "u xơ", "u nang", "u máu", "u não", "u phổi", "u gan", "u vú", "u tuyến",
    "khối u", "k phổi", "k gan", "k vú", "k dạ dày", "k đại tràng", "parkinson", "alzheimer", "sa sút trí tuệ",
    "béo phì",
    "thừa cân", "gan nhiễm mỡ", "bình thường", "gầy", "khỏi bệnh", "khỏi", "tử vong", "thuyên giảm", "di chứng",
    "bệnh", "nghiện", "ngạt", "đuối nước",
    "dị tật", "tim bẩm sinh", "vàng da", "nhẹ cân", "sinh non", "giang mai", "lậu", "ghẻ", "chàm", "vảy nến", "zona",
    "sốt rét", "loạn thị", "viễn thị", "lác mắt", "sâu răng", "sún răng", "vẹo cột sống", "gù", "còi xương",
    "tật khúc xạ",
    "sxh", "tcm", "viêm gan", "phản ứng", "kháng thuốc", "mắc", "nghi mắc", "ra huyết", "khó thở", "co giật",
    "ho", "nôn", "mất ngủ", "chóng mặt", "đang điều trị", "không điều trị", "diabetes", "hypertension", "pneumonia",
    "asthma", "stroke", "cancer", "fracture", "positive", "negative", "dengue", "fever", "tuberculosis", "hepatitis",
    "chậm phát triển", "hở van", "hẹp van", "rung nhĩ", "đau thắt ngực", "bệnh nhân", "phì đại", "polyp", "nhân giáp",
)  # fmt: skip
_WORDS_OF_OTHERS = frozenset(("thai", "ho", "mu", "u", "bong", "hen", "lao", "tha", "gay", "mac", "khoi", "dau", "liet",
                              "cam", "de", "cum", "tri", "soi", "lau", "benh", "sot", "cut", "non", "ghe"))
"""Without marks these are other words as well."""


def _choice() -> str:
    folded = {fold(word) for word in _BEGINNINGS}
    plain = {stripped for word in folded if (stripped := strip_marks(word)) not in _WORDS_OF_OTHERS}
    return "|".join(sorted(map(re.escape, folded | plain), key=lambda word: (-len(word), word)))


_ILLNESS = re.compile(
    rf"(?:(?:nghi|theo dõi|td|t/d|hậu|sau|cơn|đợt cấp|bị|mắc|hc|di chứng|tiền sử|nhiều|có|đã|mổ)\W+)?"
    rf"(?:{_choice()})(?!\w)(?! (?:viện|xá|nhân ổn|phẩm|án))")
_INSIDE = re.compile(rf"(?:^|(?<=[\s,;:(.\-]))(?:{_choice()})(?!\w)(?! (?:viện|xá|phẩm|án))")
_CODE = re.compile(r"[A-TV-Z]\d\d(?:\.\d{1,2}|\d)?[*+†]?(?:\s?[-–:]\s?\D.*)?")
_BETWEEN = re.compile(r"\s*[;,/]\s*")


def begins_as_illness(text: str) -> bool:
    """Whether a text begins as the name of an illness, an injury or the result of a test."""
    return _ILLNESS.match(fold(text).lstrip("-+* ")) is not None


def names_an_illness(text: str) -> bool:
    """Whether an illness stands anywhere in a text."""
    return _INSIDE.search(fold(text)) is not None


def is_illness_code(text: str) -> bool:
    """Whether a text is one code of ICD-10 or several, its name behind it or not: "J18.9", "I10; E11.9"."""
    codes = [part for part in _BETWEEN.split(text.strip(" ;,.")) if part]
    return bool(codes) and all(map(_CODE.fullmatch, codes))
