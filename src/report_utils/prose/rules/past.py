"""R11, R12: what was over before the window is not told as if the period had brought it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from report_utils.agency.period import Window
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.dates import format_date

_CARRIED_OUT = re.compile(
    r"\b(?:đã|đang)\s+(?:triển khai|ban hành|tham mưu|có)\b(?! theo)[^.;:]{0,40}(?::\s*)?$"
)
_LEGAL_BASE = re.compile(r"\b(?:căn cứ|theo|thực hiện chỉ đạo|quy định tại)\b[^.;]*$")
_DURATION = re.compile(r"^thời gian\b[^:]{0,40}:\s*từ\b")
_COMPLETION = re.compile(r"^(?:thời gian|thời hạn|tiến độ) hoàn thành\b")
_STATE = re.compile(r"\bđã\b|\bchưa\b|\bđang\b|\d\s?%")
_UNDER_WAY = re.compile(r"\bđang (?:được )?(?:triển khai|thực hiện|xây dựng)\b")
_SINCE = re.compile(r"\bchính thức\b[^.;]{0,40}\btừ\s*(?:ngày\s*)?$")


def check_past(report: Report) -> Iterator[Remark]:
    """Lists of documents, courses and starts that lie before the window, and ends without a day."""
    window = report.setting.window
    for scan in report if window else ():
        if scan.passage.kind is Kind.ROW or scan.is_outlook or scan.is_basis or window is None:
            continue
        yield from _mixed(scan, window)
        yield from _over(scan, window)
        yield from _started(scan, window)
        yield from _undated(report, scan)


def _mixed(scan: Scanned, window: Window) -> Iterator[Remark]:
    """Documents told as carried out in one list with some of the period, and older than the window."""
    for start, end in scan.sentences:
        listed = [(each, each.day) for each in scan.documents if start <= each.start < end and each.day]
        if len(listed) < 2 or not _CARRIED_OUT.search(scan.low[start : listed[0][0].start]):
            continue
        own = [(each, day) for each, day in listed if not _LEGAL_BASE.search(_before(scan, each.start, start))]
        if any(day >= window.start for _, day in own):
            yield from (_early(scan, each.start, day, window) for each, day in own if day < window.start)


def _before(scan: Scanned, position: int, start: int) -> str:
    """The words right before a document, back to the sign that parts it from the one before."""
    before = scan.low[start:position]
    return before[max(before.rfind(";"), before.rfind(",")) + 1 :]


def _over(scan: Scanned, window: Window) -> Iterator[Remark]:
    """"Thời gian …: từ ngày … đến ngày …", both before the window."""
    days = [each for each in scan.days if each.day]
    if len(days) == 2 and _DURATION.match(scan.low) and days[1].day and days[1].day < window.start:
        yield _early(scan, days[1].start, days[1].day, window)


def _started(scan: Scanned, window: Window) -> Iterator[Remark]:
    """Something that is still "đang triển khai" and began officially long ago."""
    for each in scan.days:
        started = each.day and each.day < window.start and _SINCE.search(scan.low[: each.start])
        if started and each.day and _UNDER_WAY.search(scan.low):
            yield _early(scan, each.start, each.day, window, ", bên cạnh «đang triển khai»")


def _early(scan: Scanned, position: int, day: dt.date, window: Window, more: str = "") -> Remark:
    missed = (window.start - day).days == 1
    reason = f"trước ngày bắt đầu kỳ số liệu{' đúng một ngày' if missed else ''}{more}"
    return Remark("R13" if missed else "R12", (Spot(scan, position),), format_date(day), format_date(window.start),
                  {"reason": reason})  # fmt: skip


def _undated(report: Report, scan: Scanned) -> Iterator[Remark]:
    """"Thời gian hoàn thành: Quý III/2024" in the report of that quarter: whether it is done is not said."""
    period, following = report.setting.period, report.scans[scan.passage.number : scan.passage.number + 1]
    if period is None or not _COMPLETION.match(scan.low) or scan.days or _STATE.search(scan.low):
        return
    months, goes_on = period.calendar_months, any(_STATE.search(each.low) for each in following)
    for words in scan.periods if not goes_on else ():
        first, last = words.days(period.year)
        if months.start <= first and last < months.end:
            reason = "không rõ đã hoàn thành hay chưa, vào ngày nào"
            yield Remark("R11", (Spot(scan, words.start),), words.text, period.title, {"reason": reason})
