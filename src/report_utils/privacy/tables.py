"""Where the header of a sheet stands, and the columns under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_utils.privacy.column import text_of
from report_utils.privacy.headers import BETWEEN_LEVELS, read_header
from report_utils.vietnamese.identifiers import CITIZEN_ID, EMAIL, INSURANCE_CARD, PHONE
from report_utils.vietnamese.person_names import is_surely_a_name
from report_utils.vietnamese.text import fold

Row = Sequence[object]

_USUAL = re.compile(fold(r"(?:stt|tt|tên|mã|số|ngày|họ|đơn vị|ghi chú|loại|năm|xã|địa bàn|tình trạng|nội dung)\b"))
_TITLES = 12
_LOOKED_AT, _LONGEST_LABEL = 30, 120
_NUMBERS = re.compile(r"\(?\d{1,2}\)?|\(?[A-Za-z]\)?|\(?\d+\)? ?[=:].*")
_DATA = re.compile(rf"{CITIZEN_ID.pattern}|{PHONE.pattern}|{INSURANCE_CARD.pattern}|{EMAIL.pattern}"
                   r"|^\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}|^-?\d[\d.,]*%?$|^\d{5,}$")


@dataclass(frozen=True)
class SheetTable:
    """A table of a file: one header and the cells under it for each column; `aside` is what stands above."""

    name: str
    headers: tuple[str, ...]
    columns: tuple[tuple[object, ...], ...]
    aside: tuple[object, ...] = ()


def table_of(name: str, rows: Sequence[Row]) -> SheetTable:
    """The rows of a sheet (all of one length or not) as a table; without a header every header is ""."""
    width = max(map(len, rows), default=0)
    if not width:
        return SheetTable(name, (), ())
    first = _best_header_row(rows)
    if first is None:
        return _table(name, ("",) * width, rows, ())
    last = _last_header_row(rows, first)
    headers = _joined([list(row) + [""] * (width - len(row)) for row in rows[first:last + 1]])
    aside = tuple(raw for row in rows[:first] for raw in row if text_of(raw))
    body = rows[last + 1:]
    if body and _is_numbering(body[0]):
        body = body[1:]
    return _table(name, headers, body, aside)


def tables_of(name: str, rows: Sequence[Row]) -> Iterator[SheetTable]:
    """The tables of a sheet, one below the other: behind a blank row or a title another header stands."""
    start, last = 0, len(rows) - 1
    for at in range(2, last):
        if _is_gap(rows[at - 1]) and _is_header(rows[at]) and any(map(_is_header, rows[start:at - 1])):
            first = next(row for row in range(at - 1, start, -1) if not _is_gap(rows[row - 1]))
            yield table_of(name, rows[start:first])
            start = first
    yield table_of(name, rows[start:])


def _is_gap(row: Row) -> bool:
    """A blank row, or one with a title."""
    return sum(1 for raw in row if raw is not None and raw != "") < 2


def _is_header(row: Row) -> bool:
    return len(_texts(row)) > 1 and all(_is_label(raw) for raw in row if text_of(raw)) and _says(row) > 1


def _table(name: str, headers: tuple[str, ...], body: Sequence[Row], aside: tuple[object, ...]) -> SheetTable:
    width = len(headers)
    if all(len(row) == width for row in body):
        columns = tuple(zip(*body, strict=True)) if body else ((),) * width
    else:
        columns = tuple(tuple(row[at] if at < len(row) else "" for row in body) for at in range(width))
    return SheetTable(name, headers, columns, aside)


def _texts(row: Row) -> list[str]:
    return [text for raw in row if (text := text_of(raw))]


def _is_label(raw: object) -> bool:
    text = text_of(raw)
    return (isinstance(raw, str) and 0 < len(text) <= _LONGEST_LABEL and any(map(str.isalpha, text))
            and not _DATA.search(text) and not is_surely_a_name(text))


def _best_header_row(rows: Sequence[Row]) -> int | None:
    """The header; the name of the office beside the motto of the state, high above it, is none."""
    first = _header_row(rows)
    if first is None or _says(rows[first]):
        return first
    later = (at for at in range(first + 1, min(first + _TITLES, len(rows)))
             if all(_is_label(raw) for raw in rows[at] if text_of(raw)) and _says(rows[at]) > 1)
    found = next(later, first)
    return first if found == first + 1 and _goes_on(rows[first], rows[found]) else found


def _goes_on(upper: Row, lower: Row) -> bool:
    """Whether a row of labels is the second level of the one above: both leave gaps for the other."""
    pairs = [(bool(text_of(above)), bool(text_of(below))) for above, below in zip(upper, lower, strict=False)]
    return (True, False) in pairs and (False, True) in pairs


def _says(row: Row) -> int:
    """How many cells say what usual headers say."""
    readings = [read_header(text) for text in _texts(row)]
    return sum(1 for reading in readings if reading.kind or reading.is_count or _USUAL.match(reading.words))


def _header_row(rows: Sequence[Row]) -> int | None:
    """The first row about as wide as the table whose cells are all labels; None where the data begin at once."""
    first = rows[:_LOOKED_AT]
    filled = [len(_texts(row)) for row in first]
    widest = max(filled)
    for at, row in enumerate(first):
        labels = sum(map(_is_label, row))
        if filled[at] >= max(1, 0.5 * widest) and labels >= 0.8 * filled[at] and _announces(rows, at, labels, widest):
            return at
        if filled[at] >= 0.7 * widest and labels < 0.5 * filled[at]:
            return None
    return None


def _announces(rows: Sequence[Row], at: int, labels: int, widest: int) -> bool:
    """Whether a row of labels is a header, and not already data that consist of words."""
    following = [row for row in rows[at + 1:at + 6] if _texts(row)]
    if not following:
        return True
    if widest > 1 and labels == 1:
        return False
    known = sum(1 for raw in rows[at] if read_header(text_of(raw)).kind is not None)
    repeated = any(set(_texts(row)) & set(_texts(rows[at])) for row in following)
    return bool(known) or not repeated


def _last_header_row(rows: Sequence[Row], first: int) -> int:
    """The header goes on while a row of labels fills gaps that the row above left."""
    last = first
    for at in range(first + 1, min(first + 3, len(rows))):
        upper, lower = rows[last], rows[at]
        under_gaps = [not text_of(upper[i]) for i, raw in enumerate(lower) if text_of(raw) and i < len(upper)]
        gaps = any(under_gaps)
        if not ((gaps and all(_is_label(raw) for raw in lower if text_of(raw)) and len(_texts(lower)) < len(lower))
                or (gaps and all(_is_label(raw) for raw in lower if text_of(raw)) and len(_texts(upper)) < len(upper))):
            break
        last = at
    return last


def _joined(rows: list[list[object]]) -> tuple[str, ...]:
    """One header a column; an upper label reaches over the blanks to its right where there is one below."""
    texts = [[text_of(raw) for raw in row] for row in rows]
    for upper, lower in pairwise(texts):
        for at in range(1, len(upper)):
            if not upper[at] and lower[at]:
                upper[at] = upper[at - 1]
    return tuple(BETWEEN_LEVELS.join(dict.fromkeys(filter(None, column))) for column in zip(*texts, strict=True))


def _is_numbering(row: Row) -> bool:
    """The row (1) (2) (3) under an official header."""
    texts = _texts(row)
    return len(texts) > 1 and all(map(_NUMBERS.fullmatch, texts)) and texts[0].strip("()") in ("1", "A", "a")
