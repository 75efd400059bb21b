"""Fonts, colour and encoding of all letters (NĐ 30/2020, Appendix I, I.4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, at, of
from report_utils.lint.model import Para, Piece
from report_utils.lint.roles import Anatomy, Role, Spot, whole
from report_utils.vietnamese.recognition import looks_legacy

FONT = "Times New Roman"
_BLACK = ("auto", "000000")
_EAST = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LEGACY = re.compile(r"\.vn|vni[- ]", re.IGNORECASE)
_SYMBOLS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")


def check_fonts(anatomy: Anatomy) -> Iterator[Deviation]:
    """Every letter is in Times New Roman, in all script slots that it uses."""
    for para in _all(anatomy):
        for font, pieces in _by_font(para).items():
            spot = Spot(_role(anatomy, para), para, whole(para))
            text = "".join(piece.text for piece in pieces).strip() or spot.text
            yield Deviation("L04", spot.role.value, text, f"phông {font}", f"phông {FONT}", (para.number,))
    default = anatomy.document.default_look
    for slot, font in (("chữ Á Đông", default.east_asian), ("chữ phức hợp", default.complex)):
        if font and font != FONT:
            yield of("L04", Role.DOCUMENT, f"kiểu mặc định dùng phông {font} cho {slot}", f"phông {FONT}")


def _all(anatomy: Anatomy) -> tuple[Para, ...]:
    return (*anatomy.document.paragraphs, *anatomy.document.margins)


def _by_font(para: Para) -> dict[str, list[Piece]]:
    found: dict[str, list[Piece]] = {}
    for piece in para.pieces:
        for font in _fonts_used(piece):
            if font != FONT and font not in _SYMBOLS:
                found.setdefault(font or "không rõ", []).append(piece)
    return found


def _fonts_used(piece: Piece) -> set[str]:
    """The fonts of the slots from which the letters of a piece come."""
    text, look = piece.text.strip(), piece.look
    fonts = {look.ascii} if any(letter.isascii() and letter.isalnum() for letter in text) else set()
    if any(not letter.isascii() and not _EAST.match(letter) for letter in text):
        fonts.add(look.hansi)
    if _EAST.search(text):
        fonts.add(look.east_asian)
    return fonts or {look.ascii}


def check_colour(anatomy: Anatomy) -> Iterator[Deviation]:
    """Every letter is black; the stamps of urgency and secrecy are red."""
    red = {id(spot.para) for role in (Role.STAMP, Role.CIRCULATION) for spot in anatomy.spots[role]}
    for para in _all(anatomy):
        colours = {piece.look.color for piece in para.pieces} - set(_BLACK)
        for colour in sorted(colours if id(para) not in red else ()):
            yield at("L05", Spot(_role(anatomy, para), para, whole(para)), f"màu #{colour}", "màu đen")


def check_encoding(anatomy: Anatomy) -> Iterator[Deviation]:
    """Unicode, composed (TCVN 6909:2001): no old font encodings, no loose marks."""
    for para in _all(anatomy):
        text = "".join(piece.text for piece in para.pieces)
        spot = Spot(_role(anatomy, para), para, whole(para))
        if text != unicodedata.normalize("NFC", text):
            yield at("L06", spot, "chữ Unicode tổ hợp", "Unicode dựng sẵn")
        elif any(_LEGACY.match(piece.look.ascii) for piece in para.pieces) or looks_legacy(text):
            yield at("L06", spot, "chữ gõ theo bảng mã cũ (TCVN3, VNI)", "Unicode dựng sẵn")


def _role(anatomy: Anatomy, para: Para) -> Role:
    for role, spots in anatomy.spots.items():
        if any(spot.para is para for spot in spots):
            return role
    if para in anatomy.document.margins:
        return Role.MARGIN
    return Role.TABLE if para.cell else Role.BODY
