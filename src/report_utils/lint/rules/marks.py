"""Stamps and the address at the foot (NĐ 30/2020, Appendix I, II.10, II.11, II.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.document.wordml import Element, qualified
from report_utils.lint.deviation import Deviation, at
from report_utils.lint.flat import local, value_of
from report_utils.lint.model import Para
from report_utils.lint.roles import Anatomy, Role, Spot, whole
from report_utils.vietnamese.text import fold

_SHAPES = ("drawing", "pict", "AlternateContent")
_SIDES = frozenset(("top", "bottom", "left", "right"))
_ADDRESS = re.compile("(?:" + "|".join(map(fold, ("địa chỉ", "điện thoại", "đt", "trụ sở"))) + r")\s*:")


def check_stamps(anatomy: Anatomy) -> Iterator[Deviation]:
    """A degree of urgency or secrecy is red; it and what limits circulation stand in a frame (II.10, II.11)."""
    for role in (Role.STAMP, Role.CIRCULATION):
        for spot in anatomy.spots[role]:
            if role is Role.STAMP and not all(_is_red(piece.look.color) for piece in spot.pieces):
                yield at("L63", spot, "mực không đỏ", "mực đỏ tươi")
            if not _is_framed(anatomy, spot.para):
                yield at("L63", spot, "không có khung", "trong khung hình chữ nhật")


def _is_red(colour: str) -> bool:
    if not re.fullmatch("[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return red >= 0xC0 and max(green, blue) <= 0x50


def _is_framed(anatomy: Anatomy, para: Para) -> bool:
    """By borders of the paragraph, of its letters or its cell, by a text box, or by a shape that hangs near it."""
    element, near = para.element, anatomy.document.paragraphs[max(0, para.number - 1) : para.number + 2]
    has_shape = any(local(each) in _SHAPES for other in near for each in other.element.iter())
    has_borders = para.look.borders >= _SIDES or any(
        value_of(border) not in (None, "nil", "none") for border in element.iter(qualified("bdr")))
    return has_shape or has_borders or any(_is_frame(above) for above in element.iterancestors())


def _is_frame(element: Element) -> bool:
    if local(element) == "tc":
        borders = element.find(f"{qualified('tcPr')}/{qualified('tcBorders')}")
        return borders is not None and any(value_of(side) not in (None, "nil", "none") for side in borders)
    return local(element) == "txbxContent"


def check_address(anatomy: Anatomy) -> Iterator[Deviation]:
    """The address in a footer: size 11 to 12, upright, not bold, below a line (II.13)."""
    for para in anatomy.document.margins:
        if para.is_in_footer and _ADDRESS.match(fold(para.text)):
            spot = Spot(Role.ADDRESS, para, whole(para))
            wrong = [word for word, is_wrong in (
                ("cỡ chữ khác 11-12", any(not 11 <= piece.look.size <= 12 for piece in spot.pieces)),
                ("nghiêng", any(piece.look.italic for piece in spot.pieces)),
                ("đậm", all(piece.look.bold for piece in spot.pieces)),
                ("không có đường kẻ phía trên", not _has_line(anatomy, para))) if is_wrong]
            if wrong:
                yield at("L70", spot, ", ".join(wrong), "cỡ chữ 11-12, đứng, không đậm, dưới đường kẻ")


def _has_line(anatomy: Anatomy, para: Para) -> bool:
    return any(other.strokes for other in anatomy.document.margins
               if other.is_in_footer and para.number - 3 <= other.number <= para.number)
