"""Properties of runs and paragraphs as flat tables, so that levels of formatting can be laid over each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from report_utils.document.wordml import Element, qualified
from report_utils.lint.measures import is_on, points

Flat = dict[str, str | float | bool]
"""One level of formatting: only what it says itself."""

TOGGLES = ("b", "i", "caps", "vanish")
"""Switches that a style turns over when the level below has turned them on (ECMA-376, 17.7.3)."""

_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_SIDES = ("top", "bottom", "left", "right")


def value_of(element: Element | None, name: str = "val") -> str | None:
    """An attribute in the w namespace."""
    found = None if element is None else element.get(qualified(name))
    return None if found is None else str(found)


def flat_run(properties: Element | None, theme: Mapping[str, str]) -> Flat:
    """The properties of a w:rPr; a font of the theme is put in its place."""
    flat: Flat = {}
    for child in properties if properties is not None else ():
        name = local(child)
        if name == "rFonts":
            flat |= _fonts(child, theme)
        elif name in TOGGLES:
            flat[name] = is_on(value_of(child))
        elif name == "sz":
            flat["size"] = points(value_of(child), 2) or 0.0
        elif name == "u":
            flat["u"] = is_on(value_of(child) or "single")
        elif name == "color":
            flat["color"] = (value_of(child) or "auto").upper()
    return flat


def _fonts(element: Element, theme: Mapping[str, str]) -> Flat:
    flat: Flat = {}
    for slot in _SLOTS:
        theme_name = value_of(element, f"{slot}Theme") or (value_of(element, "cstheme") if slot == "cs" else None)
        name = theme.get(theme_name or "", "") if theme_name else value_of(element, slot)
        if name is not None:
            flat[f"font:{slot}"] = name
    return flat


def flat_paragraph(properties: Element | None) -> Flat:
    """The properties of a w:pPr, lengths in points."""
    flat: Flat = {}
    for child in properties if properties is not None else ():
        reader = _PARAGRAPH.get(local(child))
        if reader:
            flat |= reader(child)
    return flat


def _spacing(element: Element) -> Flat:
    flat: Flat = {}
    rule = value_of(element, "lineRule")
    for side in ("before", "after"):
        if is_on(value_of(element, f"{side}Autospacing") or "0"):
            flat[side] = 14.0
        elif (length := points(value_of(element, side))) is not None:
            flat[side] = length
        elif (lines := points(value_of(element, f"{side}Lines"), 100)) is not None:
            flat[side] = lines * 12
    if (line := points(value_of(element, "line"), 1)) is not None:
        flat["rule"] = rule or "auto"
        flat["line"] = line / 240 if flat["rule"] == "auto" else line / 20
    return flat


def _indent(element: Element) -> Flat:
    flat: Flat = {}
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        lengths = [length for each in attributes if (length := points(value_of(element, each))) is not None]
        flat |= {name: lengths[0]} if lengths else {}
    hanging, first = points(value_of(element, "hanging")), points(value_of(element, "firstLine"))
    characters = points(value_of(element, "firstLineChars"), 100)
    if hanging is not None:
        flat["first"] = -hanging
    elif first is not None:
        flat["first"] = first
    elif characters is not None:
        flat["first_characters"] = characters
    return flat


def _borders(element: Element) -> Flat:
    return {f"border:{side}": value_of(line) not in (None, "nil", "none")
            for side in _SIDES if (line := element.find(qualified(side))) is not None}


def _tabs(element: Element) -> Flat:
    return {f"tab:{value_of(stop, 'pos')}": value_of(stop) or "" for stop in element}


def _numbering(element: Element) -> Flat:
    found = {name: value_of(element.find(qualified(name))) for name in ("numId", "ilvl")}
    level = points(found["ilvl"], 1)  # a level that is no number says nothing
    return {name: value for name, value in found.items() if value is not None and (name != "ilvl" or level is not None)}


_ALIGNS = {"start": "left", "end": "right", "distribute": "both", "justify": "both"}
_PARAGRAPH: Mapping[str, Callable[[Element], Flat]] = {
    "spacing": _spacing, "ind": _indent, "pBdr": _borders, "numPr": _numbering,
    "tabs": _tabs,
    "jc": lambda element: {"align": _ALIGNS.get(value_of(element) or "", value_of(element) or "left")},
    "contextualSpacing": lambda element: {"contextual": is_on(value_of(element))},
    "outlineLvl": lambda element: {"outline": points(value_of(element), 1) or 0.0},
}


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments."""
    return str(element.tag).rpartition("}")[2]
