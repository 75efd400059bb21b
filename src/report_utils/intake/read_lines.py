"""One sheet as the rows of its table: the header found, the rows told apart, the values typed column by column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from report_utils.agency.agency import Agency
from report_utils.agency.units import Unit
from report_utils.findings import CellRef
from report_utils.forms.asked import KnownRow, choices_of, known_rows
from report_utils.forms.info import NIL_LABEL
from report_utils.forms.table import Column, Kind, Rows, Table
from report_utils.intake.alike import told_together
from report_utils.intake.book import Grid, RawValue, column_letter
from report_utils.intake.columns import WORDY, are_legible, legible, read_column, take_as_given
from report_utils.intake.layout import Layout, LayoutMissing, find_layout
from report_utils.intake.lines import Lines
from report_utils.intake.listed import read_mark
from report_utils.intake.presence import check_names, check_presence, known_only, tell_columns, tell_rows
from report_utils.intake.reading import NO_FACTS, ColumnFacts, Remark, Value
from report_utils.intake.sorting import ROW_NUMBER, RawColumns, sort_rows
from report_utils.intake.values import read_value, shown
from report_utils.intake.wording import decoded, encoding_of, vocabulary_of
from report_utils.vietnamese.numbers import format_integer
from report_utils.vietnamese.text import fold

_UNREAD = ("O02", "O06", "O09", "O10", "O14", "O17", "O20")
"""What may be said of a sum that is no number; a formula without its result is none of it."""

_NIL_WORDS, _NIL_LETTERS = fold(NIL_LABEL.partition("(")[0]).strip(), ("K", "k")


def read_lines(agency: Agency, unit: Unit, table: Table, grid: Grid, file: str, *, epoch_1904: bool = False) -> Lines:
    """Read `table` of `unit` from `grid`. Never raises for what the unit typed: that becomes findings."""
    lines = Lines(table, unit, file, grid.sheet, epoch_1904=epoch_1904)
    lines.ledger.total = len(grid.rows)
    layout = find_layout(grid, table)
    encoding = encoding_of(grid.rows, vocabulary_of(agency)) if isinstance(layout, LayoutMissing) else None
    if encoding is not None:
        lines.tell("E01", CellRef(file, grid.sheet), found="toàn bộ sheet", expected=encoding.value, column="cả sheet")
        grid = decoded(grid, encoding, vocabulary_of(agency))
        layout = find_layout(grid, table)
    if isinstance(layout, LayoutMissing):
        near = f" Gần giống: {', '.join(layout.near)}." if layout.near else ""
        lines.tell("B01", CellRef(file, grid.sheet), missing=", ".join(layout.missing), suggestion=near)
        lines.ledger.refused = len(grid.rows)
        return lines
    lines.ledger.headings = layout.first_row
    lines.letters = {code: column_letter(column) for code, column in layout.columns.items()}
    lines.nil = _declared_nil(grid, layout)
    tell_columns(lines, layout, grid)
    _read_body(agency, lines, layout, grid)
    return lines


def _declared_nil(grid: Grid, layout: Layout) -> bool:
    """Whether the unit marked the whole sheet as "không phát sinh", in the cell beside that label."""
    for row in grid.rows[: layout.first_row]:
        for i, value in enumerate(row):
            if value.__class__ is str and value.lstrip()[:1] in _NIL_LETTERS and fold(value).startswith(_NIL_WORDS):
                return any(read_mark(cell, NO_FACTS).value is True for cell in row[i + 1 :] if cell != "")
    return False


def _read_body(agency: Agency, lines: Lines, layout: Layout, grid: Grid) -> None:
    table, body = lines.table, grid.rows[layout.first_row :]
    cells = list(zip(*body, strict=True)) if body else [()] * (max(layout.columns.values()) + 1)
    raw: RawColumns = {code: cells[column] for code, column in layout.columns.items()}
    known = known_rows(agency, table, lines.unit) if table.key else ()
    keys = tuple(str(row[table.key]) for row in known)
    if len(body) > table.most_rows and (filled := _filled(table, raw)) > table.most_rows:
        _refuse_all(lines, len(body), filled)
        return
    legible_raw = _legible(agency, table, raw)
    rows, is_legible = sort_rows(table, legible_raw, keys), legible_raw is raw
    used = rows.data
    tell_rows(lines, rows, raw, layout.first_row)
    if table.rows is Rows.KNOWN:
        used = known_only(lines, raw[table.key], used, layout.first_row, keys)
    ledger = lines.ledger
    ledger.used, ledger.refused = len(used), len(rows.data) - len(used) + len(rows.nameless) + len(rows.lone)
    ledger.headings += len(rows.headers) + len(rows.groups)
    ledger.totals, ledger.silent = len(rows.totals), len(rows.silent) + len(rows.nil)
    lines.rows = [layout.first_row + i + 1 for i in used]
    for column, settled in _settled(agency, table, keys, epoch_1904=lines.epoch_1904, is_legible=is_legible):
        lines.columns[column.code] = _read_column(lines, grid, column, raw.get(column.code), used, settled,
                                                  _given(known, column))
    lines.totals = [(layout.first_row + i + 1, _total(table, raw, i)) for i in rows.totals]
    check_presence(lines, keys)
    check_names(lines, known)
    lines.findings[:] = told_together(lines.findings)


def _filled(table: Table, raw: RawColumns) -> int:
    """In how many rows the column that is filled most has more than zeros, of those that units type into."""
    asked = (raw[column.code] for column in table.open_columns if column.code in raw and column.code != ROW_NUMBER)
    return max((sum(cell not in ("", 0) for cell in cells) for cells in asked), default=0)


def _refuse_all(lines: Lines, rows: int, filled: int) -> None:
    """The table is not read, as if it had no header: nobody has so many rows of data."""
    lines.tell("B19", CellRef(lines.file, lines.sheet), found=format_integer(filled),
               expected=format_integer(lines.table.most_rows))
    lines.ledger.refused, lines.letters, lines.nil = rows, {}, False


def _legible(agency: Agency, table: Table, raw: RawColumns) -> RawColumns:
    wordy = {code: cells for code, cells in raw.items() if table.column(code).kind in WORDY}
    if all(map(are_legible, wordy.values())):
        return raw
    facts = ColumnFacts(vocabulary=vocabulary_of(agency))
    return raw | {code: legible(cells, table.column(code).kind, facts) for code, cells in wordy.items()}


def _read_column(lines: Lines, grid: Grid, column: Column, raw: Sequence[RawValue] | None, rows: list[int],
                 settled: ColumnFacts, given: Iterable[str]) -> list[Value]:
    """The typed values of one column in the rows used, with what is wrong in them told."""
    if raw is None:
        return [None] * len(rows)
    chosen, facts = _chosen(raw, rows), _facts(settled, lines, grid, column)
    if column.kind is Kind.CODE and grid.padded:
        chosen = [_with_zeros(raw, grid.padded.get(lines.ref(column.code, row).cell, ""))
                  for raw, row in zip(chosen, lines.rows, strict=True)]
    reading = read_column(chosen, column.kind, facts)
    if reading.remarks:
        take_as_given(reading, chosen, given)
    for i, remark in sorted(reading.remarks.items()):
        if not column.derived:
            _tell_remark(lines, column, lines.rows[i], chosen[i], reading.values[i], remark)
        elif remark.code in _UNREAD:
            _tell_remark(lines, column, lines.rows[i], chosen[i], None, remark._replace(code="O21"))
    return reading.values


def _given(known: Sequence[KnownRow], column: Column) -> Iterable[str]:
    """The texts that the form was given for a column."""
    return (text for row in known if column.known and isinstance(text := row.get(column.code), str))


def _chosen(raw: Sequence[RawValue], rows: list[int]) -> Sequence[RawValue]:
    """The cells of these rows (rising); most often they stand together."""
    if rows and rows[-1] - rows[0] == len(rows) - 1:
        return raw[rows[0] : rows[-1] + 1]
    return [raw[i] for i in rows]


def _facts(settled: ColumnFacts, lines: Lines, grid: Grid, column: Column) -> ColumnFacts:
    """What is known of a column, with what the workbook tells of its single cells."""
    if not (grid.errors or grid.unstored or grid.units or grid.marked):
        return settled
    cells = [lines.ref(column.code, row).cell for row in lines.rows]
    errors = {i: grid.errors[cell] for i, cell in enumerate(cells) if cell in grid.errors}
    return replace(settled, errors=errors,
                   unstored=frozenset(i for i, cell in enumerate(cells) if cell in grid.unstored),
                   units={i: grid.units[cell] for i, cell in enumerate(cells) if cell in grid.units},
                   marked={i: grid.marked[cell] for i, cell in enumerate(cells) if cell in grid.marked})


@lru_cache(maxsize=1024)
def _settled(agency: Agency, table: Table, keys: tuple[str, ...], *, epoch_1904: bool, is_legible: bool
             ) -> tuple[tuple[Column, ColumnFacts], ...]:
    """The columns of a table, with what is known of each in the files of every unit that has these keys."""
    has_nil_mark = any(column.code == "nil" for column in table.columns)
    return tuple((column, ColumnFacts(
        required=column.required, signed=column.signed, epoch_1904=epoch_1904, nil_mark=has_nil_mark,
        keys=keys if column.code == table.key else (), vocabulary=vocabulary_of(agency), is_legible=is_legible,
        choices=choices_of(agency, column) if column.kind is Kind.CHOICE else (),
        counted=tuple(map(fold, table.counted)),
    )) for column in table.columns)


def _with_zeros(raw: RawValue, shown_as: str) -> RawValue:
    """A code that Excel keeps as a number and shows with leading zeros, as it is shown."""
    return f"{int(raw):0{len(shown_as)}d}" if shown_as and isinstance(raw, float) and raw.is_integer() else raw


def _tell_remark(lines: Lines, column: Column, row: int, raw: RawValue, value: Value, remark: Remark) -> None:
    lines.tell(remark.code, lines.ref(column.code, row), column=column.title, found=remark.found or shown(raw),
               expected=remark.expected or ("" if value is None else str(value)), reason=remark.reason,
               suggestion=remark.suggestion)


def _total(table: Table, raw: RawColumns, i: int) -> dict[str, Value]:
    return {column.code: read_value(raw[column.code][i], column.kind).value if column.code in raw else None
            for column in table.columns if column.kind.is_number}
