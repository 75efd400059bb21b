"""Properties put into Word's XML in the order that its schema asks for."""

from __future__ import annotations

from report_utils.document.wordml import Element, qualified, w
from report_utils.lint.flat import local

_ORDER = {
    "pPr": ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
            "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
            "topLinePunct",
            "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
            "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
            "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    "rPr": ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
            "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
            "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
            "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    "trPr": (),
    "sectPr": ("footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType",
               "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
}  # fmt: skip


def properties_of(element: Element, name: str) -> Element:
    """The w:pPr, w:rPr or w:trPr of an element; a new one stands first."""
    found = element.find(qualified(name))
    if found is None:
        found = w(name)
        element.insert(0, found)
    return found


def put(properties: Element, name: str, **attributes: str | int) -> Element:
    """Set a property; what it says already and is not named stays."""
    found = properties.find(qualified(name))
    if found is None:
        found = w(name)
        properties.insert(_place(properties, name), found)
    for key, value in attributes.items():
        found.set(qualified(key), str(value))
    return found


def unset(element: Element, *names: str) -> None:
    """Remove attributes."""
    for name in names:
        if qualified(name) in element.attrib:
            del element.attrib[qualified(name)]


def drop(properties: Element, *names: str) -> None:
    """Remove properties."""
    for name in names:
        for found in properties.findall(qualified(name)):
            properties.remove(found)


def _place(properties: Element, name: str) -> int:
    order = _ORDER[local(properties)]
    if name not in order:
        return len(properties)
    later = order[order.index(name) + 1 :]
    return next((i for i, child in enumerate(properties) if local(child) in later), len(properties))
