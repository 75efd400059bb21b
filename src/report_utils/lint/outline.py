"""Headings of the body: their kinds of number, and where in the outline each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from report_utils.lint.model import Para
from report_utils.lint.roles import Anatomy, Role, whole
from report_utils.lint.strokes import is_rule_of_signs


class Mark(StrEnum):
    """How a paragraph of the body is numbered (NĐ 30/2020, Appendix I, II.6)."""

    PART = "Phần, Chương"
    SECTION = "Mục"
    ARTICLE = "Điều"
    ROMAN = "I."
    ARABIC = "1."
    DECIMAL = "1.1."
    LETTER = "a)"
    DASH = "-"
    PLUS = "+"
    NONE = ""


_PATTERNS = (
    (Mark.PART, re.compile(r"(?:Phần|Chương|PHẦN|CHƯƠNG)\s+(?:thứ\s+)?(?P<n>[IVXLC]+|\d+|\w+)\b[.:]?\s*$")),
    (Mark.SECTION, re.compile(r"(?:Mục|MỤC)\s+(?P<n>\d+|[IVX]+)\b[.:]?\s*$")),
    (Mark.ARTICLE, re.compile(r"(?:Điều|ĐIỀU)\s+(?P<n>\d+)(?P<sep>[.:]?)(?=\s|$)")),
    (Mark.ROMAN, re.compile(r"(?P<n>[IVXLC]+)(?P<sep>\s*[./):\-]+)\s*(?=[^\W\d])")),
    (Mark.DECIMAL, re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2})+)(?P<sep>[./)]?)\s+(?=\S)")),
    (Mark.ARABIC, re.compile(r"(?P<n>\d{1,2})(?P<sep>\s*[./):]+)\s*(?=\D)")),
    (Mark.LETTER, re.compile(r"(?P<n>[a-zđ])(?P<sep>\s*[).:/]+)\s*(?=\S)")),
    (Mark.DASH, re.compile(r"[-–−•*]\s*(?=\S)")),
    (Mark.PLUS, re.compile(r"\+\s*(?=\S)")),
)  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Numbered:
    """A paragraph of the body with its number: how it is marked, the number's text, what follows it, the words."""

    para: Para
    mark: Mark
    number: str = ""
    separator: str = ""
    words: str = ""

    @property
    def is_titled(self) -> bool:
        """Whether the paragraph is a title: in bold as a whole, or in capitals; a short line without a full stop."""
        pieces = [piece for piece in self.para.pieces if any(map(str.isalnum, piece.text))]
        is_bold = bool(pieces) and all(piece.look.bold for piece in pieces)
        return is_bold or (self.words.isupper() and len(self.words) > 3)

    @property
    def value(self) -> int:
        """The number as a number: IV is 4; the last part of 1.3."""
        if self.mark is Mark.ROMAN or (self.mark in (Mark.PART, Mark.SECTION) and is_roman(self.number)):
            return roman_value(self.number)
        digits = self.number.rpartition(".")[2]
        return int(digits) if digits.isdigit() else 0


def numbered(para: Para) -> Numbered:
    """What numbers a paragraph, be it typed or written by Word."""
    text = para.text
    for mark, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and not (mark is Mark.ROMAN and not is_roman(found["n"])):
            groups = found.groupdict()
            return Numbered(para, mark, groups.get("n") or "", groups.get("sep") or "", text[found.end() :].strip())
    return Numbered(para, Mark.NONE, words=text)


def find_outline(anatomy: Anatomy, start: int, end: int) -> None:
    """The paragraphs of the body, and the headings among them."""
    for para in anatomy.document.paragraphs[start:end]:
        if para.cell is None and not para.is_blank and not is_rule_of_signs(para.text):
            anatomy.body.append(para)
            found = numbered(para)
            level = _LEVELS.get(found.mark, 0)
            if level and (found.is_titled or found.mark in (Mark.PART, Mark.SECTION, Mark.ARTICLE, Mark.ROMAN)):
                anatomy.add(Role.HEADING, para, whole(para), level)


_LEVELS = {Mark.PART: 1, Mark.SECTION: 1, Mark.ARTICLE: 2, Mark.ROMAN: 1, Mark.ARABIC: 2, Mark.DECIMAL: 3,
           Mark.LETTER: 4}


def is_roman(text: str) -> bool:
    """Whether letters are a well-formed Roman numeral up to 89."""
    return bool(re.fullmatch(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})", text)) and bool(text)


def roman_value(text: str) -> int:
    """A Roman numeral as a number."""
    values = [_ROMAN.get(letter, 0) for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
