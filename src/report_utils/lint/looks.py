"""How letters and paragraphs look in the end, after styles, defaults, themes and direct formatting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CharacterLook:
    """A run of letters. Fonts by script slot; `size` in points; `color` as six hexadecimal digits or "auto"."""

    ascii: str = "Times New Roman"
    hansi: str = "Times New Roman"
    east_asian: str = ""
    complex: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    color: str = "auto"
    hidden: bool = False


@dataclass(frozen=True)
class ParagraphLook:
    """A paragraph. Lengths in points; `line` in lines where `rule` is "auto", else in points.

    `first_line` is negative for a hanging indent. `borders` are the sides that have a line.
    `contextual` drops the spacing between paragraphs of one style.
    """

    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    rule: str = "auto"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    outline: int | None = None
    contextual: bool = False
    borders: frozenset[str] = frozenset()
