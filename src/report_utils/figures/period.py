"""The figures of one period, ready for templates, traces and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from report_utils.agency.agency import Reporting
from report_utils.agency.settings import nearest
from report_utils.errors import UnknownNameError
from report_utils.figures import families
from report_utils.figures.changes import SUFFIX, NotComparableError, change_of
from report_utils.figures.figure import Figure
from report_utils.figures.registry import compute_figures
from report_utils.figures.source import Source, TableNotAskedError, wrong_cells
from report_utils.figures.tables import (
    LISTING_MAKERS,
    Figures,
    Listing,
    Material,
    ReportTable,
    make_listing,
    make_table,
    table_codes,
)
from report_utils.figures.texts import Statements, citations, narratives
from report_utils.findings import Finding
from report_utils.intake.dataset import Dataset

__all__ = ["PeriodFigures", "families", "figures_of"]


@dataclass(frozen=True)
class PeriodFigures:
    """Figures by code; tables, lists and texts on demand. `before` are the figures of the period before, if at hand."""

    source: Source
    figures: Figures
    before: Figures = field(default_factory=dict)

    def figure(self, code: str) -> Figure:
        """The figure of that code, also one that stands in a table or list only, or the change of one.

        Raises UnknownNameError, NotComparableError.
        """
        if code.endswith(SUFFIX):
            return self._change(code.removesuffix(SUFFIX))
        if code in self.figures:
            return self.figures[code]
        for figure in self._in_tables():
            if figure.code == code:
                return figure
        raise UnknownNameError("số liệu", code, nearest(code, self.figures))

    def change(self, code: str) -> Figure | None:
        """How a figure differs from that of the period before; None where that cannot be said."""
        before = self.source.reporting.previous
        return change_of(self.figure(code), self.before.get(code), str(before))

    def changes(self) -> dict[str, Figure]:
        """Every change since the period before that is known, by its code."""
        found = (self.change(code) for code in self.figures)
        return {figure.code: figure for figure in found if figure is not None}

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

    def _change(self, code: str) -> Figure:
        found = self.change(code)
        if found is None:
            raise NotComparableError(code)
        return found

    def _in_tables(self) -> Iterator[Figure]:
        makers: tuple[Callable[[], ReportTable | Listing], ...] = (
            *(partial(self.table, code) for code in table_codes(self.source.agency)),
            *(partial(self.listing, code) for code in LISTING_MAKERS))
        for make in makers:
            with suppress(TableNotAskedError):
                yield from make().figures


def figures_of(reporting: Reporting, dataset: Dataset, findings: Iterable[Finding],
               before: PeriodFigures | None = None) -> PeriodFigures:
    """All figures of a period; cells that an error is about make the figures they go into doubtful.

    `before` are those of the period before, to compare with.
    """
    source = Source(reporting, dataset, wrong_cells(findings))
    return PeriodFigures(source, compute_figures(source), before.figures if before else {})
