"""R25, R26, R30: prompts are answered, and a list of changes is what its title says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned

_PROMPT = re.compile(
    r"^(?:kết quả|tình hình|việc|đánh giá|công tác|số lượng|tổng hợp|tỷ lệ|tỉ lệ|về|kiểm tra|rà soát|tiến độ|"
    r"chi phí|kinh phí|số)\b"
)
_ASKS = re.compile(
    r"\((?P<asked>[^()]*\b(?:tổng số|số lượng|số (?:văn bản|nhiệm vụ|cuộc|đơn vị|tthc|hồ sơ|lớp|lượt|vụ)|"
    r"mức độ hoàn thành|tỷ lệ)\b[^()]*)\)\s*[^:]{0,60}:\s*(?P<answer>.+)$"
)
_COUNTS = re.compile(
    r"^(?:tổng số|số lượng|số)\b(?= [^\W\d])(?! (?:hóa|liệu|hiệu|ký))(?P<asked>[^:]{5,120}):\s*(?P<answer>[^:]+)$"
)
_DIGITALLY = re.compile(r"^(?:kết quả|tình hình) (?:thực hiện )?(?:việc )?số hóa[^:]*:\s*(?P<answer>[^:]+)$")
_IF_ANY = re.compile(r"\(nếu có\)[.:;]?\s*$")
_LABELLED = re.compile(r"[^:.;\d]{3,60}:\s*\S")
_NOTHING = re.compile(r"chưa phát sinh|không phát sinh|phụ lục|không có|chưa có")
_LONGEST_ANSWER = 260
_TITLED = re.compile(
    r"danh mục[^()]{0,60}?(?P<title>(?:mới ban hành|sửa đổi,? bổ sung|được thay thế|thay thế|bị bãi bỏ|"
    r"bãi bỏ)[^()]{0,60}?)(?:lĩnh vực|thuộc)[^()]{0,160}\((?P<told>[^()]*\d[^()]*)\)"
)
_CHANGES = {
    "mới": re.compile(r"\bmới\b"),
    "sửa đổi": re.compile(r"sửa đổi|bổ sung"),
    "bãi bỏ": re.compile(r"bãi bỏ"),
    "thay thế": re.compile(r"thay thế"),
}


def check_answers(report: Report) -> Iterator[Remark | Held]:
    """Prompts without an answer, or without the numbers they ask for; lists of changes that their titles contradict."""
    for scan in report:
        if scan.passage.kind is Kind.ROW or scan.low.startswith(("nơi nhận", "kính gửi")):
            continue
        yield from _unanswered(report, scan)
        yield from _changes(scan)


def _unanswered(report: Report, scan: Scanned) -> Iterator[Remark]:
    passage = scan.passage
    body = passage.kind is Kind.ITEM or passage.kind is Kind.PARAGRAPH or "(" in passage.text
    if body and _PROMPT.match(scan.low) and (passage.leads or _IF_ANY.search(scan.low)) and not _has_more(report, scan):
        yield Remark("R25", (Spot(scan, 0),), passage.text, "")
        return
    asked = _ASKS.search(scan.low) or _DIGITALLY.search(scan.low) or _COUNTS.search(scan.low)
    if asked and passage.kind is not Kind.HEADING and not report.text.children(passage):
        yield from _without_number(scan, asked)


def _without_number(scan: Scanned, asked: re.Match[str]) -> Iterator[Remark]:
    """The answer to a question for numbers, if it holds none and does not say that there is nothing."""
    answer = asked["answer"]
    if not any(map(str.isdigit, answer)) and not _NOTHING.search(answer) and len(answer) < _LONGEST_ANSWER:
        start = asked.start("answer")
        yield Remark("R26", (Spot(scan, start),), scan.passage.text[start:].strip(), "số liệu")


def _has_more(report: Report, scan: Scanned) -> bool:
    """Whether what follows may be the answer: something below, or a passage that is no item of the same list."""
    passages = report.text.passages
    i = scan.passage.number
    if i >= len(passages):
        return False
    following = passages[i]
    is_below = following.kind is Kind.ROW or any(above is scan.passage for above in following.parents)
    is_label = _LABELLED.match(following.text) is not None and _is_labelled(report, i - 2)
    return is_below or (following.kind is Kind.PARAGRAPH and not following.marker and not is_label)


def _is_labelled(report: Report, i: int) -> bool:
    """Whether the passage before has a label of its own, as all lines of a terse report have."""
    return i >= 0 and _LABELLED.match(report.text.passages[i].text) is not None


def _changes(scan: Scanned) -> Iterator[Remark]:
    """The title of a published list names kinds of change; the count behind it counts others."""
    for found in _TITLED.finditer(scan.low):
        named = {name for name, pattern in _CHANGES.items() if pattern.search(found["title"])}
        told = {name for name, pattern in _CHANGES.items() if pattern.search(found["told"])}
        if named and told and named != told:
            yield Remark("R30", (Spot(scan, found.start()),), found["told"].strip(), found["title"].strip())
