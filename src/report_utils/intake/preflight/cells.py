"""The shape of one row: which cells it has and what they hold, without their texts.

A sheet repeats few shapes, so each is taken apart once. The shape of a row is its XML with every text replaced by a
dot and the row's own number taken out of the cell names: `r="" spans="1:2"><c r="A" t="s"><v>.</v></c></row>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from report_utils.intake.preflight.markup import TAG, attributes, is_true
from report_utils.intake.preflight.refusal import FaultError

_TEXT = re.compile(rb">[^<]++")
_TAG = re.compile(TAG + rb"(\.?)")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]*)")
_DEEPEST, _MOST_COLUMNS = 64, 16_384
_LONGEST_KEPT = 4_096
_NOTHING_WHEN_EMPTY = ("n", "s", "b", "e")


class RowShape(NamedTuple):
    """Columns count from 1. `number` is None when it was taken out of the shape, or never there."""

    number: int | None
    valued: tuple[int, ...]
    errors: tuple[int, ...]
    unstored: tuple[int, ...]
    is_hidden: bool
    is_notable: bool
    """There is anything of the above."""
    fault: FaultError | None
    """What is wrong with the row; its cell is named by letters only."""


@dataclass
class _Cell:
    column: int
    kind: str
    is_formula: bool = False
    has_value: bool = False
    """There is an element <v> or <is>, be it empty."""
    has_text: bool = False

    @property
    def is_valued(self) -> bool:
        """Whether readers see a value here: inline and formula texts are values even when they are empty."""
        return self.has_text or (self.has_value and self.kind not in _NOTHING_WHEN_EMPTY)


@dataclass
class _Row:
    is_open: bool = False
    has_name: bool = False
    number: int | None = None
    is_hidden: bool = False
    cells: list[_Cell] = field(default_factory=list)


class _BadCellError(FaultError):
    def __init__(self, reason: str, at: str = "") -> None:
        super().__init__("T12", reason, cell=at)


def _broken() -> FaultError:
    return FaultError("T04", "một dòng của sheet bị hỏng hoặc bị cắt cụt")


def skeleton(data: bytes) -> bytes:
    """XML with each text replaced by a dot; what is between tags stays recognisable, what it says is gone."""
    return b">.".join(_TEXT.split(data))  # faster than sub


def letters(column: int) -> str:
    """The name of a column counted from 1: 28 is "AB"."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def row_shape(signature: bytes) -> RowShape:
    """The shape of a row, given what follows `<row ` up to the next row."""
    return _kept(signature) if len(signature) <= _LONGEST_KEPT else _taken_apart(signature)


def _taken_apart(signature: bytes) -> RowShape:
    try:
        row = _read(b"<row " + signature)
    except FaultError as fault:
        return RowShape(None, (), (), (), False, False, fault)
    valued = tuple(cell.column for cell in row.cells if cell.is_valued)
    errors = tuple(cell.column for cell in row.cells if cell.kind == "e")
    unstored = tuple(cell.column for cell in row.cells if cell.is_formula and not _is_stored(cell))
    is_notable = bool(valued or errors or unstored or row.is_hidden)
    return RowShape(row.number, valued, errors, unstored, row.is_hidden, is_notable, None)


_kept = lru_cache(maxsize=8_192)(_taken_apart)


def _is_stored(cell: _Cell) -> bool:
    """Whether a formula has its result; an empty text is a result, an empty number is none."""
    return cell.has_text or (cell.kind == "str" and cell.has_value)


def _read(data: bytes) -> _Row:
    row = _Row()
    open_names: list[bytes] = []
    seen = 0
    for match in _TAG.finditer(data):
        closes, _, name, raw, empty, text = match.groups()
        seen += 1
        if closes:
            if not open_names or open_names.pop() != name:
                break
            continue
        _open(row, open_names, name, raw, bool(text))
        if not empty:
            open_names.append(name)
        if len(open_names) > _DEEPEST:
            raise FaultError("T10", f"các thẻ lồng nhau quá {_DEEPEST} lớp")
    if open_names or seen != data.count(b"<"):
        raise _broken()
    return row


def _open(row: _Row, above: list[bytes], name: bytes, raw: bytes, has_text: bool) -> None:
    depth = len(above)
    if depth == 0:
        _open_row(row, name, raw)
    elif depth == 1 and name == b"c":
        row.cells.append(_cell(row, raw))
    elif depth > 1 and above[1] == b"c":
        cell = row.cells[-1]
        cell.is_formula |= depth == 2 and name == b"f"
        cell.has_value |= depth == 2 and name in (b"v", b"is")
        cell.has_text |= has_text and (name == b"v" if depth == 2 else above[2] == b"is" and name == b"t")
    elif name in (b"row", b"c"):
        raise _broken()


def _open_row(row: _Row, name: bytes, raw: bytes) -> None:
    if name != b"row" or row.is_open:
        raise _broken()
    found = attributes(raw)
    row.is_open, row.has_name = True, "r" in found
    number = found.get("r", "")
    if number:
        if not number.isascii() or not number.isdigit():
            raise _BadCellError(f"số thứ tự dòng là «{number[:12]}»")
        row.number = int(number[:9])
    row.is_hidden = is_true(found.get("hidden")) or found.get("ht") == "0"


def _cell(row: _Row, raw: bytes) -> _Cell:
    found = attributes(raw)
    last = row.cells[-1].column if row.cells else 0
    name = found.get("r")
    if name is None:
        return _Cell(last + 1, found.get("t", "n"))
    match = _REFERENCE.fullmatch(name)
    if not match:
        raise _BadCellError(f"có ô tên là «{name[:12]}»")
    column = _column(match[1])
    if not row.has_name and match[2]:
        row.number, row.has_name = int(match[2][:9]), True
    if column > _MOST_COLUMNS or match[2] != ("" if row.number is None else str(row.number)):
        raise _BadCellError(f"có ô tên là «{name[:12]}» không thuộc dòng của nó")
    if column <= last:
        raise _BadCellError("có ô bị lặp hoặc sai thứ tự", match[1])
    return _Cell(column, found.get("t", "n"))


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def cells_named(columns: tuple[int, ...], row: int) -> Iterator[str]:
    """The names of the cells of these columns in a row."""
    return (f"{letters(column)}{row}" for column in columns)


def area_of(area: str) -> int:
    """How many cells a well-formed area like "A1:C2" spans; 1 for a single cell, 0 for none."""
    ends = _REFERENCE.findall(area)
    if not ends:
        return 0
    (left, top), (right, bottom) = ends[0], ends[-1]
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)
