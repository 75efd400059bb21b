"""Which rows of a table may stand: known ones once, none that says the same twice, all that must be there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from report_utils.findings import CellRef
from report_utils.forms.asked import KnownRow
from report_utils.forms.table import Kind, Rows
from report_utils.intake.book import Grid, RawValue, column_letter
from report_utils.intake.columns import read_column
from report_utils.intake.layout import Layout
from report_utils.intake.lines import Lines
from report_utils.intake.listed import nearest_hint
from report_utils.intake.reading import ColumnFacts, Value
from report_utils.intake.sorting import ROW_NUMBER, RawColumns, SortedRows, speaks
from report_utils.intake.values import shown
from report_utils.vietnamese.text import fold


def tell_columns(lines: Lines, layout: Layout, grid: Grid) -> None:
    """Columns of the table that are not on the sheet or twice on it, and numbers above its header."""
    header = layout.first_row - 1
    for column in lines.table.columns:
        if column.code not in layout.columns:
            if column.code != ROW_NUMBER and column in lines.table.open_columns:
                lines.tell("B07", CellRef(lines.file, lines.sheet, grid.name(header, 0)), column=column.title)
        elif column.code in layout.doubles and column.code != ROW_NUMBER:
            own, others = layout.columns[column.code], layout.doubles[column.code]
            lines.tell("B12", CellRef(lines.file, lines.sheet, grid.name(header, others[0])), column=column.title,
                       found=", ".join(map(column_letter, sorted((own, *others)))), expected=column_letter(own))
    for i, row in enumerate(grid.rows[: layout.top]):
        if sum(isinstance(value, float | int) and not isinstance(value, bool) for value in row) > 1:
            lines.tell("B13", CellRef(lines.file, lines.sheet, grid.name(i, 0)), found=i + 1)


def tell_rows(lines: Lines, rows: SortedRows, raw: RawColumns, first: int) -> None:
    """What is to be told of rows as wholes; `first` is the grid row of the first of them."""
    key = lines.table.key or next(c.code for c in lines.table.open_columns if c.code != ROW_NUMBER)
    for code, listed in (("B08", rows.nameless), ("B14", rows.lone), ("B15", rows.groups), ("B17", rows.headers),
                         ("B10", rows.doubtful)):
        for i in listed:
            column, label = _label_of(lines, raw, i)
            lines.tell(code, lines.ref(key if code == "B08" else column, first + i + 1), found=label)
    for i in rows.sums:
        column, label = _label_of(lines, raw, i)
        numbers = [column.code for column in lines.table.columns if column.kind.is_number and column.code in raw]
        lines.tell("B18", lines.ref(column, first + i + 1), found=label,
                   related=tuple(lines.ref(code, first + i + 1) for code in numbers))
    for i in rows.nil:
        column, label = _label_of(lines, raw, i)
        lines.tell("B16", lines.ref(column, first + i + 1), found=label)
        lines.nil = True


def _label_of(lines: Lines, raw: RawColumns, i: int) -> tuple[str, str]:
    """The first column in which a row says something, and what."""
    codes = [column.code for column in lines.table.columns if column.code in raw and column.code != ROW_NUMBER]
    return next(((code, shown(raw[code][i])) for code in codes if speaks(raw[code][i])), (codes[0], ""))


def known_only(lines: Lines, raw: Sequence[RawValue], rows: list[int], first: int, keys: tuple[str, ...]) -> list[int]:
    """The rows whose key the catalogue knows, each key once; the others are refused with a finding."""
    values = read_column([raw[i] for i in rows], Kind.CODE, ColumnFacts(keys=keys)).values
    known, seen, used = set(keys), dict[Value, CellRef](), []
    if known.issuperset(values) and len(set(values)) == len(values):
        return rows
    for i, key in zip(rows, values, strict=True):
        at = lines.ref(lines.table.key, first + i + 1)
        if key not in known:
            lines.tell("B02", at, found=shown(raw[i]), suggestion=nearest_hint(str(key), keys))
        elif key in seen:
            lines.tell("B04", at, found=key, related=(seen[key],))
        else:
            seen[key] = at
            used.append(i)
    return used


def check_names(lines: Lines, known: Sequence[KnownRow]) -> None:
    """A row whose words are those of another known row: somebody has moved the codes, or the words."""
    key = lines.table.key
    own_words = {str(row[key]): row for row in known}
    for column in (column for column in lines.table.columns if column.known and column.code != key):
        values, keys = lines.columns[column.code], lines.columns[key]
        if all(own_words[str(code)].get(column.code) == value for code, value in zip(keys, values, strict=True)):
            continue
        names = [fold(str(row.get(column.code, ""))) for row in known]
        owner = {name: str(row[key]) for name, row in zip(names, known, strict=True) if name and names.count(name) == 1}
        own = {str(row[key]): name for name, row in zip(names, known, strict=True)}
        for row, code, value in zip(lines.rows, keys, values, strict=True):
            name = fold(str(value or ""))
            if name in owner and owner[name] != code and own.get(str(code)) != name:
                lines.tell("B11", lines.ref(key, row), found=code, expected=owner[name], name=value,
                           related=(lines.ref(column.code, row),))


def check_presence(lines: Lines, keys: tuple[str, ...]) -> None:
    """Rows that must be there, rows that stand twice, and the declaration "không phát sinh" against what was typed."""
    at = CellRef(lines.file, lines.sheet)
    check_repeats(lines)
    present = set(lines.columns[lines.table.key]) if keys else set()
    for key in keys:
        if key not in present:
            lines.tell("B03", at, expected=key)
    if lines.table.rows is Rows.OPEN and not (lines.rows or lines.nil or lines.table.optional):
        lines.tell("B05", at)
    if lines.nil and lines.rows:
        lines.tell("B06", at)


@lru_cache(maxsize=1 << 14)
def _without_stop(text: str) -> str:
    return fold(text).rstrip(" .;,")


def check_repeats(lines: Lines) -> None:
    """Rows of an open table that name the same thing: each would be counted."""
    unique = lines.table.unique
    columns = [lines.columns[code] for code in unique]
    firsts = set(map(_without_stop, map(str, columns[0]))) if columns else ()
    if len(firsts) == len(lines.rows):  # most often one column tells them apart
        return
    keys = list(zip(*(map(_without_stop, map(str, column)) for column in columns), strict=True))
    if len(set(keys)) == len(keys):
        return
    seen: dict[tuple[str, ...], int] = {}
    for row, key, values in zip(lines.rows, keys, zip(*columns, strict=True), strict=True):
        if None not in values and key in seen:
            lines.tell("B04", lines.ref(unique[0], row), found=", ".join(map(str, values)),
                       related=(lines.ref(unique[0], seen[key]),))
        seen.setdefault(key, row)
