"""The tables and lists that the report shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from report_utils.figures.families.dossiers import COLUMNS
from report_utils.figures.families.people import AUTONOMOUS
from report_utils.figures.figure import Display, Figure
from report_utils.figures.source import Record, Selection
from report_utils.figures.tables import (
    Absent,
    Cell,
    Listing,
    Material,
    ReportColumn,
    ReportTable,
    listing,
    report_table,
)
from report_utils.forms.tables.money import MONEY_UNITS
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.vietnamese.dates import format_date

PLACES = (
    ("dossiers.one_stop", "Tại Trung tâm Phục vụ hành chính công"),
    ("dossiers.units", "Tại các đơn vị và Sở (kể cả khiếu nại, tố cáo)"),
)
"""Rows of the table of dossiers: figure prefix, words."""

_SHARES = {"number": 1.2, "field": 4.0}
"""Widths of the first columns of the table of dossiers; sums need room for "11=12+13"."""


@report_table("dossiers_by_place")
def dossiers_by_place(material: Material) -> ReportTable:
    """The 13-column table of results (Thông tư 01/2020/TT-VPCP, Biểu số 06) by place. Raises TableNotAskedError."""
    material.source.select(DOSSIERS.code)
    places = [(prefix, words) for prefix, words in PLACES if f"{prefix}.received" in material.figures]
    columns = tuple(
        ReportColumn(column.heading, _SHARES.get(column.code, 2.6 if column.derived else 1.9),
                     "left" if column.code == "field" else "center")
        for column in DOSSIERS.columns
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (str(i), words, *(material.figures[f"{prefix}.{name}"] for name in COLUMNS))
        for i, (prefix, words) in enumerate(places, start=1)
    )
    return ReportTable(
        "dossiers_by_place", columns, rows, wide=True, numbers=DOSSIERS.number_labels(),
        total=("", "Tổng cộng", *(material.figures[f"dossiers.{name}"] for name in COLUMNS)),
        description="Kết quả giải quyết hồ sơ thủ tục hành chính theo nơi tiếp nhận")


@report_table("training_classes")
def training_classes(material: Material) -> ReportTable:
    """The training classes with their results."""
    selection = material.source.select("training_classes")
    rows = tuple(
        (str(i), record["name"] or "", record["provider"] or "", record["duration"] or "",
         _cell(selection, record, "classes", i), _cell(selection, record, "trainees", i), record["mode"] or "",
         _state_of_class(record))
        for i, record in enumerate(selection.records, start=1)
    )
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn(("Tên lớp",), 5),
               ReportColumn(("Đơn vị thực hiện",), 3.6), ReportColumn(("Thời gian đào tạo",), 3.2),
               ReportColumn(("Số lớp",), 1.1, "center"), ReportColumn(("Số học viên",), 1.4, "center"),
               ReportColumn(("Hình thức",), 2, "center"), ReportColumn(("Kết quả",), 2.8, "center"))
    return ReportTable("training_classes", columns, rows, wide=True, absent=selection.absent,
                       description="Kết quả từng lớp đào tạo, bồi dưỡng")


def _state_of_class(record: Record) -> str:
    return "; ".join(part for part in (record["state"], record["completed"]) if part)


@report_table("directives")
def directives(material: Material) -> ReportTable:
    """Phụ lục II: directives on the reform, by day and symbol; those whose day is missing come last."""
    selection = material.source.select("documents").having("directive", bool)
    chosen = sorted(selection.records, key=lambda r: (r["issued"] or dt.date.max, r["symbol"] or ""))
    rows = tuple(
        (str(i), f"{record['kind'] or ''} số {record['symbol'] or ''}", _day(material, record),
         record["subject"] or "", material.source.unit_name(record))
        for i, record in enumerate(chosen, start=1)
    )
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn(("Số, ký hiệu",), 3.4),
               ReportColumn(("Ngày ban hành",), 2, "center"), ReportColumn(("Trích yếu",), 7),
               ReportColumn(("Đơn vị tham mưu",), 3))
    return ReportTable("directives", columns, rows, absent=selection.absent,
                       description="Văn bản chỉ đạo, điều hành cải cách hành chính ban hành trong kỳ")


def _day(material: Material, record: Record) -> Cell:
    return format_date(record["issued"]) if record["issued"] else Absent((material.source.unit_name(record),))


@listing("recruiting_units")
def recruiting_units(material: Material) -> Listing:
    """The autonomous units that recruit: recruited of target."""
    own = [unit.code for unit in material.source.agency.units if AUTONOMOUS in unit.tags]
    selection = material.source.select("staffing", units=own).having("recruit_target", bool)
    lines = []
    for record in selection.records:
        name, prefix = material.source.unit_name(record), f"staffing.{record['unit']}"
        one = selection.of(record)
        recruited, target = (Figure(f"{prefix}.{column}", one.total(column), _rule(one, column),
                                     name=one.table.called(column, name))
                             for column in ("recruited", "recruit_target"))
        lines.append((f"{name}: đã tuyển ", recruited, "/", target, " chỉ tiêu"))
    return Listing("recruiting_units", tuple(lines), selection.absent)


@listing("projects")
def projects(material: Material) -> Listing:
    """The investment projects: capital and disbursement in đồng."""
    selection = material.source.select("projects")
    lines = []
    for i, record in enumerate(selection.records, start=1):
        one = replace(selection.of(record), absent=selection.absent)
        capital, disbursed = (
            Figure(f"projects.{i}.{column}", one.amount(column, "money_unit", MONEY_UNITS),
                   _rule(selection, column), "đồng", Display.MONEY, name=selection.table.called(column, record["name"]))
            for column in ("capital", "disbursed"))
        lines.append((f"{record['name'] or ''}: kế hoạch vốn ", capital, " đồng, đã giải ngân ", disbursed, " đồng"))
    return Listing("projects", tuple(lines), selection.absent)


def _cell(selection: Selection, record: Record, column: str, row: int) -> Figure:
    return Figure(f"{selection.table.code}.{row}.{column}", selection.cell(record, column), _rule(selection, column),
                  display=Display.TABLE, name=selection.table.called(column, record["name"]))


def _rule(selection: Selection, column: str) -> str:
    return f"Ô «{selection.table.column(column).title}» của biểu «{selection.table.sheet}»"
