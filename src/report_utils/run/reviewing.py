"""`baocao review` in words, and what a run says of its own report."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.review.reviewed import Found, ReviewedReport
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.text import shortened

_NOTHING_COMPARED = (
    "Không thấy mâu thuẫn, nhưng cũng không có phép đối chiếu nào: trong văn bản không có tổng, tỷ lệ nào tính lại "
    "được từ các số khác của nó, cũng không có số nào nêu ở hai chỗ (thường gặp ở bản tóm tắt). Các số chưa được "
    "kiểm tra.\n"
    "Bước tiếp theo: văn bản do baocao lập thì so từng số với số liệu bằng baocao compare; văn bản khác thì so từng số "
    "với báo cáo đầy đủ (--beside chỉ đối chiếu số, ngày của các văn bản được viện dẫn).")
"""A summary names each figure once: nothing in it can be held against anything else in it."""

_LONGEST = 300
_SHORT, _MOST_QUOTES = 90, 2
"""Letters of a sentence, and sentences, in a line of a run; `baocao review` shows them whole."""


def review_lines(reviewed: ReviewedReport) -> Iterator[str]:
    """What was read, each finding with its sentences and how to mend it, and a last line of counts."""
    yield _read(reviewed)
    for each in reviewed.found:
        yield from _told(each)
    if reviewed.found or reviewed.held:
        found = f"{len(reviewed.found)} điểm cần xem lại" if reviewed.found else "Không thấy mâu thuẫn"
        yield f"{found}; {len(reviewed.held)} phép đối chiếu khớp."
    else:
        yield _NOTHING_COMPARED


def _read(reviewed: ReviewedReport) -> str:
    period, window = reviewed.setting.period, reviewed.setting.window
    if period is None or window is None:
        return (f"{reviewed.file}: không thấy kỳ báo cáo trong tên văn bản nên không kiểm tra kỳ và ngày; "
                "dùng --period để nêu kỳ, ví dụ --period 2024-Q3.")
    return (f"{reviewed.file}: báo cáo {period.title}, kỳ số liệu từ {format_date(window.start)} "
            f"đến {format_date(window.cutoff)}.")


def remark_line(found: Found) -> str:
    """A finding of a run in one line: code, place, message, the sentences in short, for Word numbers no paragraphs.

    It is something to look at, whatever it weighs: rules on prose can be wrong, and make no draft.
    """
    quotes = "; ".join(_quoted(quote, _SHORT) for quote in found.quotes[:_MOST_QUOTES])
    return " ".join(part for part in (_line(found, "cần xem"), quotes) if part)


def _told(found: Found) -> Iterator[str]:
    yield _line(found, found.finding.severity.value)
    for quote in found.quotes:
        yield f"    {_quoted(quote, _LONGEST)}"
    yield f"    Cách xử lý: {found.finding.mend}"


def _line(found: Found, weight: str) -> str:
    listed = found.finding
    place = ", ".join(part for part in (listed.sheet, listed.cell) if part)
    return f"[{listed.code} {weight}] {place}: {listed.message}"


def _quoted(sentence: str, longest: int) -> str:
    return f"«{shortened(sentence, longest)}»"
