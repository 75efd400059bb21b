"""A sheet without what only costs: stray cells and rows of empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from report_utils.intake.preflight.rows import Extent

_CELL = re.compile(rb"<c(?:\s[^<>/]*(?:/(?!>)[^<>/]*)*)?(?:/>|>.*?</c>)", re.DOTALL)
_HOLDS = re.compile(rb"[<:](?:v|f|is)[\s/>]")
_COLUMN = re.compile(rb"\sr\s*=\s*[\"']([A-Z]+)")
_NUMBER = re.compile(rb"<row\s[^<>]*?\br\s*=\s*[\"'](\d+)")


def is_quiet(block: bytes) -> bool:
    """Whether whole rows hold neither values nor formulas. Looks for letters first, which is cheap."""
    return b"!" not in block and not ((b"v" in block or b"f" in block or b"is" in block) and _HOLDS.search(block))


def trimmed(blocks: Iterable[bytes], extent: Extent) -> Iterator[bytes]:
    """Blocks of whole rows without the cells outside of `extent`."""
    for block in blocks:
        start, *rows = re.split(rb"(?=<row[\s>])", block)
        yield start + b"".join(_row(row, extent) for row in rows)


def _row(row: bytes, extent: Extent) -> bytes:
    number = _NUMBER.match(row)
    if number and int(number[1]) > extent.last_row:
        return b""
    return _CELL.sub(lambda match: b"" if _is_beyond(match[0], extent.last_column) else match[0], row)


def _is_beyond(cell: bytes, last_column: int) -> bool:
    found = _COLUMN.search(cell[:cell.index(b">")])
    column = 0
    for letter in found[1] if found else b"":
        column = column * 26 + letter - 64
    return column > last_column
