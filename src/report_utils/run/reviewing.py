"""`baocao review` in words."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.review.reviewed import Found, ReviewedReport
from report_utils.vietnamese.dates import format_date

_LONGEST = 300


def review_lines(reviewed: ReviewedReport) -> Iterator[str]:
    """What was read, each finding with its sentences and how to mend it, and a last line of counts."""
    yield _read(reviewed)
    for each in reviewed.found:
        yield from _told(each)
    yield (f"{len(reviewed.found)} điểm cần xem lại; {len(reviewed.held)} phép đối chiếu khớp."
           if reviewed.found else f"Không thấy mâu thuẫn; {len(reviewed.held)} phép đối chiếu khớp." if reviewed.held
           else "Không thấy mâu thuẫn, nhưng cũng không có phép đối chiếu nào; hãy đọc kỹ văn bản.")


def _read(reviewed: ReviewedReport) -> str:
    period, window = reviewed.setting.period, reviewed.setting.window
    if period is None or window is None:
        return (f"{reviewed.file}: không thấy kỳ báo cáo trong tên văn bản nên không kiểm tra kỳ và ngày; "
                "dùng --period để nêu kỳ, ví dụ --period 2024-Q3.")
    return (f"{reviewed.file}: báo cáo {period.title}, kỳ số liệu từ {format_date(window.start)} "
            f"đến {format_date(window.cutoff)}.")


def remark_line(found: Found) -> str:
    """A finding in one line: code, severity, place, message."""
    listed = found.finding
    place = ", ".join(part for part in (listed.sheet, listed.cell) if part)
    return f"[{listed.code} {listed.severity.value}] {place}: {listed.message}"


def _told(found: Found) -> Iterator[str]:
    yield remark_line(found)
    for quote in found.quotes:
        yield f"    «{quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1].rstrip() + '…'}»"
    yield f"    Cách xử lý: {found.finding.mend}"
