"""Kính gửi and the legal bases (NĐ 30/2020, Appendix I, II.9a and II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, at, of
from report_utils.lint.roles import Anatomy, Role, Spot
from report_utils.lint.words import kind_code
from report_utils.vietnamese.text import fold

_SENT_UP = ("BC", "TTr")
"""Kinds that go to a superior agency."""

_LABEL = "Kính gửi:"
_LAW = re.compile("(?:bộ )?luật|pháp lệnh|hiến pháp")
_CITED = re.compile(r"\d+/[\w.\-&/]+")
_DATED = re.compile(r"ngày\b.*\d{4}|\d{1,2}/\d{1,2}/\d{4}")


def check_addressees(anatomy: Anatomy) -> Iterator[Deviation]:
    """Kính gửi stands in letters and in what goes up; one place on its line, several on lines of their own."""
    spots, kind = anatomy.spots[Role.ADDRESSEE], anatomy.first(Role.KIND)
    is_letter = bool(anatomy.spots[Role.LETTER_SUBJECT])
    if not spots:
        if is_letter or (kind is not None and kind_code(kind.text) in _SENT_UP):
            yield of("L30", Role.ADDRESSEE, "không có", "«Kính gửi: …»")
        return
    first, *others = spots
    if not first.text.startswith(_LABEL):
        yield at("L31", first, f"ghi «{first.text[:12]}»", f"«{_LABEL}»")
    if not others and first.text.rstrip().endswith((";", ".")):
        yield at("L31", first, "có dấu ở cuối", "không có dấu ở cuối khi chỉ gửi một nơi")
    if others and first.text.strip() != _LABEL:
        yield at("L31", first, "nhiều nơi nhận mà ghi trên dòng «Kính gửi»", "mỗi nơi một dòng, có gạch đầu dòng")
    for spot in others:
        end = "." if spot is others[-1] else ";"
        if not spot.text.startswith("- ") or not spot.text.endswith(end):
            yield at("L31", spot, f"ghi «{spot.text}»", f"đầu dòng «-», cuối dòng «{end}»")


def check_bases(anatomy: Anatomy) -> Iterator[Deviation]:
    """Each basis ends with ";", the last with "."; each names what it cites in full, laws by their name alone."""
    spots = anatomy.spots[Role.BASIS]
    for spot in spots:
        ends = (".", ",") if spot is spots[-1] else (";",)
        if not spot.text.endswith(ends):
            yield at("L34", spot, f"cuối dòng ghi «{spot.text[-1:]}»", f"cuối dòng ghi «{ends[0]}»")
        if _is_incomplete(spot):
            yield at("L35", spot, "thiếu số, ký hiệu hoặc thời gian ban hành", "tên loại, số, ký hiệu, cơ quan, ngày")


def _is_incomplete(spot: Spot) -> bool:
    text = fold(spot.text)
    names_document = any(word in text for word in ("nghị định", "quyết định", "thông tư", "nghị quyết", "chỉ thị",
                                                   "kế hoạch số", "công văn số"))
    return names_document and not _LAW.search(text[:25]) and not (_CITED.search(text) and _DATED.search(text))
