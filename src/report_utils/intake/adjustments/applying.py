"""What the units sent with the adjustments of the office: corrected cells hold other values, rows left out are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from report_utils.agency.reporting import Reporting
from report_utils.findings import CellRef, Finding, ordered
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.cells import TypedCell, is_of_cell
from report_utils.intake.adjustments.entries import read_entries
from report_utils.intake.adjustments.judging import Judged, judged
from report_utils.intake.adjustments.leaving_out import without
from report_utils.intake.adjustments.record import Exclusion
from report_utils.intake.adjustments.repeats import told_again
from report_utils.intake.dataset import Dataset, typed_frame
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.intake.reading import Value

Change = tuple[TypedCell, Value]


def adjusted(reporting: Reporting, sent: Dataset) -> Dataset:
    """What the units sent, with all that is recorded beside it and applies; each entry has its finding.

    Raises SettingsError where the file cannot be read.
    """
    workspace = reporting.workspace
    path = workspace.raw(reporting.agency.code, str(reporting.period)) / ADJUSTMENTS
    return applied(reporting, sent, judged(reporting, sent, read_entries(path, workspace.shown(path))))


def applied(reporting: Reporting, sent: Dataset, entries: Sequence[Judged]) -> Dataset:
    """What the units sent with the adjustments of these entries."""
    if not entries:
        return sent
    changes = [(one.cell, one.value) for one in entries if one.adjustment and one.cell]
    dataset = _corrected(reporting, sent, changes)
    for one in entries:
        if isinstance(one.adjustment, Exclusion):
            dataset = without(reporting, dataset, one.adjustment)
    return replace(dataset, findings=tuple(ordered([*dataset.findings, *(one.finding for one in entries)])),
                   adjustments=tuple(one.adjustment for one in entries if one.adjustment))


def _corrected(reporting: Reporting, sent: Dataset, changes: Iterable[Change]) -> Dataset:
    by_table: dict[str, list[Change]] = defaultdict(list)
    for cell, value in changes:
        by_table[cell.table.code].append((cell, value))
    tables = {code: _with_values(sent, TABLES[code], own) for code, own in by_table.items()}
    totals = {code: _without_sums(sent.totals[code], TABLES[code], own) for code, own in by_table.items()
              if code in sent.totals}
    cells = [cell for own in by_table.values() for cell, _ in own]
    found = tuple(_still_said(sent.findings, [cell.ref for cell in cells]))
    dataset = replace(sent, tables={**sent.tables, **tables}, totals={**sent.totals, **totals}, findings=found)
    return told_again(reporting, dataset, cells)


def _with_values(sent: Dataset, table: Table, changes: Iterable[Change]) -> pd.DataFrame:
    """The table with other values. A sum of the unit that a changed cell goes into is not compared any more."""
    columns: dict[str, list[Any]] = {code: list(values) for code, values in sent.columns(table.code).items()}
    for cell, value in changes:
        if value != cell.value:
            columns[cell.column.code][cell.row] = value
            for code in table.sums_of(cell.column.code):
                columns[code][cell.row] = None
    return typed_frame(table, columns)


def _without_sums(totals: pd.DataFrame, table: Table, changes: Iterable[Change]) -> pd.DataFrame:
    """The total rows of the sheets without those of the columns in which a value was changed, for the same reason."""
    found = totals.copy()
    for cell, value in changes:
        if value != cell.value and cell.column.kind.is_number:
            own = (found["file"] == cell.ref.file) & (found["sheet"] == cell.ref.sheet)
            found.loc[own, [cell.column.code, *table.sums_of(cell.column.code)]] = None
    return found


def _still_said(findings: Iterable[Finding], corrected: Collection[CellRef]) -> Iterator[Finding]:
    """The findings without what reading said of cells that hold another value now."""
    for found in findings:
        left = [cell for cell in found.cells if cell not in corrected]
        if len(left) == len(found.cells) or not any(is_of_cell(found, ref) for ref in corrected):
            yield found
        elif left:
            yield replace(found, sheet=left[0].sheet, cell=left[0].cell, related=tuple(left[1:]))
