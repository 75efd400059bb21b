"""The effective formatting of paragraphs and runs of one file."""

from __future__ import annotations

from report_utils.document.wordml import Element, qualified
from report_utils.lint.flat import Flat, flat_paragraph, flat_run, value_of
from report_utils.lint.looks import CharacterLook, ParagraphLook
from report_utils.lint.measures import points
from report_utils.lint.numbering import Numbering
from report_utils.lint.package import MAIN, WordPackage
from report_utils.lint.stylesheet import NO_STYLE, Style, StyleSheet
from report_utils.lint.theme import theme_fonts

_SIDES = ("top", "bottom", "left", "right")


class Formatting:
    """What styles, theme, lists and direct formatting make of each paragraph and run."""

    def __init__(self, package: WordPackage) -> None:
        parts = dict(package.targets(MAIN).values())
        self.theme = theme_fonts(package, parts.get("theme", ""))
        self.sheet = StyleSheet(package.tree(parts["styles"]) if "styles" in parts else None, self.theme)
        self.numbering = Numbering(package.tree(parts["numbering"]) if "numbering" in parts else None)

    def style_of(self, paragraph: Element) -> Style:
        """The style of a paragraph."""
        properties = paragraph.find(qualified("pPr"))
        key = value_of(properties.find(qualified("pStyle"))) if properties is not None else None
        return self.sheet.style(key, "paragraph")

    def flat_paragraph(self, paragraph: Element, table: Style = NO_STYLE) -> Flat:
        """All that is said of a paragraph, the indents of its list included."""
        direct = flat_paragraph(paragraph.find(qualified("pPr")))
        style = self.style_of(paragraph).paragraph
        said = self.sheet.default_paragraph | table.paragraph | style | direct
        level = self.numbering.level(str(said.get("numId", "")), int(float(said.get("ilvl", 0))))
        if level is None:
            return said
        lists = {name: value for name, value in level.paragraph.items() if name in ("left", "first", "right")}
        return said | lists | direct if "numId" in direct else said | (lists | {
            name: style[name] for name in lists if name in style}) | direct

    def paragraph(self, paragraph: Element, table: Style = NO_STYLE) -> ParagraphLook:
        """How a paragraph looks in the end."""
        flat = self.flat_paragraph(paragraph, table)
        lengths = {name: float(flat.get(name, 0.0)) for name in ("before", "after", "left", "right", "first")}
        if "first" not in flat and "first_characters" in flat:
            lengths["first"] = float(flat["first_characters"]) * self._size_of(paragraph, table)
        outline = flat.get("outline")
        return ParagraphLook(
            str(flat.get("align", "left")), lengths["before"], lengths["after"], float(flat.get("line", 1.0)),
            str(flat.get("rule", "auto")), lengths["left"], lengths["right"], lengths["first"],
            None if outline is None else int(float(outline)), bool(flat.get("contextual")),
            frozenset(side for side in _SIDES if flat.get(f"border:{side}")),
        )

    def tab_is_centred(self, paragraph: Element, middle: float, slack: float) -> bool:
        """Whether the first tab stop of a paragraph centres, `slack` points from `middle` at most."""
        stops = sorted((points(name.partition(":")[2]) or 0.0, kind)
                       for name, kind in self.flat_paragraph(paragraph).items() if name.startswith("tab:"))
        first = next(((place, kind) for place, kind in stops if kind not in ("clear", "bar")), (0.0, ""))
        return first[1] == "center" and abs(first[0] - middle) <= slack

    def run(self, run: Element, paragraph: Element, table: Style = NO_STYLE) -> CharacterLook:
        """How a run looks in the end."""
        properties = run.find(qualified("rPr"))
        key = value_of(properties.find(qualified("rStyle"))) if properties is not None else None
        character = self.sheet.style(key, "character")
        return _character(self.sheet.run(table, self.style_of(paragraph), character, flat_run(properties, self.theme)))

    def default(self) -> CharacterLook:
        """How a run looks of which nothing is said."""
        return _character(self.sheet.run(NO_STYLE, self.sheet.style(None, "paragraph"), None, {}))

    def _size_of(self, paragraph: Element, table: Style) -> float:
        return float(self.sheet.run(table, self.style_of(paragraph), None, {}).get("size", 10.0))


def _character(flat: Flat) -> CharacterLook:
    fonts = {slot: str(flat.get(f"font:{slot}", "")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    return CharacterLook(
        fonts["ascii"], fonts["hAnsi"] or fonts["ascii"], fonts["eastAsia"], fonts["cs"], float(flat.get("size", 10.0)),
        bool(flat.get("b")), bool(flat.get("i")), bool(flat.get("u")), bool(flat.get("caps")),
        str(flat.get("color", "auto")), bool(flat.get("vanish")),
    )
