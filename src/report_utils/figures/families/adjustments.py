"""What the office adjusted in the data of the period, as a table of the report."""

from __future__ import annotations

from collections.abc import Iterable

from report_utils.figures.source import Source
from report_utils.figures.tables import Cell, Material, ReportColumn, ReportTable, report_table
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.record import Adjustment, Correction
from report_utils.vietnamese.dates import format_date

ADJUSTMENTS = "adjustments"
"""The code of the table; it has no row where nothing was adjusted."""

_COLUMNS = (("TT", 1, "center"), ("Đơn vị", 3.6, "left"), ("Biểu, ô", 2.6, "left"), ("Đơn vị báo cáo", 2.4, "center"),
            ("Điều chỉnh thành", 2.4, "center"), ("Lý do", 4.4, "left"), ("Căn cứ", 3.2, "left"),
            ("Người điều chỉnh", 2.8, "left"), ("Ngày", 2.2, "center"))


@report_table(ADJUSTMENTS)
def adjustments(material: Material) -> ReportTable:
    """Every adjustment of the period in the order in which they were recorded."""
    return adjustments_table(material.source, material.source.dataset.adjustments)


def adjustments_table(source: Source, adjusted: Iterable[Adjustment]) -> ReportTable:
    """The same with some of the adjustments only."""
    rows = tuple((str(number), *_row(source, one)) for number, one in enumerate(adjusted, start=1))
    columns = tuple(ReportColumn((title,), share, align) for title, share, align in _COLUMNS)
    return ReportTable(ADJUSTMENTS, columns, rows, wide=True,
                       description="Các giá trị và đơn vị được điều chỉnh so với số liệu đơn vị đã gửi")


def _row(source: Source, one: Adjustment) -> tuple[Cell, ...]:
    signed = (one.why, one.basis, one.by, format_date(one.day))
    name = source.agency.units[one.unit].name
    if isinstance(one, Correction):
        return (name, f"{one.cell.sheet}, ô {one.cell.cell}", one.sent or "(để trống)", one.used or "(để trống)",
                *signed)
    what = TABLES[one.table].sheet if one.table else "Toàn bộ số liệu"
    return (name, what, "", "Không tính trong kỳ", *signed)
