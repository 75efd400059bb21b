"""A Word file as the rules see it: pages, paragraphs in reading order, tables, lines that are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from report_utils.document.wordml import Element
from report_utils.lint.looks import CharacterLook, ParagraphLook
from report_utils.vietnamese.text import nfc


@dataclass(frozen=True)
class Piece:
    """Letters of one look, and the w:r that holds them."""

    text: str
    look: CharacterLook
    element: Element = field(repr=False, compare=False)


@dataclass(frozen=True)
class Line:
    """What stands on one line of its own: a paragraph, or a part of it between forced line breaks."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words in NFC, spaces folded into one."""
        return nfc(" ".join("".join(piece.text for piece in self.pieces).split()))

    @property
    def inked(self) -> tuple[Piece, ...]:
        """The pieces that show anything."""
        return tuple(piece for piece in self.pieces if piece.text.strip() and not piece.look.hidden)


@dataclass(frozen=True)
class Cell:
    """Where in the tables a paragraph stands: numbers of table, row and column from 0; width of the cell in points."""

    table: int
    row: int
    column: int
    width: float


@dataclass(frozen=True)
class Stroke:
    """A line that is drawn: its length in points (None when it cannot be told); `is_above` the words that hold it;
    `is_free` of the place of those words.
    """

    length: float | None
    is_above: bool = False
    is_free: bool = False


@dataclass(eq=False)
class Para:
    """A paragraph. `label` is the number that Word itself writes before it; `available` the width for its words."""

    number: int
    section: int
    look: ParagraphLook
    label: str
    lines: tuple[Line, ...]
    style: str
    available: float
    element: Element = field(repr=False)
    cell: Cell | None = None
    strokes: tuple[Stroke, ...] = ()
    has_picture: bool = False
    is_in_footer: bool = False

    @property
    def text(self) -> str:
        """The label and all words."""
        words = " ".join(line.text for line in self.lines if line.text)
        return f"{self.label} {words}".strip() if self.label else words

    @property
    def is_blank(self) -> bool:
        return not self.text

    @property
    def pieces(self) -> Iterator[Piece]:
        """The pieces that show anything."""
        for line in self.lines:
            yield from line.inked


@dataclass(frozen=True)
class PageNumber:
    """The PAGE field of a header or footer: where it stands, and its looks."""

    part: str
    is_in_header: bool
    align: str
    look: CharacterLook


@dataclass(frozen=True)
class Section:
    """Pages of one set-up; lengths in points. `restart` is the number that its pages start from, if they do.

    `numbers` are the page numbers of its pages but the first, `first_numbers` those of its first page.
    """

    width: float
    height: float
    landscape: bool
    top: float
    bottom: float
    left: float
    right: float
    restart: int | None
    numbers: tuple[PageNumber, ...]
    first_numbers: tuple[PageNumber, ...]
    element: Element = field(repr=False, compare=False)
    number_format: str = "decimal"


@dataclass(frozen=True)
class TableShape:
    """A table: whether each row repeats as a header, the number of its columns, whether it has lines."""

    headers: tuple[bool, ...]
    columns: int
    is_bordered: bool
    section: int
    element: Element = field(repr=False, compare=False)


@dataclass(frozen=True)
class WordDocument:
    """A whole file. `paragraphs` are those of the body, of cells and of text boxes, in reading order;
    `margins` are those of headers, footers and notes.
    """

    path: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Para, ...]
    tables: tuple[TableShape, ...]
    default_look: CharacterLook
    margins: tuple[Para, ...] = ()
