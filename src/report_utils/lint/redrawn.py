"""Rule lines made as long as the decree asks; none is added."""

from __future__ import annotations

from report_utils.document.wordml import Element
from report_utils.lint.flat import local
from report_utils.lint.measures import EMU_PER_POINT, points
from report_utils.lint.model import Para
from report_utils.lint.ordered import properties_of, put, unset
from report_utils.lint.roles import Anatomy, Role, Spot
from report_utils.lint.rules.letterhead import paragraphs_below, words_width

_CLOSE, _SHORT, _SHARE = (0.97, 1.03), (1 / 3, 1 / 2), 0.4
_TWIPS = 20


def redraw(anatomy: Anatomy) -> None:
    """The line below the motto as long as its words, those below agency and subject 2/5, where they are otherwise."""
    title = anatomy.spots[Role.SUBJECT] or anatomy.spots[Role.KIND]
    for spots, bounds, share in ((anatomy.spots[Role.MOTTO], _CLOSE, 1.0), (anatomy.spots[Role.AGENCY], _SHORT, _SHARE),
                                 (title, _SHORT, _SHARE)):
        if spots:
            _redraw(anatomy, spots[-1], bounds, share)


def _redraw(anatomy: Anatomy, spot: Spot, bounds: tuple[float, float], share: float) -> None:
    width = words_width(spot)
    for para in (spot.para, *paragraphs_below(anatomy, spot)):
        lengths = [stroke.length for stroke in para.strokes if stroke.length is not None]
        if lengths and width and not any(bounds[0] <= length / width <= bounds[1] for length in lengths):
            _stretch(para, width * share)
        if lengths or (para is not spot.para and not para.is_blank):
            return


def _stretch(para: Para, length: float) -> None:
    if para.is_blank and para.look.borders:
        side = round((para.available - length) / 2 * _TWIPS)
        indent = put(properties_of(para.element, "pPr"), "ind", left=side, right=side)
        unset(indent, "firstLine", "hanging", "start", "end")
    for shape in para.element.iter():
        if local(shape) in ("anchor", "inline"):
            _stretch_drawing(shape, round(length * EMU_PER_POINT))
        elif local(shape) == "line" and "vml" in str(shape.tag):
            _stretch_vector(shape, length)


def _stretch_drawing(shape: Element, length: int) -> None:
    """The shape keeps its middle where it is placed by a distance from the left."""
    before = next((int(points(each.get("cx"), 1) or 0) for each in shape if local(each) == "extent"), 0)
    for each in shape.iter():
        if local(each) in ("extent", "ext") and each.get("cx") == str(before):
            each.set("cx", str(length))
    for place in shape:
        for offset in place if local(place) == "positionH" else ():
            if local(offset) == "posOffset":
                offset.text = str(int(points(offset.text, 1) or 0) + (before - length) // 2)


def _stretch_vector(shape: Element, length: float) -> None:
    ends = [str(shape.get(name, "")).partition(",") for name in ("from", "to")]
    left, right = (points(end[0], 1) for end in ends)
    if left is not None and right is not None:
        middle, half = (left + right) / 2, length / 2
        for name, x, (_, comma, y) in zip(("from", "to"), (middle - half, middle + half), ends, strict=True):
            shape.set(name, f"{x:g}pt{comma}{y}")
