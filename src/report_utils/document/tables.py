"""Report tables: caption and unit above, header rows that repeat, rows built once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_utils.document.blocks import Align, HeaderCell, Table
from report_utils.document.captions import TABLE
from report_utils.document.grid import cell, frame, row
from report_utils.document.looks import Style, dense
from report_utils.document.paragraphs import keep_row_with_next, line, paragraph, set_align
from report_utils.document.rows import PreparedRow, gap
from report_utils.document.runs import RunWriter
from report_utils.document.styles import GRID_TABLE
from report_utils.document.wordml import Element, text_run
from report_utils.errors import BaocaoError

# From this many columns on, 12 points leave too few letters to a line.
_MANY_COLUMNS = 9


class TableShapeError(BaocaoError):
    """The cells of a table do not fill its columns: `place` in the table `caption`, `found` of `expected` columns."""

    def __init__(self, caption: str, place: str, found: int, expected: int) -> None:
        self.caption, self.place, self.found, self.expected = caption, place, found, expected
        super().__init__(f"Bảng «{caption}», {place}: có {found} ô, cần {expected} ô.")


@dataclass(frozen=True)
class _Slot:
    """One w:tc of a header row: what it shows, the columns it covers, its part in a downward span."""

    text: str
    start: int
    columns: int
    merge: str = ""


def table(block: Table, text_width: int, runs: RunWriter, *, compact: bool = False) -> list[Element]:
    """Return caption, unit note and the w:tbl of `block`, `text_width` twips wide, in small letters where `compact`.

    Raises `TableShapeError` where cells and columns do not agree. Time is linear in the rows.
    """
    caption = [paragraph(Style.TABLE_CAPTION, *runs.caption(TABLE, block.caption, block.name))] if block.caption else []
    unit = [line(Style.TABLE_UNIT, block.unit_note)] if block.unit_note else []
    widths = column_widths([column.share for column in block.columns], text_width)
    small = compact or len(block.columns) >= _MANY_COLUMNS
    rows = [*_header_rows(block, widths, small=small), *_body_rows(block, widths, runs, small=small)]
    description = block.description or block.caption
    return [*caption, *unit, frame(GRID_TABLE, widths, *rows, title=block.caption, description=description)]


def column_widths(shares: Sequence[float], whole: int) -> list[int]:
    """Divide `whole` twips by `shares` (normalised); the widths add up to `whole`."""
    total = sum(shares)
    edges = [round(whole * sum(shares[:count]) / total) for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _style(style: Style, *, small: bool) -> Style:
    return dense(style) if small else style


def _header_rows(block: Table, widths: Sequence[int], *, small: bool) -> Iterator[Element]:
    style = _style(Style.TABLE_HEADER, small=small)
    for slots in _slots(block):
        yield row(*(_header_cell(slot, widths, style) for slot in slots), header=True)
    if block.number_row:
        _must_fill(block, "dòng số thứ tự cột", len(block.number_row))
        style = _style(Style.TABLE_NUMBERS, small=small)
        numbers = zip(widths, block.number_row, strict=True)
        yield row(*(cell(width, line(style, text), middle=True) for width, text in numbers), header=True)


def _header_cell(slot: _Slot, widths: Sequence[int], style: Style) -> Element:
    width = sum(widths[slot.start : slot.start + slot.columns])
    words = paragraph(style, *([text_run(slot.text)] if slot.text else []))
    return cell(width, words, span=slot.columns, merge=slot.merge, middle=True)


def _slots(block: Table) -> Iterator[list[_Slot]]:
    """Yield the cells of each header row with the gaps under downward spans filled in."""
    hanging: dict[int, tuple[int, int]] = {}  # first column -> (rows still to fill, columns)
    for number, given in enumerate(block.header, start=1):
        slots: list[_Slot] = []
        waiting = list(reversed(given))
        column = 0
        while column in hanging or waiting:
            slot = _hanging_slot(hanging, column) or _new_slot(hanging, column, waiting.pop())
            slots.append(slot)
            column += slot.columns
        _must_fill(block, f"dòng tiêu đề {number}", column)
        yield slots


def _hanging_slot(hanging: dict[int, tuple[int, int]], column: int) -> _Slot | None:
    if column not in hanging:
        return None
    rows, columns = hanging.pop(column)
    if rows > 1:
        hanging[column] = (rows - 1, columns)
    return _Slot("", column, columns, "continue")


def _new_slot(hanging: dict[int, tuple[int, int]], column: int, given: HeaderCell) -> _Slot:
    if given.rows > 1:
        hanging[column] = (given.rows - 1, given.columns)
    return _Slot(given.text, column, given.columns, "restart" if given.rows > 1 else "")


def _body_rows(block: Table, widths: Sequence[int], runs: RunWriter, *, small: bool) -> Iterator[Element]:
    """All rows but the last as text. The last one is built of elements, for it may be kept with what follows."""
    for number, given in enumerate(block.rows, start=1):
        _must_fill(block, f"dòng {number}", sum(given.spans) if given.spans else len(given.cells))
    prepared, built = list(block.rows[:-1]), list(block.rows[-1:])
    if any(given.spans for given in block.rows):
        prepared, built = [], list(block.rows)
    if prepared:
        gaps = [[gap()] for _ in widths]
        ready = {bold: PreparedRow(_body_row(block, widths, gaps, bold=bold, small=small)) for bold in (False, True)}
        yield runs.rows.hold(ready[given.bold].filled(map(runs.text, given.cells)) for given in prepared)
    for given in built:
        contents = [runs.write(content) for content in given.cells]
        written = _body_row(block, widths, contents, bold=given.bold, small=small, spans=given.spans)
        if given.heading:
            keep_row_with_next(written)
        yield written


def _body_row(block: Table, widths: Sequence[int], contents: Sequence[list[Element]], *, bold: bool, small: bool,
              spans: Sequence[int] = ()) -> Element:
    style = _style(Style.TABLE_TOTAL if bold else Style.TABLE_CELL, small=small)
    cells, start = [], 0
    for content, span in zip(contents, spans or (1,) * len(contents), strict=True):
        words = paragraph(style, *content)
        if block.columns[start].align != Align.LEFT:
            set_align(words, block.columns[start].align)
        cells.append(cell(sum(widths[start : start + span]), words, span=span, middle=True))
        start += span
    return row(*cells)


def _must_fill(block: Table, place: str, found: int) -> None:
    if found != len(block.columns):
        raise TableShapeError(block.caption, place, found, len(block.columns))
