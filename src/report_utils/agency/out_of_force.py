"""In words: why a unit is not there in a period."""

from __future__ import annotations

from report_utils.agency.units import Unit, Units
from report_utils.vietnamese.dates import format_date


def out_of_force(units: Units, code: str) -> str:
    """The clause that follows «đơn vị này» about a unit that is known, but not one of `units`."""
    versions = units.versions_of(code)
    ends = [version.until for version in versions if version.until and units.is_over(version)]
    if ends:
        return f"đã thôi hoạt động sau ngày {format_date(max(ends))}"
    starts = [version.since for version in versions if version.since]
    return f"chưa hoạt động (bắt đầu từ ngày {format_date(min(starts))})" if starts else "không hoạt động"


def when_borne(units: Units, version: Unit) -> str:
    """The clause that follows «tên» about the name of a version that is not one of `units`."""
    if version.until and units.is_over(version):
        return f"dùng đến hết ngày {format_date(version.until)}"
    return f"dùng từ ngày {format_date(version.since)}" if version.since else "dùng ở thời gian khác"


def name_of(units: Units, code: str) -> str:
    """How a unit is or was called, whether it is one of `units` or not; its code when it never was one."""
    if code in units:
        return units[code].name
    versions = units.versions_of(code)
    return versions[-1].name if versions else code
