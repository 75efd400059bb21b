"""What an analyst looks at beside the past: figures with those of before, and changes that must be followed up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, floor

from report_utils.agency.period import Period
from report_utils.figures.changes import CHANGE, CHANGE_ON_YEAR
from report_utils.figures.cumulative import CUMULATIVE
from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.unusual import UnusualFigure, unusual_figures
from report_utils.findings import CellRef, Finding
from report_utils.run.views.table import TableView, view
from report_utils.vietnamese.numbers import format_integer

UNUSUAL = ("U01", "U02")
_COLUMNS = ("Tên chỉ tiêu", "Mã số liệu", "Đơn vị tính", "Kỳ này", "Kỳ trước", "Thay đổi", "Cùng kỳ năm trước",
            "Thay đổi so với cùng kỳ", "Lũy kế từ đầu năm", "Lũy kế so với cùng kỳ")
_TARGET = ".target"
_COMPARED = 4
"""The first of the columns that other periods go into."""


def comparisons_view(figures: PeriodFigures) -> TableView:
    """Each figure that can be compared or added up, beside the period before, the same one a year before, the year.

    Where there is no change to say, the other period is not shown either: a flow beside one of another length misleads.
    """
    rows = (_compared(figures, figure) for code, figure in figures.figures.items()
            if figure.display is not Display.DATE and not code.endswith(_TARGET))
    shown = [row for row in rows if any(row[_COMPARED:])]
    return view(shown, _COLUMNS, "So với kỳ trước, cùng kỳ năm trước và từ đầu năm")


def _compared(figures: PeriodFigures, now: Figure) -> tuple[str, ...]:
    reporting = figures.source.reporting
    previous, matching = reporting.previous, reporting.agency.profile.calendar.matching(reporting.period)
    ending = (CHANGE, CHANGE_ON_YEAR, CUMULATIVE, f"{CUMULATIVE}{CHANGE_ON_YEAR}")
    change, on_year, cumulative, cumulative_on_year = (_text(figures.known(f"{now.code}{suffix}")) for suffix in ending)
    return (now.label, now.code, now.unit, _text(now), _then(figures, previous, now.code) if change else "", change,
            _then(figures, matching, now.code) if on_year else "", on_year, cumulative, cumulative_on_year)


def _then(figures: PeriodFigures, period: Period | None, code: str) -> str:
    held = figures.earlier.get(period) if period else None
    return _text(held.known(code)) if held else ""


def shown_before(figures: PeriodFigures, code: str) -> str:
    """A figure as it was in the period before; nothing where that is not at hand."""
    return _then(figures, figures.source.reporting.previous, code)


def _text(figure: Figure | None) -> str:
    return figure.text if figure and figure.quantity.known else ""


def follow_up_view(figures: PeriodFigures, findings: Iterable[Finding]) -> TableView:
    """Unusual changes: those of units with what they wrote of them, then those of the whole agency."""
    rows = [(found.code, found.unit, str(CellRef("", found.sheet, found.cell)), found.message.partition(" Đã giải")[0],
             "; ".join(map(str, found.explanations)) or "chưa có") for found in findings if found.code in UNUSUAL]
    columns = ("Mã", "Đơn vị", "Ô, số liệu", "Thay đổi", "Giải trình của đơn vị")
    return view([*rows, *_of_agency(figures)], columns, "Số liệu thay đổi khác thường")


def _of_agency(figures: PeriodFigures) -> Iterator[tuple[str, ...]]:
    name = figures.source.agency.profile.short_name
    for unusual in unusual_figures(figures):
        yield "", f"{name} (toàn ngành)", unusual.figure.code, _said(unusual), ""


def _said(unusual: UnusualFigure) -> str:
    before = ", ".join(f"{period.title}: {figure.text}" for period, figure in unusual.history)
    unit = "%" if unusual.figure.display is Display.PERCENT else ""
    usual = f"{format_integer(floor(unusual.usual.low))} đến {format_integer(ceil(unusual.usual.high))}{unit}"
    return f"{unusual.figure.label}: kỳ này {unusual.figure.text}; {before}; thường trong khoảng {usual}"
