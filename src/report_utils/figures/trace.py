"""The cells of a figure as a trace names them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from report_utils.findings import CellRef
from report_utils.intake.dataset import Dataset
from report_utils.intake.exports.counts import CASES, ExportCounts, RowNumbers, ranges


def traced(dataset: Dataset, cells: Iterable[CellRef]) -> list[str]:
    """Each cell by its name. Cells of a list of cases come last: exactly those that were counted, a line a column."""
    lists = {(export.file, export.sheet): export for export in dataset.exports if export.kind == CASES}
    plain: list[str] = []
    counted: dict[tuple[str, str, str], list[CellRef]] = {}
    for ref in cells:
        if (ref.file, ref.sheet) in lists:
            letter = ref.cell.partition(":")[0].rstrip("0123456789")
            counted.setdefault((ref.file, ref.sheet, letter), []).append(ref)
        else:
            plain.append(str(ref))
    return plain + [_line(lists[file, sheet], letter, refs) for (file, sheet, letter), refs in counted.items()]


def _line(export: ExportCounts, letter: str, refs: list[CellRef]) -> str:
    """All rows of one column behind some references; where nothing was counted, what was searched."""
    counts = [count for ref in refs if (count := export.behind(ref))]
    rows: RowNumbers = np.unique(np.concatenate([np.empty(0, np.int32), *(count.rows for count in counts)]))
    where = ", ".join(ranges(letter, rows)) or refs[0].cell
    return f"{CellRef(export.file, export.sheet, where)} ({rows.size} dòng)"
