"""What adjustments do to the checks and the reports: said at once, not by a later check in the name of the unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_utils.findings import CellRef, Finding, errors
from report_utils.run.adjusting import Changed, recorded_line
from report_utils.run.desk import Desk
from report_utils.run.forecast import missing_in

_MOST = 5
"""Errors that are told one by one."""


def errors_brought(desk: Desk, changed: Changed) -> list[Finding]:
    """The errors that were not there before the entries changed; one with other numbers at its place is not new."""
    before, after = map(list, map(errors, desk.looked_at(changed.before, changed.after)))
    known = set(map(_place, before))
    return [found for found in after if _place(found) not in known]


def _place(found: Finding) -> tuple[str, str, str, str, str]:
    return found.code, found.unit, found.file, found.sheet, found.cell


def consequences(desk: Desk, changed: Changed | None) -> Iterator[str]:
    """What the entries do to the checks and to the reports, for people: what a change brings, else what stands."""
    survey = desk.survey()
    if changed is None:
        yield from _standing([found for found in errors(survey.findings) if found.of_office])
        return
    if changed.taken_out:
        line = recorded_line(desk.reporting, changed.taken_out)
        yield f"Đã bỏ {line[0].lower()}{line[1:]}"
    yield from _brought(errors_brought(desk, changed))
    if missing := missing_in(desk, survey):
        yield missing


def _brought(brought: Sequence[Finding]) -> Iterator[str]:
    if not brought:
        yield "Thay đổi này không làm phát sinh lỗi mới."
        return
    yield f"Thay đổi này làm phát sinh {len(brought)} lỗi mới; báo cáo là dự thảo đến khi cơ quan xử lý:"
    yield from _listed(brought)


def _standing(standing: Sequence[Finding]) -> Iterator[str]:
    if standing:
        yield f"Các điều chỉnh trên đang làm phát sinh {len(standing)} lỗi; báo cáo là dự thảo đến khi cơ quan xử lý:"
        yield from _listed(standing)


def _listed(wrong: Sequence[Finding]) -> Iterator[str]:
    for found in wrong[:_MOST]:
        place = CellRef("", found.sheet, found.cell) if found.cell else found.file
        yield f"    {', '.join(filter(None, (found.code, found.unit, str(place))))}: {found.message}"
    if len(wrong) > _MOST:
        yield f"    Và {len(wrong) - _MOST} lỗi khác: xem baocao check."
