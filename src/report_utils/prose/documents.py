"""Documents that a text cites: kind, number, symbol, day (NĐ 30/2020, Appendix I, II.3 and II.6)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_utils.prose.days import DAY, day_of

KINDS = {
    "quyết định": "QĐ",
    "kế hoạch": "KH",
    "nghị quyết": "NQ",
    "nghị định": "NĐ",
    "thông tư": "TT",
    "chỉ thị": "CT",
    "báo cáo": "BC",
    "tờ trình": "TTr",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "giấy mời": "GM",
    "biên bản": "BB",
    "công điện": "CĐ",
    "đề án": "ĐA",
    "luật": "L",
    "công văn": "CV",
    "văn bản": "CV",
    "phương án": "PA",
    "kết luận": "KL",
}
"""Kinds of document, small letters -> the abbreviation in their symbols (NĐ 30/2020, Appendix III); CV has none."""

_TYPES = frozenset(KINDS.values()) | {"NQLT", "TTLT", "QCPH"}
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_CODE = (
    r"[A-ZĐ][A-Za-zĐđ]{0,6}\d{0,2}(?:[-–&][A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2}){1,4}|(?:SYT|UBND|SNV|STC|VPCP|QH\d\d)(?![\w-])"
)
_DOCUMENT = re.compile(
    rf"(?:(?P<kind>{_KIND})\s+)?(?:(?:liên tịch|hành động|hợp nhất)\s+)?(?:số:?\s*)?"
    rf"(?<![\w/.,])(?P<number>\d{{1,5}})(?:-)?\s?[/-]\s?(?:(?P<year>\d{{4}})\s?/\s?)?(?P<code>{_CODE})"
    rf"(?P<tail>\s*[(,|]?\s*(?P<day>{DAY}))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<day>{DAY}),?\s+[^.;:]{{0,60}}?(?:ban hành|ký|có)\s+(?:[^.;:]{{0,25}}?)$", re.IGNORECASE)
_PARLIAMENT = re.compile(r"QH\d\d", re.IGNORECASE)
_ISSUER = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:của\s+)(?:Chủ tịch\s+)?(?P<issuer>[A-ZĐ][^,;.()]{1,60}?)"
    r"(?=\s+(?:về|ban hành|quy định|hướng dẫn|phê duyệt|công bố|trong|giao|triển khai)|[,;.()]|$)"
)


@dataclass(frozen=True)
class Document:
    """A cited document. `kind` is the abbreviation of its kind, `series` the register that its number counts in."""

    kind: str
    number: int
    code: str
    year: int | None
    day: dt.date | None
    issuer: str
    start: int
    end: int
    text: str

    @property
    def symbol(self) -> str:
        """Number and symbol as they are written: "1537/QĐ-UBND", "05/2024/QĐ-UBND"."""
        year = f"{self.year}/" if self.year else ""
        return f"{self.number:02d}/{year}{self.code}"

    @property
    def series(self) -> tuple[str, str]:
        """Issuer and kind: numbers of one series count up through the year."""
        parts = re.split(r"[-–]", self.code)
        if self.kind == "CV":
            return parts[0].upper(), "CV"
        owner = parts[-1] if parts[0] == self.kind else parts[0]
        return owner.upper(), self.kind + ("/year" if self.year else "")


def documents_in(text: str) -> Iterator[Document]:
    """The documents that are cited with a number and a symbol, in their order."""
    for found in _DOCUMENT.finditer(text):
        code = found["code"]
        first = re.split(r"[-–&]", code)[0]
        if not first[:1].isupper() or (first.isdigit()) or not re.search(r"[A-ZĐ]{2}|[A-ZĐ][a-z]?-", code):
            continue
        named = KINDS.get((found["kind"] or "").lower(), "")
        kind = first if first in _TYPES else named or ("L" if _PARLIAMENT.fullmatch(code) else "CV")
        day = day_of(found["day"]) if found["day"] else _day_before(text, found.start())
        after = _ISSUER.match(text, found.end())
        yield Document(
            kind,
            int(found["number"]),
            code,
            int(found["year"]) if found["year"] else None,
            day,
            after["issuer"].strip() if after else "",
            found.start(),
            found.end(),
            text[found.start() : found.end()].strip(),
        )


def _day_before(text: str, start: int) -> dt.date | None:
    """The day that stands before the document: "Ngày 28/12/2023, UBND tỉnh ban hành Quyết định số …"."""
    found = _BEFORE.search(text[max(0, start - 110) : start])
    return day_of(found["day"]) if found else None
