"""From the parts of a Word file to the document that the rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from report_utils.document.wordml import Element, qualified
from report_utils.lint.flat import local, value_of
from report_utils.lint.formatting import Formatting
from report_utils.lint.lines import lines_of
from report_utils.lint.measures import points
from report_utils.lint.model import Cell, Para, Section, TableShape, WordDocument
from report_utils.lint.package import MAIN, NoWordFileError, WordPackage
from report_utils.lint.pages import sections_of
from report_utils.lint.strokes import strokes_of
from report_utils.lint.stylesheet import NO_STYLE, Style

_CELL_MARGIN = 5.4  # points, Word's usual one
_IN_MARGINS = re.compile("word/(?:footnotes|endnotes|header|footer)")
_AROUND_ROWS = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
_PASSED_OVER = ("sdtPr", "rPr", "pPr", "tblPr", "trPr", "tcPr", "del", "moveFrom", "Fallback")


@dataclass
class _Walk:
    """What has been read so far."""

    formatting: Formatting
    sections: tuple[Section, ...]
    paragraphs: list[Para] = field(default_factory=list)
    tables: list[TableShape] = field(default_factory=list)
    section: int = 0
    is_footer: bool = False

    @property
    def page(self) -> Section:
        return self.sections[min(self.section, len(self.sections) - 1)]


@dataclass(frozen=True)
class _Place:
    """Where the walk is: in which cell of a table of which style, and how wide that is in points."""

    width: float
    cell: Cell | None = None
    style: Style = NO_STYLE


def read_document(package: WordPackage) -> WordDocument:
    """The document of a Word file. Raises NoWordFileError."""
    formatting = Formatting(package)
    sections = tuple(sections_of(package, formatting))
    root = package.tree(MAIN)
    body = root.find(qualified("body")) if root is not None else None
    if body is None or not sections:
        raise NoWordFileError(package.path, "văn bản không có trang nào")
    walk = _Walk(formatting, sections)
    _walk(walk, body, None)
    return WordDocument(package.path, sections, tuple(walk.paragraphs), tuple(walk.tables), formatting.default(),
                        _margins(package, formatting, sections))


def _margins(package: WordPackage, formatting: Formatting, sections: tuple[Section, ...]) -> tuple[Para, ...]:
    walk = _Walk(formatting, sections)
    for name in sorted(package.word_parts()):  # not as the file happens to be packed
        root = package.tree(name) if _IN_MARGINS.match(name) else None
        if root is not None:
            walk.is_footer = local(root) == "ftr"
            _walk(walk, root, None)
    return tuple(walk.paragraphs)


def _walk(walk: _Walk, parent: Element, place: _Place | None) -> None:
    """Everything below `parent` in reading order; `place` is None on the page itself."""
    for child in parent:
        name = local(child)
        if name == "p":
            _paragraph(walk, child, place)
        elif name == "tbl":
            _table(walk, child, place)
        elif name not in _PASSED_OVER:
            _walk(walk, child, place)


def _paragraph(walk: _Walk, element: Element, place: _Place | None) -> None:
    page = walk.page
    here = place or _Place(page.width - page.left - page.right)
    flat = walk.formatting.flat_paragraph(element, here.style)
    look = walk.formatting.paragraph(element, here.style)
    number, depth = str(flat.get("numId", "")), int(float(flat.get("ilvl", 0)))
    lines = lines_of(element, walk.formatting, here.style)
    has_text = any(line.text for line in lines)
    label = walk.formatting.numbering.next(number, depth) if number not in ("", "0") and has_text else ""
    walk.paragraphs.append(Para(
        len(walk.paragraphs), walk.section, look, label, lines, walk.formatting.style_of(element).name, here.width,
        element, here.cell, strokes_of(element, look, here.width), has_picture=_has_picture(element),
        is_in_footer=walk.is_footer))
    for box in _boxes(element):
        _walk(walk, box, here)
    properties = element.find(qualified("pPr"))
    if properties is not None and properties.find(qualified("sectPr")) is not None:
        walk.section += 1


def _boxes(element: Element) -> Iterator[Element]:
    """The contents of its own text boxes, each once: a drawing carries a fallback with the same words."""
    for box in element.iter(qualified("txbxContent")):
        owner = next(box.iterancestors(qualified("p")), None)  # a box in a box is walked with the outer one
        if owner is element and not any(local(above) == "Fallback" for above in box.iterancestors()):
            yield box


def _has_picture(element: Element) -> bool:
    return any(local(each) in ("pic", "imagedata") for each in element.iter())


def _table(walk: _Walk, element: Element, place: _Place | None) -> None:
    number, properties = len(walk.tables), element.find(qualified("tblPr"))
    key = value_of(properties.find(qualified("tblStyle"))) if properties is not None else None
    style = walk.formatting.sheet.style(key, "table")
    rows = tuple(_rows(element))
    widths = [points(value_of(each, "w")) or 0.0 for each in element.iter(qualified("gridCol"))]
    headers = tuple(_is_header(row) for row in rows)
    is_bordered = _is_bordered(element, key, walk)
    walk.tables.append(TableShape(headers, max(1, len(widths)), is_bordered, walk.section, element))
    for r, row in enumerate(rows):
        column = 0
        for cell in (each for each in row.iter(qualified("tc")) if _row_of(each) is row):
            span, own = _span_and_width(cell)
            width = own or sum(widths[column : column + span]) or (place.width if place else 0.0)
            _walk(walk, cell, _Place(width - 2 * _margin(element, walk, key), Cell(number, r, column, width), style))
            column += span


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a table, also those inside content controls and insertions."""
    for child in element:
        if local(child) == "tr":
            yield child
        elif local(child) in _AROUND_ROWS:
            yield from _rows(child)


def _row_of(cell: Element) -> Element | None:
    return next((above for above in cell.iterancestors() if local(above) == "tr"), None)


def _is_header(row: Element) -> bool:
    properties = row.find(qualified("trPr"))
    return properties is not None and properties.find(qualified("tblHeader")) is not None


def _span_and_width(cell: Element) -> tuple[int, float]:
    properties = cell.find(qualified("tcPr"))
    if properties is None:
        return 1, 0.0
    span, width = properties.find(qualified("gridSpan")), properties.find(qualified("tcW"))
    is_fixed = value_of(width, "type") in (None, "dxa")
    return int(points(value_of(span), 1) or 1), (points(value_of(width, "w")) or 0.0) if is_fixed else 0.0


def _properties(element: Element, key: str | None, walk: _Walk, name: str) -> Element | None:
    """A property of a table: its own, else that of its style."""
    own = element.find(qualified("tblPr"))
    found = own.find(qualified(name)) if own is not None else None
    return found if found is not None else walk.formatting.sheet.table_property(key, name)


def _margin(element: Element, walk: _Walk, key: str | None) -> float:
    """The margin of the cells at the left, in points."""
    margins = _properties(element, key, walk, "tblCellMar")
    left = next((each for each in margins if local(each) in ("left", "start")), None) if margins is not None else None
    found = points(value_of(left, "w"))
    return _CELL_MARGIN if found is None else found


def _is_bordered(element: Element, key: str | None, walk: _Walk) -> bool:
    borders = _properties(element, key, walk, "tblBorders")
    return _shows(borders) or any(
        _shows(each, "top", "left", "right") for each in element.iter(qualified("tcBorders")))


def _shows(borders: Element | None, *sides: str) -> bool:
    return borders is not None and any(
        value_of(side) not in (None, "nil", "none") and (not sides or local(side) in sides) for side in borders)
