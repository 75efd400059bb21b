"""A copy of a Word file in which the layout is mended where that changes no word.

Mended are paper, margins, fonts, colour, sizes, bold and italic letters, alignment, indents, spacing, the number on
page 1, headers of tables that repeat, the length of rule lines, and letters that are not composed. Words, numbers and
their order stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from lxml import etree

from report_utils.document.wordml import Element, qualified
from report_utils.lint.anatomy import anatomy_of
from report_utils.lint.expected import WANTED, Wanted, differences
from report_utils.lint.measures import POINTS_PER_MM
from report_utils.lint.model import Para, Section
from report_utils.lint.ordered import drop, properties_of, put, unset
from report_utils.lint.outline import Mark, numbered
from report_utils.lint.package import MAIN, WordPackage
from report_utils.lint.reader import read_document
from report_utils.lint.redrawn import redraw
from report_utils.lint.roles import Anatomy, Role, Spot
from report_utils.lint.rules.letters import FONT
from report_utils.lint.rules.text_body import line_fault, prevailing_size, text_paragraphs
from report_utils.lint.run_all import lint_package
from report_utils.opc import pack

_SYMBOLS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")
_MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_A4 = (11906, 16838)


def mended(package: WordPackage) -> bytes:
    """The file with its layout mended; every part that nothing was mended in stays as it is."""
    wrong = {deviation.rule for deviation in lint_package(package)}
    anatomy = anatomy_of(read_document(package))
    for rules, mend in _MENDERS:
        if wrong.intersection(rules):
            mend(anatomy, package)
    if wrong & _ABOVE_RULES:
        redraw(anatomy_of(read_document(package)))  # what stands above the lines looks otherwise now
        package.keep(MAIN)
    return pack({entry.name: _content(package, name) for name, entry in package.parts.items()})


def _content(package: WordPackage, name: str) -> bytes:
    root = package.changed(name)
    return package.raw(name) if root is None else bytes(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _pages(anatomy: Anatomy, package: WordPackage) -> None:
    for section in anatomy.document.sections:
        _page(section)
    package.keep(MAIN)


def _page(section: Section) -> None:
    short, long = _A4
    width, height = (long, short) if section.landscape else (short, long)
    put(section.element, "pgSz", w=width, h=height)
    for side, (least, most) in _MARGINS.items():
        length = getattr(section, side) / POINTS_PER_MM
        if not least <= round(length, 1) <= most:
            put(section.element, "pgMar", **{side: round((least if length < least else most) * POINTS_PER_MM * 20)})


def _first_page(anatomy: Anatomy, package: WordPackage) -> None:
    put(anatomy.document.sections[0].element, "titlePg", val=1)
    package.keep(MAIN)


def _letters(anatomy: Anatomy, package: WordPackage) -> None:
    """Every run and style in Times New Roman and black, but for the red stamps."""
    red = [piece.element for role in (Role.STAMP, Role.CIRCULATION) for spot in anatomy.spots[role]
           for piece in spot.line.pieces]
    for name in package.word_parts():
        root = package.tree(name)
        for properties in root.iter(qualified("rPr")) if root is not None else ():
            fonts = properties.find(qualified("rFonts"))
            if fonts is not None and fonts.get(qualified("ascii")) not in _SYMBOLS:
                _times(fonts)
            if properties.getparent() not in red:
                drop(properties, "color")
        package.keep(name)
    styles = package.tree("word/styles.xml")
    defaults = styles.find(f".//{qualified('rPrDefault')}") if styles is not None else None
    if defaults is not None:
        _times(put(properties_of(defaults, "rPr"), "rFonts"))


def _times(fonts: Element) -> None:
    unset(fonts, *_THEMES)
    for slot in _SLOTS:
        fonts.set(qualified(slot), FONT)


def _compose(_: Anatomy, package: WordPackage) -> None:
    root = package.tree(MAIN)
    for text in root.iter(qualified("t")) if root is not None else ():
        text.text = unicodedata.normalize("NFC", str(text.text or ""))
    package.keep(MAIN)


def _looks(anatomy: Anatomy, package: WordPackage) -> None:
    for role, wanted in WANTED.items():
        for spot in anatomy.spots[role]:
            if differences(spot, wanted)[0]:
                _look(spot, wanted)
    package.keep(MAIN)


def _look(spot: Spot, wanted: Wanted) -> None:
    least, most = wanted.sizes
    for piece in spot.line.inked:
        properties = properties_of(piece.element, "rPr")
        _sized(piece.element, min(max(piece.look.size, least), most))
        for name, is_on in (("b", wanted.bold), ("i", wanted.italic)):
            if is_on is not None:
                put(properties, name, val=int(is_on))
    if wanted.centred:
        put(properties_of(spot.para.element, "pPr"), "jc", val="center")


def _pair(anatomy: Anatomy, package: WordPackage) -> None:
    """National name and motto in one set of sizes: 12 and 13, or 13 and 14."""
    spots = [spot for role in (Role.NATIONAL_NAME, Role.MOTTO) if (spot := anatomy.first(role))]
    size = min(max(spots[0].pieces[0].look.size, 12), 13) if len(spots) == 2 else 12
    for spot, points in zip(spots, (size, size + 1), strict=False):
        for piece in spot.line.inked:
            _sized(piece.element, points)
    package.keep(MAIN)


def _sized(run: Element, points: float) -> None:
    for name in ("sz", "szCs"):
        put(properties_of(run, "rPr"), name, val=round(points * 2))


def _body(anatomy: Anatomy, package: WordPackage) -> None:
    size = prevailing_size(anatomy)
    for para in text_paragraphs(anatomy):
        if numbered(para).mark not in (Mark.PART, Mark.SECTION):
            _paragraph(para)
        for piece in para.pieces:
            if not 13 <= piece.look.size <= 14 or (size and piece.look.size != size):
                _sized(piece.element, size or min(max(piece.look.size, 13), 14))
    package.keep(MAIN)


def _paragraph(para: Para) -> None:
    properties, look = properties_of(para.element, "pPr"), para.look
    if look.align in ("left", "right") and len(para.text) > 3:
        put(properties, "jc", val="both")
    start, is_listed = look.left + look.first_line, numbered(para).mark is not Mark.NONE
    is_right = any(abs(start - each) <= 1.2 for each in (28.35, 36.0)) or (is_listed and start > 28)
    if look.align != "center" and not is_right:
        unset(put(properties, "ind", left=0, firstLine=720), "hanging")
    if look.contextual:
        put(properties, "contextualSpacing", val=0)
    if max(look.before, look.after) < 6:
        put(properties, "spacing", before=120)
    if line_fault(para):
        lines = min(max(look.line, 1.0), 1.5) if look.rule == "auto" else 1.0
        put(properties, "spacing", line=round(lines * 240), lineRule="auto")
    is_slanted = all(piece.look.italic for piece in para.pieces)
    for piece in para.pieces:
        if is_slanted and not para.text.startswith("("):
            put(properties_of(piece.element, "rPr"), "i", val=0)


def _headers(anatomy: Anatomy, package: WordPackage) -> None:
    for table in anatomy.document.tables:
        if table.is_bordered and not table.headers[0]:
            row = table.element.find(qualified("tr"))
            if row is not None:
                put(properties_of(row, "trPr"), "tblHeader")
    package.keep(MAIN)


_MENDERS: tuple[tuple[tuple[str, ...], Callable[[Anatomy, WordPackage], None]], ...] = (
    (("L06",), _compose),
    (("L01", "L03"), _pages),
    (("L09",), _first_page),
    (("L04", "L05"), _letters),
    (tuple(dict.fromkeys(wanted.rule for wanted in WANTED.values())), _looks),
    (("L11", "L13", "L29"), _pair),
    (("L36", "L37", "L38", "L39", "L40", "L69"), _body),
    (("L62",), _headers),
)
"""The rules that can be mended without touching a word, and how."""

_LINES = frozenset(("L14", "L17", "L27"))
_ABOVE_RULES = _LINES | {"L04", "L13", "L16", "L26", "L29"}

MENDABLE = frozenset(rule for rules, _ in _MENDERS for rule in rules) | _LINES
