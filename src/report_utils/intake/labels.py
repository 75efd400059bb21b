"""What rows beside the data call themselves: totals, notes, signatures, headings of groups, "không phát sinh"."""

from __future__ import annotations

import re
from functools import lru_cache

from report_utils.vietnamese.text import fold

_ENUMERATOR = re.compile(r"(?:[-*+•–]|(?:[ivx]+|[0-9]{1,2}|[a-zđ])[.)/])\s*")
_GROUP = re.compile(r"(?:[IVX]+|[A-ZĐ])\s*[.)/]\s*\S|[IVX]{2,}\s+\S")
_TOTAL = re.compile(
    r"tổng cộng\b.*|tong cong|(?:tổng|cộng|t\.? ?cộng|tc|tổng số|tong so)(?: chung)?(?: ?\([^)]*\))?(?: ?/ ?total)?"
    r"[ :.=]*"
    r"|tổng số(?:(?: các| [0-9])\b.*|: ?[0-9].*)")
_TOTAL_LIKE = re.compile(
    r"(?:tổng|cộng)(?! (?:hợp|kết|đài|quan|vệ sinh|cục|công ty|thể|quát|giám đốc|kiểm|điều tra|thư ký|phụ trách|"
    r"biên tập|quản lý|điều phối|chỉ huy|lãnh sự|tác|đồng|hòa|hưởng))\b.*"
    rf"|{fold('toàn')} (?:đơn vị|ngành|sở|tỉnh|trung tâm|bệnh viện|viện|chi cục)\b.*"
    r"|tất cả|cả đơn vị|(?:grand )?total|sum|[∑σ]|\(tổng(?: cộng| số)?\)|t/c|số tổng|lũy kế|chung|gộp")
_ASIDE = re.compile(
    r"người lập|người tổng hợp|lập biểu|thủ trưởng|(?:q\.|kt\.|tl\.|tuq\.)? ?(?:phó )?giám đốc"
    r"|(?:phó )?trưởng (?:phòng|khoa)|" + fold("kế toán") + r"|hiệu trưởng|chánh văn phòng|\(?ký\b|xác nhận"
    r"|(?:[^,]{1,40}, ?)?ngày\b.*tháng\b.*năm\b|\(?ghi chú|nguồn\b"
    r"|nơi nhận|lưu ý|chú thích|\(\*+\)|\*")
_NIL = re.compile(
    r"(?:không|ko|kg|k0)(?: có)?(?: phát sinh)?(?: hồ sơ| trường hợp| số liệu phát sinh)?(?: nào)?(?: trong kỳ)?\.?"
    r"|(?:chưa|k) phát sinh(?: trong kỳ)?\.?|kps\.?")
_LONGEST = 80


@lru_cache(maxsize=8192)
def is_total(text: str) -> bool:
    """Whether a label says that its row is a total and nothing else."""
    return len(text) <= _LONGEST and bool(_TOTAL.fullmatch(_bare(text)))


@lru_cache(maxsize=8192)
def may_be_total(text: str) -> bool:
    """Whether a label begins as totals do, so that only its numbers can tell: "Tổng cộng dự án", "Cộng nhóm A"."""
    return len(text) <= _LONGEST and bool(_TOTAL_LIKE.fullmatch(_bare(text)))


@lru_cache(maxsize=8192)
def is_aside(text: str) -> bool:
    """Whether a text begins a note or a signature: "Người lập biểu", "Ghi chú: …", "…, ngày 5 tháng 9 năm 2024"."""
    return bool(_ASIDE.match(fold(text)))


@lru_cache(maxsize=8192)
def is_group_heading(text: str) -> bool:
    """Whether a text is numbered as the heading of a group: "I. …", "A. …"."""
    return bool(_GROUP.match(text.strip()))


def says_nil(text: str) -> bool:
    """Whether a text says in words that there was nothing: "không phát sinh", "không có", "KPS"."""
    return bool(_NIL.fullmatch(fold(text)))


def _bare(text: str) -> str:
    """The folded text without what numbers it."""
    folded = fold(text)
    number = None if folded.startswith("t.") else _ENUMERATOR.match(folded)
    return folded[number.end() :] if number else folded
