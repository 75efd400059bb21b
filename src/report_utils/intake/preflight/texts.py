"""What the texts of a sheet say of the cells that its shape has singled out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from report_utils.intake.preflight.markup import attributes
from report_utils.intake.preflight.styles import Styles

_ERROR = re.compile(rb"<c\s([^<>]*=\s*[\"']e[\"'][^<>]*)>(?:<f[^<]*(?:</f>)?)?<v>([^<]*)</v>")
_CELL = re.compile(rb"<c\s([^<>]*[^<>/])>(?:<f[^<]*(?:</f>)?)?<v>[^<]")
_UNKNOWN_ERROR = "#ERROR!"


def error_texts(block: bytes, cells: Iterable[str]) -> Mapping[str, str]:
    """The errors that stand in `cells`, as Excel writes them."""
    texts = {attributes(raw).get("r", ""): text.decode("ascii", "replace") for raw, text in _ERROR.findall(block)}
    return {cell: texts.get(cell, _UNKNOWN_ERROR) for cell in cells}


def styled_cells(block: bytes, styles: Styles) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Cells with a number in a format that tells something, and cells in a font of another encoding."""
    formats: dict[str, str] = {}
    legacy: dict[str, str] = {}
    if not styles.formats and not styles.legacy_fonts:
        return formats, legacy
    for raw in _CELL.findall(block.replace(b"<is><t>", b"<v>")):
        found = attributes(raw)
        style = found.get("s", "0")
        if style in styles.formats and found.get("t", "n") == "n":
            formats[found.get("r", "")] = styles.formats[style]
        if style in styles.legacy_fonts:
            legacy[found.get("r", "")] = styles.legacy_fonts[style]
    return formats, legacy
