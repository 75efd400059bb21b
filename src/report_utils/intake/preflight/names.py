"""Names of cells: letters and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]*)")


def letters(column: int) -> str:
    """The name of a column counted from 1: 28 is "AB"."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The number of a column, from 1: "AB" is 28."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def cells_named(columns: tuple[int, ...], row: int) -> Iterator[str]:
    """The names of the cells of these columns in a row."""
    return (f"{letters(column)}{row}" for column in columns)


def place_of(cell: str) -> tuple[int, int]:
    """Row and column, both from 1, of a well-formed cell name: "AB12" is (12, 28)."""
    [(name, row)] = REFERENCE.findall(cell)
    return int(row), column_number(name)


def area_of(area: str) -> int:
    """How many cells a well-formed area like "A1:C2" spans; 1 for a single cell, 0 for none."""
    ends = REFERENCE.findall(area)
    if not ends:
        return 0
    (left, top), (right, bottom) = ends[0], ends[-1]
    return (abs(column_number(right) - column_number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)
