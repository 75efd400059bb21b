"""Who has sent what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import GROUPS
from report_utils.checks.reporting_rate import NOT_SENT, Rate, State, UnitStatus, unit_statuses
from report_utils.forms.asked import suppliers_of, tables_asked
from report_utils.intake.dataset import Dataset
from report_utils.run.views.table import TableView, Tone, view
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_percent

TONES = {State.MISSING.value: Tone.BAD, State.UNUSABLE.value: Tone.BAD, State.LATE.value: Tone.DOUBT,
         State.UNDATED.value: Tone.DOUBT, State.ON_TIME.value: Tone.GOOD, "Lỗi": Tone.BAD, "Cảnh báo": Tone.DOUBT}


def submissions_view(reporting: Reporting, dataset: Dataset) -> TableView:
    """Who was expected, who has sent, when, in time or late; those who have not come first."""
    rows = [row[:-_OF_FINDINGS] for row in _status_rows(unit_statuses(reporting, dataset))]
    return view(rows, _STATUS_COLUMNS[:-_OF_FINDINGS], "Tệp của các đơn vị", TONES)


def status_view(statuses: Iterable[UnitStatus]) -> TableView:
    """The submissions with the number of errors and warnings in each; units that have not sent come first."""
    return view(_status_rows(statuses), _STATUS_COLUMNS, "Tệp của các đơn vị", TONES)


_STATUS_COLUMNS = ("Đơn vị", "Nhóm", "Tình trạng", "Ngày gửi", "Phiên bản", "Tệp", "Lỗi", "Cảnh báo", "Giải trình")
_OF_FINDINGS = 3
"""How many of these columns count findings."""


def _status_rows(statuses: Iterable[UnitStatus]) -> list[tuple[Any, ...]]:
    rows = []
    for status in sorted(statuses, key=lambda status: status.state not in NOT_SENT):
        entry = status.received
        rows.append((status.unit.name, GROUPS[status.unit.group], status.state.value,
                     format_date(entry.sent) if entry and entry.sent else "", entry.version if entry else "",
                     entry.file if entry else "", *found_counts(status)))
    return rows


def found_counts(status: UnitStatus) -> tuple[int | None, int | None, int | None]:
    """Errors, warnings and explained findings of a unit; no 0 where nothing came that could be looked at."""
    errors, warnings, explained = map(len, (status.errors, status.warnings, status.explained))
    return (errors, warnings, explained) if status.state not in NOT_SENT else (
        errors or None, warnings or None, explained or None)


def rates_view(found: Iterable[Rate]) -> TableView:
    """Reporting rate and on-time rate of each group of units and of all."""
    rows = [(rate.group, rate.expected, rate.received, rate.on_time, rate.late, _percent(rate.reporting_rate),
             _percent(rate.on_time_rate)) for rate in found]
    columns = ("Nhóm", "Phải gửi", "Đã gửi", "Đúng hạn", "Muộn", "Tỷ lệ báo cáo", "Tỷ lệ đúng hạn")
    return view(rows, columns, "Tỷ lệ gửi báo cáo")


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
    columns = ("Biểu", "Đơn vị phải gửi", "Đã gửi", "Khai không phát sinh", "Số dòng")
    return view(rows, columns, "Các biểu của kỳ")
