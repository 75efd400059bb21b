"""The dataset of a period on disk, between the stage that reads and those that check and compute."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from report_utils.findings.files import load_findings, save_findings
from report_utils.forms.table import Kind, Table
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.record import as_json, from_json
from report_utils.intake.dataset import PROVENANCE, Dataset, Received, typed_frame
from report_utils.intake.exports.files import load_exports, save_exports
from report_utils.intake.ledger import load_ledger, save_ledger
from report_utils.storage.files import save

_TABLES, _TOTALS, _SOURCES = "tables", "totals", "sources.json"
_ADJUSTMENTS = "adjustments"


def save_dataset(dataset: Dataset, folder: Path) -> None:
    """Write the tidy tables (parquet, and CSV to look at), findings, ledger, sources and exports into `folder`."""
    save_findings(dataset.findings, folder)
    save_exports(dataset.exports, folder)
    save_ledger(dataset.ledgers, folder)
    for kind, frames in ((_TABLES, dataset.tables), (_TOTALS, dataset.totals)):
        for code, frame in frames.items():
            save(folder / kind / f"{code}.parquet", _exact(code, frame).to_parquet(index=False))
            save(folder / kind / f"{code}.csv", frame.to_csv(index=False, lineterminator="\n"))
    state = {
        "letters": dataset.letters,
        "spans": dataset.spans,
        "received": [{**vars(r), "sent": r.sent.isoformat() if r.sent else None} for r in dataset.received],
        **({_ADJUSTMENTS: list(map(as_json, dataset.adjustments))} if dataset.adjustments else {}),
    }
    text = json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True)
    save(folder / _SOURCES, text + "\n")


def _exact(code: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Decimals as text, so that parquet keeps every digit."""
    exact = frame.copy()
    for column in TABLES[code].columns:
        if column.kind is Kind.DECIMAL:
            exact[column.code] = exact[column.code].map(lambda v: None if v is None else str(v)).astype("string")
    return exact


def load_dataset(folder: Path) -> Dataset:
    """The dataset that `save_dataset` wrote."""
    state = json.loads((folder / _SOURCES).read_text(encoding="utf-8"))
    received = tuple(
        Received(**{**entry, "sent": dt.date.fromisoformat(entry["sent"]) if entry["sent"] else None,
                    **{name: tuple(entry[name]) for name in ("tables", "nil", "exported")}})
        for entry in state["received"]
    )
    frames: dict[str, dict[str, pd.DataFrame]] = {_TABLES: {}, _TOTALS: {}}
    for kind, found in frames.items():
        for code, table in TABLES.items():
            path = folder / kind / f"{code}.parquet"
            if path.exists():
                found[code] = _loaded(table, path)
    return Dataset(frames[_TABLES], frames[_TOTALS], state["letters"], received, tuple(load_findings(folder)),
                   load_exports(folder), load_ledger(folder), state["spans"],
                   tuple(map(from_json, state.get(_ADJUSTMENTS, ()))))


def _loaded(table: Table, path: Path) -> pd.DataFrame:
    """The frame in the file, without the types that pandas would guess first."""
    from pyarrow import parquet  # noqa: PLC0415 (slow to load)

    found: dict[str, list[Any]] = parquet.ParquetFile(path).read().to_pydict()
    exact = {column.code: [None if value is None else Decimal(value) for value in found[column.code]]
             for column in table.columns if column.kind is Kind.DECIMAL}
    return typed_frame(table, {name: found[name] for name in PROVENANCE}
                       | {column.code: found[column.code] for column in table.columns} | exact)
