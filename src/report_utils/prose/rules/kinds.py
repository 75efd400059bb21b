"""R08-R10, R28, R29: a number is of the kind that its label says, has its unit, and means one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.rules.shares import percent
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal, round_half_up

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
_BOTH = re.compile(r"số lượng (?:và|,) giá trị|giá trị (?:và|,) số lượng")
_OF_PLAN, _ON_PEOPLE = (
    re.compile(r"%\s*(?:so với )?(?:chỉ tiêu|kế hoạch)"),
    re.compile(r"tính trên (?:tổng )?(?:dân số|số dân|dân)"),
)
_ESTIMATE = re.compile(r"\bước\b[^.;%]{0,60}$")
_RATE_SO_FAR = re.compile(r"t[ỷỉ] lệ[^.;%]{0,70}$|đạt[^.;%]{0,30}$")


def check_kinds(report: Report) -> Iterator[Remark | Held]:
    """Labels against the kinds of the numbers behind them."""
    for scan in report:
        if scan.passage.kind is Kind.ROW:
            continue
        for amount in scan.amounts:
            yield from _of_label(scan, amount)
        yield from _definitions(scan)
        yield from _estimates(scan)
    yield from _disbursed(report)


def _of_label(scan: Scanned, amount: Amount) -> Iterator[Remark]:
    start = scan.sentence_at(amount.start)[0]
    before = scan.low[start : amount.start]
    following = scan.low[amount.end : amount.end + 3]
    if (
        amount.sort in (Sort.COUNT, Sort.BARE)
        and (found := _RATE.search(before))
        and not re.search(r"\d", found["of"][:40] if ":" not in found[0][-3:] else "")
    ):
        if amount.sort is Sort.BARE or (amount.places and amount.value <= 100 and amount.tail == amount.end):
            if not following.strip().startswith(("/", "trên")):
                yield Remark("R09", (Spot(scan, amount.start),), amount.text.strip(), "%")
        elif not _has_percent_behind(scan, amount):
            yield Remark(
                "R08", (Spot(scan, amount.start),), scan.passage.text[amount.start : amount.tail], "tỷ lệ phần trăm"
            )
    if amount.sort is Sort.BARE and _MEASURED.search(before) and re.match(r"\s*(?:[.;,]|$)", scan.low[amount.end :]):
        yield Remark("R09", (Spot(scan, amount.start),), amount.text.strip(), "đơn vị tính")
    if (
        amount.sort is Sort.PERCENT
        and (found := _COUNTED.search(before))
        and "tỷ lệ" not in found["of"]
        and not amount.sign
    ):
        yield Remark("R08", (Spot(scan, amount.start),), amount.text.strip(), "số đếm")
    if amount.sort is Sort.PERCENT and _BOTH.search(before):
        yield Remark(
            "R10", (Spot(scan, amount.start),), amount.text.strip(), "hai tỷ lệ: theo số lượng và theo giá trị"
        )


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


def _estimates(scan: Scanned) -> Iterator[Remark]:
    """A year that is to end at 95% or more of its plan, while little of it is done so far."""
    rates = [each for each in scan.amounts if each.sort is Sort.PERCENT]
    for i, each in enumerate(rates):
        if not _ESTIMATE.search(scan.low[: each.start]) or each.value < 95:
            continue
        so_far = [one for one in rates[:i] if one.value < 30 and _RATE_SO_FAR.search(scan.low[: one.start])]
        if so_far:
            yield Remark("R29", (Spot(scan, each.start),), each.text.strip(), so_far[-1].text.strip())


_SPENT = re.compile(r"giải ngân|thực hiện chi|đã chi|chi lũy kế|đã thực hiện")
_UP_TO_DATE = re.compile(r"lũy kế|đến|đã giải ngân")
_GIVEN = re.compile(r"\btổng|kế hoạch|được giao|giao|dự toán|được sử dụng|vốn")
_SPENT_RATE = re.compile(
    r"(?:t[ỷỉ] lệ[^.;%]{0,60}(?:giải ngân|thực hiện|giải)|(?:đã )?giải ngân[^.;%]{0,60}(?:đạt|t[ỷỉ] lệ))[^.;%]{0,40}$"
)


def _disbursed(report: Report) -> Iterator[Remark | Held]:
    """A rate of disbursement against the sums of money told around it, in one block."""
    for scan in report:
        for stated in scan.amounts:
            if (
                stated.sort is not Sort.PERCENT
                or scan.passage.kind is Kind.ROW
                or not _SPENT_RATE.search(scan.low[: stated.start])
            ):
                continue
            if re.search(r"\bước\b|cùng kỳ|chỉ tiêu", scan.low[max(0, stated.start - 40) : stated.start]):
                continue
            yield from _against(report, scan, stated)


def _against(report: Report, scan: Scanned, stated: Amount) -> Iterator[Remark | Held]:
    block = [scan, *(report.scan(each) for each in report.text.below(scan.passage))]
    if len(block) == 1:
        block = [
            report.scan(each)
            for each in report.text
            if each.parents[-1:] == scan.passage.parents[-1:] and each.kind is scan.passage.kind
        ]
    money = [
        (each, amount, each.low[: amount.start][-90:])
        for each in block
        for amount in each.amounts
        if amount.sort is Sort.MONEY
    ]
    spent = [
        (s, a)
        for s, a, words in money
        if _SPENT.search(words)
        and _UP_TO_DATE.search(words)
        and "chưa giải ngân" not in words
        and "còn lại" not in words
    ]
    given = [(s, a) for s, a, words in money if (s, a) not in spent and _GIVEN.search(words)]
    pairs = [(one, other) for one in spent for other in given if other[1].value >= one[1].value and other[1].value]
    for (one, part), (other, whole) in pairs:
        if round_half_up(percent(part.value, whole.value), stated.places) == stated.value and whole.value == max(
            a.value for _, a in given
        ):
            yield Held(
                f"{part.text.strip()} / {whole.text.strip()} = {stated.text.strip()}",
                (Spot(scan, stated.start), Spot(one, part.start), Spot(other, whole.start)),
            )
            return
    if len(spent) == 1 and pairs:
        (one, part), (other, whole) = max(pairs, key=lambda pair: pair[1][1].value)
        exact = percent(part.value, whole.value)
        if abs(exact - stated.value) > Decimal("0.5").scaleb(-stated.places):
            yield Remark(
                "R02",
                (Spot(scan, stated.start), Spot(one, part.start), Spot(other, whole.start)),
                stated.text.strip(),
                f"{part.text.strip()} / {whole.text.strip()} = {format_decimal(exact, 4 if exact < 1 else 2)}%",
            )
