"""The words of a paragraph, line by line, each with its look."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.document.wordml import Element
from report_utils.lint.flat import local, value_of
from report_utils.lint.formatting import Formatting
from report_utils.lint.model import Line, Piece
from report_utils.lint.stylesheet import Style

_SIGNS = {"tab": "\t", "noBreakHyphen": "-", "softHyphen": "", "cr": "\n", "sym": ""}
_HIDING = ("del", "moveFrom", "txbxContent", "Fallback", "drawing", "pict", "instrText")


def lines_of(paragraph: Element, formatting: Formatting, table: Style) -> tuple[Line, ...]:
    """The lines of a paragraph between its forced breaks; text that was deleted, and fields' codes, are left out."""
    lines: list[list[Piece]] = [[]]
    for run in _runs(paragraph):
        look = formatting.run(run, paragraph, table)
        for i, text in enumerate(_text_of(run).split("\n")):
            if i:
                lines.append([])
            if text:
                lines[-1].append(Piece(text, look, run))
    return tuple(Line(tuple(pieces)) for pieces in lines)


def _runs(element: Element) -> Iterator[Element]:
    """The runs of a paragraph, also those inside links, fields and content controls."""
    for child in element:
        name = local(child)
        if name == "r":
            yield child
        elif name not in (*_HIDING, "pPr", "rPr", "sdtPr"):
            yield from _runs(child)


def _text_of(run: Element) -> str:
    parts = []
    for child in run:
        name = local(child)
        if name == "t":
            parts.append(str(child.text or ""))
        elif name == "br":
            parts.append("\n" if value_of(child, "type") in (None, "textWrapping") else "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
    return "".join(parts)


