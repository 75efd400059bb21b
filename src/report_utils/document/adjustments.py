"""The appendix of adjustments: a report says which of its data are not as the units sent them."""

from __future__ import annotations

from collections.abc import Collection

from report_utils.figures.families.adjustments import adjustments_table
from report_utils.figures.period import PeriodFigures
from report_utils.figures.tables import ReportTable
from report_utils.forms.asked import suppliers_of
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.record import Adjustment

TITLE = "Các điều chỉnh số liệu"


def adjustments_in(figures: PeriodFigures, report: str, shown: Collection[str]) -> ReportTable:
    """The adjustments that a report must tell: all in the main one, in others those of tables behind what it shows.

    `shown` are the codes of the figures in it.
    """
    source = figures.source
    every = source.dataset.adjustments
    if every and report != source.reporting.first_report:
        tables = _tables_behind(figures, shown)
        every = tuple(one for one in every if _is_of(figures, one, tables))
    return adjustments_table(source, every)


def _tables_behind(figures: PeriodFigures, shown: Collection[str]) -> set[Table]:
    """The tables that the cells of these figures stand in."""
    cells = (cell for code in shown for cell in figures.figure(code).quantity.cells)
    sheets = {(cell.file, cell.sheet) for cell in cells}
    ledgers = figures.source.dataset.ledgers
    return {TABLES[entry.table] for entry in ledgers if entry.table and (entry.file, entry.sheet) in sheets}


def _is_of(figures: PeriodFigures, one: Adjustment, tables: Collection[Table]) -> bool:
    """Whether an adjustment changes or leaves out anything of these tables."""
    if one.table:
        return TABLES[one.table] in tables
    return any(unit.code == one.unit for table in tables for unit in suppliers_of(figures.source.agency, table))
