"""The text of a line of a Word file, and where in it the bookmarks of figures stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from report_utils.document.wordml import Element, qualified
from report_utils.lint.flat import value_of
from report_utils.lint.model import Line
from report_utils.vietnamese.text import nfc

_OF_FIGURE = re.compile(r"(f_\w+)_\d+$", re.ASCII)

Held = Mapping[Element, tuple[str, ...]]
"""The names of the bookmarks of figures that are open at a run."""


@dataclass(frozen=True)
class Mark:
    """A bookmark of a figure: its name in small letters, and the part of the text that it holds."""

    name: str
    start: int
    end: int

    @property
    def stem(self) -> str:
        """What the bookmarks of one figure have in common."""
        return stem_of(self.name)


@dataclass(frozen=True)
class Marked:
    """A text in NFC with its bookmarks in the order in which they begin."""

    text: str
    marks: tuple[Mark, ...] = ()

    def part(self, start: int, end: int) -> Marked:
        """What stands from `start` to `end`, with the bookmarks that begin there."""
        marks = (Mark(mark.name, mark.start - start, min(mark.end, end) - start) for mark in self.marks
                 if start <= mark.start < end)
        return Marked(self.text[start:end], tuple(marks))

    def joined(self, other: Marked, joint: str = " ") -> Marked:
        """Return this text with another behind it."""
        shift = len(self.text) + len(joint)
        moved = (Mark(mark.name, mark.start + shift, mark.end + shift) for mark in other.marks)
        return Marked(f"{self.text}{joint}{other.text}", (*self.marks, *moved))


def stem_of(name: str) -> str:
    """The name of a bookmark without the number of its occurrence."""
    found = _OF_FIGURE.match(name)
    return found[1] if found else name


def held_runs(root: Element) -> dict[Element, tuple[str, ...]]:
    """The runs of a part that stand in bookmarks of figures.

    Only the order of the elements counts: Word moves the ends of a bookmark to other levels of the tree and gives
    other ids, LibreOffice and Google Docs give other ids as well.
    """
    held: dict[Element, tuple[str, ...]] = {}
    opened: dict[str, str] = {}
    for element in root.iter(qualified("bookmarkStart"), qualified("bookmarkEnd"), qualified("r")):
        identity = value_of(element, "id") or ""
        if element.tag == qualified("bookmarkStart"):
            name = (value_of(element, "name") or "").lower()  # Word does not tell bookmarks apart by case
            if _OF_FIGURE.match(name):
                opened[identity] = name
        elif element.tag == qualified("bookmarkEnd"):
            opened.pop(identity, None)
        elif opened:
            held[element] = tuple(opened.values())
    return held


def marked(line: Line, held: Held) -> Marked:
    """The text of a line as it was typed, in NFC, with its bookmarks."""
    text, found = "", dict[str, tuple[int, int]]()
    for piece in line.pieces:
        start = len(text)
        text = text[:-1] + nfc(text[-1:] + nfc(piece.text))  # a tone may stand in a run of its own
        for name in held.get(piece.element, ()):
            found[name] = (found.get(name, (start, start))[0], len(text))
    return Marked(text, tuple(Mark(name, start, end) for name, (start, end) in found.items()))
