"""The open-data plan set by set: progress, targets, what is next, who must be reminded, the form of the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.open_data.lines import Line, lines_of
from report_utils.figures.open_data.progress import STATES, frequency_of
from report_utils.figures.open_data.targets import share_of
from report_utils.figures.source import Source
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
from report_utils.figures.verdict import verdict
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.letters import roman
from report_utils.vietnamese.numbers import format_percent

_NUMBER = ReportColumn(("TT",), 1, "center")


@report_table("open_data_progress")
def open_data_progress(material: Material) -> ReportTable:
    """Each data set of the plan: owner, day, state at the cut-off.

    The day is that of the plan; where the plan names none at all, the day of publication.
    """
    lines = lines_of(material.source)
    dated = not lines or any(line.entry.due for line in lines)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (line.entry.dataset, line.entry.name, line.owner, _day(line.entry.due if dated else line.published_on),
         state_cell(line)) for line in lines)
    columns = (_NUMBER, ReportColumn(("Tên dữ liệu",), 6), ReportColumn(("Đơn vị chủ trì",), 4),
               ReportColumn(("Ngày công bố theo kế hoạch" if dated else "Ngày công bố",), 2.4, "center"),
               ReportColumn(("Tình trạng",), 2.6, "center"))
    return ReportTable("open_data_progress", columns, rows,
                       description="Tiến độ công bố từng tập dữ liệu mở theo kế hoạch")


def state_cell(line: Line) -> Cell:
    """What became of a data set in words, or the mark of its silent owners."""
    progress = line.progress
    if not line.known:
        return Absent(line.said.absent)
    words = STATES[progress.state] + (f" {progress.days_late} ngày" if progress.state == "late" else "")
    return f"{words}; cần cập nhật" if progress.stale else words


@report_table("open_data_targets")
def open_data_targets(material: Material) -> ReportTable:
    """Each target of the plan: what it asks, by when, what was reached by then, or so far."""
    targets, cutoff = material.source.agency.profile.open_data.targets, material.source.reporting.window.cutoff
    lines, rows = lines_of(material.source), []
    for i, target in enumerate(targets, start=1):
        until = min(target.by, cutoff) if target.measure != "maintaining" else cutoff
        share, prefix = share_of(target.measure, lines, until), f"open_data.targets.{i}"
        result = (Figure(f"{prefix}.part", share.part, f"Kết quả: {target.words}", "", Display.TABLE),
                  Figure(f"{prefix}.whole", share.whole, f"Tổng số: {target.words}", "", Display.TABLE),
                  rate(f"{prefix}.rate", share.part, share.whole, f"Kết quả / tổng số: {target.words}", 1))
        asked = ("trên " if target.above else "") + format_percent(target.percent)
        days = (format_date(target.by), format_date(until))
        judged = verdict(share.rate.value, target.percent, by=target.by, cutoff=cutoff, above=target.above)
        rows.append((str(i), target.words, asked, *days, *result, judged))
    columns = (_NUMBER, ReportColumn(("Chỉ tiêu",), 4.4), ReportColumn(("Mức phải đạt",), 1.7, "center"),
               ReportColumn(("Thời hạn",), 2.8, "center"), ReportColumn(("Kết quả", "Tính đến ngày"), 2.8, "center"),
               ReportColumn(("Kết quả", "Đạt được"), 1.5, "center"),
               ReportColumn(("Kết quả", "Tổng số"), 1.4, "center"),
               ReportColumn(("Kết quả", "Tỷ lệ"), 1.8, "center"), ReportColumn(("Đánh giá",), 2.2, "center"))
    return ReportTable("open_data_targets", columns, tuple(rows), description="Kết quả thực hiện chỉ tiêu dữ liệu mở")


@dataclass(frozen=True)
class Duty:
    """What the owner of a data set must do by a day."""

    line: Line
    day: dt.date
    what: str


def duties(source: Source, after: dt.date, until: dt.date) -> Iterator[Duty]:
    """First publications and updates that fall due after `after` and by `until`, and have not been done."""
    for line in lines_of(source):
        first = line.entry.due if line.progress.state in ("not_due", "overdue") else None
        for day, what in ((first, "Công bố lần đầu"), (line.progress.update_due, "Cập nhật")):
            if line.known and day and after < day <= until:
                yield Duty(line, day, what)


@report_table("open_data_next")
def open_data_next(material: Material) -> ReportTable:
    """What falls due between this cut-off and the next, by day."""
    source, reporting = material.source, material.source.reporting
    until = reporting.next_cutoff
    coming = sorted(duties(source, reporting.window.cutoff, until), key=lambda duty: duty.day)
    return _duty_table("open_data_next", coming, "Tập dữ liệu đến hạn công bố, cập nhật trong kỳ tới")


@report_table("open_data_reminders")
def open_data_reminders(material: Material) -> ReportTable:
    """Data sets whose owners must be reminded: overdue, or not updated in time."""
    source = material.source
    late = list(duties(source, dt.date.min, source.reporting.window.cutoff))
    return _duty_table("open_data_reminders", late, "Tập dữ liệu quá hạn công bố hoặc cần cập nhật")


def _duty_table(code: str, found: list[Duty], description: str) -> ReportTable:
    rows = tuple((str(i), duty.line.entry.name, duty.line.acting, duty.what, format_date(duty.day))
                 for i, duty in enumerate(found, start=1))
    columns = (_NUMBER, ReportColumn(("Tên dữ liệu",), 6), ReportColumn(("Đơn vị chủ trì",), 3.6),
               ReportColumn(("Việc phải làm",), 2.9, "center"), ReportColumn(("Thời hạn",), 2.3, "center"))
    return ReportTable(code, columns, rows, description=description)


@listing("open_data_reminded")
def open_data_reminded(material: Material) -> Listing:
    """The units that must be reminded of a data set, in the order of units.csv."""
    owners = {code for line in lines_of(material.source) if line.asks_for_action
              for code in (line.publishers or line.entry.owners)}
    units = material.source.agency.units
    return Listing("open_data_reminded", tuple((unit.name,) for unit in units if unit.code in owners))


@report_table("open_data_plan")
def open_data_plan(material: Material) -> ReportTable:
    """The list of data sets with the columns of the plan's form, under headings of the themes."""
    rows: list[tuple[Cell, ...]] = []
    themes: list[str] = []
    for line in lines_of(material.source):
        if line.entry.theme and line.entry.theme not in themes:
            themes.append(line.entry.theme)
            rows.append((roman(len(themes)), line.entry.theme))
        rows.append(_plan_row(line, material.source.agency.profile.open_data.frequency))
    columns = (_NUMBER, ReportColumn(("Tên tập dữ liệu",), 6), ReportColumn(("Mô tả",), 6),
               ReportColumn(("Đơn vị chủ trì cung cấp",), 3.6),
               ReportColumn(("Ngày cung cấp lần đầu",), 2.1, "center"),
               ReportColumn(("Tần suất cung cấp",), 2.1, "center"), ReportColumn(("Ghi chú",), 3))
    return ReportTable("open_data_plan", columns, tuple(rows), wide=True,
                       numbers=tuple(f"({i})" for i in range(1, 8)),
                       description="Danh mục dữ liệu mở và kế hoạch triển khai")


def _plan_row(line: Line, usual: str) -> tuple[Cell, ...]:
    answer, entry = line.progress.answer or {}, line.entry
    notes = (entry.note, answer.get("note") or "", "" if line.progress.in_public else state_cell(line))
    note = Absent(line.said.absent) if not line.known else "; ".join(str(part) for part in notes if part)
    return (entry.dataset, entry.name, entry.description or answer.get("description") or entry.shared_content,
            line.owner, _day(line.published_on or entry.first_published), frequency_of(entry, answer, usual), note)


def _day(day: dt.date | None) -> str:
    return format_date(day) if day else ""
