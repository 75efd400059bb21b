"""Lines that are drawn: borders of paragraphs, shapes of DrawingML and VML, rows of underscores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.document.wordml import Element
from report_utils.lint.flat import local
from report_utils.lint.looks import ParagraphLook
from report_utils.lint.measures import EMU_PER_POINT, points
from report_utils.lint.model import Stroke

_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([0-9.]+(?:pt|mm|cm|in)?)")
_RULE_OF_SIGNS = re.compile(r"[_–—─-]{3,}")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINES = ("line", "straightConnector1")


def strokes_of(element: Element, look: ParagraphLook, available: float) -> tuple[Stroke, ...]:
    """Every line that a paragraph draws, but for those of signs."""
    length = available - look.left - look.right
    borders = (Stroke(length, is_above=side == "top") for side in ("top", "bottom") if side in look.borders)
    return (*borders, *_drawn(element), *_vector(element))


def is_rule_of_signs(text: str) -> bool:
    """Whether a text is a line made of underscores or dashes."""
    return bool(_RULE_OF_SIGNS.fullmatch(text.replace(" ", "")))


def _drawn(element: Element) -> Iterator[Stroke]:
    """Lines of DrawingML: a shape that is a line, or so flat that it looks like one."""
    for anchor in element.iter(f"{_WP}anchor", f"{_WP}inline"):
        extent = anchor.find(f"{_WP}extent")
        width, height = ((points(extent.get(name), EMU_PER_POINT) or 0.0) if extent is not None else 0.0
                         for name in ("cx", "cy"))
        shapes = {str(each.get("prst")) for each in anchor.iter(f"{_A}prstGeom")}
        if shapes.intersection(_LINES) or (shapes and height < 2):
            yield Stroke(width, is_free=True)


def _vector(element: Element) -> Iterator[Stroke]:
    """Lines of VML, as Word 2003 and compatibility files draw them; they give their ends or their width."""
    for shape in element.iter():
        if local(shape) not in ("line", "shape") or "}" not in str(shape.tag) or "vml" not in str(shape.tag):
            continue
        if local(shape) == "line":
            yield Stroke(_between(str(shape.get("from", "")), str(shape.get("to", ""))), is_free=True)
        elif "t32" in str(shape.get("type", "")) or "t20" in str(shape.get("type", "")):
            found = _WIDTH.search(str(shape.get("style", "")))
            yield Stroke(points(found[1], 1) if found else None, is_free=True)


def _between(start: str, end: str) -> float | None:
    left, right = (points(each.partition(",")[0], 1) for each in (start, end))
    return None if left is None or right is None else abs(right - left)
