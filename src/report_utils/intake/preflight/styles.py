"""The styles that change how a value is to be understood: zeros in front, percentages, fonts of another encoding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.markup import attributes, elements, is_true

_LEADING_ZEROS = re.compile(r"00[^#?.%]*(;.*)?")
_LITERAL = re.compile(r'"[^"]*"|\\.')
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
_SCALES = ("định dạng chia cho nghìn", "định dạng chia cho triệu", "định dạng chia cho tỷ")
_OWN_DIGITS = re.compile(r'[0#?](?:"|\\)\d|\d"[0#?]|\\\d[0#?]')
_CONDITION = re.compile(r"\[[^\]]*\]")
_BUILT_IN = {"9": "0%", "10": "0.00%"}
_LEGACY_FONT = re.compile(r"\.Vn|VNI[- ]", re.IGNORECASE)


class Styles(NamedTuple):
    """Style number of a cell -> its number format, or its font, where that is of interest; those struck out."""

    formats: Mapping[str, str]
    legacy_fonts: Mapping[str, str]
    struck: frozenset[str] = frozenset()


NO_STYLES = Styles({}, {})


@lru_cache(maxsize=64)
def read_styles(document: bytes, limits: Limits) -> Styles:
    """The styles in styles.xml, given without its declaration. Raises FaultError."""
    formats: dict[str, str] = {}
    fonts: list[str] = []
    struck: set[str] = set()
    cells: list[dict[str, str]] = []
    above: list[bytes] = []
    for element in elements(document, limits.xml_depth):
        del above[element.depth - 1:]
        if element.closes:
            continue
        parent = above[-1] if above else b""
        above.append(element.name)
        if element.name == b"numFmt" and parent == b"numFmts":
            found = attributes(element.raw)
            formats[found.get("numFmtId", "")] = found.get("formatCode", "")
        elif element.name == b"font" and parent == b"fonts":
            fonts.append("")
        elif element.name == b"name" and parent == b"font" and fonts:
            fonts[-1] = attributes(element.raw).get("val", "")
        elif element.name == b"strike" and parent == b"font" and is_true(attributes(element.raw).get("val", "1")):
            struck.add(str(len(fonts) - 1))
        elif element.name == b"xf" and parent == b"cellXfs":
            cells.append(attributes(element.raw))
    return Styles(_telling(cells, formats), _legacy(cells, fonts),
                  frozenset(str(i) for i, cell in enumerate(cells) if cell.get("fontId") in struck))


def unit_of(code: str) -> str:
    """Why a number format shows another number: a per cent sign, thousands or millions, digits of its own, nothing.

    "" when it shows the number itself.
    """
    section = code.partition(";")[0]
    bare = _LITERAL.sub("", section)
    if "%" in bare:
        return "dấu %"
    if _OWN_DIGITS.search(section):
        return "chữ số ghi sẵn trong định dạng"
    if code and not _CONDITION.sub("", bare).strip():
        return "định dạng không hiện con số"
    found = _SCALED.search(bare)
    return _SCALES[min(len(found[1]), len(_SCALES)) - 1] if found else ""


def _telling(cells: list[dict[str, str]], formats: dict[str, str]) -> Mapping[str, str]:
    codes = _BUILT_IN | {
        number: code for number, code in formats.items() if _LEADING_ZEROS.fullmatch(code) or unit_of(code)}
    return {str(i): codes[cell["numFmtId"]] for i, cell in enumerate(cells) if cell.get("numFmtId") in codes}


def _legacy(cells: list[dict[str, str]], fonts: list[str]) -> Mapping[str, str]:
    names = {str(i): name for i, name in enumerate(fonts) if _LEGACY_FONT.match(name)}
    return {str(i): names[cell["fontId"]] for i, cell in enumerate(cells) if cell.get("fontId") in names}
