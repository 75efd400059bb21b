"""Where each figure stands in a document, and the bookmark that holds it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report_utils.document.blocks import Appendix, Block, Document, Picture, PictureColumns, Run, Table
from report_utils.document.bookmarks import BookmarkNames
from report_utils.document.gaps import placed
from report_utils.vietnamese.text import shortened

_LONGEST = 200


@dataclass(frozen=True)
class Use:
    """A figure at a place of a document: the heading it stands under, the words around it, what is printed."""

    figure: str
    section: str
    context: str
    text: str
    bookmark: str


def figures_in(body: Iterable[Block], appendices: Iterable[Appendix]) -> set[str]:
    """The codes of the figures that stand in a text."""
    return {run.figure for _, block in placed(body, appendices) for _, run in _runs(block) if run.figure}


def uses_of(document: Document) -> tuple[Use, ...]:
    """Every figure of a document in the order in which it is written; the bookmarks are those of the Word file."""
    names = BookmarkNames()
    return tuple(
        Use(run.figure, place, context, run.text.strip(), names.next(run.figure)[1])
        for place, block in placed(document.body, document.appendices)
        for context, run in _runs(block) if run.figure)


def _runs(block: Block) -> Iterator[tuple[str, Run]]:
    """Every run with the words it stands among: its paragraph, or its table and the first cell of its row."""
    match block:
        case Table():
            table = f"Bảng «{block.caption}», dòng" if block.caption else "Dòng"
            for row in block.rows:
                label = next((words for cell in row.cells if (words := _words(cell)) and not words.isdigit()), "")
                for cell in row.cells:
                    yield from ((f"{table} «{label}»", run) for run in cell)
        case Picture() | PictureColumns():
            return
        case _:
            words = _words(block.runs)
            yield from ((words, run) for run in block.runs)


def _words(runs: tuple[Run, ...]) -> str:
    text = " ".join("".join(run.text for run in runs).split())
    return shortened(text, _LONGEST)
