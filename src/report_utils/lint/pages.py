"""Sections: paper, margins, page numbers in headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from report_utils.document.wordml import Element, qualified
from report_utils.lint.flat import local, value_of
from report_utils.lint.formatting import Formatting
from report_utils.lint.measures import is_on, points
from report_utils.lint.model import PageNumber, Section
from report_utils.lint.package import MAIN, WordPackage

_LETTER = (612.0, 792.0)  # what Word takes where a file says nothing
_MARGIN = 72.0
_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_OFF_MIDDLE = 34.0
"""Points (12 mm) by which a centred tab may miss the middle: Word's own header style is made for letter paper."""


def sections_of(package: WordPackage, formatting: Formatting) -> Iterator[Section]:
    """The sections in order; one that names no header takes over that of the section before."""
    targets = package.targets(MAIN)
    inherited: dict[tuple[str, str], str] = {}
    body = package.tree(MAIN)
    for properties in body.iter(qualified("sectPr")) if body is not None else ():
        parent = properties.getparent()
        if parent is not None and local(parent) in ("pPr", "body"):
            inherited |= _references(properties, targets)
            yield _section(properties, inherited, package, formatting)


def _references(properties: Element, targets: Mapping[str, tuple[str, str]]) -> dict[tuple[str, str], str]:
    found = {}
    for child in properties:
        kind = local(child).removesuffix("Reference")
        if kind in ("header", "footer"):
            _, part = targets.get(child.get(qualified("r_id")) or "", ("", ""))
            found[kind, value_of(child, "type") or "default"] = part
    return found


def _section(properties: Element, parts: Mapping[tuple[str, str], str], package: WordPackage, formatting: Formatting
             ) -> Section:
    size, margins = properties.find(qualified("pgSz")), properties.find(qualified("pgMar"))
    title, numbering = properties.find(qualified("titlePg")), properties.find(qualified("pgNumType"))
    width, height = (points(value_of(size, name)) or usual for name, usual in zip("wh", _LETTER, strict=True))
    top, bottom, left, right = (_or(points(value_of(margins, side)), _MARGIN)
                                for side in ("top", "bottom", "left", "right"))
    has_first = title is not None and is_on(value_of(title))
    start = points(value_of(numbering, "start"), 1)
    middle = (width - left - right) / 2
    usual = tuple(_numbers(parts, "default", package, formatting, middle))
    first = tuple(_numbers(parts, "first", package, formatting, middle)) if has_first else usual
    return Section(width, height, width > height, abs(top), abs(bottom), left, right,
                   None if start is None else int(start), usual, first, properties,
                   value_of(numbering, "fmt") or "decimal")


def _or(value: float | None, usual: float) -> float:
    return usual if value is None else value


def _numbers(parts: Mapping[tuple[str, str], str], kind: str, package: WordPackage, formatting: Formatting,
             middle: float) -> Iterator[PageNumber]:
    for place in ("header", "footer"):
        part = parts.get((place, kind), "")
        root = package.tree(part) if part else None
        for paragraph in root.iter(qualified("p")) if root is not None else ():
            run = _page_run(paragraph)
            if run is not None:
                align = _align(paragraph, run, formatting, middle)
                yield PageNumber(part, place == "header", align, formatting.run(run, paragraph))


def _align(paragraph: Element, shown: Element, formatting: Formatting, middle: float) -> str:
    """How a number stands: by its frame, by one tab to a centred stop in the middle, else by its paragraph."""
    frame = paragraph.find(f"{qualified('pPr')}/{qualified('framePr')}")
    if value_of(frame, "xAlign"):
        return value_of(frame, "xAlign") or ""
    runs = list(paragraph.iter(qualified("r")))
    tabs = sum(len(run.findall(qualified("tab"))) for run in runs[: runs.index(shown) + 1])
    if tabs == 1 and formatting.tab_is_centred(paragraph, middle, _OFF_MIDDLE):
        return "center"
    return formatting.paragraph(paragraph).align


def _page_run(paragraph: Element) -> Element | None:
    """The run that shows the number of a PAGE field, simple or complex; None when the paragraph has none."""
    for simple in paragraph.iter(qualified("fldSimple")):
        if _PAGE.match(value_of(simple, "instr") or ""):
            return simple.find(qualified("r"))
    runs = list(paragraph.iter(qualified("r")))
    for i, run in enumerate(runs):
        instruction = "".join(str(each.text or "") for each in run.iter(qualified("instrText")))
        if run.find(qualified("pgNum")) is not None:
            return run
        if _PAGE.match(instruction):
            shown = (each for each in runs[i:] if each.find(qualified("t")) is not None)
            return next(shown, run)
    return None
