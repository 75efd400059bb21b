"""What an analyst looks at after each stage: small tables with Vietnamese headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd
from IPython.display import Image

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import GROUPS
from report_utils.checks.reporting_rate import Rate, State, UnitStatus, unit_statuses
from report_utils.document.inserts import cell_runs
from report_utils.errors import UnknownNameError
from report_utils.figures.changes import CHANGE_ON_YEAR
from report_utils.figures.charts import CHARTS, PLAN_CHARTS, chart_png
from report_utils.figures.cumulative import CUMULATIVE
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.source import TableNotAskedError
from report_utils.figures.tables import PLAN_TABLE_MAKERS, Cell, ReportTable
from report_utils.findings import CellRef, Finding, Severity
from report_utils.forms.asked import suppliers_of, tables_asked
from report_utils.intake.dataset import Dataset
from report_utils.run.outcome import Outcome, conclusion
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_percent

NOTHING, NOTHING_FOUND = "Không có dòng nào.", "Không có phát hiện nào."
_LEFT = "<style>table.baocao th, table.baocao td { text-align: left !important; vertical-align: top; }</style>"


@dataclass(frozen=True)
class TableView:
    """A table to look at: whole in a notebook, without row numbers; plain in a terminal."""

    frame: pd.DataFrame

    def _repr_html_(self) -> str:
        if not len(self.frame):
            return f"<p>{NOTHING}</p>"
        return _LEFT + self.frame.to_html(index=False, border=0, na_rep="", classes="baocao")

    def __str__(self) -> str:
        return self.frame.to_string(index=False, na_rep="") if len(self.frame) else NOTHING

    def __repr__(self) -> str:
        return str(self)


def submissions_view(reporting: Reporting, dataset: Dataset) -> TableView:
    """Who was expected, who has sent, when, in time or late; those who have not come first."""
    rows = [row[:-_OF_FINDINGS] for row in _status_rows(unit_statuses(reporting, dataset))]
    return _view(rows, columns=list(_STATUS_COLUMNS[:-_OF_FINDINGS]))


def status_view(statuses: Iterable[UnitStatus]) -> TableView:
    """The submissions with the number of errors and warnings in each; units that have not sent come first."""
    return _view(_status_rows(statuses), columns=list(_STATUS_COLUMNS))


_STATUS_COLUMNS = ("Đơn vị", "Nhóm", "Tình trạng", "Ngày gửi", "Phiên bản", "Tệp", "Lỗi", "Cảnh báo", "Giải trình")
_OF_FINDINGS = 3
"""How many of these columns count findings."""


def _status_rows(statuses: Iterable[UnitStatus]) -> list[tuple[Any, ...]]:
    rows = []
    for status in sorted(statuses, key=lambda status: status.state is not State.MISSING):
        entry = status.received
        rows.append((status.unit.name, GROUPS[status.unit.group], status.state.value,
                     format_date(entry.sent) if entry and entry.sent else "", entry.version if entry else "",
                     entry.file if entry else "", len(status.errors), len(status.warnings), len(status.explained)))
    return rows


def rates_view(found: Iterable[Rate]) -> TableView:
    """Reporting rate and on-time rate of each group of units and of all."""
    rows = [(rate.group, rate.expected, rate.received, rate.on_time, rate.late, _percent(rate.reporting_rate),
             _percent(rate.on_time_rate)) for rate in found]
    return _view(rows, columns=["Nhóm", "Phải gửi", "Đã gửi", "Đúng hạn", "Muộn", "Tỷ lệ báo cáo",
                                "Tỷ lệ đúng hạn"])


def _percent(rate: Decimal | None) -> str:
    return "" if rate is None else format_percent(rate)


def status_json(statuses: Iterable[UnitStatus], found: Iterable[Rate]) -> Iterator[dict[str, Any]]:
    """The same as objects: one a unit, then one a group."""
    for status in statuses:
        entry = status.received
        yield {"kind": "unit", "unit": status.unit.code, "name": status.unit.name, "group": status.unit.group,
               "state": status.state.name.lower(), "sent": entry.sent.isoformat() if entry and entry.sent else None,
               "version": entry.version if entry else None, "file": entry.file if entry else None,
               "errors": len(status.errors), "warnings": len(status.warnings), "explained": len(status.explained)}
    for rate in found:
        yield {"kind": "rate", "group": rate.group, "expected": rate.expected, "received": rate.received,
               "on_time": rate.on_time, "late": rate.late, "reporting_rate": _number(rate.reporting_rate),
               "on_time_rate": _number(rate.on_time_rate)}


def _number(rate: Decimal | None) -> float | None:
    return None if rate is None else float(rate)


def tables_view(reporting: Reporting, dataset: Dataset) -> TableView:
    """Each table: units asked, units that answered (rows or "không phát sinh"), rows read."""
    rows = []
    for table in (table for table in tables_asked(reporting) if not table.optional):
        answered = sum(table.code in entry.tables for entry in dataset.received)
        nil = sum(table.code in entry.nil for entry in dataset.received)
        asked = sum(not dataset.leaves_out(unit.code, table.code) for unit in suppliers_of(reporting.agency, table))
        rows.append((table.sheet, asked, answered, nil, len(dataset.tables[table.code])))
    return _view(rows, columns=["Biểu", "Đơn vị phải gửi", "Đã gửi", "Khai không phát sinh", "Số dòng"])


def findings_view(findings: Iterable[Finding]) -> TableView:
    """Findings one by one, as a unit would get them."""
    columns = ["Mã", "Mức", "Đơn vị", "Tệp", "Sheet", "Ô", "Nội dung", "Cách sửa"]
    return _view([(f.code, f.severity.value, f.unit, f.file, f.sheet, f.cell, f.message, f.mend)
                         for f in findings], columns=columns)


def explanations_view(findings: Iterable[Finding]) -> TableView:
    """What units have explained: the finding, how much it weighed before, and their words with the place of these."""
    columns = ["Mã", "Trước là", "Đơn vị", "Sheet", "Ô", "Giá trị đã ghi", "Giải trình của đơn vị"]
    return _view([(f.code, f.was.value, f.unit, f.sheet, f.cell, f.found, "; ".join(map(str, f.explanations)))
                  for f in findings if f.was], columns=columns)


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings for a terminal: what is wrong and where, and below it how to mend it."""
    listed = list(findings)
    for found in listed:
        place = str(CellRef(found.file, found.sheet, found.cell))
        where = " – ".join(part for part in (found.unit, place) if part)
        yield ": ".join(part for part in (f"{found.code} {found.severity.value}", where, found.message) if part)
        yield f"    Cách sửa: {found.mend}"
    if not listed:
        yield NOTHING_FOUND


