"""The forms a text can take. Blocks know neither the subject of the report nor fonts and sizes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """Why a piece of text stands out in a draft."""

    NONE = ""
    ABSENT = "absent"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Run:
    """A piece of text of one look. `figure` is the code of the figure it shows; `note` becomes a footnote behind it.

    A run with a `reference` shows how the table or picture of that name is called, "Bảng 1", instead of its text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    mark: Mark = Mark.NONE
    figure: str = ""
    note: str = ""
    reference: str = ""


Runs = tuple[Run, ...]


class Align(StrEnum):
    """Where a line of a cell or paragraph stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "both"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (I.), 2 (1.), 3 (1.1.) or 4 (a)); `number` is written as it stands before the words."""

    level: int
    number: str
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body: justified, first line indented."""

    runs: Runs


@dataclass(frozen=True)
class Item:
    """A line of a list. Level 1 is written with "-", level 2 with "+", level 3 with "•"."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class HeaderCell:
    """One cell of a table's header, spanning `columns` to the right and `rows` downwards."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class TableColumn:
    """Width as a share of the text width (the shares of a table are normalised), and the alignment of its cells."""

    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True)
class TableRow:
    """One row; `bold` for rows of totals. `spans` says how many columns each cell covers; without it, one each.

    A `heading` of the rows below it stays on the page of the first of them.
    """

    cells: tuple[Runs, ...]
    bold: bool = False
    spans: tuple[int, ...] = ()
    heading: bool = False


@dataclass(frozen=True)
class Table:
    """A table whose header rows repeat on every page.

    `header` holds the header rows from top to bottom; a cell spanned from above is left out of the lower row.
    `number_row` (e.g. "1", "2", "3=4+5+6") is written below the header, in italics, and repeats with it.
    `wide` asks for a landscape page. `description` is the alternative text for readers who cannot see it.
    A table with a `caption` is numbered, "Bảng 1. <caption>", and referred to by its `name`.
    """

    columns: tuple[TableColumn, ...]
    header: tuple[tuple[HeaderCell, ...], ...]
    rows: tuple[TableRow, ...]
    number_row: tuple[str, ...] = ()
    caption: str = ""
    name: str = ""
    unit_note: str = ""
    description: str = ""
    wide: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture in the line of text, `share` (0 to 1) of the text width wide; `data` are the bytes of a PNG file.

    `description` is the alternative text, without which there is no picture: what it shows, numbers included.
    A picture with a `caption` is numbered, "Hình 1. <caption>", and referred to by its `name`.
    """

    data: bytes
    description: str
    share: float = 1.0
    caption: str = ""
    name: str = ""


@dataclass(frozen=True)
class PictureColumns:
    """Columns of pictures side by side, equally wide; the share of a picture is that of its column."""

    columns: tuple[tuple[Picture, ...], ...]


Block = Heading | Paragraph | Item | Table | Picture | PictureColumns


@dataclass(frozen=True)
class Letterhead:
    """Boxes 1 to 4 of the decree's diagram. `date_line` is the whole line of place and date."""

    superior: str
    agency: str
    number_line: str
    date_line: str


@dataclass(frozen=True)
class Title:
    """Box 5a: `kind` (BÁO CÁO) and `subject` (trích yếu). A letter (công văn) has no kind: its subject is box 5b."""

    kind: str
    subject: str


@dataclass(frozen=True)
class Signature:
    """Boxes 7 and 9b. `capacity` holds the lines above the name, e.g. ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC").

    `recipients` are the lines of Nơi nhận without dash and semicolon; the last is the line "Lưu: VT, ...".
    """

    recipients: tuple[str, ...]
    capacity: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Appendix:
    """An appendix on pages of its own. `label` is "Phụ lục I", `reference` the line "(Kèm theo ...)"."""

    label: str
    title: str
    reference: str
    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True)
class Document:
    """A whole document. One that is not issued, such as a summary, has neither letterhead nor signature.

    `draft_notice`, if any, stands at the top of page 1; `notice`, if any, at the foot of every page. A `compact`
    document is set in small sizes.
    """

    letterhead: Letterhead | None
    title: Title
    legal_bases: tuple[str, ...]
    body: tuple[Block, ...]
    signature: Signature | None
    addressees: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    draft_notice: str = ""
    notice: str = ""
    compact: bool = False
    properties: dict[str, str] = field(default_factory=dict)
