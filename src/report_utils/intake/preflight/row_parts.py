"""One row of a sheet taken apart: its number, its cells and what they hold, without their texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from report_utils.intake.preflight.markup import TAG, attributes, is_true
from report_utils.intake.preflight.names import REFERENCE, column_number, letters
from report_utils.intake.preflight.refusal import FaultError

_TAG = re.compile(TAG + rb"(\.?)")
_DEEPEST, _MOST_COLUMNS = 64, 16_384
_NOTHING_WHEN_EMPTY = ("n", "s", "b", "e")


@dataclass
class Cell:
    """A cell: its column from 1, the type that it says, whether it holds anything."""

    column: int
    kind: str
    is_formula: bool = False
    has_value: bool = False
    """There is an element <v> or <is>, be it empty."""
    has_text: bool = False
    is_double: bool = False
    """There are two values, or a value with elements in it: readers take the one or the other."""

    @property
    def is_stored(self) -> bool:
        """Whether a formula has its result; an empty text is a result, an empty number is none."""
        return self.has_text or (self.kind == "str" and self.has_value)

    @property
    def is_valued(self) -> bool:
        """Whether readers see a value here: inline and formula texts are values even when they are empty."""
        return self.has_text or (self.has_value and self.kind not in _NOTHING_WHEN_EMPTY)


@dataclass
class Row:
    """A row with its cells. `number` is None when it was taken out of the markup, or never there."""

    is_open: bool = False
    has_name: bool = False
    number: int | None = None
    is_hidden: bool = False
    cells: list[Cell] = field(default_factory=list)


class _BadCellError(FaultError):
    def __init__(self, reason: str, at: str = "") -> None:
        super().__init__("T12", reason, cell=at)


def _broken() -> FaultError:
    return FaultError("T04", "một dòng của sheet bị hỏng hoặc bị cắt cụt")


def read_row(data: bytes) -> Row:
    """The row in its markup. Raises FaultError."""
    row = Row()
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
    double = next((cell for cell in row.cells if cell.is_double), None)
    if double:
        raise _BadCellError("có ô ghi hai giá trị", letters(double.column))
    return row


def _open(row: Row, above: list[bytes], name: bytes, raw: bytes, has_text: bool) -> None:
    depth = len(above)
    if depth == 0:
        _open_row(row, name, raw)
    elif depth == 1 and name == b"c":
        row.cells.append(_cell(row, raw))
    elif depth > 1 and above[1] == b"c":
        cell = row.cells[-1]
        cell.is_double |= above[-1] == b"v" or (depth == 2 and cell.has_value and name in (b"v", b"is"))
        cell.is_formula |= depth == 2 and name == b"f"
        cell.has_value |= depth == 2 and name in (b"v", b"is")
        cell.has_text |= has_text and (name == b"v" if depth == 2 else above[2] == b"is" and name == b"t")
    elif name in (b"row", b"c"):
        raise _broken()


def _open_row(row: Row, name: bytes, raw: bytes) -> None:
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


def _cell(row: Row, raw: bytes) -> Cell:
    found = attributes(raw)
    last = row.cells[-1].column if row.cells else 0
    name = found.get("r")
    if name is None:
        return Cell(last + 1, found.get("t", "n"))
    match = REFERENCE.fullmatch(name)
    if not match:
        raise _BadCellError(f"có ô tên là «{name[:12]}»")
    column = column_number(match[1])
    if not row.has_name and match[2]:
        row.number, row.has_name = int(match[2][:9]), True
    if column > _MOST_COLUMNS or match[2] != ("" if row.number is None else str(row.number)):
        raise _BadCellError(f"có ô tên là «{name[:12]}» không thuộc dòng của nó")
    if column <= last:
        raise _BadCellError("có ô bị lặp hoặc sai thứ tự", match[1])
    return Cell(column, found.get("t", "n"))
