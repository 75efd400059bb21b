"""The numbers that Word itself writes before paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from report_utils.document.wordml import Element, qualified
from report_utils.lint.flat import Flat, flat_paragraph, value_of
from report_utils.lint.measures import points

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Level:
    """A level of a list: kind of number, its pattern ("%1.%2."), first number, indents."""

    kind: str = "decimal"
    pattern: str = ""
    start: int = 1
    paragraph: Flat = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of each list from the top of the document on."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            abstract = {value_of(each, "abstractNumId") or "": _levels(each)
                        for each in root.iter(qualified("abstractNum"))}
            for number in root.iter(qualified("num")):
                key = value_of(number, "numId") or ""
                self._list_of[key] = value_of(number.find(qualified("abstractNumId"))) or ""
                self._levels[key] = abstract.get(self._list_of[key], {}) | _levels(number, "lvlOverride")

    def level(self, number: str, depth: int) -> Level | None:
        """The level of a list; None where the paragraph is in none."""
        return self._levels.get(number, {}).get(depth)

    def next(self, number: str, depth: int) -> str:
        """The number of the next paragraph of that list and level, as Word shows it."""
        level = self.level(number, depth)
        if level is None:
            return ""
        counts = self._counts[self._list_of[number]]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.kind == "bullet":
            return "-" if level.pattern.strip() in ("-", "–", "−", "\uf02d") else "•"
        return _PLACE.sub(lambda found: self._shown(number, int(found[1]) - 1, counts), level.pattern)

    def _shown(self, number: str, depth: int, counts: dict[int, int]) -> str:
        level = self.level(number, depth) or Level()
        return number_text(counts.get(depth, level.start), level.kind)


def _levels(element: Element, wrapper: str = "") -> dict[int, Level]:
    if wrapper:
        found = [level for each in element.iter(qualified(wrapper)) for level in each.findall(qualified("lvl"))]
    else:
        found = element.findall(qualified("lvl"))
    return {int(points(value_of(level, "ilvl"), 1) or 0): _level(level) for level in found}


def _level(element: Element) -> Level:
    return Level(
        value_of(element.find(qualified("numFmt"))) or "decimal",
        value_of(element.find(qualified("lvlText"))) or "",
        int(points(value_of(element.find(qualified("start"))), 1) or 0),
        flat_paragraph(element.find(qualified("pPr"))),
    )


def number_text(number: int, kind: str) -> str:
    """A number as Word writes it: 4 is "IV", "iv", "D", "d" or "4"."""
    match kind:
        case "upperRoman" | "lowerRoman":
            text = _roman(number)
            return text if kind == "upperRoman" else text.lower()
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if kind == "upperLetter" else letter.lower()
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text
