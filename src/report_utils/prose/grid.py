"""Tables as grids of numbers with the headers of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from report_utils.prose.amounts import NUMBER, decimal_of, places_of
from report_utils.prose.letters import lowered
from report_utils.prose.scan import Scanned

_CELL = re.compile(rf"^(?P<n>{NUMBER}|\d+\.\d{{1,2}})\s*(?P<percent>%)?$")
_TOTAL = re.compile(r"^(?:[ivx]+\.?\s)?(?:tổng(?: cộng| công| số| chung)?|cộng|toàn (?:tỉnh|ngành|huyện|sở))\b")
_FORMULA = re.compile(r"^\(?(?P<n>\d{1,2})\)?\s*=\s*(?P<terms>\(?\d{1,2}\)?(?:\s*[-+]\s*\(?\d{1,2}\)?)+)$")
_ORDINAL = re.compile(r"^(?:stt|tt|số tt)$")
_ROMAN = re.compile(r"^(?:[IVX]+|[A-Z])\.?$")


@dataclass(frozen=True)
class Row:
    """A row of numbers: `values` by column, None where there is no number; `percents` are the columns with "%"."""

    scan: Scanned
    label: str
    values: tuple[Decimal | None, ...]
    places: tuple[int, ...]
    percents: frozenset[int]
    is_group: bool

    @property
    def is_total(self) -> bool:
        return _TOTAL.match(lowered(self.label)) is not None

    def number(self, column: int) -> Decimal:
        """The number in a column; an empty cell counts as zero."""
        return self.values[column] or Decimal(0)


@dataclass(frozen=True)
class Grid:
    """A table: the rows with numbers, the words above each column, the formulas that its header states."""

    rows: tuple[Row, ...]
    headers: tuple[str, ...]
    formulas: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
    """Column -> the signed columns that make it."""

    @property
    def width(self) -> int:
        return len(self.headers)

    @cached_property
    def number_columns(self) -> tuple[int, ...]:
        """The columns that count something: not the ordinal, not words, not percentages."""
        return tuple(j for j in range(self.width) if not _ORDINAL.match(lowered(self.headers[j])) and self._counts(j))

    @cached_property
    def percent_columns(self) -> tuple[int, ...]:
        """The columns of rates."""
        return tuple(
            j for j in range(self.width) if self._is_rate(j) and any(row.values[j] is not None for row in self.rows)
        )

    def title(self, column: int) -> str:
        """The words above a column."""
        return self.headers[column] or f"cột {column + 1}"

    def _is_rate(self, j: int) -> bool:
        header = lowered(self.headers[j])
        return "tỷ lệ" in header or "tỉ lệ" in header or "%" in header or any(j in row.percents for row in self.rows)

    def _counts(self, j: int) -> bool:
        held = [row.values[j] for row in self.rows if row.values[j] is not None]
        if self._is_rate(j) or len(held) < max(1, len(self.rows) // 2):
            return False
        return not (
            j == 0
            and [int(v or 0) for v in held] == list(range(1, len(held) + 1))
            and len(held) < len(self.rows) + 1
            and not self.headers[j]
        )


def grid_of(scans: Iterable[Scanned]) -> Grid:
    """The grid of the rows of one table."""
    listed = list(scans)
    width = max((len(each.passage.cells) for each in listed), default=0)
    headers: list[list[str]] = [[] for _ in range(width)]
    numbers: dict[int, int] = {}
    formulas: dict[int, str] = {}
    rows: list[Row] = []
    for scan in listed:
        cells = [*scan.passage.cells, *[""] * (width - len(scan.passage.cells))]
        if _numbers_columns(cells):
            for j, cell in enumerate(cells):
                _number_column(j, cell, numbers, formulas)
        elif _is_data(cells):
            rows.append(_row(scan, cells))
        elif not rows:
            for j, cell in enumerate(_spread(cells) if not headers[0] else cells):
                if cell and cell not in headers[j]:
                    headers[j].append(cell)
    made = tuple((column, terms) for column, text in formulas.items() if (terms := _terms(text, numbers)))
    return Grid(tuple(rows), tuple(" - ".join(each) for each in headers), made)


def _spread(cells: list[str]) -> list[str]:
    """A first header row whose merged cells are blank behind their words."""
    spread, last = [], ""
    for cell in cells:
        last = cell or last
        spread.append(last)
    return spread


def _numbers_columns(cells: list[str]) -> bool:
    """Whether a row numbers the columns: 1 | 2 | 3=4+5+6 | …, (1) | (2) | …"""
    said = [cell.replace(" ", "") for cell in cells if cell]
    bare = [cell.strip("()") for cell in said]
    plain = [int(cell) for cell in bare if cell.isdigit()]
    if any(_FORMULA.match(cell) for cell in said):
        return True
    return (
        len(plain) >= 3
        and len(plain) >= len(said) - 2
        and plain == list(range(plain[0], plain[0] + len(plain)))
        and plain[0] <= 2
    )


def _number_column(j: int, cell: str, numbers: dict[int, int], formulas: dict[int, str]) -> None:
    bare = cell.replace(" ", "")
    if found := _FORMULA.match(bare):
        numbers[int(found["n"])] = j
        formulas[j] = found["terms"]
    elif bare.strip("()").isdigit():
        numbers[int(bare.strip("()"))] = j


def _terms(text: str, numbers: dict[int, int]) -> tuple[tuple[int, int], ...]:
    found = [(-1 if sign == "-" else 1, int(n)) for sign, n in re.findall(r"([-+])?\(?(\d{1,2})\)?", text)]
    return tuple((sign, numbers[n]) for sign, n in found) if all(n in numbers for _, n in found) else ()


def _is_data(cells: list[str]) -> bool:
    return sum(_CELL.match(cell) is not None for cell in cells) >= 2 or (
        sum(_CELL.match(cell) is not None for cell in cells) == 1
        and sum(bool(cell) for cell in cells) >= 2
        and _CELL.match(cells[-1]) is not None
    )


def _row(scan: Scanned, cells: list[str]) -> Row:
    found = [_CELL.match(cell) for cell in cells]
    values = tuple(decimal_of(each["n"]) if each else None for each in found)
    label = " ".join(
        cell for cell, each in zip(cells, found, strict=True) if cell and not each and not _ROMAN.match(cell)
    )
    group = bool(cells[0] and _ROMAN.match(cells[0]))
    return Row(
        scan,
        label,
        values,
        tuple(places_of(each["n"]) if each else 0 for each in found),
        frozenset(j for j, each in enumerate(found) if each and each["percent"]),
        group,
    )
