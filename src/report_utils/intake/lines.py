"""The rows of one table of one unit, typed, with the place of every cell and a ledger of what became of each row."""

from __future__ import annotations

from dataclasses import dataclass, field

from report_utils.agency.agency import Agency
from report_utils.agency.settings import nearest
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.asked import KnownRow, choices_of, known_rows
from report_utils.forms.info import NIL_LABEL
from report_utils.forms.table import Column, Kind, Rows, Table
from report_utils.intake.book import Grid, RawValue
from report_utils.intake.layout import Layout, LayoutMissing, find_layout
from report_utils.intake.values import Value, is_blank, read_value, shown
from report_utils.vietnamese.text import fold

_TOTALS = ("tổng", "tổng cộng", "tổng số", "cộng")


@dataclass
class Ledger:
    """Rows of a sheet: all = used + refused (with a finding) + no data (titles, totals, blanks)."""

    total: int = 0
    used: int = 0
    refused: int = 0
    no_data: int = 0


@dataclass
class Lines:
    """The rows of `table` that `unit` sent. `values[i]` belongs to the sheet's row `rows[i]` (from 1).

    `totals` are the rows "Tổng cộng" of the sheet: read to be checked, not counted.
    """

    table: Table
    unit: Unit
    file: str
    sheet: str
    letters: dict[str, str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    values: list[dict[str, Value]] = field(default_factory=list)
    totals: list[tuple[int, dict[str, Value]]] = field(default_factory=list)
    nil: bool = False
    ledger: Ledger = field(default_factory=Ledger)
    findings: list[Finding] = field(default_factory=list)

    def ref(self, code: str, row: int) -> CellRef:
        """The cell of column `code` in the sheet's row `row`."""
        return CellRef(self.file, self.sheet, f"{self.letters.get(code, 'A')}{row}")


def read_lines(agency: Agency, unit: Unit, table: Table, grid: Grid, file: str) -> Lines:
    """Read `table` of `unit` from `grid`. Never raises for what the unit typed: that becomes findings."""
    lines = Lines(table, unit, file, grid.sheet)
    lines.ledger.total = len(grid.rows)
    layout = find_layout(grid, table)
    if isinstance(layout, LayoutMissing):
        lines.findings.append(finding("B01", unit=unit.name, at=CellRef(file, grid.sheet), table=table.sheet,
                                      missing=", ".join(layout.missing)))
        lines.ledger.refused = len(grid.rows)
        return lines
    lines.letters = {code: grid.name(0, column)[:-1] for code, column in layout.columns.items()}
    lines.nil = _declared_nil(grid, layout)
    lines.ledger.no_data = min(layout.first_row, len(grid.rows))
    known = {str(row[table.key]): row for row in known_rows(agency, table, unit)} if table.key else {}
    for index in range(layout.first_row, len(grid.rows)):
        _read_row(agency, lines, layout, grid.rows[index], index + 1, known)
    _check_presence(lines, known)
    return lines


def _declared_nil(grid: Grid, layout: Layout) -> bool:
    """Whether the unit marked the whole sheet as "không phát sinh"."""
    for row in grid.rows[: layout.first_row]:
        if row and fold(str(row[0])) == fold(NIL_LABEL):
            return any(fold(str(value)) == "x" for value in row[1:])
    return False


def _read_row(agency: Agency, lines: Lines, layout: Layout, row: list[RawValue], number: int,
              known: dict[str, KnownRow]) -> None:
    table = lines.table
    raw = {code: row[i] if i < len(row) else "" for code, i in layout.columns.items()}
    if _is_total(table, raw):
        lines.totals.append((number, {c.code: read_value(raw.get(c.code, ""), c.kind).value for c in table.columns
                                      if c.kind.is_number}))
        lines.ledger.no_data += 1
    elif not _has_data(table, raw):
        lines.ledger.no_data += 1
    elif table.rows is Rows.KNOWN and not _is_known(lines, raw, number, known):
        lines.ledger.refused += 1
    else:
        lines.rows.append(number)
        lines.values.append({column.code: _read_cell(agency, lines, column, raw.get(column.code, ""), number)
                             for column in table.columns})
        lines.ledger.used += 1


def _is_total(table: Table, raw: dict[str, RawValue]) -> bool:
    return any(fold(str(raw[c.code])) in _TOTALS for c in table.columns
               if not c.kind.is_number and isinstance(raw.get(c.code), str))


def _has_data(table: Table, raw: dict[str, RawValue]) -> bool:
    """Whether a row says anything: a key in a known table; anything typed (not just its number) in an open one."""
    if table.rows is Rows.KNOWN:
        return not is_blank(raw[table.key])
    return any(not is_blank(raw.get(column.code, "")) for column in table.open_columns if column.code != "number")


def _is_known(lines: Lines, raw: dict[str, RawValue], number: int, known: dict[str, KnownRow]) -> bool:
    table = lines.table
    key = str(read_value(raw[table.key], Kind.CODE).value)
    at = lines.ref(table.key, number)
    if key not in known:
        near = nearest(key, known)
        lines.findings.append(finding("B02", unit=lines.unit.name, at=at, found=key, table=table.sheet,
                                      suggestion=f" Gần nhất: «{near}»." if near else ""))
        return False
    if any(values[table.key] == key for values in lines.values):
        lines.findings.append(finding("B04", unit=lines.unit.name, at=at, found=key, table=table.sheet))
        return False
    return True


def _read_cell(agency: Agency, lines: Lines, column: Column, raw: RawValue, number: int) -> Value:
    reading = read_value(raw, column.kind)
    value, code, suggestion = reading.value, reading.code, ""
    if value is None and not code and column.required:
        code = "O01"
    choices = choices_of(agency, column) if column.kind is Kind.CHOICE and value is not None else ()
    if choices:
        folded = {fold(choice): choice for choice in choices}
        match = folded.get(fold(str(value)))
        if match is None:
            near = nearest(str(value), choices)
            code, suggestion = "O05", f" Gần nhất: «{near}»." if near else ""
        value = match
    if code and not column.derived:
        expected = str(value) if value is not None else ""
        lines.findings.append(finding(code, unit=lines.unit.name, at=lines.ref(column.code, number),
                                      found=shown(raw), expected=expected, column=column.title,
                                      suggestion=suggestion, reason=reading.reason))
    return value


def _check_presence(lines: Lines, known: dict[str, KnownRow]) -> None:
    """Rows that must be there, and the declaration "không phát sinh" against what was typed."""
    table, unit = lines.table, lines.unit.name
    at = CellRef(lines.file, lines.sheet)
    present = {values[table.key] for values in lines.values} if table.key else set()
    for key in known:
        if key not in present:
            lines.findings.append(finding("B03", unit=unit, at=at, expected=key, table=table.sheet))
    if table.rows is Rows.OPEN and not lines.values and not lines.nil:
        lines.findings.append(finding("B05", unit=unit, at=at, table=table.sheet))
    if lines.nil and lines.values:
        lines.findings.append(finding("B06", unit=unit, at=at, table=table.sheet))
