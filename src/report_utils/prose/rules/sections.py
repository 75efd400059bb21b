"""R34: a section that is asked for results of the period tells some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_utils.prose.amounts import Sort
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Kind, Passage
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned

_TO_DO = re.compile(
    r"^(?:tiếp tục |thường xuyên |từng bước |chủ động |kịp thời )?(?:rà soát|xây dựng|phát triển|tham gia|phối hợp|"
    r"triển khai|nâng cấp|nâng cao|duy trì|hoàn thiện|đẩy mạnh|tăng cường|thúc đẩy|khuyến khích|đảm bảo|bảo đảm|"
    r"sử dụng|nghiên cứu|ứng dụng|tổ chức|thực hiện|bố trí|huy động|tham mưu|đề xuất|chú trọng|quán triệt)\b"
)
_DONE = re.compile(
    r"\b(?:đã(?! được)|kết quả là|hoàn thành|đạt(?! chuẩn)|hiện (?:có|nay|tại)|đến nay|trong (?:kỳ|quý|tháng))\b"
)
_NO_RESULTS = re.compile(
    r"đánh giá|ưu điểm|tồn tại|hạn chế|nguyên nhân|giải pháp|kiến nghị|đề xuất|nhiệm vụ|mục tiêu|yêu cầu|chỉ đạo|"
    r"phân công|khó khăn"
)
_NOTHING = re.compile(r"chưa phát sinh|không phát sinh|không có|chưa có")
_LEAST, _MOST = 2, 0.6
"""Items that make a plan of a section, and the share of them that is worded as one."""


def check_sections(report: Report) -> Iterator[Remark]:
    """Sections without sections below, outside of evaluation and outlook."""
    for heading in report.text:
        if heading.kind is not Kind.HEADING or report.scan(heading).is_outlook or _asks_no_results(heading):
            continue
        below = report.text.below(heading)
        if not below or any(each.kind in (Kind.HEADING, Kind.ROW) for each in below):
            continue
        told = [report.scan(each) for each in below]
        if not any(_has_result(report, each) for each in (report.scan(heading), *told)):
            yield from _judged(report, told)


def _asks_no_results(heading: Passage) -> bool:
    return any(_NO_RESULTS.search(lowered(each.text)) for each in (heading, *heading.parents))


def _has_result(report: Report, scan: Scanned) -> bool:
    """Whether a passage holds a number, a day or document of the year, or says that there was nothing."""
    period = report.setting.period
    years = {each.day.year for each in scan.days if each.day} | {each.year for each in scan.periods if each.year}
    is_of_year = period is not None and period.year in years
    counted = any(each.sort is not Sort.BARE for each in scan.amounts)
    return counted or is_of_year or _NOTHING.search(scan.low) is not None


def _judged(report: Report, told: Sequence[Scanned]) -> Iterator[Remark]:
    planned = [each for each in told if _TO_DO.search(each.low) and not _DONE.search(each.low)]
    if len(planned) >= _LEAST and len(planned) >= _MOST * len(told):
        yield _remark(planned, "chỉ nêu việc phải làm, như trong kế hoạch")
        return
    old = [each for each in told if _is_old(report, each)]
    if old and 2 * len(old) >= len(told):
        yield _remark(old, "chỉ nêu việc của các năm trước")


def _is_old(report: Report, scan: Scanned) -> bool:
    period = report.setting.period
    cited = [(each.start, each.end) for each in scan.documents]
    days = [each.day for each in scan.days if each.day and not any(a <= each.start < b for a, b in cited)]
    years = [day.year for day in days] + [each.year for each in scan.periods if each.year]
    return period is not None and any(year < period.year for year in years)


def _remark(told: Sequence[Scanned], reason: str) -> Remark:
    return Remark("R34", tuple(Spot(each) for each in told), reason, "", {"reason": reason})
