"""Capitals and citations in the text (NĐ 30/2020, Appendix II; Appendix I, II.3 and II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, at
from report_utils.lint.model import Para
from report_utils.lint.roles import Anatomy, Role, Spot, whole

# Wrong form -> right form. Appendix II, V.1 and V.2; IV.1 for the names of agencies.
_CAPITALS = (
    (re.compile(r"(?<![\w-])nhân dân(?! tệ)"), "Nhân dân",
     re.compile(r"(?:Ủy ban|Uỷ ban|Hội đồng|Tòa án|Toà án|Viện kiểm sát|Quân đội|Công an|Mặt trận|chứng minh)\s+$")),
    (re.compile(r"(?<![\w-])nhà nước(?![\w-])"), "Nhà nước", None),
    (re.compile(r"\b(?:Sở Y Tế|(?<!cơ )sở [Yy] tế)\b"), "Sở Y tế", None),
    (re.compile(r"\b(?:Bộ Y Tế|(?<!cán )bộ [Yy] tế)\b"), "Bộ Y tế", None),
    (re.compile(r"\b(?!Ủy ban nhân dân)[ỦủUu]y [Bb]an [Nn]hân [Dd]ân\b"), "Ủy ban nhân dân", None),
    (re.compile(r"\b(?!Hội đồng nhân dân)[Hh]ội [Đđ]ồng [Nn]hân [Dd]ân\b"), "Hội đồng nhân dân", None),
    (re.compile(r"\b(?!Thủ tướng Chính phủ)[Tt]hủ [Tt]ướng [Cc]hính [Pp]hủ\b"), "Thủ tướng Chính phủ", None),
    (re.compile(r"Trung Tâm Y Tế|trung tâm y tế(?= [A-ZĐ])|Trung tâm Y Tế"), "Trung tâm Y tế", None),
)
_ADJECTIVES = re.compile(
    r"(?:quản lý|cơ quan|ngân sách|hành chính|doanh nghiệp|công sản|tài sản|bộ máy|vốn|kho bạc)\s+$")
_PARTS = re.compile(r"(?:theo|tại|của|Căn cứ|quy định tại|và|,)\s+(?P<low>phần|chương|mục|điều)\s+(?P<n>[IVX]+|\d+)\b"
                    r"(?=.{0,80}\b(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Pháp lệnh|Bộ luật|Hiến pháp)\b)")
_SMALL = re.compile(r"(?<=[\w,] )(?P<high>Khoản|Điểm)\s+(?P<n>\d+|[a-zđ])\b"
                    r"(?=.{0,60}\b(?:Điều|điều|khoản|Khoản)\b)")
_SYMBOL = re.compile(r"(?P<n>\d{1,5})(?P<s1>\s*)/(?P<s2>\s*)(?:(?P<y>\d{4})(?P<s3>\s*)/(?P<s4>\s*))?"
                     r"(?P<code>(?:QĐ|NĐ|NQ|KH|BC|TTr|TB|CT|CV|HD|TT|QyĐ|CTr|BB)\s*-\s*[A-ZĐ&]+)")
_KINDS = ("Nghị định", "Quyết định", "Thông tư", "Nghị quyết", "Chỉ thị", "Kế hoạch", "Công văn", "Báo cáo",
          "Hướng dẫn", "Thông báo", "Tờ trình", "Chương trình")
_CITATION = re.compile(rf"(?P<kind>{'|'.join(_KINDS)})\s+(?:số\s+)?"
                       r"(?P<n>\d+/(?:\d{4}/)?[A-ZĐ][\w&]*(?:-[\w&]+)*)(?P<rest>.{0,60})")
_NEAR = 60
"""The day may stand before: "Ngày 28/12/2023, UBND tỉnh ban hành Quyết định số …"."""

_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_HYPHENED = re.compile(r"(?:TỈNH|THÀNH PHỐ)\s+(?P<name>\w+(?:\s\w+)*\s*[-–]\s*\w+(?:\s\w+)*)")
_OF_ANOTHER = re.compile(r"/[\w&-]+,?\s*(?:ngày\s*)?$")
_DATED = re.compile(r"^\s*,?\s*(?:ngày\b|\(?\d{1,2}/\d{1,2}/\d{4}|\d{4})")


def check_capitals(anatomy: Anatomy) -> Iterator[Deviation]:
    """Names of agencies, Nhân dân, Nhà nước."""
    for para in _sentences(anatomy):
        for pattern, right, excluded in _CAPITALS:
            for found in pattern.finditer(para.text):
                before = para.text[: found.start()]
                if not (excluded and excluded.search(before)) and not _is_adjective(right, before):
                    yield _at("L65", para, f"«{found[0]}»", f"«{right}»")


def _is_adjective(right: str, before: str) -> bool:
    """"quản lý nhà nước", "ngân sách nhà nước" are written small in practice: no name of the state itself."""
    return right == "Nhà nước" and bool(_ADJECTIVES.search(before))


def check_cited_parts(anatomy: Anatomy) -> Iterator[Deviation]:
    """Phần, Chương, Mục, Điều of a cited document with a capital; khoản, điểm without (Appendix II, V.6)."""
    for para in _sentences(anatomy):
        for found in _PARTS.finditer(para.text):
            wanted = f"{found['low'].capitalize()} {found['n']}"
            yield _at("L66", para, f"«{found['low']} {found['n']}»", f"«{wanted}»")
        for found in _SMALL.finditer(para.text):
            yield _at("L66", para, f"«{found['high']} {found['n']}»", f"«{found['high'].lower()} {found['n']}»")


def check_symbols(anatomy: Anatomy) -> Iterator[Deviation]:
    """Numbers of documents without blanks: 1467/QĐ-UBND."""
    for para in _sentences(anatomy):
        for found in _SYMBOL.finditer(para.text):
            shown = found[0]
            tight = re.sub(r"\s", "", shown)
            if tight != shown:
                yield _at("L67", para, f"«{shown}»", f"«{tight}»")


def check_first_citations(anatomy: Anatomy) -> Iterator[Deviation]:
    """A document is cited with its date the first time; later its number is enough (II.6b)."""
    seen: set[str] = set()
    bases = [spot.para for spot in anatomy.spots[Role.BASIS]]  # an incomplete one is reported by L35
    for para in [*bases, *anatomy.body]:
        text = _SYMBOL.sub(lambda symbol: "".join(symbol[0].split()), para.text)
        for found in _CITATION.finditer(text):
            is_dated = _DATED.match(found["rest"]) or _is_dated_before(text[: found.start()])
            if found["n"] not in seen and not is_dated and para not in bases:
                yield _at("L68", para, f"«{found['kind']} số {found['n']}» không ghi ngày ban hành", "ghi đủ ở lần đầu")
            seen.add(found["n"])


def check_place_names(anatomy: Anatomy) -> Iterator[Deviation]:
    """The territory of the letterhead is spelled alike in the text: its hyphen with or without blanks."""
    spots = [*anatomy.spots[Role.SUPERIOR], *anatomy.spots[Role.AGENCY]]
    named = _HYPHENED.search("; ".join(spot.text for spot in spots).upper())
    if named is None:
        return
    words = [re.escape(word) for word in re.split(r"\s*[-–]\s*", named["name"])]
    same = re.compile(r"\s*[-–]\s*".join(words), re.IGNORECASE)
    for para in _sentences(anatomy):
        for found in same.finditer(para.text):
            if found[0].upper() != named["name"]:
                yield _at("L71", para, f"«{found[0]}»", f"như ở đầu văn bản: «{named['name']}»")


def _is_dated_before(text: str) -> bool:
    """Whether a date stands before a citation that is not the date of the citation before."""
    dates = list(_DAY.finditer(text, max(0, len(text) - _NEAR)))
    return bool(dates) and not _OF_ANOTHER.search(text[: dates[-1].start()])


def _sentences(anatomy: Anatomy) -> Iterator[Para]:
    """The paragraphs in which sentences stand; not headings in capitals."""
    yield from (spot.para for spot in anatomy.spots[Role.BASIS])
    yield from (para for para in anatomy.body if not para.text.isupper())


def _at(rule: str, para: Para, found: str, expected: str) -> Deviation:
    return at(rule, Spot(Role.BODY, para, whole(para)), found, expected)
