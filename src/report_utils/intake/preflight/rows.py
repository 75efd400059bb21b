"""The rows of a sheet: numbers that rise, cells with a value, and what is worth telling of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from report_utils.intake.preflight.cells import RowShape, row_shape
from report_utils.intake.preflight.facts import Span
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.names import cells_named
from report_utils.intake.preflight.refusal import FaultError

_LONGEST_KEPT = 64 * 1024
_NAMED_STRAYS = 5

Numbered = tuple[tuple[int, RowShape], ...]
"""Rows that hold a value, an error, a formula without result, or that are hidden."""


class Rows(NamedTuple):
    """Rows of a sheet from the top on; `last` is the number of the last one.

    `has_odd_types`: some cell says in an unusual way that it names a shared string.
    """

    last: int
    notable: Numbered
    has_odd_types: bool


NO_ROWS = Rows(0, (), has_odd_types=False)


class Extent(NamedTuple):
    """The dense part of a sheet, and the first cells outside of it (of `stray_count`)."""

    last_row: int
    last_column: int
    stray: tuple[str, ...]
    stray_count: int


class Layout(NamedTuple):
    """What the rows of a sheet say without their texts."""

    extent: Extent
    errors: tuple[str, ...]
    unstored: tuple[str, ...]
    hidden: tuple[Span, ...]
    has_odd_types: bool


def read_rows(skeleton: bytes, above: int) -> Rows:
    """The rows in the skeleton of a piece of sheet data, which follow row `above`. Raises FaultError."""
    start, *pieces = skeleton.split(b"<row ")
    if b"<" in start:
        return _read_bare(skeleton, above)
    found, has_odd_types = [], False
    for piece in pieces:
        number, shape = _number_and_shape(piece, above)
        if shape.fault or number <= above:
            return _read_bare(skeleton, above, number, shape)
        above = number
        has_odd_types |= shape.has_odd_type
        if shape.is_notable:
            found.append((number, shape))
    return Rows(above, tuple(found), has_odd_types)


def _number_and_shape(piece: bytes, above: int) -> tuple[int, RowShape]:
    if piece[:3] == b'r="':
        digits = piece[3:15].partition(b'"')[0]
        if digits.isdigit():
            return int(digits[:9]), row_shape(piece.replace(digits + b'"', b'"'))
    shape = row_shape(piece)
    return shape.number if shape.number is not None else above + 1, shape


def _read_bare(skeleton: bytes, above: int, number: int = 0, shape: RowShape | None = None) -> Rows:
    """The same for rows without attributes; where there are none, what is wrong is wrong."""
    if b"<row>" in skeleton:
        return read_rows(skeleton.replace(b"<row>", b"<row >"), above)
    if shape is None:
        raise FaultError("T12", "giữa các dòng của sheet có nội dung lạ")
    if shape.fault:
        at = shape.fault.cell
        raise FaultError(shape.fault.code, shape.fault.reason, cell=f"{at}{number}" if at else "")
    raise FaultError("T12", f"dòng {number} bị lặp hoặc sai thứ tự")


def layout_of(rows: Rows, limits: Limits) -> Layout:
    """What is to be told of all rows of a sheet. Raises FaultError when there is too much of them."""
    return Layout(
        _extent(rows, limits),
        errors_in(rows.notable),
        _named((number, shape.unstored) for number, shape in rows.notable if shape.unstored),
        spans(number for number, shape in rows.notable if shape.is_hidden),
        rows.has_odd_types,
    )


def errors_in(rows: Numbered) -> tuple[str, ...]:
    """The cells of these rows that hold an error of Excel."""
    return _named((number, shape.errors) for number, shape in rows if shape.errors)


def _named(columns: Iterable[tuple[int, tuple[int, ...]]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(cells_named(letters, number) for number, letters in columns))


def layout(skeleton: bytes, limits: Limits) -> Layout:
    """The layout of a sheet whose rows are all in `skeleton`; units fill in the same forms, so it is kept."""
    return _kept(skeleton, limits) if len(skeleton) <= _LONGEST_KEPT else layout_of(read_rows(skeleton, 0), limits)


@lru_cache(maxsize=512)
def _kept(skeleton: bytes, limits: Limits) -> Layout:
    return layout_of(read_rows(skeleton, 0), limits)


def _extent(rows: Rows, limits: Limits) -> Extent:
    if rows.last > limits.rows:
        raise FaultError("T12", f"có dòng {rows.last}, quá số dòng của Excel")
    valued = [(number, shape.valued) for number, shape in rows.notable if shape.valued]
    last_row = _dense_end([number for number, _ in valued], limits.gap_rows)
    distinct = {id(columns): columns for number, columns in valued if number <= last_row}
    last_column = _dense_end(sorted(set(chain.from_iterable(distinct.values()))), limits.gap_columns)
    if last_row * last_column > limits.cells or last_column > limits.columns:
        raise FaultError("T13", f"vùng dữ liệu rộng {last_row} dòng, {last_column} cột")
    return Extent(last_row, last_column, *_strays(valued, last_row, last_column))


def _dense_end(rising: list[int], gap: int) -> int:
    """The last number of the run that has the most numbers; a run ends before a gap of more than `gap`."""
    best = count = most = last = 0
    for number in rising:
        count = count + 1 if number - last <= gap + 1 or not last else 1
        if count > most:
            best, most = number, count
        last = number
    return best


def _strays(valued: list[tuple[int, tuple[int, ...]]], last_row: int, last_column: int) -> tuple[tuple[str, ...], int]:
    widest = {id(columns): columns[-1] for _, columns in valued}
    if not valued or (valued[-1][0] <= last_row and max(widest.values()) <= last_column):
        return (), 0
    outside = [(number, tuple(column for column in columns if number > last_row or column > last_column))
               for number, columns in valued]
    return _named(row for row in outside if row[1])[:_NAMED_STRAYS], sum(len(columns) for _, columns in outside)


def spans(rising: Iterable[int]) -> tuple[Span, ...]:
    """Numbers as ranges: 1, 2, 3, 7 are (1, 3), (7, 7)."""
    found: list[Span] = []
    for number in rising:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)
