"""R08-R10, R28: a number is of the kind that its label says, has its unit, and means one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned

_RATE = re.compile(
    r"(?:^|[.;:(+-]\s*|\bvà )(?:kết quả )?t[ỷỉ] lệ\b(?P<of>[^.;:()]{0,170}?)(?:\s*:|\bđạt|\blà|"
    r"\bchiếm)\s*(?:khoảng |được |trên |hơn )?$"
)
_COUNTED = re.compile(
    r"(?:^|[.;:(+-]\s*)(?:tổng )?số (?!hóa|liệu)(?:lượng |lượt |)(?P<of>[^.;:()%]{3,120}?)(?:\s*:\s*(?:đạt)?|"
    r"\bđạt|\blà|\bchiếm)\s*$"
)
_MEASURED = re.compile(
    r"\b(?:diện tích|kinh phí|chi|thu|số tiền|vốn|dự toán|giá trị|dung lượng|chiều dài|thời gian)\b[^.;\d]{0,80}:\s*$"
)
_YEARS = re.compile(r"\b(?:năm |quý [iv]+ (?:năm )?|tháng \d{1,2}/)(?:19|20)\d\d")
_UNIT = re.compile(r"\((?:[^()]*: ?)?(?:nghìn |triệu |tỷ )?đồng\)|(?:đvt|đơn vị(?: tính)?)\s*:")
_ENDED = re.compile(r"\s*(?:[.;,]|$)")
_BOTH = re.compile(r"số lượng (?:và|,) giá trị|giá trị (?:và|,) số lượng")
_OF_PLAN, _ON_PEOPLE = (
    re.compile(r"%\s*(?:so với )?(?:chỉ tiêu|kế hoạch)"),
    re.compile(r"tính trên (?:tổng )?(?:dân số|số dân|dân)"),
)


def check_kinds(report: Report) -> Iterator[Remark | Held]:
    """Labels against the kinds of the numbers behind them."""
    for scan in report:
        if scan.passage.kind is Kind.ROW:
            continue
        for amount in scan.amounts:
            yield from _of_label(scan, amount)
        yield from _definitions(scan)


def _of_label(scan: Scanned, amount: Amount) -> Iterator[Remark]:
    before = scan.low[scan.sentence_at(amount.start)[0] : amount.start]
    if amount.sort in (Sort.COUNT, Sort.BARE):
        yield from _under_rate(scan, amount, before)
    is_bare = amount.sort is Sort.BARE and _MEASURED.search(_YEARS.sub("", before))
    if is_bare and _ENDED.match(scan.low[amount.end :]) and not _has_unit_above(scan):
        yield Remark("R09", (Spot(scan, amount.start),), amount.text.strip(), "đơn vị tính")
    if amount.sort is Sort.PERCENT:
        yield from _under_count(scan, amount, before)


def _has_unit_above(scan: Scanned) -> bool:
    """Whether a heading or the sentence before names the unit of all that follows: "5. Tài chính (triệu đồng)"."""
    return any(_UNIT.search(lowered(each.text)) for each in scan.passage.parents)


def _under_rate(scan: Scanned, amount: Amount, before: str) -> Iterator[Remark]:
    """A number without "%" behind "Tỷ lệ …": a rate without its sign, or a count."""
    found = _RATE.search(before)
    if not found or (":" not in found[0][-3:] and re.search(r"\d", found["of"][:40])):
        return
    if amount.sort is Sort.BARE or (amount.places and amount.value <= 100 and amount.tail == amount.end):
        if not scan.low[amount.end : amount.end + 3].strip().startswith(("/", "trên")):
            yield Remark("R09", (Spot(scan, amount.start),), amount.text.strip(), "%")
    elif not _has_percent_behind(scan, amount):
        told = scan.passage.text[amount.start : amount.tail]
        yield Remark("R08", (Spot(scan, amount.start),), told, "tỷ lệ phần trăm")


def _under_count(scan: Scanned, amount: Amount, before: str) -> Iterator[Remark]:
    """A percentage behind "Số lượng …", or one behind two measures."""
    found, spots = _COUNTED.search(before), (Spot(scan, amount.start),)
    if _BOTH.search(before):
        yield Remark("R10", spots, amount.text.strip(), "hai tỷ lệ: theo số lượng và theo giá trị")
    elif found and "tỷ lệ" not in found["of"] and not amount.sign:
        yield Remark("R08", spots, amount.text.strip(), "số đếm")


def _has_percent_behind(scan: Scanned, amount: Amount) -> bool:
    end = scan.sentence_at(amount.start)[1]
    return any(
        each.sort in (Sort.PERCENT, Sort.RATIO) and amount.start < each.start < min(end, amount.end + 80)
        for each in scan.amounts
    )


def _definitions(scan: Scanned) -> Iterator[Remark]:
    plan, people = _OF_PLAN.search(scan.low), _ON_PEOPLE.search(scan.low)
    if plan and people and plan.start() < people.start():
        yield Remark(
            "R28",
            (Spot(scan, plan.start()),),
            scan.passage.text[plan.start() : plan.end()].lstrip("% "),
            scan.passage.text[people.start() : people.end()],
        )
