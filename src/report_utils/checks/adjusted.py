"""Which findings are the office's: those on a cell that it adjusted, or on a sum that such a cell goes into.

The file of the unit may well add up; whoever wrote the other value has to make it agree. What comes of a table that
was left out is marked by the rule that misses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from report_utils.checks.context import Context
from report_utils.findings import CellRef, Finding, Severity
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.record import Correction
from report_utils.intake.dataset import Dataset


def with_office(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; errors and warnings that come of corrected cells are marked as the office's, in their words too.

    Notes stay with the unit: it is told what the office changed, and what it explained itself asks for nothing.
    """
    touched = _touched(context.dataset)
    for found in findings:
        is_told = found.of_office or found.severity is Severity.NOTE
        is_of_office = not is_told and not touched.isdisjoint(found.cells)
        yield found.from_adjustment() if is_of_office else found


def _touched(dataset: Dataset) -> frozenset[CellRef]:
    """The corrected cells, and those of their rows that are added up from them."""
    return frozenset(cell for one in dataset.corrections.values() for cell in (one.cell, *_sums(dataset, one)))


def _sums(dataset: Dataset, correction: Correction) -> Iterator[CellRef]:
    ref = correction.cell
    letters = dataset.letters[ref.file][ref.sheet]
    letter = ref.cell.rstrip("0123456789")
    for code in [code for code, own in letters.items() if own == letter]:
        for summed in filter(letters.get, TABLES[correction.table].sums_of(code)):
            yield CellRef(ref.file, ref.sheet, f"{letters[summed]}{ref.cell.removeprefix(letter)}")
