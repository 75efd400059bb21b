"""Paper, margins, page numbers (NĐ 30/2020, Appendix I, part I)."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, of
from report_utils.lint.measures import millimetres
from report_utils.lint.model import PageNumber, Section
from report_utils.lint.roles import Anatomy, Role

_A4 = (210.0, 297.0)
_SLACK = 0.6
"""Millimetres: Word and LibreOffice round lengths."""

_MARGINS = (("top", "lề trên", 20, 25), ("bottom", "lề dưới", 20, 25), ("left", "lề trái", 30, 35),
            ("right", "lề phải", 15, 20))


def check_paper(anatomy: Anatomy) -> Iterator[Deviation]:
    """Every page is A4; it is turned only for a table (I.1, I.2)."""
    for number, section in enumerate(anatomy.document.sections):
        sides = sorted((millimetres(section.width), millimetres(section.height)))
        if any(abs(side - wanted) > _SLACK + 0.4 for side, wanted in zip(sides, _A4, strict=True)):
            yield of("L01", Role.PAGE, f"{_mm(sides[0])} x {_mm(sides[1])}", "A4 (210 mm x 297 mm)", _name(number))
        holds = any(table.section == number and table.is_bordered for table in anatomy.document.tables) or any(
            para.has_picture and para.section == number for para in anatomy.document.paragraphs)
        if section.landscape and not holds:
            yield of("L02", Role.PAGE, "trang xoay ngang mà không có bảng, biểu", "trang dọc", _name(number))


def check_margins(anatomy: Anatomy) -> Iterator[Deviation]:
    """Each margin in its range (I.3)."""
    for number, section in enumerate(anatomy.document.sections):
        for side, name, least, most in _MARGINS:
            length = millimetres(getattr(section, side))
            if not least - _SLACK <= length <= most + _SLACK:
                yield of("L03", Role.PAGE, f"{name} {_mm(length)}", f"{name} {least}-{most} mm", _name(number))


def check_page_numbers(anatomy: Anatomy) -> Iterator[Deviation]:
    """A number in the middle of the top margin, in Arabic digits, not on the first page (I.6)."""
    sections = anatomy.document.sections
    first = sections[0]
    if first.first_numbers and len(first.first_numbers) and _shows_first(first):
        yield of("L09", Role.PAGE_NUMBER, "hiển thị số ở trang thứ nhất", "không hiển thị số ở trang thứ nhất")
    if not any(section.numbers for section in sections):
        yield of("L07", Role.PAGE_NUMBER, "không có số trang", "số trang canh giữa trong lề trên")
    for number, section in enumerate(sections):
        yield from _placed(section, number)


def _shows_first(section: Section) -> bool:
    return section.restart in (None, 0, 1)


def _placed(section: Section, number: int) -> Iterator[Deviation]:
    if section.number_format not in ("decimal", "numberInDash") and section.numbers:
        yield of("L07", Role.PAGE_NUMBER, "không phải chữ số Ả Rập", "chữ số Ả Rập", _name(number))
    for page in dict.fromkeys((*section.numbers, *section.first_numbers)):
        if not page.is_in_header:
            yield of("L07", Role.PAGE_NUMBER, "ở lề dưới", "canh giữa trong lề trên", _name(number))
        elif page.align != "center":
            yield of("L07", Role.PAGE_NUMBER, "không canh giữa", "canh giữa trong lề trên", _name(number))
        yield from _looks(page, number)


def _looks(page: PageNumber, number: int) -> Iterator[Deviation]:
    look = page.look
    if not 13 <= look.size <= 14 or look.italic or look.bold:
        styles = [word for word, is_on in (("đậm", look.bold), ("nghiêng", look.italic)) if is_on]
        found = ", ".join([f"cỡ chữ {look.size:g}".replace(".", ","), *styles])
        yield of("L08", Role.PAGE_NUMBER, found, "cỡ chữ 13-14, đứng, không đậm", _name(number))


def _mm(length: float) -> str:
    return f"{length:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " mm"


def _name(number: int) -> str:
    return f"phần trang {number + 1}"
