"""Rows that name the same thing, looked for anew where the words by which a row is known were corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from report_utils.agency.reporting import Reporting
from report_utils.findings import Finding
from report_utils.forms.table import Table
from report_utils.intake.adjustments.cells import TypedCell
from report_utils.intake.dataset import Dataset
from report_utils.intake.lines import Lines
from report_utils.intake.presence import check_repeats

_REPEATED = "B04"


def told_again(reporting: Reporting, dataset: Dataset, corrected: Iterable[TypedCell]) -> Dataset:
    """The dataset with the findings on repeated rows that hold after the correction of these cells."""
    sheets = {(cell.ref.file, cell.ref.sheet): cell.table for cell in corrected
              if cell.column.code in cell.table.unique}
    findings = [found for found in dataset.findings
                if found.code != _REPEATED or (found.file, found.sheet) not in sheets]
    found = [each for (file, sheet), table in sheets.items()
             for each in _repeats(reporting, dataset, table, file, sheet)]
    return replace(dataset, findings=(*findings, *found)) if sheets else dataset


def _repeats(reporting: Reporting, dataset: Dataset, table: Table, file: str, sheet: str) -> list[Finding]:
    columns = dataset.columns(table.code)
    own = [i for i, place in enumerate(zip(columns["file"], columns["sheet"], strict=True)) if place == (file, sheet)]
    lines = Lines(table, reporting.agency.units[columns["unit"][own[0]]], file, sheet,
                  letters=dict(dataset.letters[file][sheet]), rows=[columns["row"][i] for i in own],
                  columns={column.code: [columns[column.code][i] for i in own] for column in table.columns})
    check_repeats(lines)
    return lines.findings
