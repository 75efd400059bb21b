"""The data of a sample in which everything is blank that is not a source of one figure."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.findings import CellRef
from report_utils.forms.tables import TABLES
from report_utils.intake.dataset import Dataset


@dataclass(frozen=True)
class Blanked(Dataset):
    """The dataset `whole`, where a typed cell is blank unless it is among `kept`."""

    whole: Dataset | None = None
    kept: frozenset[CellRef] = field(default=frozenset())

    def records(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table: what the form gives stays, of what units typed only the cells kept."""
        rows = self.whole.records(table) if self.whole else []
        return [{**row, **{column.code: self._kept(row, column.code) for column in TABLES[table].open_columns}}
                for row in rows]

    def _kept(self, row: dict[str, Any], column: str) -> Any:
        return row[column] if row[column] is not None and self.ref(row, column) in self.kept else None


def value_from_its_cells(figures: PeriodFigures, figure: Figure) -> Decimal | None:
    """The value of a figure of the period, computed by the families from its own cells alone."""
    source = figures.source
    own = {part.name: getattr(source.dataset, part.name) for part in fields(Dataset) if part.init}
    blanked = Blanked(**own, whole=source.dataset, kept=frozenset(figure.quantity.cells))
    return figures_of(source.reporting, blanked, ()).figure(figure.code).quantity.value
