"""The figures of one period, ready for templates, traces and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise

from report_utils.agency.period import Period, Window
from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import nearest
from report_utils.errors import UnknownNameError
from report_utils.figures import families
from report_utils.figures.changes import (
    CHANGE,
    CHANGE_ON_YEAR,
    NotComparableError,
    change_of,
    is_comparable,
    same_plans,
)
from report_utils.figures.cumulative import CUMULATIVE, NotCumulativeError, cumulative_of
from report_utils.figures.families.by_unit import results_of_heirs
from report_utils.figures.figure import Figure
from report_utils.figures.merging import summed
from report_utils.figures.plans.missing import missing_figure
from report_utils.figures.registry import compute_figures
from report_utils.figures.source import Source, TableNotAskedError
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
from report_utils.figures.wrong_cells import cells_of_office, wrong_cells
from report_utils.findings import Finding
from report_utils.intake.dataset import Dataset

__all__ = ["PeriodFigures", "families", "figures_of"]

_NOT_OF_ALL = "số liệu này chỉ là một ô trong bảng, hoặc đã là số so sánh, lũy kế"
_OTHER_LENGTH = "số phát sinh trong kỳ chỉ so sánh với kỳ dài bằng kỳ này, không so sánh với"
_OTHER_PLAN = "kỳ ấy báo cáo một kế hoạch khác"
_NO_SUM = "kỳ ấy do các cơ quan tiền thân báo cáo, số liệu này không cộng được từ số liệu của họ"


@dataclass(frozen=True)
class PeriodFigures:
    """Figures by code; tables, lists and texts on demand. `earlier` are those of other periods, as far as at hand."""

    source: Source
    figures: Figures
    earlier: Mapping[Period, PeriodFigures] = field(default_factory=dict)

    def figure(self, code: str) -> Figure:
        """The figure of that code, also one that stands in a table or list only, or that other periods go into.

        Such are the change since the period before, that since a year before, and the cumulative figure.
        Raises UnknownNameError, NotComparableError, NotCumulativeError.
        """
        if code in self.figures:
            return self.figures[code]
        if missing := missing_figure(self.source.agency, code):
            return missing
        for suffix, make in ((CHANGE, self._change), (CHANGE_ON_YEAR, self._change_on_year),
                             (CUMULATIVE, self._cumulative)):
            if code.endswith(suffix):
                return make(code.removesuffix(suffix))
        for figure in self._in_tables():
            if figure.code == code:
                return figure
        raise UnknownNameError("số liệu", code, nearest(code, self.figures))

    @property
    def before(self) -> PeriodFigures | None:
        """The figures of the period before, if at hand."""
        previous = self.source.reporting.previous
        return self.earlier.get(previous) if previous else None

    def known(self, code: str) -> Figure | None:
        """The figure of that code if it has a value; None also where there cannot be such a figure."""
        with suppress(NotComparableError, NotCumulativeError):
            figure = self.figure(code)
            return figure if figure.quantity.known else None
        return None

    def over_time(self) -> dict[str, Figure]:
        """Every change and cumulative figure that is known, by its code."""
        codes = (f"{code}{suffix}" for code in self.figures
                 for suffix in (CHANGE, CHANGE_ON_YEAR, CUMULATIVE, f"{CUMULATIVE}{CHANGE_ON_YEAR}"))
        found = (self.known(code) for code in codes)
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
        return self._compared(code, self.source.reporting.previous, CHANGE, code)

    def _change_on_year(self, code: str) -> Figure:
        reporting = self.source.reporting
        matching = reporting.agency.profile.calendar.matching(reporting.period)
        return self._compared(code, matching, CHANGE_ON_YEAR, code.removesuffix(CUMULATIVE))

    def _compared(self, code: str, period: Period | None, suffix: str, stem: str) -> Figure:
        """The change of a figure; `stem` is the code of the figure of the period itself."""
        now, held = self.figure(code), self.earlier.get(period) if period else None
        if not {code, stem} & self.figures.keys():
            raise NotComparableError(code, _NOT_OF_ALL)
        if held and held.source.agency.code != self.source.agency.code and not {code, stem} & held.figures.keys():
            raise NotComparableError(code, _NO_SUM)
        if held and not same_plans(self.source, held.source, code):
            raise NotComparableError(code, _OTHER_PLAN)
        if period and not is_comparable(now, self.source.reporting, period):
            raise NotComparableError(code, f"{_OTHER_LENGTH} {period.title}")
        before = held.known(code) if held and {code, stem} & held.figures.keys() else None
        return change_of(now, before, period, suffix)

    def _cumulative(self, code: str) -> Figure:
        now, held = self.figure(code), self._before_in_year
        if code not in self.figures:
            raise NotCumulativeError(code, _NOT_OF_ALL)
        if now.flow and held is None:
            raise NotCumulativeError(code, "các kỳ từ đầu năm đến kỳ này không nối tiếp nhau")
        before = {period: one.figures.get(code) if one else None for period, one in (held or {}).items()}
        return cumulative_of(now, self.source.reporting.period, before)

    @cached_property
    def _before_in_year(self) -> dict[Period, PeriodFigures | None] | None:
        """What lies between the start of the year and this period, None for what is not at hand.

        None as a whole when these periods do not join.
        """
        reporting = self.source.reporting
        chain = reporting.agency.profile.calendar.chain(reporting.period, self.earlier.__contains__)
        held = {period: self.earlier.get(period) for period in chain[:-1]}
        return held if chain and not _has_gap((*held.values(), self)) else None

    def _in_tables(self) -> Iterator[Figure]:
        makers: tuple[Callable[[], ReportTable | Listing], ...] = (
            *(partial(self.table, code) for code in table_codes(self.source.agency)),
            *(partial(self.listing, code) for code in LISTING_MAKERS))
        for make in makers:
            with suppress(TableNotAskedError):
                yield from make().figures


def _has_gap(one_after_another: Iterable[PeriodFigures | None]) -> bool:
    """Whether two periods at hand do not join: a period may have a window of its own."""
    windows = [one.source.reporting.window if one else None for one in one_after_another]
    return any(first and then and first.end != then.start for first, then in pairwise(windows))


def figures_of(reporting: Reporting, dataset: Dataset, findings: Iterable[Finding],
               earlier: Mapping[Period, PeriodFigures] | None = None) -> PeriodFigures:
    """All figures of a period; cells that an error is about make the figures they go into doubtful.

    `earlier` are those of the periods to compare with and to add up.
    """
    listed = list(findings)
    source = Source(reporting, dataset, wrong_cells(listed), cells_of_office(listed))
    seen = {period: _as_of(reporting, figures) for period, figures in (earlier or {}).items()}
    return PeriodFigures(source, compute_figures(source), seen)


def _as_of(reporting: Reporting, earlier: PeriodFigures) -> PeriodFigures:
    """Earlier figures of the same agency, with those of the units that have since taken over others."""
    if earlier.source.reporting.agency.code != reporting.agency.code:
        return earlier
    return replace(earlier, figures={**earlier.figures, **results_of_heirs(earlier.source, reporting.agency.units)})


def merged_figures(agencies: Sequence[PeriodFigures], window: Window) -> PeriodFigures:
    """The figures of agencies that were merged since as those of one, in periods with the end of `window`.

    Those of what happened within a period are only known where all have the same days.
    """
    flows = all(one.source.reporting.window == window for one in agencies)
    sums = summed([(one.source.reporting, one.figures) for one in agencies], flows=flows)
    return PeriodFigures(agencies[0].source, sums)
