"""R12-R15: days that exist, stand in their order, and lie in the window whose data count."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from report_utils.agency.period import Period, Window
from report_utils.prose.days import days_in
from report_utils.prose.documents import Document
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.dates import format_date

_RANGE = re.compile(r"\btừ\s+(?:ngày\s+)?$")
_UNTIL = re.compile(r"^\s*(?:đến|-|–|tới)\s*(?:hết\s+)?(?:ngày\s+)?$")
_IN_PERIOD = re.compile(r"\btrong (?:quý|kỳ|năm|6 tháng|tháng|thời gian)\b|\bkỳ báo cáo\b")
_RESULTS = re.compile(r"kết quả (?:xây dựng|ban hành|công bố|tham mưu)")
_OWN = re.compile(
    r"\b(?:sở|ủy ban nhân dân|ubnd|phòng|trung tâm|bệnh viện|đơn vị|huyện|ban)\b[^.;]{0,80}\b(?:đã (?:ban hành|"
    r"xây dựng|triển khai|có|tham mưu|tổ chức)|ban hành)\b[^.;]{0,40}$"
)
_BASED = re.compile(
    r"\b(?:theo|căn cứ|thực hiện|quy định tại|tại|hướng dẫn của|chỉ đạo|yêu cầu|thay thế|"
    r"sửa đổi)\s*(?:các\s+)?(?:chỉ đạo tại|nội dung)?\s*$"
)
_AHEAD = re.compile(
    r"\b(?:sẽ|dự kiến|trước|chậm nhất|hạn|hết hạn|đến hết|đến|ước|phấn đấu|có hiệu lực|hiệu lực|kế hoạch|"
    r"lộ trình|thời gian tới|hoàn thành trước|từ)\b[^.;]{0,40}$"
)
_OF_WINDOW = re.compile(r"\bkỳ báo cáo\b|\btừ (?:ngày )?$")
_ISSUED = re.compile(r"\b(?:trong (?:quý|kỳ|năm|6 tháng|9 tháng)|quý này)\b[^.;]{0,60}\bban hành\b")
_HEAD = 3
"""Passages at the head of a report, among which its own day stands."""

_HAS_BEEN = re.compile(r"\bđã\b")
_DONE_ON = re.compile(r"\bhoàn thành\b")


def check_dates(report: Report) -> Iterator[Remark | Held]:
    """Every day of a text."""
    for scan in report:
        for day in scan.days:
            if day.day is None:
                yield Remark("R15", (Spot(scan, day.start),), day.text, "", {"reason": "lịch không có ngày này"})
        yield from _ranges(scan)
        yield from _cell_ranges(scan)
        is_listed = scan.passage.kind is not Kind.ROW or _lists_results(scan)
        if report.setting.window and not scan.is_basis and is_listed:
            yield from _in_window(report, scan)
    yield from _completed(report)


def _ranges(scan: Scanned) -> Iterator[Remark]:
    days = [each for each in scan.days if each.day]
    for one, other in pairwise(days):
        if (
            _UNTIL.match(scan.low[one.end : other.start])
            and _RANGE.search(scan.low[max(0, one.start - 12) : one.start])
            and one.day
            and other.day
            and other.day < one.day
        ):
            yield Remark(
                "R15", (Spot(scan, one.start),), other.text, one.text, {"reason": "ngày kết thúc trước ngày bắt đầu"}
            )


def _lists_results(scan: Scanned) -> bool:
    """Whether a row lists a document of what the passages above call issued in the period."""
    above = " ".join(lowered(each.text) for each in scan.passage.parents)
    return bool(scan.documents) and _ISSUED.search(above) is not None


def _cell_ranges(scan: Scanned) -> Iterator[Remark]:
    """Cells of a table that hold two days, as "06/5/2024 - 24/4/2024"."""
    for cell in scan.passage.cells:
        days = list(days_in(cell))
        bare = len(days) == 2 and re.fullmatch(r"\s*(?:-|–|đến)\s*", cell[days[0].end : days[1].start])
        if bare and days[0].day and days[1].day and days[1].day < days[0].day:
            reason = "ngày kết thúc trước ngày bắt đầu"
            yield Remark("R15", (Spot(scan),), days[1].text, days[0].text, {"reason": reason})


def _in_window(report: Report, scan: Scanned) -> Iterator[Remark]:
    """Days after the cut-off, and days before the window of what is told as a result of the period; each day once."""
    window, period = report.setting.window, report.setting.period
    told: set[dt.date] = set()
    for told_day in scan.days if window and period else ():
        day = told_day.day
        if window is None or period is None or day is None or day in told:
            continue
        at = _Told(scan, told_day.start, day)
        remark = _late(at, window, report.setting.day) if day > window.cutoff else _early(at, window, period)
        if remark:
            told.add(day)
            yield remark


@dataclass(frozen=True)
class _Told:
    """A day at its place, and the words of its sentence before it."""

    scan: Scanned
    position: int
    day: dt.date

    @property
    def document(self) -> Document | None:
        """The document whose day it is."""
        return next((each for each in self.scan.documents if each.start <= self.position < each.end), None)

    @property
    def before(self) -> str:
        return self.scan.low[self.scan.sentence_at(self.position)[0] : self.position]

    @property
    def head(self) -> str:
        """The words before the document, where the day is that of one."""
        start = self.scan.sentence_at(self.position)[0]
        document = self.document
        return self.scan.low[start : document.start] if document and document.start > start else self.before

    def remark(self, code: str, expected: str, reason: str) -> Remark:
        return Remark(code, (Spot(self.scan, self.position),), format_date(self.day), expected, {"reason": reason})


def _late(at: _Told, window: Window, reported: dt.date | None) -> Remark | None:
    """A day after the cut-off, told as if it had been; days ahead and the day at the head of the report are none."""
    scan, document = at.scan, at.document
    is_head = scan.low.startswith("trên đây") or _is_place_date(scan) or (not document and _is_at_head(scan))
    if scan.is_outlook or is_head or (not document and _AHEAD.search(at.before)):
        return None
    is_after_report = at.day > max(window.cutoff, reported or window.cutoff)
    reason = "sau ngày lập báo cáo" if is_after_report else "sau thời điểm chốt số liệu"
    return at.remark("R12", format_date(window.cutoff), reason)


def _early(at: _Told, window: Window, period: Period) -> Remark | None:
    """A day of a result before the window (by one day: R13), or in the window and before the quarter (R14)."""
    if at.day < window.start:
        missed = (window.start - at.day).days == 1
        reason = "trước ngày bắt đầu kỳ số liệu" + (" đúng một ngày" if missed else "")
        is_result = _is_result(at, period.year)
        return at.remark("R13" if missed else "R12", format_date(window.start), reason) if is_result else None
    is_between = at.day < period.calendar_months.start and period.kind[0] == "Q"
    if is_between and _IN_PERIOD.search(at.before) and not _OF_WINDOW.search(at.before):
        return at.remark("R14", period.title, "trong kỳ số liệu nhưng ngoài quý theo lịch")
    return None


def _is_at_head(scan: Scanned) -> bool:
    return scan.passage.number <= _HEAD and not _HAS_BEEN.search(scan.low)


def _is_place_date(scan: Scanned) -> bool:
    return len(scan.passage.text) < 90 and bool(re.search(r"^[^,]{2,40}, ngày", scan.low))


def _is_result(at: _Told, year: int) -> bool:
    """Whether a day is told as that of a result of the period."""
    scan, head, before, day, cited = at.scan, at.head, at.before, at.day, at.document is not None
    if scan.passage.kind is Kind.ROW:
        return day.year < year
    if scan.is_outlook or re.search(r"\b(?:từ|kể từ|bắt đầu từ|so với|đến nay)\s*(?:ngày)?\s*$", before):
        return False
    if _IN_PERIOD.search(before) and not _BASED.search(head[-60:]):
        return True
    parents = [lowered(each.text) for each in scan.passage.parents[-1:]]
    if cited and any(_RESULTS.search(each) for each in parents):
        return True
    if not cited and day.year >= year - 1 and re.search(r"\bđã (?:cử|tổ chức|họp|kiểm tra|tập huấn)\b", before):
        return not re.search(r"kế hoạch|quyết định", before[-60:])
    titled = re.search(rf"năm {year}|giai đoạn|{year}", scan.low[scan.low.find(before[-20:]) :] if before else scan.low)
    return cited and day.year < year and bool(_OWN.search(head)) and not _BASED.search(head[-60:]) and not titled


def _completed(report: Report) -> Iterator[Remark]:
    """A course that ends on a day and is said to be completed on another, in items that follow each other."""
    for i, scan in enumerate(report.scans):
        ends = [
            each
            for each in scan.days
            if each.day and re.search(r"\bđến (?:hết )?$", scan.low[max(0, each.start - 10) : each.start])
        ]
        for other in report.scans[i + 1 : i + 4] if ends and scan.passage.kind is Kind.ITEM else ():
            if other.passage.parents[-1:] != scan.passage.parents[-1:] or not _DONE_ON.search(other.low):
                continue
            for day in other.days:
                if day.day and ends[-1].day and day.day != ends[-1].day:
                    yield Remark(
                        "R15",
                        (Spot(scan, ends[-1].start), Spot(other, day.start)),
                        day.text,
                        ends[-1].text,
                        {"reason": "ngày hoàn thành khác ngày kết thúc"},
                    )
            break
