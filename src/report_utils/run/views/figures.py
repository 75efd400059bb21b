"""Figures, tables of the report and charts."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

import pandas as pd

from report_utils.document.inserts import cell_runs
from report_utils.errors import UnknownNameError
from report_utils.figures.changes import CHANGE_ON_YEAR
from report_utils.figures.charts import CHARTS, PLAN_CHARTS, chart_png, described
from report_utils.figures.cumulative import CUMULATIVE
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.source import TableNotAskedError
from report_utils.figures.tables import PLAN_TABLE_MAKERS, Cell, ReportTable
from report_utils.run.views.table import TableView, view

_WIDTH = 700
"""Pixels of a chart on the screen; the picture has twice as many for fine ones."""


@dataclass(frozen=True)
class ChartView:
    """A chart as a picture; `words` say what it shows, also to who does not see it."""

    png: bytes
    words: str

    def _repr_html_(self) -> str:
        return self.html()

    def html(self) -> str:
        """The picture with its words, for any place."""
        data = base64.b64encode(self.png).decode("ascii")
        return f'<img src="data:image/png;base64,{data}" width="{_WIDTH}" alt="{escape(self.words)}">'

    def __str__(self) -> str:
        return self.words

    def __repr__(self) -> str:
        return self.words


def figures_view(figures: PeriodFigures) -> TableView:
    """Figures with name, value, unit, rule and the number of cells they come from.

    The year so far and the change on the year before have a column each where any of them is known.
    """
    everything = list(figures.everything().values())
    columns = {
        "Mã số liệu": [figure.code for figure in everything],
        "Tên chỉ tiêu": [figure.label for figure in everything],
        "Giá trị": list(map(_shown, everything)),
        **dict(_over_time(figures, everything)),
        "Đơn vị tính": [figure.unit for figure in everything],
        "Cách tính": [figure.rule for figure in everything],
        "Số ô nguồn": [len(figure.quantity.cells) for figure in everything],
    }
    return TableView(pd.DataFrame(columns, dtype="object"), "Số liệu của kỳ")


def _over_time(figures: PeriodFigures, listed: Iterable[Figure]) -> Iterator[tuple[str, list[str]]]:
    """The columns in which anything is known, with their headings."""
    codes, known = [figure.code for figure in listed], figures.over_time()
    for heading, suffix in (("Lũy kế từ đầu năm", CUMULATIVE), ("So với cùng kỳ", CHANGE_ON_YEAR)):
        found = [known.get(f"{code}{suffix}") for code in codes]
        if any(found):
            yield heading, [_shown(figure) if figure else "" for figure in found]


def _shown(cell: Cell) -> str:
    return "".join(run.text for run in cell_runs(cell))


def report_table_view(table: ReportTable) -> TableView:
    """A table of the report as the reader will see it."""
    columns = [" - ".join(column.heading) for column in table.columns]
    rows = [[*map(_shown, row), *("",) * (len(columns) - len(row))]
            for row in (*table.rows, *((table.total,) if table.total else ()))]
    return view(rows, columns, table.description)


def plan_views(figures: PeriodFigures) -> Iterator[tuple[str, tuple[TableView | ChartView, ...]]]:
    """Of each plan in force its name, its chart, and its tables that have a row."""
    for plan in figures.source.agency.catalogues.plans:
        tables = [table_view(f"{code}.{plan.code}", figures) for code in PLAN_TABLE_MAKERS]
        views = (table for table in tables if len(table.frame))
        yield plan.settings.name, (chart_view(f"plan_states.{plan.code}", figures), *views)


def table_view(code: str, figures: PeriodFigures) -> TableView:
    """A table of the report by its code; nothing of a form that the agency does not use."""
    try:
        return report_table_view(figures.table(code))
    except TableNotAskedError:
        return view([], [])


def chart_view(code: str, figures: PeriodFigures) -> ChartView | TableView:
    """A chart of `report_utils.figures.charts.charts_of` as a picture; nothing of a form that the agency does not use.

    Raises UnknownNameError.
    """
    try:
        return ChartView(chart_png(code, figures), described(code, figures))
    except (UnknownNameError, TableNotAskedError):
        if code.partition(".")[0] not in (*CHARTS, *PLAN_CHARTS):
            raise
        return view([], [])
