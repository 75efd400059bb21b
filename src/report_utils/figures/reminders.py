"""What a reminder letter lists: units that have not sent, that sent late, and what is wrong with what was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from report_utils.agency.settings import nearest
from report_utils.checks.reporting_rate import State, UnitStatus
from report_utils.errors import UnknownNameError
from report_utils.figures.tables import Cell, Listing, ReportColumn, ReportTable
from report_utils.findings import CATALOGUE, CellRef, Finding
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_integer

Statuses = Sequence[UnitStatus]
Maker = TypeVar("Maker")

MOST_ERRORS = 30
"""Rows of a table of errors; a letter names no more, the feedback workbook names all."""
_MOST_CELLS = 6


def reminded(statuses: Statuses) -> list[UnitStatus]:
    """The units that a reminder goes to: not sent, sent late, or with errors."""
    return [status for status in statuses if status.state in (State.MISSING, State.LATE) or status.errors]


def reminder_listing(code: str, statuses: Statuses) -> Listing:
    """The list of that code: missing_units or late_units. Raises UnknownNameError."""
    return _known("danh sách", code, _LISTINGS)(statuses)


def reminder_table(code: str, statuses: Statuses) -> ReportTable:
    """The table of that code: unit_errors (a row a unit) or errors (a row an error). Raises UnknownNameError."""
    return _known("bảng", code, _TABLES)(statuses)


def has_lines(code: str, statuses: Statuses) -> bool:
    """Whether the list or table of that code would have a line. Raises UnknownNameError."""
    if code in _LISTINGS:
        return bool(_LISTINGS[code](statuses).lines)
    return bool(reminder_table(code, statuses).rows)


def _known(kind: str, code: str, makers: Mapping[str, Maker]) -> Maker:
    if code not in makers:
        raise UnknownNameError(kind, code, nearest(code, makers), f"Hiện có: {', '.join(makers)}.")
    return makers[code]


def _missing_units(statuses: Statuses) -> Listing:
    return Listing("missing_units", tuple((s.unit.name,) for s in statuses if s.state is State.MISSING))


def _late_units(statuses: Statuses) -> Listing:
    return Listing("late_units", tuple(
        (f"{status.unit.name}: gửi ngày {format_date(status.received.sent)}",)
        for status in statuses if status.state is State.LATE and status.received and status.received.sent))


def _unit_errors(statuses: Statuses) -> ReportTable:
    """One row a unit: how many errors, of what kind, where."""
    wrong = [status for status in statuses if status.errors]
    rows: list[tuple[Cell, ...]] = [
        (str(number), status.unit.name, format_integer(len(status.errors)), _kinds(status.errors))
        for number, status in enumerate(wrong, start=1)
    ]
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn(("Đơn vị",), 4),
               ReportColumn(("Số lỗi",), 1.2, "center"), ReportColumn(("Nội dung phải sửa",), 9))
    return ReportTable("unit_errors", columns, tuple(rows), description="Số lỗi và nội dung phải sửa của từng đơn vị")


def _errors(statuses: Statuses) -> ReportTable:
    """One row an error, in the order of the feedback workbook."""
    found = [error for status in statuses for error in status.errors]
    rows: list[tuple[Cell, ...]] = [
        (str(number), place_of(error), error.message, error.mend)
        for number, error in enumerate(found[:MOST_ERRORS], start=1)
    ]
    if len(found) > MOST_ERRORS:
        more = format_integer(len(found) - MOST_ERRORS)
        rows.append(("", "", f"Và {more} lỗi khác nêu tại tệp phản hồi gửi kèm.", ""))
    columns = (ReportColumn(("TT",), 1, "center"), ReportColumn(("Vị trí",), 3),
               ReportColumn(("Nội dung",), 6.5), ReportColumn(("Cách sửa",), 5))
    return ReportTable("errors", columns, tuple(rows), description="Từng lỗi phải sửa, vị trí và cách sửa")


_LISTINGS: dict[str, Callable[[Statuses], Listing]] = {"missing_units": _missing_units, "late_units": _late_units}
_TABLES: dict[str, Callable[[Statuses], ReportTable]] = {"unit_errors": _unit_errors, "errors": _errors}


def _kinds(errors: Iterable[Finding]) -> str:
    """The kinds of errors with their places: "Ô bắt buộc để trống (Hồ sơ TTHC: E12, F12); ..."."""
    by_kind = groupby(sorted(errors, key=lambda error: (error.code, error.sheet)), key=lambda e: (e.code, e.sheet))
    return "; ".join(_kind(CATALOGUE[code].title, sheet, list(group)) for (code, sheet), group in by_kind)


def _kind(title: str, sheet: str, errors: Sequence[Finding]) -> str:
    cells = _few([ref.cell for error in errors for ref in _own_cells(error)])
    place = ": ".join(part for part in (sheet, cells) if part)
    return f"{title} ({place})" if place else title


def _own_cells(error: Finding) -> list[CellRef]:
    """The cells of the error in its own file: that of a sum, and those that are added up and can be mended."""
    return [ref for ref in error.cells if ref.file == error.file and ref.cell]


def _few(cells: Sequence[str]) -> str:
    different = list(dict.fromkeys(cells))
    return ", ".join(different[:_MOST_CELLS]) + (", …" if len(different) > _MOST_CELLS else "")


def place_of(error: Finding) -> str:
    """Sheet and cell with the cells it is to be compared with, or the file where the error is about the whole of it."""
    others = _few([ref.cell for ref in _own_cells(error)[1:]])
    cell = f"ô {error.cell}{f' (đối chiếu {others})' if others else ''}" if error.cell else ""
    return ", ".join(part for part in (error.sheet, cell) if part) or error.file
