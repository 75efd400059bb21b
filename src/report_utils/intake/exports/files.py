"""The counts of exports on disk, between the stage that reads and the stages that check and trace."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from report_utils.intake.exports.counts import Count, ExportCounts, Key
from report_utils.intake.ledger import Ledger
from report_utils.storage.files import save

_STATE, _ROWS = "exports.json", "export_rows.parquet"


def save_exports(exports: Iterable[ExportCounts], folder: Path) -> None:
    """Write the counts, and the numbers of the rows behind each (no value of any row), into `folder`."""
    listed = list(exports)
    text = json.dumps([_state(export) for export in listed], ensure_ascii=False, indent=1)
    save(folder / _STATE, text + "\n")
    rows = [count.rows for export in listed for columns in export.counts.values() for count in columns.values()]
    frame = pd.DataFrame({"count": np.repeat(np.arange(len(rows), dtype=np.int32), [len(r) for r in rows]),
                          "row": np.concatenate([np.empty(0, np.int32), *rows])})
    save(folder / _ROWS, frame.to_parquet(index=False))


def _state(export: ExportCounts) -> dict[str, Any]:
    counts = [(*key, column, count.value, count.column)
              for key, columns in export.counts.items() for column, count in columns.items()]
    return {**vars(export), "letters": dict(export.letters), "ledger": vars(export.ledger), "counts": counts}


def load_exports(folder: Path) -> tuple[ExportCounts, ...]:
    """The exports that `save_exports` wrote; none when there is no such file."""
    if not (folder / _STATE).exists():
        return ()
    states = json.loads((folder / _STATE).read_text(encoding="utf-8"))
    frame = pd.read_parquet(folder / _ROWS)
    behind = dict(iter(frame.groupby("count")["row"]))
    exports, number = [], 0
    for state in states:
        counts: dict[Key, dict[str, Count]] = {}
        for unit, field, column, value, letter in state["counts"]:
            rows = np.asarray(behind.get(number, ()), np.int32)
            counts.setdefault((unit, field), {})[column] = Count(value, rows, letter)
            number += 1
        exports.append(_export(state, counts))
    return tuple(exports)


def _export(state: dict[str, Any], counts: dict[Key, dict[str, Count]]) -> ExportCounts:
    return ExportCounts(**{**state, "counts": counts, "units": tuple(state["units"]), "data": tuple(state["data"]),
                           "totals": tuple((row, values) for row, values in state["totals"]),
                           "ledger": Ledger(**state["ledger"])})
