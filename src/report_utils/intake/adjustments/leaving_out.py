"""A unit, or a table of it, that is not asked this period: its rows go nowhere, and nothing is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from report_utils.agency.reporting import Reporting
from report_utils.findings import Finding
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.record import Exclusion
from report_utils.intake.dataset import Dataset, Received
from report_utils.intake.ledger import Ledger, SheetLedger

_NO_SHEET = "N02"
Place = tuple[str, str]
"""A file and a sheet of it."""


def without(reporting: Reporting, dataset: Dataset, exclusion: Exclusion) -> Dataset:
    """The dataset as if the unit had not been asked; what it had sent stays in the account as rows refused."""
    unit = reporting.agency.units[exclusion.unit]
    received = dataset.by_unit.get(unit.code)
    places = {(entry.file, entry.sheet) for entry in dataset.ledgers
              if received and received.has_form and entry.file == received.file
              and exclusion.table in ("", entry.table)}
    return replace(
        dataset, tables=_frames(dataset.tables, exclusion), totals=_frames(dataset.totals, exclusion),
        received=tuple(_received(dataset, exclusion)),
        findings=tuple(found for found in dataset.findings if not _is_about(found, unit.name, exclusion, places)),
        ledgers=tuple(_refused(entry) if (entry.file, entry.sheet) in places else entry for entry in dataset.ledgers))


def _frames(frames: Mapping[str, pd.DataFrame], exclusion: Exclusion) -> dict[str, pd.DataFrame]:
    return {code: frame[frame["unit"] != exclusion.unit].reset_index(drop=True)
            if exclusion.table in ("", code) else frame for code, frame in frames.items()}


def _received(dataset: Dataset, exclusion: Exclusion) -> Iterator[Received]:
    """What was received: nothing of the unit, or its form without the table."""
    for one in dataset.received:
        if one.unit != exclusion.unit:
            yield one
        elif exclusion.table:
            tables, nil, exported = (tuple(code for code in codes if code != exclusion.table)
                                     for codes in (one.tables, one.nil, one.exported))
            yield replace(one, tables=tables, nil=nil, exported=exported)


def _is_about(found: Finding, unit: str, exclusion: Exclusion, places: set[Place]) -> bool:
    """Whether a finding is about what is left out: all that is told of the unit, or what is told of that sheet."""
    if found.unit != unit:
        return False
    lacking = found.code == _NO_SHEET and exclusion.table and found.expected == TABLES[exclusion.table].sheet
    return not exclusion.table or (found.file, found.sheet) in places or bool(lacking)


def _refused(entry: SheetLedger) -> SheetLedger:
    ledger = entry.ledger
    return replace(entry, ledger=Ledger(**{**vars(ledger), "used": 0, "refused": ledger.refused + ledger.used}))
