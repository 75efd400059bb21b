"""R11: the periods that a text names are that of the report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from report_utils.prose.days import PeriodWords, Span
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned

_COMPARED = re.compile(
    r"so với|cùng kỳ|\btrước\b|tăng|giảm|kể từ|\btừ (?:đầu |tháng |quý |năm |cuối )?$|\btừ\s*$|giai đoạn|"
    r"tầm nhìn|\bvà\s*$"
    r"|nghị quyết|chỉ số|xếp hạng|xếp loại|thi đua|khen thưởng|đánh giá|tổng kết|căn cứ|dự toán|ước|lần đầu|"
    r"hiệu lực|thống kê"
)
_TITLE = re.compile(
    r"\b(?:kế hoạch|quyết định|chương trình|đề án|báo cáo|nghị quyết|hướng dẫn|danh mục|quy chế)\b[^.;]{0,140}$"
)
_UP_TO = re.compile(
    r"\b(?:đến|tính đến|đến hết|hết|đến cuối|tính đến hết|đến thời điểm|cuối)\s*(?:ngày|cuối|hết|đầu)?\s*$"
)
_BASE = re.compile(r"dân số|thống kê|số liệu")
_FUTURE = re.compile(r"\b(?:sẽ|dự kiến|để (?:tiến hành|triển khai|thực hiện|tổ chức)|phấn đấu|chuẩn bị)\b")
_OWN_PLAN = re.compile(r"\b(?:bám sát|theo|thực hiện|triển khai|tại)\b[^.;]{0,40}\bkế hoạch\b[^.;/]{0,60}$")
_UNNAMED = re.compile(
    r"\bbáo cáo\b.*\b(?:quý\s+(?:iv|i{1,3}|[1-4])|6 tháng|9 tháng)(?!\s*(?:/|năm|đầu năm|"
    r"-)?\s*\d{4})(?:\s+đầu năm)?\s+(?:như sau|của)"
)
_CUT_SHORT = re.compile(r"\bcải cách(?=\s+(?:quý|6 tháng|9 tháng|năm))")
_RESULTS_OF = re.compile(r"\b(?:trong|tính|kết quả|hồ sơ|số liệu)\s*$")
_IN = re.compile(r"\btrong\s*$")
_VALUE_THEN = re.compile(r"\s*(?:là|đạt)\s+\d[\d.,]*\s?%?\s*,?\s*(?:tăng|giảm)\b")
_NEAR, _SHORT = 70, 20
"""Letters before a period that say what it is; days that make a report short of its period."""


def check_periods(report: Report) -> Iterator[Remark | Held]:
    """Quarters, halves, months and years of the past that are told as if they were the period of the report."""
    period = report.setting.period
    if period is None:
        return
    for scan in report:
        if scan.is_basis or scan.passage.kind is Kind.ROW:
            continue
        yield from _unnamed(scan, period.title)
        for words in scan.periods:
            if reason := _reason(report, scan, words):
                yield Remark("R11", (Spot(scan, words.start),), words.text, period.title, {"reason": reason})


def _unnamed(scan: Scanned, title: str) -> Iterator[Remark]:
    """The sentence that opens or ends a report names the work and the period in full."""
    if found := _UNNAMED.search(scan.low):
        yield Remark(
            "R31",
            (Spot(scan, found.start()),),
            scan.passage.text[found.start() : found.end()],
            title,
            {"reason": "thiếu năm của kỳ báo cáo"},
        )
    elif found := _CUT_SHORT.search(scan.low):
        yield Remark(
            "R31",
            (Spot(scan, found.start()),),
            scan.passage.text[found.start() : found.end()],
            "cải cách hành chính",
            {"reason": "tên công tác viết thiếu"},
        )


def _reason(report: Report, scan: Scanned, words: PeriodWords) -> str:
    """Why a period is out of place; "" where it is not."""
    period = report.setting.period
    if period is None or (words.span is Span.YEAR and words.year is None):
        return ""
    before = scan.low[scan.sentence_at(words.start)[0] : words.start]
    near, (first, last) = before[-_NEAR:], words.days(period.year)
    start, end = period.calendar_months.start, period.calendar_months.end - dt.timedelta(days=1)
    if words.span is Span.YEAR:
        return _of_year(scan, words, near, period.year, up_to=_UP_TO.search(near) is not None)
    if (first, last) == (start, end):
        return "kỳ báo cáo đã qua nhưng câu còn nói như việc sắp làm" if _FUTURE.search(before[-90:]) else ""
    is_compared = _COMPARED.search(near) or _VALUE_THEN.match(scan.low[words.end :])
    if is_compared or scan.is_outlook or _is_enumerated(scan, words, end, period.year):
        return ""
    if first >= start and last <= end:
        return "số liệu dừng trước thời điểm chốt của kỳ báo cáo" if _ends_early(words, near, (end - last).days) else ""
    is_longer = words.span in (Span.HALF, Span.NINE) and words.year is None and last > end and _IN.search(near)
    if is_longer and words.ordinal == 1:
        return "khoảng thời gian dài hơn kỳ báo cáo"
    is_around = first <= start and last >= end
    if first > end or is_around or (words.year is None and _TITLE.search(near)) or _is_named(scan, words, near):
        return ""
    return "kỳ đã qua, có thể chép từ báo cáo trước"


def _is_enumerated(scan: Scanned, words: PeriodWords, end: dt.date, year: int) -> bool:
    """Whether a sentence goes through periods of one length, up to that of the report: "quý I: …; quý II: …"."""
    first, last = scan.sentence_at(words.start)
    alike = [each.days(year) for each in scan.periods if first <= each.start < last and each.span is words.span]
    return len(alike) > 1 and any(last_day == end for _, last_day in alike)


def _ends_early(words: PeriodWords, near: str, days: int) -> bool:
    """Whether a period within that of the report is told as if it were all of it; `days` are left out at the end."""
    is_month = words.span is Span.MONTH and _UP_TO.search(near) is not None and days >= _SHORT
    is_start = words.span in (Span.HALF, Span.NINE) and words.ordinal == 1 and days > 0
    return is_month or (is_start and (not near.strip() or _RESULTS_OF.search(near) is not None))


def _is_named(scan: Scanned, words: PeriodWords, near: str) -> bool:
    """Whether the period belongs to the title of a document that is cited with its symbol."""
    return any(
        each.start < words.start and words.start - each.end < 160 and _TITLE.search(scan.low[each.start : words.start])
        for each in scan.documents
    ) and not _UP_TO.search(near)


def _of_year(scan: Scanned, words: PeriodWords, near: str, year: int, *, up_to: bool) -> str:
    if words.year is None or words.year >= year or _is_named(scan, words, near):
        return ""
    if _BASE.search(near) and words.year <= year - 2:
        return "số liệu gốc đã cũ"
    if up_to and not re.search(r"\btừ\b", near):
        return "kỳ đã qua, có thể chép từ báo cáo trước"
    behind = scan.low[words.end : words.end + 60]
    goes_on = re.search(r"\bkế hoạch\b[^.;/]{0,60}$", near) and re.match(
        r"\s*(?:được|đang|tiếp tục|vẫn)\b[^.;]{0,30}triển khai", behind
    )
    if (
        (_OWN_PLAN.search(near) or goes_on)
        and words.year == year - 1
        and not re.search(r"so với|cùng kỳ|kết quả|tổng kết|tồn tại|còn lại", near)
    ):
        return "kế hoạch của năm trước nêu như kế hoạch của năm báo cáo"
    return ""
