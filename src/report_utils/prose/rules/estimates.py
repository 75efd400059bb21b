"""R29: an estimate for the year against the rate reached so far and the part of the year that is gone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from report_utils.prose.amounts import POINTS, Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned, Setting
from report_utils.vietnamese.numbers import format_percent

_ESTIMATE = re.compile(r"(?:(?:cả|hết|cuối) năm(?: 20\d\d)?,? )?(?<![-\w])(?:ước|dự kiến)\b[^;%]*$")
_WHOLE_YEAR = re.compile(r"(?:cả|hết|cuối|trọn|đến) năm|năm (?:20\d\d|nay)|31/12|12 tháng|tháng 12")
_OF_AN_ESTIMATE = re.compile(
    r"(?<!\w)(?:\d[\d.,]* (?:(?:nghìn|triệu|tỷ|tỉ) )?đồng|(?:ngày )?31(?:/| tháng )12(?:/20\d\d)?|12 tháng|năm 20\d\d|"
    r"(?:đến|hết) (?:hết |cuối )?tháng 12(?:/20\d\d)?|ngân sách nhà nước|đầu tư công|giải ngân|thực hiện|hoàn thành|"
    r"kế hoạch|dự toán|nhiệm vụ|dự kiến|ước|tính|chi|ngân sách|tổng|vốn|cả|hết|cuối|trọn|đến|trong|ngày|năm|nay|đạt|"
    r"được|sẽ|là|bằng|khoảng|trên|của|tỷ lệ|tỉ lệ|giao)(?!\w)"
)
"""All that an estimate of the same thing for the whole year is worded with; another word may make it another thing."""
_SUBJECTS = tuple(map(re.compile, (
    r"giải ngân|kế hoạch vốn", r"chi ngân sách|dự toán",
    r"(?:thực hiện|hoàn thành)[^;%]*(?:kế hoạch|nhiệm vụ)|nhiệm vụ")))
"""What is done bit by bit over the year; other rates need not grow with it."""
_OF_ANOTHER_THING = re.compile(
    r"hồ sơ|trực tuyến|thủ tục|văn bản|hài lòng|tiết kiệm|quá hạn|chưa|còn lại|\btăng\b|\bgiảm\b|\bthêm\b|vượt|cắt|"
    r"tạm ứng|so với|cùng kỳ|\bthu\b|trong đó|\briêng\b|trong nước|nước ngoài|\boda\b|dự án|công trình|gói thầu"
)
_PART_OF_YEAR = re.compile(r"\bquý\b|\btháng\b|\btuần\b|trong kỳ|kỳ này")
_SUMMED_UP = re.compile(r"\bđến\b|\bhết\b|l[ũu][ỹy] kế|[369] tháng")
_NOT_REACHED = re.compile(
    r"(?:\bước\b|dự kiến|cùng kỳ|chỉ tiêu|mục tiêu|phấn đấu|yêu cầu|tối thiểu)[^.;%]{0,60}$")
_YEAR = re.compile(r"(?<![\d.,])20\d\d(?![\d.,]\d|\d)")
_ANOTHER_YEAR = re.compile(r"năm (?:trước|ngoái|sau|tới)|giai đoạn")
_LEAST = Decimal("0.5")
"""Of what an even pace would have reached (docs/assumptions.md, "Estimates for the year")."""
_HALF_GONE = Decimal("0.5")
"""What is taken for the part of the year where the period of a text is not known."""


def check_estimates(report: Report) -> Iterator[Remark]:
    """A year that is to end at an estimate, while less than half of what an even pace would have reached is done."""
    for scan in report:
        if scan.passage.kind is not Kind.ROW:
            yield from _estimates(scan, report.setting)


def _estimates(scan: Scanned, setting: Setting) -> Iterator[Remark]:
    rates = [each for each in scan.amounts if each.sort is Sort.PERCENT and each.noun != POINTS]
    gone = _part_gone(setting)
    for each in rates:
        if not (estimate := _estimate(scan, each)) or not _is_of_one_year(scan, each, setting):
            continue
        start, _ = scan.sentence_at(each.start)
        reached = [one for one in rates if start <= one.start < each.start and not _is_aim(scan, one)]
        if not any(_is_so_far(scan, one, estimate) for one in reached):
            continue
        highest = max(reached, key=lambda one: one.value)
        if highest.value < each.value * (gone or _HALF_GONE) * _LEAST:
            yield Remark("R29", (Spot(scan, each.start),), each.text.strip(), _told(highest, gone))


def _clause(scan: Scanned, rate: Amount) -> str:
    """The words that a rate stands behind, from the rate or semicolon before it in its sentence."""
    before = scan.low[scan.sentence_at(rate.start)[0] : rate.start]
    return re.split(r"[;%]", before)[-1]


def _estimate(scan: Scanned, rate: Amount) -> str:
    """The words of an estimate for the whole year; nothing where the rate is none, or may be of something else."""
    found = _ESTIMATE.search(_clause(scan, rate))
    if not found or not _WHOLE_YEAR.search(found[0]) or re.search(r"\w", _OF_AN_ESTIMATE.sub("", found[0])):
        return ""
    return found[0]


def _is_of_one_year(scan: Scanned, rate: Amount, setting: Setting) -> bool:
    """Whether a sentence, up to an estimate, names no year but that of the report, or one if that is not known."""
    start, _ = scan.sentence_at(rate.start)
    held = [(each.start, each.end) for each in scan.documents]
    years = {int(found[0]) for found in _YEAR.finditer(scan.low, start, rate.start)
             if not any(first <= found.start() < end for first, end in held)}
    if setting.window is not None:
        years.add(setting.window.cutoff.year)
    return len(years) <= 1 and not _ANOTHER_YEAR.search(scan.low, start, rate.start)


def _is_aim(scan: Scanned, rate: Amount) -> bool:
    return bool(_NOT_REACHED.search(_clause(scan, rate)))


def _is_so_far(scan: Scanned, rate: Amount, estimate: str) -> bool:
    """Whether a rate is of the whole time so far and of the whole of what is estimated."""
    before = _clause(scan, rate)
    behind = re.split(r"[,;.()]", scan.low[rate.end :], maxsplit=1)[0]
    if _OF_ANOTHER_THING.search(before) or _OF_ANOTHER_THING.search(behind):
        return False
    if _PART_OF_YEAR.search(before) and not _SUMMED_UP.search(before):
        return False
    subject, expected = _subject(f"{before} {behind}"), _subject(estimate)
    return subject is not None and expected in (None, subject)


def _subject(words: str) -> int | None:
    return next((i for i, subject in enumerate(_SUBJECTS) if subject.search(words)), None)


def _part_gone(setting: Setting) -> Decimal | None:
    """The part of the calendar year that is gone at the cut-off, as a budget has it; None where it is not known."""
    if setting.window is None:
        return None
    day = setting.window.cutoff
    first, next_first = dt.date(day.year, 1, 1), dt.date(day.year + 1, 1, 1)
    return Decimal((day - first).days + 1) / (next_first - first).days


def _told(so_far: Amount, gone: Decimal | None) -> str:
    passed = f" (đã qua {format_percent(gone * 100, 0)} thời gian của năm)" if gone else ""
    return f"{so_far.text.strip()}{passed}"
