"""R12-R15: days that exist, stand in their order, and lie in the window whose data count."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

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
_DONE_ON = re.compile(r"\bhoàn thành\b")


def check_dates(report: Report) -> Iterator[Remark | Held]:
    """Every day of a text."""
    for scan in report:
        for day in scan.days:
            if day.day is None:
                yield Remark("R15", (Spot(scan, day.start),), day.text, "", {"reason": "lịch không có ngày này"})
        yield from _ranges(scan)
        if report.setting.window and not scan.is_basis and scan.passage.kind is not Kind.ROW:
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


def _in_window(report: Report, scan: Scanned) -> Iterator[Remark]:
    """Days after the cut-off, and days before the window of what is told as a result of the period."""
    window, period, told = report.setting.window, report.setting.period, set()
    if window is None or period is None:
        return
    for day in scan.days:
        if day.day is None or day.day in told:
            continue
        start = scan.sentence_at(day.start)[0]
        before = scan.low[start : day.start]
        document = next((each for each in scan.documents if each.start <= day.start < each.end), None)
        if day.day > window.cutoff:
            last = max(window.cutoff, report.setting.day or window.cutoff)
            if (
                not (scan.is_outlook or scan.low.startswith("trên đây"))
                and (document or scan.passage.number > 3)
                and (document or not _AHEAD.search(before))
                and not (_is_place_date(scan))
            ):
                told.add(day.day)
                late = "sau ngày lập báo cáo" if day.day > last else "sau thời điểm chốt số liệu"
                yield Remark(
                    "R12", (Spot(scan, day.start),), format_date(day.day), format_date(window.cutoff), {"reason": late}
                )
            continue
        head = before[: document.start - start] if document and document.start > start else before
        if day.day < window.start and _is_result(scan, head, before, day.day, period.year, document is not None):
            told.add(day.day)
            missed = (window.start - day.day).days
            code = "R13" if missed == 1 else "R12"
            yield Remark(
                code,
                (Spot(scan, day.start),),
                format_date(day.day),
                format_date(window.start),
                {"reason": "trước ngày bắt đầu kỳ số liệu" + (" đúng một ngày" if missed == 1 else "")},
            )
        elif (
            day.day < period.calendar_months.start
            and day.day >= window.start
            and period.kind[0] == "Q"
            and (_IN_PERIOD.search(before) and not re.search(r"\bkỳ báo cáo\b|\btừ (?:ngày )?$", before))
        ):
            told.add(day.day)
            yield Remark(
                "R14",
                (Spot(scan, day.start),),
                format_date(day.day),
                period.title,
                {"reason": "trong kỳ số liệu nhưng ngoài quý theo lịch"},
            )


def _is_place_date(scan: Scanned) -> bool:
    return len(scan.passage.text) < 90 and bool(re.search(r"^[^,]{2,40}, ngày", scan.low))


def _is_result(scan: Scanned, head: str, before: str, day: dt.date, year: int, cited: bool) -> bool:
    """Whether a day is told as that of a result of the period."""
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
