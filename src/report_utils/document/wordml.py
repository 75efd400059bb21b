"""WordprocessingML elements: built short, cleaned of characters that XML forbids, written as bytes."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Registered once: an element made with a map of its own costs half as much again, and a table has a million of them.
etree.register_namespace("w", W_NAMESPACE)
etree.register_namespace("r", R_NAMESPACE)
_DECLARATION = f' xmlns:w="{W_NAMESPACE}"'
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# XML 1.0, production Char: what is left out can stand in no XML file, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")
_BREAKS = {"\n": "br", "\t": "tab"}


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return the element w:`tag`; `attributes` are in the w namespace, their underscore prefix `r_` meaning r."""
    element = etree.Element(qualified(tag))
    for name, value in attributes.items():
        element.set(qualified(name), str(value))
    if children:
        element.extend(children)
    return element


@cache
def qualified(name: str) -> str:
    """Return `name` in Clark notation: "p" and "r_id" become w:p and r:id."""
    if name.startswith("r_"):
        return f"{{{R_NAMESPACE}}}{name[2:]}"
    return f"{{{W_NAMESPACE}}}{name}"


def clean(text: str) -> str:
    """Drop the characters XML forbids and write every line end as a line feed."""
    return _FORBIDDEN.sub("", _LINE_END.sub("\n", text))


def text_run(text: str, *properties: Element) -> Element:
    """Return a w:r showing `text`; line feeds become line breaks, tabs become tab stops."""
    run = w("r", w("rPr", *properties)) if properties else w("r")
    run.extend(text_nodes(text))
    return run


def text_nodes(text: str) -> list[Element]:
    """Return the w:t, w:br and w:tab elements that show `text` with every blank kept."""
    nodes = []
    for piece in re.split("([\n\t])", clean(text)):
        if piece in _BREAKS:
            nodes.append(w(_BREAKS[piece]))
        elif piece:
            nodes.append(worded("t", piece))
    return nodes


def xml_bytes(root: Element) -> bytes:
    """Return `root` as a whole XML part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def xml_text(element: Element) -> str:
    """Return `element` as it is written inside a part, where the root declares the namespace w."""
    return etree.tostring(element, encoding="unicode").replace(_DECLARATION, "", 1)


def worded(tag: str, text: str) -> Element:
    """Return the element w:`tag` that holds `text` with every blank kept."""
    node = w(tag)
    node.text = text
    node.set(_XML_SPACE, "preserve")
    return node