def findings_summary_view(findings: Iterable[Finding]) -> TableView:
    """Findings counted by unit and severity."""
    counts = Counter((found.unit or "(không rõ đơn vị)", found.severity) for found in findings)
    units = sorted({unit for unit, _ in counts})
    return _view([(unit, *(counts[unit, severity] for severity in Severity)) for unit in units],
                        columns=["Đơn vị", *(severity.value.capitalize() for severity in Severity)])


def figures_view(figures: PeriodFigures) -> TableView:
    """Figures with value, unit, rule and the number of cells they come from.

    The year so far and the change on the year before have a column each where any of them is known.
    """
    everything = list(figures.everything().values())
    columns = {
        "Mã số liệu": [figure.code for figure in everything],
        "Giá trị": list(map(_shown, everything)),
        **dict(_over_time(figures, everything)),
        "Đơn vị tính": [figure.unit for figure in everything],
        "Cách tính": [figure.rule for figure in everything],
        "Số ô nguồn": [len(figure.quantity.cells) for figure in everything],
    }
    return TableView(pd.DataFrame(columns, dtype="object"))


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
    return _view(rows, columns=columns)


def plan_views(figures: PeriodFigures) -> Iterator[tuple[str, tuple[TableView | Image, ...]]]:
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
        return _view([], columns=[])


def gaps_view(outcome: Outcome) -> TableView:
    """The places of the report that are not ready to be signed, and what its review found."""
    rows = [*(("Thiếu số liệu", place) for place in outcome.missing),
            *(("Cần kiểm tra lại", place) for place in outcome.wrong),
            *(("Câu chữ cần xem lại", remark) for remark in outcome.remarks)]
    return _view(rows, columns=["Loại", "Chỗ trong báo cáo"])


def _view(rows: list[Any], columns: list[str]) -> TableView:
    return TableView(pd.DataFrame(rows, columns=columns, dtype="object"))


def plan_conclusions(outcomes: Sequence[Outcome]) -> str:
    """What came of the reports on plans, a line each."""
    return "\n".join(map(conclusion, outcomes)) or "Kỳ này không có kế hoạch nào phải lập báo cáo riêng."


def chart_view(code: str, figures: PeriodFigures) -> Image | TableView:
    """A chart of `report_utils.figures.charts.charts_of` as a picture; nothing of a form that the agency does not use.

    Raises UnknownNameError.
    """
    try:
        return Image(chart_png(code, figures), retina=True)  # type: ignore[no-untyped-call]
    except (UnknownNameError, TableNotAskedError):
        if code.partition(".")[0] not in (*CHARTS, *PLAN_CHARTS):
            raise
        return _view([], columns=[])
