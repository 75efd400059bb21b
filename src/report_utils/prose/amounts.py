"""Numbers that a text states: counts, percentages, ratios, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from report_utils.prose.nouns import is_thing, last_noun, noun_after

Spans = list[tuple[int, int]]


class Sort(Enum):
    """What kind of number it is."""

    COUNT = "số đếm"
    PERCENT = "tỷ lệ phần trăm"
    RATIO = "tỷ số"
    MONEY = "số tiền"
    BARE = "số không có đơn vị"


@dataclass(frozen=True)
class Amount:
    """A number in a text. Money is in đồng; of a ratio `value` is the part and `whole` the whole.

    `places` are the decimals it is written with, in the unit of the text (`scale`: 10^6 for triệu đồng); `noun` is what
    is counted; `sign` is ">" or the like; `tail` is where the words of its noun or unit end.
    """

    sort: Sort
    value: Decimal
    places: int
    noun: str
    start: int
    end: int
    tail: int
    text: str
    whole: Decimal | None = None
    scale: int = 1
    sign: str = ""


NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3}){2,}|\d+(?:,\d+)?"
_EDGE, _NO_MORE = r"(?<![\w/])(?<!\d[.,])(?<!\w-)", r"(?![\w]|[.,]\d)"
_PERCENT = re.compile(rf"(?P<sign>[<>≥≤~])?\s*{_EDGE}(?P<n>{NUMBER}|\d+\.\d{{1,2}})\s*%")
POINTS = "điểm %"
_POINTS = re.compile(rf"{_EDGE}(?P<n>{NUMBER})\s*điểm\s*(?:phần trăm|%)")
_RATIO = re.compile(
    rf"{_EDGE}(?P<a>{NUMBER})(?P<an>(?:\s[^\W\d_]+){{0,4}})\s?/\s?(?:tổng số\s+)?(?P<b>{NUMBER})(?![\w/]|"
    rf"[.,]\d|\s?/\s?\d)"
)
_OUT_OF = re.compile(
    rf"{_EDGE}(?P<a>{NUMBER})(?P<an>(?:\s[^\W\d_]+){{0,6}})\s+(?:trên|trong)\s+(?:tổng(?: số)?|tổng cộng)\s+"
    rf"(?:[^\W\d_]+\s+){{0,4}}(?P<b>{NUMBER})(?![\w/%]|[.,]\d)"
)
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9, "": 1}
_BARE_SCALES = ("nghìn", "ngàn", "triệu", "tr", "tỷ", "tỉ")
_MONEY = re.compile(
    rf"{_EDGE}(?P<n>{NUMBER})\s*(?P<scale>nghìn|ngàn|triệu|tr|tỷ|tỉ)?\.?\s*(?:đồng|đ|vnđ|vnd)(?!\w)"
    rf"|{_EDGE}(?P<m>{NUMBER})\s*(?P<s>triệu|tr|tỷ|tỉ)(?!\w)"
    rf"|{_EDGE}(?P<k>{NUMBER})\s*(?P<t>nghìn|ngàn)(?=\s+\d+\s*(?:đồng|đ)(?!\w))"
)
_COUNT = re.compile(rf"{_EDGE}(?P<n>{NUMBER}){_NO_MORE}")
_ENGLISH = re.compile(r"[1-9]\d{0,2},\d{3}")
"""Thousands as in English: nobody counts 1,234 of a file."""

_NO_COUNT = re.compile(
    r"(?<!\w)(?:đề án|phụ lục|điều|khoản|điểm|(?<!danh )mục|biểu|mẫu|bảng|hình|phần|chương|mức độ(?: \d,)?|mức|"
    r"cấp độ|hạng|tier|giai đoạn|"
    r"nghị định|thông tư|quyết định|công văn|chỉ thị|(?<!kỷ )luật|số:|ký hiệu|covid[- ]?|chương trình|sars|tcvn|iso|"
    r"đợt|lần thứ|loại|thứ|"
    r"cùng kỳ|nhóm|khóa|khu phố|tổ|ấp|phường|quận|số nhà|đường|điện thoại|hotline|tổng đài|fax|lớp|trang|kỳ họp|v|năm|"
    r"quý|tháng|ngày|"
    r"web|windows|office|qđ|kh|nđ|tt|ct|bước|tuổi|type|h1n|vneid|pc)\s*$"
)
_LEVEL, _LEVELS = re.compile(r"(?<!cung )(?<!đã )(?<!được )\bcấp\s*$"), 5
"""Words before the number of a level, and the most levels that anything has."""

_LIST_MARK = re.compile(
    r"\b24\s?/\s?7\b|[(\[]\s*\d{1,2}(?:\s*[-+=]\s*\d{1,2})*\s*[)\]]|\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b|"
    r"^\d\s(?=công văn|xem)|\b\d{1,3}-(?:qc|qđ|nq|kl|ct|hd|ctr)/\w+"
)
_LABEL_NUMBER = re.compile(r"(?:^|[;(]\s*|:\s*(?=0?1\D))(\d{1,2})(?:\)|\.)\s(?=[^\W\d])")


def decimal_of(text: str) -> Decimal:
    """A number as vi-VN writes it; a single dot before one or two digits is a decimal point."""
    bare = text.replace(" ", "")
    if re.fullmatch(r"\d+\.\d{1,2}", bare):
        return Decimal(bare)
    return Decimal(bare.replace(".", "").replace(",", "."))


def places_of(text: str) -> int:
    """The decimals that a number is written with."""
    bare = text.strip()
    if re.fullmatch(r"\d+\.\d{1,2}", bare):
        return len(bare.partition(".")[2])
    return len(bare.partition(",")[2])


def amounts_in(low: str, taken: Spans) -> list[Amount]:
    """The numbers of folded text outside of the `taken` places (days, documents), in their order."""
    held = list(taken)
    found: list[Amount] = []
    for make in (_points, _percents, _ratios, _money, _counts):
        for amount in make(low, held):
            found.append(amount)
            held.append((amount.start, amount.end))
    return sorted(found, key=lambda each: each.start)


def _free(found: re.Match[str], held: Spans) -> bool:
    return not any(start < found.end() and found.start() < end for start, end in held)


def _points(low: str, held: Spans) -> Iterator[Amount]:
    """Differences of percentages: "8,7 điểm phần trăm"."""
    for found in _POINTS.finditer(low):
        if _free(found, held):
            yield Amount(
                Sort.PERCENT,
                decimal_of(found["n"]),
                places_of(found["n"]),
                POINTS,
                found.start(),
                found.end(),
                found.end(),
                found[0],
            )


def _percents(low: str, held: Spans) -> Iterator[Amount]:
    for found in _PERCENT.finditer(low):
        if _free(found, held):
            start = found.start("n")
            yield Amount(
                Sort.PERCENT,
                decimal_of(found["n"]),
                places_of(found["n"]),
                "%",
                start,
                found.end(),
                found.end(),
                low[start : found.end()],
                sign=found["sign"] or "",
            )


def _ratios(low: str, held: Spans) -> Iterator[Amount]:
    for pattern in (_RATIO, _OUT_OF):
        for found in pattern.finditer(low):
            part, whole = decimal_of(found["a"]), decimal_of(found["b"])
            if not _free(found, held) or (found[0].replace(" ", "") == "24/7") or not whole:
                continue
            if pattern is _RATIO and "/" in found[0] and not found["an"] and _is_date(found):
                continue
            noun, tail = noun_after(low, found.end())
            before = noun_after(low, found.end("a"))[0] if found["an"] else ""
            if pattern is _RATIO and before and noun and before != noun:
                continue  # 350 học viên/7 lớp
            held.append(found.span())
            yield Amount(Sort.RATIO, part, 0, before or noun, found.start(), found.end(), tail, found[0], whole)


def _is_date(found: re.Match[str]) -> bool:
    """Whether a/b reads as a day without a year, behind "ngày" or a dash: "ngày 20/12"."""
    before = found.string[max(0, found.start() - 8) : found.start()]
    return (
        bool(re.search(r"(?:ngày|sáng|chiều|từ|đến|[-–])\s*$", before))
        and int(decimal_of(found["a"])) <= 31
        and int(decimal_of(found["b"])) <= 12
    )


def _money(low: str, held: Spans) -> Iterator[Amount]:
    told: Amount | None = None
    for found in _MONEY.finditer(low):
        if not _free(found, held):
            continue
        number, word = found["n"] or found["m"] or found["k"], found["scale"] or found["s"] or found["t"] or ""
        scale = _SCALES[word]
        value, start, end = decimal_of(number) * scale, found.start(), found.end()
        if told and not low[told.end : start].strip() and told.text.endswith(_BARE_SCALES) and value < told.scale:
            value, start, told = told.value + value, told.start, None  # 12 tỷ 500 triệu đồng
        if told:
            yield told
        told = Amount(Sort.MONEY, value, places_of(number), "đồng", start, end, end, low[start:end], scale=scale)
    if told:
        yield told


def _counts(low: str, held: Spans) -> Iterator[Amount]:
    marks = [each.span() for each in _LIST_MARK.finditer(low)] + [each.span(1) for each in _LABEL_NUMBER.finditer(low)]
    for found in _COUNT.finditer(low):
        if not _free(found, [*held, *marks]) or _NO_COUNT.search(low[max(0, found.start() - 24) : found.start()]):
            continue
        if decimal_of(found["n"]) <= _LEVELS and _LEVEL.search(low[max(0, found.start() - 16) : found.start()]):
            continue
        noun, tail = noun_after(low, found.end())
        if not noun and (label := _label_noun(low, found.start())):
            noun, tail = label, found.end()
        number = found["n"].replace(",", ".") if is_thing(noun) and _ENGLISH.fullmatch(found["n"]) else found["n"]
        yield Amount(
            Sort.COUNT if noun else Sort.BARE,
            decimal_of(number),
            places_of(number),
            noun,
            found.start(),
            found.end(),
            tail,
            found[0],
        )


def _label_noun(low: str, start: int) -> str:
    """What is counted where the number follows its label: "Tổng số nhiệm vụ: 32", "số hồ sơ quá hạn là 5"."""
    before = low[max(0, start - 90) : start]
    found = re.search(r"(?:^|[.;,(]|\+|-)\s*([^.;,()]*?)(?::|\blà|\bđạt|\bcó)\s*$", before)
    return last_noun(found[1]) if found else ""
