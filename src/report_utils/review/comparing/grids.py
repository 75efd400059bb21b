"""Tables out of the paragraphs of their cells, with the names of rows and columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from report_utils.lint.model import Cell, TableShape
from report_utils.review.comparing.copy import Grid, Row, Sentence
from report_utils.vietnamese.text import has_words, shortened

_CAPTION = re.compile(r"(Bảng \d+)\.\s")
_UNNAMED = "Bảng"
_LONGEST = 60


@dataclass(frozen=True)
class Content:
    """The words of a paragraph in a cell, and the last sentences outside of tables before it."""

    cell: Cell
    sentence: Sentence
    before: tuple[str, ...]


def grids_of(contents: Iterable[Content], shapes: Sequence[TableShape]) -> tuple[Grid, ...]:
    """The tables that hold any words, in reading order."""
    tables: dict[int, list[Content]] = defaultdict(list)
    for content in contents:
        tables[content.cell.table].append(content)
    worded = {number: found for number, found in tables.items() if any(each.sentence.key for each in found)}
    return tuple(_grid(found, shapes[number]) for number, found in sorted(worded.items()))


def _grid(contents: Sequence[Content], shape: TableShape) -> Grid:
    rows: dict[int, dict[int, Sentence]] = defaultdict(dict)
    for content in contents:
        row, column = rows[content.cell.row], content.cell.column
        said = content.sentence
        row[column] = replace(said, marked=row[column].marked.joined(said.marked)) if column in row else said
    captions = [found[1] for said in contents[0].before if (found := _CAPTION.match(said))]
    label = captions[-1] if captions else _UNNAMED
    heads = [row for row in sorted(rows) if row < len(shape.headers) and shape.headers[row]] or [min(rows)]
    columns = _columns([rows[row] for row in heads], sorted({column for row in rows.values() for column in row}))
    named = (Row(_named(rows[row], label, columns, row, is_head=row in heads)) for row in sorted(rows))
    return Grid(label, contents[0].sentence.heading, tuple(named), columns)


def _columns(heads: Sequence[Mapping[int, Sentence]], columns: Sequence[int]) -> dict[int, str]:
    """The name of each column: the words above it from top to bottom, numbers of columns left out."""
    names = {}
    for column in columns:
        above = (next((row[at].text for at in sorted(row, reverse=True) if at <= column), "") for row in heads)
        names[column] = " - ".join(dict.fromkeys(text for text in above if has_words(text)))
    return names


def _named(cells: Mapping[int, Sentence], label: str, columns: Mapping[int, str], row: int, *, is_head: bool
           ) -> dict[int, Sentence]:  # fmt: skip
    """The cells, each with the names of its row and column."""
    if is_head:
        return {at: replace(cell, element=f"{label}, tiêu đề cột {at + 1}") for at, cell in sorted(cells.items())}
    first = next((cell.text for _, cell in sorted(cells.items()) if has_words(cell.text)), "")
    name = f"dòng «{shortened(first, _LONGEST)}»" if first else f"dòng thứ {row + 1}"
    return {at: replace(cell, element=f"{label}, {name}, cột «{shortened(columns.get(at) or str(at + 1), _LONGEST)}»")
            for at, cell in sorted(cells.items())}
