"""Appendices and tables (NĐ 30/2020, Appendix I, part III)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, at, of
from report_utils.lint.outline import is_roman, roman_value
from report_utils.lint.roles import Anatomy, Role
from report_utils.vietnamese.text import fold

_NUMBER = re.compile(r"phụ lục\s*(?:số\s*)?(?P<n>\w*)[.:]?", re.IGNORECASE)
_FEWEST_ROWS = 12
"""A table of fewer rows seldom reaches a second page."""


def check_mention(anatomy: Anatomy) -> Iterator[Deviation]:
    """The body refers to the appendices (III.1)."""
    spots = anatomy.spots[Role.APPENDIX_LABEL]
    main = anatomy.document.paragraphs[: anatomy.main_end]
    if spots and not any("phụ lục" in fold(para.text) for para in main):
        yield at("L56", spots[0], "nội dung văn bản không nhắc đến phụ lục", "chỉ dẫn về phụ lục trong nội dung")


def check_numbers(anatomy: Anatomy) -> Iterator[Deviation]:
    """Two appendices or more are numbered I, II, III (III.1)."""
    spots = anatomy.spots[Role.APPENDIX_LABEL]
    if len(spots) < 2:
        return
    for wanted, spot in enumerate(spots, start=1):
        found = _NUMBER.match(spot.text)
        number = found["n"] if found else ""
        if not is_roman(number) or roman_value(number) != wanted:
            yield at("L57", spot, f"ghi «{spot.text}»", "số La Mã, liên tục từ I")


def check_reference(anatomy: Anatomy) -> Iterator[Deviation]:
    """"(Kèm theo …)" below the title of each appendix, and a title above it (III.1)."""
    for spot in anatomy.spots[Role.APPENDIX_LABEL]:
        below = [each for each in anatomy.spots[Role.APPENDIX_REFERENCE]
                 if spot.para.number <= each.para.number < spot.para.number + 9]
        titled = [each for each in anatomy.spots[Role.APPENDIX_TITLE]
                  if spot.para.number <= each.para.number < spot.para.number + 8]
        if not below:
            yield of("L60", Role.APPENDIX_REFERENCE, "không có", "«(Kèm theo …)» dưới tên phụ lục", spot.text)
        elif not (below[0].text.startswith("(") and below[0].text.endswith(")")):
            yield at("L60", below[0], "không đặt trong ngoặc đơn", "«(Kèm theo …)»")
        if not titled:
            yield of("L59", Role.APPENDIX_TITLE, "không có", "tên phụ lục", spot.text)


def check_pages(anatomy: Anatomy) -> Iterator[Deviation]:
    """Pages are counted from 1 in each appendix (III.1)."""
    for spot in anatomy.spots[Role.APPENDIX_LABEL]:
        section = anatomy.document.sections[min(spot.para.section, len(anatomy.document.sections) - 1)]
        above = anatomy.document.paragraphs[spot.para.number - 1] if spot.para.number else None
        is_own = above is None or above.section != spot.para.section
        if section.restart not in (0, 1) or not is_own:
            yield at("L61", spot, "số trang nối tiếp văn bản", "số trang bắt đầu từ 1")


def check_header_rows(anatomy: Anatomy) -> Iterator[Deviation]:
    """The header of a long table is repeated on each page."""
    for number, table in enumerate(anatomy.document.tables):
        if table.is_bordered and len(table.headers) >= _FEWEST_ROWS and not table.headers[0]:
            first = next((para.text for para in anatomy.document.paragraphs
                          if para.cell and para.cell.table == number and para.text), "")
            found = f"bảng {len(table.headers)} dòng không lặp lại tiêu đề"
            yield of("L62", Role.TABLE, found, "lặp lại tiêu đề", first)
