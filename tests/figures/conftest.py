"""The sample of the third quarter of 2024, read once, and datasets that differ from it in one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.figures.source import Source
from report_utils.findings import CellRef
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Changed:
    """A dataset that can be changed step by step; each step leaves the one before as it was."""

    dataset: Dataset

    def without_unit(self, unit: str) -> Changed:
        """The unit has sent nothing."""
        tables = {code: frame[frame["unit"] != unit].reset_index(drop=True) for code, frame in self._frames()}
        return Changed(replace(self.dataset, tables=tables,
                               received=tuple(r for r in self.dataset.received if r.unit != unit)))

    def without_rows(self, table: str, **at: Any) -> Changed:
        """The rows of `table` with these values are not there."""
        frame = self.dataset.tables[table]
        return self._with(table, frame[~self._rows(table, at)].reset_index(drop=True))

    def typed(self, table: str, at: dict[str, Any], **values: Any) -> Changed:
        """The row of `table` at `at` holds other values; None is a blank cell."""
        chosen = self._rows(table, at)
        assert chosen.sum() == 1, f"{chosen.sum()} rows of {table} at {at}"
        frame = self.dataset.tables[table].copy()
        for column, value in values.items():
            frame.loc[chosen, column] = value
        return self._with(table, frame)

    def nil(self, table: str, unit: str) -> Changed:
        """The unit declares "không phát sinh" for the whole table."""
        bare = self.without_rows(table, unit=unit).dataset
        received = tuple(replace(r, nil=(*r.nil, table)) if r.unit == unit else r for r in bare.received)
        return Changed(replace(bare, received=received))

    def ref(self, table: str, column: str, **at: Any) -> CellRef:
        """The cell of `column` in the row of `table` at `at`."""
        [record] = [r for r in self.dataset.records(table) if all(r[key] == value for key, value in at.items())]
        return self.dataset.ref(record, column)

    def _rows(self, table: str, at: dict[str, Any]) -> Any:
        frame = self.dataset.tables[table]
        chosen = frame["unit"].notna()
        for column, value in at.items():
            chosen &= frame[column].eq(value).fillna(False).astype(bool)
        return chosen

    def _with(self, table: str, frame: Any) -> Changed:
        return Changed(replace(self.dataset, tables={**self.dataset.tables, table: frame}))

    def _frames(self) -> list[tuple[str, Any]]:
        return list(self.dataset.tables.items())


@pytest.fixture(scope="session")
def quarter() -> Reporting:
    return open_reporting("syt-brvt", "2024-Q3", str(ROOT))


@pytest.fixture(scope="session")
def sample(quarter: Reporting) -> Changed:
    """What all units sent, read from the workbooks."""
    return Changed(read_dataset(quarter))


@pytest.fixture(scope="session")
def figures(quarter: Reporting, sample: Changed) -> PeriodFigures:
    return figures_of(quarter, sample.dataset, ())


@pytest.fixture(scope="session")
def half_year() -> PeriodFigures:
    """The figures of the first half-year, of two tables."""
    half = open_reporting("syt-brvt", "2024-H1", str(ROOT))
    return figures_of(half, read_dataset(half), ())


@pytest.fixture
def compute(quarter: Reporting) -> Callable[[Changed], PeriodFigures]:
    return lambda changed: figures_of(quarter, changed.dataset, ())


@pytest.fixture
def source(quarter: Reporting) -> Callable[..., Source]:
    """The source of a dataset in which the cells `wrong` are named by an error."""
    return lambda changed, *wrong: Source(quarter, changed.dataset, frozenset(wrong))
