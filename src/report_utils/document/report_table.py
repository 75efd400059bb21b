"""A table of the report as blocks."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.document.blocks import Align, Block, HeaderCell, Paragraph, Table, TableColumn, TableRow
from report_utils.document.inserts import absent_run, cell_runs
from report_utils.figures.tables import Cell, ReportTable
from report_utils.forms.header import header_areas

_ALIGN = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


def as_blocks(table: ReportTable) -> list[Block]:
    """The table, and below it a line for the units whose rows are missing. An empty table is that line alone."""
    absent: list[Block] = [Paragraph((absent_run(table.absent),))] if table.absent else []
    return [_table(table), *absent] if table.rows else absent


def _table(table: ReportTable) -> Table:
    rows = [_row(row, len(table.columns)) for row in table.rows]
    if table.total:
        rows.append(TableRow(tuple(map(cell_runs, table.total)), bold=True))
    return Table(
        columns=tuple(TableColumn(column.share, _ALIGN[column.align]) for column in table.columns),
        header=_header(table), rows=tuple(rows), number_row=table.numbers, caption=table.caption,
        name=table.code, description=table.description, wide=table.wide)


def _row(cells: Sequence[Cell], columns: int) -> TableRow:
    """A row; one with fewer cells than columns is a heading of those below it, and its last cell spans the rest."""
    left = columns - len(cells)
    spans = (*(1 for _ in cells[:-1]), left + 1) if left else ()
    return TableRow(tuple(map(cell_runs, cells)), bold=bool(left), spans=spans, heading=bool(left))


def _header(table: ReportTable) -> tuple[tuple[HeaderCell, ...], ...]:
    areas = header_areas([column.heading for column in table.columns])
    levels = 1 + max(area.level for area in areas)
    return tuple(
        tuple(HeaderCell(area.text, area.columns, area.rows) for area in areas if area.level == level)
        for level in range(levels)
    )


