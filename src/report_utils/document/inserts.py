"""What a template puts into its text: placeholders that survive the Markdown parser untouched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_utils.document.blocks import Block, Mark, Run, Runs
from report_utils.errors import BaocaoError
from report_utils.figures.figure import Display, Figure
from report_utils.figures.tables import Absent, Cell, Listing, ReportTable
from report_utils.figures.texts import Statements
from report_utils.vietnamese.text import nfc

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")

NOT_APPLICABLE = "không phát sinh"
_MARKS = re.compile(r"\[(?:CHƯA CÓ SỐ LIỆU|KIỂM TRA LẠI) – [^\]]*\]")
_ABSENT, _DOUBTFUL = "[CHƯA CÓ SỐ LIỆU – ", "[KIỂM TRA LẠI – "
"""A ratio of nothing to nothing."""


@dataclass(frozen=True)
class ShownFigure:
    """A figure as a template wants it written; `millions` shows đồng as triệu đồng."""

    figure: Figure
    display: Display | None = None
    places: int | None = None
    millions: bool = False

    def runs(self) -> Runs:
        return figure_runs(self.figure, self._text)

    def _text(self) -> str:
        if self.millions:
            return self.figure.in_millions()
        return self.figure.written(self.display or self.figure.display, self.places)


@dataclass(frozen=True)
class Note:
    """A footnote."""

    text: str


@dataclass(frozen=True)
class Reference:
    """What the table or picture `name` is called: "Bảng 1"."""

    name: str


@dataclass(frozen=True)
class Ready:
    """Blocks that are made already; `code` names them in messages."""

    code: str
    blocks: tuple[Block, ...]


class TableInLineError(BaocaoError):
    """A template puts the table or charts `code` into a line of text, where they would be lost."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Mẫu báo cáo: bảng, biểu đồ «{code}» phải đứng riêng một dòng, trước và sau có dòng trống.")


Insert = ShownFigure | Note | Reference | Statements | Listing | ReportTable | Ready


class Inserts:
    """The placeholders of one text and what they stand for."""

    def __init__(self) -> None:
        self._inserts: list[Insert] = []

    def token(self, insert: Insert) -> str:
        """A placeholder for `insert`."""
        self._inserts.append(insert)
        return f"{_OPEN}{len(self._inserts) - 1}{_CLOSE}"

    def split(self, text: str) -> list[str | Insert]:
        """The text cut at its placeholders, each replaced by its insert; empty pieces are left out."""
        pieces: list[str | Insert] = []
        for i, piece in enumerate(_TOKEN.split(text)):
            if i % 2:
                pieces.append(self._inserts[int(piece)])
            elif piece:
                pieces.append(piece)
        return pieces


    def plain(self, text: str) -> str:
        """The text with each placeholder replaced by the words of its insert, without marks or figures' codes."""
        pieces = self.split(text)
        return "".join(piece if isinstance(piece, str) else "".join(run.text for run in inline_runs(piece))
                       for piece in pieces)


def without_placeholders(text: str) -> str:
    """Foreign text (of a unit, of a template) without the characters that placeholders are made of, in NFC."""
    return nfc(text.translate({ord(_OPEN): None, ord(_CLOSE): None}))


def figure_runs(figure: Figure, text: object = None) -> Runs:
    """A figure as runs: its text, or the mark that says whose data is missing or doubtful."""
    quantity = figure.quantity
    if quantity.absent:
        return (absent_run(quantity.absent, figure.code),)
    if not quantity.known:
        return (Run(NOT_APPLICABLE, figure=figure.code),)
    shown = text() if callable(text) else figure.text
    if not quantity.doubtful:
        return (Run(shown, figure=figure.code),)
    return (Run(shown, mark=Mark.DOUBTFUL, figure=figure.code),
            Run(f" {_DOUBTFUL}{', '.join(quantity.doubtful)}]", mark=Mark.DOUBTFUL))


def absent_run(units: tuple[str, ...], figure: str = "") -> Run:
    """The mark at a place where the data of `units` is missing."""
    return Run(f"{_ABSENT}{', '.join(units)}]", mark=Mark.ABSENT, figure=figure)


def with_signs(text: str, sign: str) -> str:
    """A text of a written report with `sign` for each mark of missing or doubtful data: its words are nobody's."""
    return _MARKS.sub(sign, text)


def is_marked(sentence: str) -> bool:
    """Whether a sentence of a written report holds a mark for missing or doubtful data."""
    return _ABSENT in sentence or _DOUBTFUL in sentence


def cell_runs(cell: Cell) -> Runs:
    """A cell of a table or a piece of a list as runs."""
    match cell:
        case Figure():
            return figure_runs(cell)
        case Absent():
            return (absent_run(cell.units),)
        case _:
            return (Run(cell),) if cell else ()


def inline_runs(insert: Insert) -> Runs:
    """An insert in the middle of a text. Raises TableInLineError for one that has no such form."""
    match insert:
        case ShownFigure():
            return insert.runs()
        case Note():
            return (Run("", note=insert.text),)
        case Reference():
            return (Run("", reference=insert.name),)
        case Statements():
            return _statement_runs(insert)
        case Listing():
            return _listing_runs(insert)
        case ReportTable() | Ready():
            raise TableInLineError(insert.code)


def _statement_runs(said: Statements) -> Runs:
    """The words of all units on one line, the names before them where several speak."""
    named = len(said.statements) > 1 and said.from_units
    separator = " " if said.from_units else "; "
    texts = [(f"{s.unit}: " if named else "") + " ".join(s.lines) for s in said.statements]
    absent = (absent_run(said.absent),) if said.absent else ()
    gap = (Run(separator),) if texts and absent else ()
    return (*((Run(separator.join(texts)),) if texts else ()), *gap, *absent)


def _listing_runs(listing: Listing) -> Runs:
    runs: list[Run] = []
    for i, line in enumerate(listing.lines):
        runs += [Run("; ")] if i else []
        runs += [run for cell in line for run in cell_runs(cell)]
    return (*runs, *((absent_run(listing.absent),) if listing.absent else ()))
