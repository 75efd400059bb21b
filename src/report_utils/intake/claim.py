"""What a workbook says it is: whose, of which period, in which version; and whether that can be true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from report_utils.agency.out_of_force import name_of, out_of_force, when_borne
from report_utils.agency.reporting import Reporting
from report_utils.agency.unit_names import did_you_mean
from report_utils.agency.units import Unit, Units
from report_utils.findings import CellRef, Finding, finding
from report_utils.forms.info import FORM_VERSION, INFO_SHEET
from report_utils.intake.book import Book
from report_utils.intake.claimant import claimant
from report_utils.intake.info_sheet import Info, read_info
from report_utils.intake.named_after import unit_named
from report_utils.intake.no_claim import no_claim
from report_utils.intake.sheets import says_anything, sheets_named
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import fold

_LATEST_DAYS = 366
"""A file is not sent more than a year after its period."""


@dataclass(frozen=True)
class Submission:
    """A workbook that counts for its unit. `sent` is the day written in the file; None if it says none."""

    unit: Unit
    book: Book
    version: int
    sent: dt.date | None
    nature: str


def claim_of(reporting: Reporting, book: Book, findings: list[Finding]) -> Submission | None:
    """What a workbook says it is, or None (with a finding) when it is not for this agency and period."""
    info = read_info(book.grids, book.file)
    code, units = info.text("unit"), reporting.agency.units
    if "unit" not in info.raws:
        findings.append(no_claim(reporting, book))
        return None
    name = claimant(reporting, info)
    doubles = list(filter(says_anything, sheets_named(book.grids, INFO_SHEET)))[1:]
    refused = [
        *(finding("N09", unit=name, at=CellRef(book.file, grid.sheet), table=INFO_SHEET) for grid in doubles),
        *_wrong_claims(reporting, info, name),
        *_not_in_force(units, info),
        *(_other_unit(reporting, info, units[code]) if name and code in units else ()),
    ]
    findings.extend(refused)
    if refused:
        return None
    findings.extend(_doubts(reporting, info, name))
    return Submission(units[code], book, info.version or 1, _sent(reporting, info), info.nature)


def _wrong_claims(reporting: Reporting, info: Info, name: str) -> Iterator[Finding]:
    """Fields that do not fit this agency and period."""
    wanted = (
        ("unit", "mã đơn vị", "mã trong danh sách đơn vị", bool(reporting.agency.units.versions_of(info.text("unit")))),
        ("agency", "mã cơ quan", reporting.agency.code, info.text("agency") == reporting.agency.code),
        ("period", "mã kỳ", str(reporting.period), info.text("period") == str(reporting.period)),
        ("period_title", "kỳ báo cáo", reporting.period.title,
         info.text("period") != str(reporting.period)
         or fold(info.text("period_title")) in ("", fold(reporting.period.title))),
        ("form_version", "phiên bản biểu mẫu", FORM_VERSION, info.text("form_version") == FORM_VERSION),
    )
    for field, what, expected, is_right in wanted:
        if not is_right:
            suggestion = did_you_mean(reporting.agency.units, info.text(field), info.text("unit_name"))
            yield finding("N05", unit=name, at=info.at(field), what=what, found=info.text(field) or "(để trống)",
                          expected=expected,
                          suggestion=suggestion if field == "unit" else "")


def _not_in_force(units: Units, info: Info) -> Iterator[Finding]:
    """The file is of a unit that ended before the cut-off, or begins later: who goes on in its place is told."""
    code = info.text("unit")
    if code in units or not units.versions_of(code):
        return
    standing = units.standing_for(code)
    names = " và ".join(unit.name for unit in standing)
    how = f"Số liệu kỳ này do {names} gửi, bằng biểu mẫu đã phát" if names else "Kiểm tra lại mã đơn vị và kỳ báo cáo"
    yield finding("N15", unit=standing[0].name if len(standing) == 1 else "", at=info.at("unit"), found=code,
                  name=name_of(units, code), reason=out_of_force(units, code), how=how,
                  heirs=f", việc của đơn vị do {names} làm" if names else "")


def _other_unit(reporting: Reporting, info: Info, unit: Unit) -> Iterator[Finding]:
    """The name in the file, or that of the file itself, is that of another unit: the form of one filled in by another.

    The figures of neither may be touched by it.
    """
    written = info.text("unit_name")
    other = _bearer(reporting.agency.units, unit, written)
    if other is not None:
        yield finding("N12", unit=unit.name, at=info.at("unit_name"), found=written, expected=unit.code,
                      what="tên đơn vị", other=other.name)
    other = unit_named(reporting, info.file)
    if other and other is not unit:
        yield finding("N12", unit=unit.name, at=CellRef(info.file), found=info.file, expected=unit.code,
                      what="tên tệp", other=other.name)


def _bearer(units: Units, unit: Unit, written: str) -> Unit | None:
    """The other unit that a name is of: one that bears it in this period, or did when `unit` itself never has."""
    name, (now, ever) = fold(written), _by_name(units)
    if name in map(fold, unit.names):
        return None
    is_own = any(name in map(fold, version.names) for version in units.versions_of(unit.code))
    return now.get(name) or (None if is_own else ever.get(name))


@lru_cache(maxsize=8)
def _by_name(units: Units) -> tuple[Mapping[str, Unit], Mapping[str, Unit]]:
    """The units by each of their names, in any letter case: those of the period, then those of all days."""
    now, ever = ({fold(name): unit for unit in some for name in unit.names if name} for some in (units, units.versions))
    return now, ever


def _doubts(reporting: Reporting, info: Info, name: str) -> Iterator[Finding]:
    """What cannot be read of version, nature and day, and a name that the unit bears at another time."""
    yield from _other_name(reporting.agency.units, info)
    if info.version is None:
        yield finding("N10", unit=name, at=info.at("version"), what="phiên bản tệp", found=info.shown("version"),
                      expected="được coi là 1", needed="một số nguyên: 1, 2, 3 …",
                      how="Ghi phiên bản bằng số nguyên (1, 2, 3 …)")
    if not info.nature:
        yield finding("N10" if info.shown("nature") else "N11", unit=name, at=info.at("nature"),
                      what="tính chất số liệu", found=info.shown("nature") or "(để trống)",
                      expected="được coi là chính thức", needed="",
                      how="Chọn tính chất số liệu trong danh sách")
    if _sent(reporting, info) is None:
        day = f"một ngày từ {format_date(reporting.window.start)}"
        yield finding("N11", unit=name, at=info.at("sent"), what="ngày gửi", found=info.shown("sent") or "(để trống)",
                      expected=f"cần {day} để biết có đúng hạn không", needed=day,
                      how="Ghi ngày gửi dạng ngày/tháng/năm")


def _other_name(units: Units, info: Info) -> Iterator[Finding]:
    """The name of a renamed unit that it bears at another time; its code says that the file is its own."""
    written, unit = info.text("unit_name"), units[info.text("unit")]
    if fold(written) not in map(fold, unit.names):
        bearing = [one for one in units.versions_of(unit.code) if fold(written) in map(fold, one.names)]
        for version in bearing[:1]:
            yield finding("N16", unit=unit.name, at=info.at("unit_name"), found=written, expected=unit.name,
                          when=when_borne(units, version))


def _sent(reporting: Reporting, info: Info) -> dt.date | None:
    """The day of sending, when it can be: not before the period begins, not a year after its end."""
    window = reporting.window
    is_possible = info.sent is not None and window.start <= info.sent < window.end + dt.timedelta(_LATEST_DAYS)
    return info.sent if is_possible else None
