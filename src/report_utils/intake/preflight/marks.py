"""Cells in which a part is struck out, raised or lowered: the plain reader runs it together with the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping

from report_utils.intake.preflight.markup import attributes
from report_utils.intake.preflight.styles import Styles

STRUCK, RAISED = "chữ gạch ngang", "chỉ số trên hoặc dưới"
_STRIKE = re.compile(rb"<(?:\w+:)?d?strike(?:\s*/|\s+val=[\"'](?:1|true|on)[\"'][^<>]*)>")
_RAISED = re.compile(rb"<(?:\w+:)?vertAlign\s[^<>]*(?:super|sub)script")
_ENTRY = re.compile(rb"<(?:\w+:)?si[\s/>]")
_SHARED = re.compile(rb"<c\s([^<>]*)>(?:<f[^<]*(?:</f>)?)?<v>([0-9]+)</v>")
_INLINE = re.compile(rb"<c\s([^<>]*)>\s*<is>(.*?)</is>", re.DOTALL)
_ANY = re.compile(rb"<c\s([^<>]*[^<>/])>(?:<f[^<]*(?:</f>)?)?<(?:v>[^<]|is>)")


def marked_strings(document: bytes) -> Mapping[int, str]:
    """The shared strings with such a part, by their number."""
    if b"strike" not in document and b"vertAlign" not in document:
        return {}
    return {i: mark for i, entry in enumerate(_ENTRY.split(document)[1:]) if (mark := _mark(entry))}


def marked_cells(block: bytes, strings: Mapping[int, str], styles: Styles) -> Mapping[str, str]:
    """The cells of a block of rows with such a part, or that are struck out as a whole."""
    found: dict[str, str] = {}
    if styles.struck:
        cells = map(attributes, _ANY.findall(block))
        found |= {cell.get("r", ""): STRUCK for cell in cells if cell.get("s", "0") in styles.struck}
    if strings:
        shared = ((attributes(raw), int(number)) for raw, number in _SHARED.findall(block))
        found |= {cell.get("r", ""): strings[number] for cell, number in shared
                  if cell.get("t") == "s" and number in strings}
    if b"<is>" in block and b"<rPr" in block:
        inline = ((attributes(raw), _mark(text)) for raw, text in _INLINE.findall(block))
        found |= {cell.get("r", ""): mark for cell, mark in inline if mark}
    return found


def _mark(rich: bytes) -> str:
    return STRUCK if _STRIKE.search(rich) else RAISED if _RAISED.search(rich) else ""
