"""What a change of the adjustments does to the checks: said at once, not by a later check in the name of the unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.findings import CellRef, Finding, errors
from report_utils.run.adjusting import Changed
from report_utils.run.desk import Desk

_MOST = 5
"""Errors that are told one by one."""


def errors_brought(desk: Desk, changed: Changed) -> list[Finding]:
    """The errors that were not there before the entries changed; one with other numbers at its place is not new."""
    before, after = map(list, map(errors, desk.looked_at(changed.before, changed.after)))
    known = set(map(_place, before))
    return [found for found in after if _place(found) not in known]


def _place(found: Finding) -> tuple[str, str, str, str, str]:
    return found.code, found.unit, found.file, found.sheet, found.cell


def brought_lines(brought: Sequence[Finding]) -> Iterator[str]:
    """The new errors for people, or that there are none."""
    if not brought:
        yield "Thay đổi này không làm phát sinh lỗi mới."
        return
    yield f"Thay đổi này làm phát sinh {len(brought)} lỗi mới; báo cáo là dự thảo đến khi cơ quan xử lý:"
    for found in brought[:_MOST]:
        place = CellRef("", found.sheet, found.cell) if found.cell else found.file
        yield f"    {', '.join(filter(None, (found.code, found.unit, str(place))))}: {found.message}"
    if len(brought) > _MOST:
        yield f"    Và {len(brought) - _MOST} lỗi khác: xem baocao check."
