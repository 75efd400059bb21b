"""Numbers that units typed as text.

Text is read as vi-VN: dot between thousands, comma before decimals. What could just as well be en-US is marked, never
guessed: `28,365` and `545.918` occur side by side in official reports. A whole column may be known to be en-US, because
it holds a number that only en-US writes (`1,234,567`, `12.5`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from report_utils.vietnamese.text import fold


class Notation(StrEnum):
    """Which language a number is written in."""

    VI_VN = "kiểu Việt Nam"
    EN_US = "kiểu Anh - Mỹ"


class NumberProblem(StrEnum):
    """Why a text is not read as a number; the value is the sentence for the unit."""

    EN_US = "số viết kiểu Anh - Mỹ; hãy dùng dấu chấm giữa các nhóm nghìn và dấu phẩy trước phần thập phân"
    VI_VN = "số viết kiểu Việt Nam trong cột viết kiểu Anh - Mỹ; hãy dùng một kiểu cho cả cột"
    GROUPING = "dấu chấm, dấu phẩy hoặc dấu cách đặt sai chỗ trong số"
    COMPARISON = "có dấu so sánh (>, <, ≥, ≤); hãy ghi đúng con số"
    FRACTION = "ghi dạng tử số/mẫu số; hãy ghi từng số vào cột của nó"
    WORDS = "có chữ hoặc ký hiệu không phải là số"


@dataclass(frozen=True)
class ParsedNumber:
    """What a text says as a number.

    `value` is the number as typed (`75 %` is 75, `28,365tr đồng` is 28.365), None when it could not be read; `problem`
    then says why. `is_ambiguous`: en-US would read another number. `unit_word` is the money unit after the number
    (đồng, nghìn đồng, triệu đồng, tỷ đồng), else empty; `counting_word` what is counted (hồ sơ, người …), folded.
    """

    value: Decimal | None
    is_percent: bool = False
    is_ambiguous: bool = False
    unit_word: str = ""
    counting_word: str = ""
    problem: NumberProblem | None = None

    @property
    def reason(self) -> str:
        """The Vietnamese sentence why the text could not be read, without a full stop; empty when it was read."""
        return self.problem.value if self.problem else ""


_MONEY = {
    fold(spelling): unit
    for unit, spellings in {
        "đồng": ("đồng", "đ", "vnđ", "vnd"),
        "nghìn đồng": ("nghìn đồng", "ngàn đồng", "nghìn", "ngàn"),
        "triệu đồng": ("triệu đồng", "tr đồng", "tr.đồng", "trđ", "tr.đ", "triệu", "tr"),
        "tỷ đồng": ("tỷ đồng", "tỉ đồng", "tỷ", "tỉ"),
    }.items()
    for spelling in spellings
}
_COUNTING = {
    fold(word)
    for word in (
        "hồ sơ", "người", "trường hợp", "thủ tục", "thủ tục hành chính", "TTHC", "văn bản", "nhiệm vụ", "chỉ tiêu",
        "đơn vị", "cơ sở", "lượt", "lượt người", "cuộc", "lớp", "học viên", "viên chức", "công chức", "biên chế",
        "dịch vụ", "dịch vụ công", "bộ dữ liệu", "phản ánh", "kiến nghị", "sáng kiến", "tin", "bài", "tin, bài",
        "giao dịch", "cái", "bộ", "lần", "ngày", "phòng", "khoa",
    )
}  # fmt: skip

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # digits and signs of East Asian keyboards
_SHAPE = re.compile(r"(?P<sign>[+-]?)(?P<digits>[0-9](?:[0-9., ]*[0-9])?) ?(?P<rest>.*)")
_VI_VN = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?P<mark>[. ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)(?:,[0-9]+)?")
_EN_US = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_BROKEN = re.compile(r"[0-9][^\S\n\r\t\v\f]*[\n\r\t\v\f]\s*[0-9]")
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def parse_number(text: str, notation: Notation = Notation.VI_VN) -> ParsedNumber | None:
    """What `text` says as a number in `notation`; None when it is blank.

    Spaces of every kind may part the thousands, digits may be full-width, zeros may lead, the apostrophe by which Excel
    marks text may stand in front. Refused, with the reason: numbers possible only in the other notation (`1,234,567`
    and `12.5` are no vi-VN), `>98%`, `97/98`, and unknown words.
    """
    plain = _plain(text)
    if not plain:
        return None
    if plain[0] in "<>≤≥":
        return ParsedNumber(None, problem=NumberProblem.COMPARISON)
    shape = _SHAPE.fullmatch(plain)
    if shape is None:
        return ParsedNumber(None, problem=NumberProblem.WORDS)
    if problem := _problem_of_digits(shape["digits"], notation) or _problem_of_rest(shape["rest"]):
        return ParsedNumber(None, problem=problem)
    return _read(shape["sign"], shape["digits"], shape["rest"], notation)


def is_broken(text: str) -> bool:
    """Whether a line break or a tab stands between two digits: two numbers in one cell, which are none."""
    return _BROKEN.search(text.translate(_FULL_WIDTH)) is not None


def only_notation(text: str) -> Notation | None:
    """The notation that `text` proves: en-US by `1,234,567` and `12.5`, vi-VN by `1.072.019` and `31,3`; else None."""
    shape = _SHAPE.fullmatch(_plain(text))
    if shape is None or _problem_of_rest(shape["rest"]):
        return None
    is_vi, is_en = _VI_VN.fullmatch(shape["digits"]), _EN_US.fullmatch(shape["digits"])
    if bool(is_vi) == bool(is_en):
        return None
    if is_en:
        return Notation.EN_US
    return Notation.VI_VN if "," in shape["digits"] or "." in shape["digits"] else None


def _plain(text: str) -> str:
    """The folded text, digits and signs in their usual width, without the apostrophe of a text cell."""
    return fold(text.translate(_FULL_WIDTH)).lstrip("'’").lstrip()


def _read(sign: str, digits: str, rest: str, notation: Notation) -> ParsedNumber:
    """The number of parts that are known to be well formed."""
    is_percent, counted = rest == "%", rest if rest in _COUNTING else ""
    if notation is Notation.EN_US:
        return ParsedNumber(Decimal(sign + digits.replace(",", "")), is_percent, False, _MONEY.get(rest, ""), counted)
    plain = digits.replace(".", "").replace(" ", "").replace(",", ".")
    # 97,765% would be 97765% in en-US: nobody means that, so a comma in a percentage is certain.
    is_ambiguous = bool(_AMBIGUOUS.fullmatch(digits)) and not (is_percent and "," in digits)
    return ParsedNumber(Decimal(sign + plain), is_percent, is_ambiguous, _MONEY.get(rest, ""), counted)


def _problem_of_digits(digits: str, notation: Notation) -> NumberProblem | None:
    own, other = (_VI_VN, _EN_US) if notation is Notation.VI_VN else (_EN_US, _VI_VN)
    if own.fullmatch(digits):
        return None
    if other.fullmatch(digits):
        return NumberProblem.EN_US if notation is Notation.VI_VN else NumberProblem.VI_VN
    return NumberProblem.GROUPING


def _problem_of_rest(rest: str) -> NumberProblem | None:
    if rest in ("", "%") or rest in _MONEY or rest in _COUNTING:
        return None
    is_fraction = rest.startswith("/") and rest[1:].strip()[:1].isdigit()
    return NumberProblem.FRACTION if is_fraction else NumberProblem.WORDS
