"""Reads a set's text and writes its tables as the .csv and .xlsx files that agencies would hand in.

A set is a text: `## name xlsx 40 tcvn3` opens a table of 40 rows, `> …` is a title above it, and
`H | header › second row | cell ;; other cell ~20` is a column (`~20`: a fifth of the cells is empty).
Labels: H an identifier that its header or its own form tells, D a disguised one, - a clean column, ? not counted.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from bench.privacy_sets import fonts, values


@dataclass(frozen=True)
class Column:
    """One column: its label (H, D, - or ?), its header lines, and what its cells may be."""

    label: str
    header: tuple[str, ...]
    cells: tuple[str, ...]
    empty: int

    def cell(self, row: values.Row) -> values.Cell:
        """The cell in `row`."""
        if self.empty and row.rng.randrange(100) < self.empty:
            return None
        text = row.rng.choice(self.cells)
        whole = re.fullmatch(r"\{([^{}]+)\}", text)
        if whole:
            return values.make(whole[1], row)
        return re.sub(r"\{([^{}]+)\}", lambda found: str(values.make(found[1], row)), text)


@dataclass
class Table:
    """One file: name, kind (csv or xlsx), rows, options, title lines, columns."""

    name: str
    kind: str
    rows: int
    options: frozenset[str]
    titles: list[str] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)

    def letters(self) -> dict[str, Column]:
        """Each column by its letter."""
        return {get_column_letter(at): column for at, column in enumerate(self.columns, 1)}

    def grid(self) -> list[list[values.Cell]]:
        """Titles, header lines and rows, always the same for the same set."""
        rng = random.Random(f"{self.name} 2025")  # noqa: S311 - made-up data
        depth = 0 if "nohead" in self.options else max(len(column.header) for column in self.columns)
        grid: list[list[values.Cell]] = [[title] for title in self.titles]
        grid += [self._header(level) for level in range(depth)]
        for at in range(self.rows):
            row = values.row(at, rng)
            grid.append([column.cell(row) for column in self.columns])
        return [[self._encoded(cell) for cell in line] for line in grid]

    def _header(self, level: int) -> list[values.Cell]:
        line: list[values.Cell] = []
        above: str | None = None
        for column in self.columns:
            text = column.header[level] if level < len(column.header) else None
            same = level == 0 and len(column.header) > 1 and text == above
            above = text
            line.append(None if same else text)
        return line

    def _encoded(self, cell: values.Cell) -> values.Cell:
        if not isinstance(cell, str):
            return cell
        for option in sorted(self.options & fonts.CODES.keys()):
            cell = fonts.CODES[option](cell)
        return cell


def read_set(path: Path) -> list[Table]:
    """The tables of the set in `path`."""
    tables: list[Table] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            name, kind, rows, *options = line[3:].split()
            tables.append(Table(name, kind, int(rows), frozenset(options)))
        elif line.startswith("> "):
            tables[-1].titles.append(line[2:])
        elif line[:4] in ("H | ", "D | ", "- | ", "? | "):
            tables[-1].columns.append(_column(line))
    return tables


def _column(line: str) -> Column:
    label, header, cells = (part.strip() for part in line.split(" | ", 2)) if line.count(" | ") > 1 else ("", "", "")
    blanks = re.search(r" ~(\d+)$", cells)
    cells = cells[: blanks.start()] if blanks else cells
    lines = tuple("" if part == "∅" else part for part in header.split(" › "))
    return Column(label, lines, tuple(cells.split(" ;; ")), int(blanks[1]) if blanks else 0)


def write(table: Table, folder: Path) -> Path:
    """The file of `table` in `folder`."""
    path = folder / f"{table.name}.{table.kind}"
    if table.kind == "csv":
        _write_csv(table, path)
    else:
        _write_xlsx(table, path)
    return path


def _write_csv(table: Table, path: Path) -> None:
    code = "utf-8-sig" if "bom" in table.options else "utf-8"
    with path.open("w", encoding=code, newline="") as out:
        writer = csv.writer(out, delimiter=";" if "semicolon" in table.options else ",")
        writer.writerows([csv_text(cell) for cell in line] for line in table.grid())


def csv_text(cell: values.Cell) -> str:
    """A cell as CSV holds it."""
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if hasattr(cell, "strftime") else str(cell)


def _write_xlsx(table: Table, path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    for line in table.grid():
        sheet.append(line)
    top = len(table.titles) + 1
    for first, last in _spans(table):
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=last)
    book.save(path)


def _spans(table: Table) -> Iterator[tuple[int, int]]:
    parents = [column.header[0] if len(column.header) > 1 else None for column in table.columns]
    at = 0
    while at < len(parents):
        end = at
        while parents[at] is not None and end + 1 < len(parents) and parents[end + 1] == parents[at]:
            end += 1
        if end > at:
            yield at + 1, end + 1
        at = end + 1
