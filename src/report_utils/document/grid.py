"""The skeleton of every Word table: fixed widths, rows that do not break across pages, cells with a width."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.document.wordml import Element, clean, w


def frame(style: str, widths: Sequence[int], *rows: Element, title: str = "", description: str = "") -> Element:
    """Return a w:tbl of `widths` in twips. `title` and `description` are its alternative text."""
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000"),
    )
    properties.extend(w(tag, val=clean(text)) for tag, text in
                      (("tblCaption", title), ("tblDescription", description)) if text)  # fmt: skip
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def row(*cells: Element, header: bool = False) -> Element:
    """Return a w:tr that stays on one page; a `header` row is repeated at the top of the following pages."""
    properties = w("trPr", w("cantSplit"))
    if header:
        properties.append(w("tblHeader"))
    return w("tr", properties, *cells)


def cell(width: int, *content: Element, span: int = 1, merge: str = "", middle: bool = False) -> Element:
    """Return a w:tc of `width` twips over `span` columns; `merge` is "restart" or "continue" of a downward span."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if merge:
        properties.append(w("vMerge", val=merge))
    if middle:
        properties.append(w("vAlign", val="center"))
    return w("tc", properties, *content)
