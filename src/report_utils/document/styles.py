"""The styles part: what `looks` says, in WordprocessingML, with the defaults of a Vietnamese official document."""

from __future__ import annotations

from report_utils.document.layout import FONT, LayoutProfile, twips
from report_utils.document.looks import Look, Style, looks
from report_utils.document.wordml import Element, qualified, w

ABSENT, DOUBTFUL, NOTE_REFERENCE = "AbsentData", "DoubtfulData", "FootnoteReference"
GRID_TABLE, BARE_TABLE = "ReportTable", "BareTable"
LANGUAGE = "vi-VN"
_CELL_MARGIN = twips(1)


def styles(layout: LayoutProfile) -> Element:
    """Return w:styles: defaults, then paragraph, character and table styles."""
    paragraph_styles = [_paragraph_style(style, look, layout) for style, look in looks(layout).items()]
    return w("styles", _defaults(layout), *paragraph_styles, *_character_styles(), *_table_styles())


def half_points(points: float) -> int:
    """Return a font size in the unit of w:sz."""
    return round(points * 2)


def _defaults(layout: LayoutProfile) -> Element:
    """Font, black, size and language for every run that says nothing itself; all four font slots, no theme."""
    return w(
        "docDefaults",
        w("rPrDefault", w(
            "rPr",
            w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
            w("color", val="000000"),
            *_sizes(layout.sizes.body),
            w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE),
        )),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )  # fmt: skip


def _paragraph_style(style: Style, look: Look, layout: LayoutProfile) -> Element:
    element = w("style", w("name", val=look.name), type="paragraph", styleId=style)
    if style == Style.NORMAL:
        element.set(qualified("default"), "1")
    else:
        element.append(w("basedOn", val=Style.NORMAL))
    if look.follower:
        element.append(w("next", val=look.follower))
    element.extend([w("qFormat"), _paragraph_properties(look, layout), _run_properties(look)])
    return element


def _paragraph_properties(look: Look, layout: LayoutProfile) -> Element:
    properties = w("pPr")
    if look.keep_next:
        properties.append(w("keepNext"))
    properties.extend([w("widowControl"), _spacing(look)])
    if look.first_line:
        properties.append(w("ind", firstLine=twips(layout.first_line_mm)))
    properties.append(w("jc", val=look.align))
    if look.outline is not None:
        properties.append(w("outlineLvl", val=look.outline))
    return properties


def _spacing(look: Look) -> Element:
    line, rule = (look.line * 20, "exact") if look.exact else (look.line * 240, "auto")
    return w("spacing", before=round(look.before * 20), after=round(look.after * 20), line=round(line), lineRule=rule)


def _run_properties(look: Look) -> Element:
    properties = w("rPr")
    if look.bold:
        properties.extend([w("b"), w("bCs")])
    if look.italic:
        properties.extend([w("i"), w("iCs")])
    properties.extend(_sizes(look.size))
    return properties


def _sizes(points: float) -> list[Element]:
    return [w("sz", val=half_points(points)), w("szCs", val=half_points(points))]


def _character_styles() -> list[Element]:
    """The marks of a draft keep the text black: the decree allows no other colour."""
    return [
        w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
          type="character", styleId="DefaultParagraphFont", default=1),
        _character_style(NOTE_REFERENCE, "footnote reference", w("vertAlign", val="superscript")),
        _character_style(ABSENT, "Chưa có số liệu", w("b"), w("bCs")),
        _character_style(DOUBTFUL, "Số liệu cần xem lại", w("u", val="wave")),
    ]  # fmt: skip


def _character_style(identity: str, name: str, *properties: Element) -> Element:
    return w("style", w("name", val=name), w("basedOn", val="DefaultParagraphFont"), w("qFormat"),
             w("rPr", *properties), type="character", styleId=identity)  # fmt: skip


def _table_styles() -> list[Element]:
    return [
        w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"), _table_properties(0),
          type="table", styleId="TableNormal", default=1),
        _table_style(BARE_TABLE, "Khung không viền", _table_properties(0)),
        _table_style(GRID_TABLE, "Bảng số liệu", _table_properties(_CELL_MARGIN, _borders())),
    ]  # fmt: skip


def _table_style(identity: str, name: str, properties: Element) -> Element:
    return w("style", w("name", val=name), w("basedOn", val="TableNormal"), properties, type="table", styleId=identity)


def _borders() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))


def _table_properties(margin: int, *borders: Element) -> Element:
    margins = (w(side, w=width, type="dxa")
               for side, width in (("top", 0), ("left", margin), ("bottom", 0), ("right", margin)))  # fmt: skip
    return w("tblPr", w("tblInd", w=0, type="dxa"), *borders, w("tblCellMar", *margins))
