"""Reading what stands in the raw folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

Place = tuple[str, str, str, str]


@pytest.fixture
def read(reporting: Reporting, raw: Path) -> Callable[[], Dataset]:
    """Read everything that has been sent; again only when something else has been sent since.

    Whatever was sent, the account of every sheet must close.
    """
    known: dict[tuple[tuple[str, int, int], ...], Dataset] = {}

    def read_again() -> Dataset:
        stats = [(path.name, path.stat()) for path in sorted(raw.glob("*"))]
        state = tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)
        if state not in known:
            known[state] = read_dataset(reporting)
            assert [entry for entry in known[state].ledgers if not entry.ledger.closes] == []
        return known[state]

    return read_again


@pytest.fixture
def problems(read: Callable[[], Dataset]) -> Callable[[], list[Place]]:
    """Code, file, sheet and cell of each finding on reading; not that the other units have sent nothing."""

    def listed() -> list[Place]:
        return [(f.code, f.file, f.sheet, f.cell) for f in read().findings if f.code != "N01"]

    return listed
