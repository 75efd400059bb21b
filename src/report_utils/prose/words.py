"""Words around a number: what it is about, and which part of a whole it may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_utils.prose.amounts import Amount
from report_utils.prose.scan import Scanned

_CUT = re.compile(r"[,;.:()+\n]|\bvà\b|\btrong đó\b|\bgồm\b")


@dataclass(frozen=True)
class Partition:
    """Members that exclude each other and together are the whole; each a pattern over folded text."""

    name: str
    members: tuple[re.Pattern[str], ...]

    def member(self, words: str) -> int | None:
        """The number of the member that some words name; None where they name none."""
        return next((i for i, pattern in enumerate(self.members) if pattern.search(words)), None)


def _partition(name: str, *members: str) -> Partition:
    return Partition(name, tuple(re.compile(member) for member in members))


PARTITIONS = (
    _partition(
        "kết quả",
        r"\b(?:chưa|đang|còn lại|còn|tồn|tiếp tục)\b(?!.*\bđã (?:hoàn thành|giải quyết))(?! chỉ tiêu)",
        r"\b(?:đã |được )?(?:hoàn thành|xong|giải quyết xong|giải quyết|thực hiện xong|thực hiện|xử lý|trả lời|"
        r"công bố|trả kết quả)\b",
    ),
    _partition(
        "thời hạn",
        r"\btrước (?:và đúng )?(?:thời )?hạn\b|\bsớm hạn\b",
        r"\bđúng (?:thời )?hạn\b",
        r"\b(?:quá|trễ|chậm) (?:thời )?hạn\b|\btrễ\b",
    ),
    _partition("hạn còn lại", r"\b(?:trong|chưa đến|chưa tới|còn) (?:thời )?hạn\b", r"\b(?:quá|trễ) hạn\b"),
    _partition("cách nộp", r"\btrực tuyến\b|\bqua mạng\b", r"\btrực tiếp\b", r"\bbưu chính\b"),
    _partition(
        "mức dịch vụ",
        r"\btoàn trình\b|\bmức (?:độ )?4\b",
        r"\bmột phần\b|\bmức (?:độ )?3\b",
        r"\bcòn lại\b|\bkhông (?:cung cấp|đủ điều kiện)\b",
    ),
    _partition(
        "nguồn",
        r"\b(?:kỳ|tháng|quý|năm) trước\b|\btồn\b|\bchuyển sang\b|\bchuyển kỳ\b",
        r"\btiếp nhận(?: mới)?\b|\btrong kỳ\b|\bmới\b",
    ),
    _partition("mới, lại", r"\b(?:bổ nhiệm )?mới\b", r"\blại\b"),
    _partition("giới", r"\bnam\b", r"\bnữ\b"),
    _partition("cấp", r"\bcấp tỉnh\b|\btỉnh\b", r"\bcấp huyện\b|\bhuyện\b", r"\bcấp xã\b|\bxã\b"),
    _partition(
        "sửa đổi", r"\bban hành mới\b|\bmới(?: ban hành)?\b", r"\bsửa đổi\b|\bthay thế\b", r"\bbãi bỏ\b|\bhủy bỏ\b",
        r"\btiếp tục áp dụng\b|\bgiữ nguyên\b|\bcòn (?:hiệu lực|phù hợp)\b",
    ),
    _partition("kế hoạch", r"\btheo kế hoạch\b|\bđịnh kỳ\b", r"\bđột xuất\b"),
)
"""How official reports divide what they count."""


def words_before(scan: Scanned, amount: Amount, previous: Amount | None) -> str:
    """The words between the last sign of punctuation, or the number before, and a number."""
    start = max(previous.tail if previous else 0, scan.sentence_at(amount.start)[0])
    between = scan.low[start : amount.start]
    cuts = [found.end() for found in _CUT.finditer(between) if found[0] != ":" or between[found.end() :].strip()]
    return between[cuts[-1] if cuts else 0 :]


def words_after(scan: Scanned, amount: Amount, following: Amount | None) -> str:
    """The words from a number to the next sign of punctuation or the next number, its noun included."""
    end = min(following.start if following else len(scan.low), scan.sentence_at(amount.start)[1])
    behind = scan.low[amount.end : end]
    cut = _CUT.search(behind)
    return behind[: cut.start()] if cut else behind


def around(scan: Scanned, amounts: Sequence[Amount], i: int) -> tuple[str, str]:
    """The words before and after the i-th of some amounts of a passage."""
    before = amounts[i - 1] if i else None
    after = amounts[i + 1] if i + 1 < len(amounts) else None
    return words_before(scan, amounts[i], before), words_after(scan, amounts[i], after)


def member_of(partition: Partition, words: tuple[str, str]) -> int | None:
    """The member that the words before a number name, else that which those after it name."""
    found = partition.member(words[0])
    return partition.member(words[1]) if found is None else found
