"""The styles of a Word file, each with what it takes from the styles it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report_utils.document.wordml import Element, qualified
from report_utils.lint.flat import TOGGLES, Flat, flat_paragraph, flat_run, value_of

_DEEPEST = 30


@dataclass(frozen=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    run: Flat = field(default_factory=dict)
    paragraph: Flat = field(default_factory=dict)


NO_STYLE = Style()


class StyleSheet:
    """The styles part; without one there are only Word's own defaults."""

    def __init__(self, root: Element | None, theme: Mapping[str, str]) -> None:
        self._theme = theme
        self._elements = {value_of(style, "styleId") or "": style
                          for style in (root.iter(qualified("style")) if root is not None else ())}
        self._made: dict[str, Style] = {}
        defaults = root.find(qualified("docDefaults")) if root is not None else None
        self.default_run = flat_run(_inside(defaults, "rPrDefault", "rPr"), theme)
        self.default_paragraph = flat_paragraph(_inside(defaults, "pPrDefault", "pPr"))
        self._of_kind = {value_of(style, "type") or "paragraph": key for key, style in self._elements.items()
                         if value_of(style, "default") in ("1", "true")}

    def style(self, key: str | None, kind: str) -> Style:
        """The style with that id, else the default one of its kind ("paragraph", "character", "table")."""
        chosen = key if key in self._elements else self._of_kind.get(kind, "")
        return self._style(chosen) if chosen else NO_STYLE

    def table_property(self, key: str | None, name: str) -> Element | None:
        """A property of a table style, its own or that of a style it is based on; None where none says it."""
        for _ in range(_DEEPEST):
            element = self._elements.get(key or self._of_kind.get("table", ""))
            if element is None:
                return None
            found = _inside(element, "tblPr", name)
            if found is not None:
                return found
            base = value_of(element.find(qualified("basedOn")))
            if base is None:
                return None
            key = base
        return None

    def _style(self, key: str, depth: int = 0) -> Style:
        if key not in self._made:
            element = self._elements.get(key)
            if element is None or depth > _DEEPEST:
                return NO_STYLE
            base = value_of(element.find(qualified("basedOn")))
            below = self._style(base, depth + 1) if base else NO_STYLE
            self._made[key] = Style(
                value_of(element.find(qualified("name"))) or key,
                below.run | flat_run(element.find(qualified("rPr")), self._theme),
                below.paragraph | flat_paragraph(element.find(qualified("pPr"))),
            )
        return self._made[key]

    def run(self, table: Style, paragraph: Style, character: Style | None, direct: Flat) -> Flat:
        """The letters of a run, every level laid over the one below; switches of styles turn each other over."""
        styles = [style.run for style in (table, paragraph, character) if style is not None]
        found = dict(self.default_run)
        for level in styles:
            found |= {name: value for name, value in level.items() if name not in TOGGLES}
        for name in TOGGLES:
            said = [bool(level[name]) for level in styles if name in level]
            found[name] = bool(self.default_run.get(name)) or sum(said) % 2 == 1
        return found | direct


def _inside(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = element.find(qualified(name)) if element is not None else None
    return element
