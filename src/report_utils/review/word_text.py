"""The text of a Word file as passages: paragraphs, list items, rows of tables, notes of the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report_utils.document.inserts import with_signs
from report_utils.lint.model import Para, WordDocument
from report_utils.lint.package import WordPackage
from report_utils.lint.reader import read_document
from report_utils.prose.passage import Text
from report_utils.prose.reading import Line, read_text

OPEN = "\ue002"
"""Stands for a mark of missing or doubtful data: no word, so that no rule reads the name of a unit as one."""
_LEAST_NOTE = 20
"""Letters of a note at the foot; what is shorter in the margins is a page number or a name."""


def text_of(package: WordPackage) -> Text:
    """The passages of a Word file, with OPEN for each mark of a draft. Raises NoWordFileError."""
    document = read_document(package)
    return read_text(map(_without_marks, (*_body(document), *_notes(document))))


def _without_marks(line: Line) -> Line:
    return replace(line, text=with_signs(line.text, OPEN), cells=tuple(with_signs(cell, OPEN) for cell in line.cells))


def _body(document: WordDocument) -> Iterator[Line]:
    """Paragraphs as lines; rows of ruled tables as rows, tables that only place text as the lines they hold."""
    held: list[Para] = []
    for para in document.paragraphs:
        if held and _row_of(para) != _row_of(held[0]):
            yield _row(held)
            held = []
        if para.cell is not None and document.tables[para.cell.table].is_bordered:
            held.append(para)
        else:
            yield from _lines(para)
    if held:
        yield _row(held)


def _row_of(para: Para) -> tuple[int, int] | None:
    return (para.cell.table, para.cell.row) if para.cell else None


def _row(paras: list[Para]) -> Line:
    """A row of a table; the cells that a merged one covers are blank."""
    cells: dict[int, list[str]] = {}
    for para in paras:
        if para.cell:
            cells.setdefault(para.cell.column, []).append(para.text)
    table = paras[0].cell.table + 1 if paras[0].cell else 0
    width = max(cells, default=0) + 1
    return Line("", cells=tuple(" ".join(cells.get(column, [])) for column in range(width)), table=table)


def _lines(para: Para) -> Iterator[Line]:
    strong = _is_strong(para)
    for i, line in enumerate(para.lines):
        words = "".join(piece.text for piece in line.pieces)  # with the tabs by which some people draw tables
        text = f"{para.label} {words}" if para.label and i == 0 else words
        yield Line(text, strong)


def _is_strong(para: Para) -> bool:
    """Whether a paragraph looks like a heading: every letter bold, or a style of headings."""
    pieces = [piece for piece in para.pieces if any(map(str.isalnum, piece.text))]
    is_titled = para.style.lower().startswith(("heading", "title"))
    return is_titled or (bool(pieces) and all(each.look.bold for each in pieces))


def _notes(document: WordDocument) -> Iterator[Line]:
    for para in document.margins:
        if len(para.text) >= _LEAST_NOTE:
            yield Line(para.text)
