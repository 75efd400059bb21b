"""R07, R20: what one sentence says is all done, or not begun, and another one counts as left, or as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.amounts import Sort
from report_utils.prose.nouns import noun_after
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Remark, Spot
from report_utils.prose.scan import Report, Scanned

_NOT_BEGUN = re.compile(
    r"^(?:kết quả |tình hình |việc |công tác )?(?P<label>[^:.;\d]{8,60}):\s*(?:chưa (?:có )?(?:phát sinh|triển khai|"
    r"thực hiện|tổ chức|áp dụng)|không phát sinh|chưa có)\b"
)
_DENIED = re.compile(r"\b(?:chưa|không|sẽ|dự kiến|phấn đấu|đề nghị|tiếp tục|cần)\b")
_ALL_DONE = re.compile(r"(?P<what>[^.;]{8,90}?):?\s*\bđã (?:được )?(?:hoàn thành|thực hiện xong|giải quyết) 100\s?%")
_DONE_FIRST = re.compile(r"\bhoàn thành 100\s?% (?:việc )?(?P<what>[^.;]{8,90})")
_LEFT = re.compile(
    r"\bcòn (?:lại )?(?P<n>\d[\d.]*) (?P<what>[^.;,]{3,80}?)\s*chưa (?:được )?(?:hoàn thành|thực hiện|"
    r"giải quyết|phê duyệt|ban hành|kết nối|triển khai|xây dựng|cập nhật)(?P<more>[^.;,]{0,60})"
)
_NO_PLAN = re.compile(
    r"\b(?:chưa (?:ban hành|xây dựng|có)|không có) kế hoạch (?P<what>[^.;,:]{6,60}?)(?= năm \d{4}|[.;,:]|$)"
)
_DONE_OF = re.compile(r"\b(?:hoàn thành|thực hiện xong|thực hiện)\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMON = frozenset({
    "việc", "các", "của", "và", "theo", "được", "đã", "cho", "tại", "trong", "về", "đến", "có", "là", "này",
})  # fmt: skip
_ALIKE = 4
"""Words that two sentences share when they are about one thing."""


def check_opposites(report: Report) -> Iterator[Remark]:
    """Labels with a denial, things that are all done, and what ratios leave, against the other sentences."""
    told = [scan for scan in report if scan.passage.kind is not Kind.ROW and not scan.is_outlook]
    for scan in told:
        yield from _begun(scan, told)
        done = (*_ALL_DONE.finditer(scan.low), *_DONE_FIRST.finditer(scan.low)) if "100" in scan.low else ()
        for found in done:
            yield from _not_all(scan, found, told)
    yield from _left_over(told)
    yield from _no_plan(told)


def _begun(scan: Scanned, told: list[Scanned]) -> Iterator[Remark]:
    """A label that is denied, and a number of the same in another passage."""
    denied = _NOT_BEGUN.match(scan.low)
    for other in told if denied else ():
        at = other.low.find(denied["label"].strip()) if denied and other is not scan else -1
        if at < 0:
            continue
        start, end = other.sentence_at(at)
        counted = [each for each in other.amounts if start <= each.start < end and each.value
                   and each.sort in (Sort.COUNT, Sort.RATIO)]  # fmt: skip
        if counted and not _DENIED.search(other.low[start:end]):
            yield Remark("R20", (Spot(scan), Spot(other, at)), denied["label"].strip() if denied else "")
            return


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text)) - _COMMON


def _not_all(scan: Scanned, done: re.Match[str], told: list[Scanned]) -> Iterator[Remark]:
    """What is all done in one sentence, and left in another that shares its words."""
    about = _words(done["what"])
    for other in told:
        for left in _LEFT.finditer(other.low):
            words = _words(f"{left['what']} {left['more']}")
            shared = about & words
            is_alike = len(shared) >= _ALIKE and 2 * len(shared) > min(len(about), len(words))
            if other is not scan and left["n"].strip("0") and is_alike:
                yield Remark("R20", (Spot(scan, done.start()), Spot(other, left.start())), done[0].strip(), left[0])
                return


def _no_plan(told: list[Scanned]) -> Iterator[Remark]:
    """A plan that is said to be missing, and cited elsewhere with its number and the same subject."""
    for scan in told:
        for missing in _NO_PLAN.finditer(scan.low):
            about = _words(missing["what"])
            plans = [(one, each) for one in told if one is not scan for each in one.documents if each.kind == "KH"]
            for other, cited in plans:
                shared = about & _words(other.low[cited.end : cited.end + 90])
                if len(about) > 2 and len(shared) >= len(about) - 1:
                    yield Remark("R20", (Spot(scan, missing.start()), Spot(other, cited.start)), missing[0].strip())
                    return


def _left_over(told: list[Scanned]) -> Iterator[Remark]:
    """A ratio of what is done, the only one of its kind, against a sentence that counts what is left."""
    done = [(scan, each) for scan in told for each in scan.amounts
            if each.sort is Sort.RATIO and each.whole and _DONE_OF.search(scan.low[: each.start])]  # fmt: skip
    for other in told:
        for left in _LEFT.finditer(other.low):
            noun = noun_after(other.low, left.end("n"))[0]
            alike = [(scan, each) for scan, each in done if each.noun == noun and scan is not other]
            if noun and len(alike) == 1 and left["n"].isdigit():
                (scan, ratio), count = alike[0], int(left["n"])
                if ratio.whole and ratio.whole - ratio.value != count and count < ratio.whole:
                    spots = (Spot(other, left.start()), Spot(scan, ratio.start))
                    yield Remark("R07", spots, left["n"], f"{ratio.whole - ratio.value} ({ratio.text.strip()})")
