"""The figures of one period, ready for templates, traces and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report_utils.agency.agency import Reporting
from report_utils.agency.settings import nearest
from report_utils.errors import UnknownNameError
from report_utils.figures import families
from report_utils.figures.figure import Figure
from report_utils.figures.registry import compute_figures
from report_utils.figures.source import Source, wrong_cells
from report_utils.figures.tables import (
    LISTING_MAKERS,
    TABLE_MAKERS,
    Figures,
    Listing,
    Material,
    ReportTable,
    make_listing,
    make_table,
)
from report_utils.figures.texts import Statements, citations, narratives
from report_utils.findings import Finding
from report_utils.intake.dataset import Dataset

__all__ = ["PeriodFigures", "families", "figures_of"]


@dataclass(frozen=True)
class PeriodFigures:
    """Figures by code; tables, lists and texts on demand."""

    source: Source
    figures: Figures

    def figure(self, code: str) -> Figure:
        """The figure of that code, also one that stands in a table or list only. Raises UnknownNameError."""
        if code in self.figures:
            return self.figures[code]
        for figure in self._in_tables():
            if figure.code == code:
                return figure
        raise UnknownNameError("số liệu", code, nearest(code, self.figures))

    def everything(self) -> dict[str, Figure]:
        """Every figure of the report by code, those of tables and lists included."""
        return {**self.figures, **{figure.code: figure for figure in self._in_tables()}}

    def table(self, code: str) -> ReportTable:
        return make_table(code, Material(self.source, self.figures))

    def listing(self, code: str) -> Listing:
        return make_listing(code, Material(self.source, self.figures))

    def narratives(self, prompt: str) -> Statements:
        return narratives(self.source, prompt)

    def citations(self, prompt: str) -> Statements:
        return citations(self.source, prompt)

    def _in_tables(self) -> Iterator[Figure]:
        for code in TABLE_MAKERS:
            yield from self.table(code).figures
        for code in LISTING_MAKERS:
            yield from self.listing(code).figures


def figures_of(reporting: Reporting, dataset: Dataset, findings: Iterable[Finding]) -> PeriodFigures:
    """All figures of a period; cells that an error is about make the figures they go into doubtful."""
    source = Source(reporting, dataset, wrong_cells(findings))
    return PeriodFigures(source, compute_figures(source))
