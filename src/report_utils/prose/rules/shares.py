"""R02, R03: percentages against the numbers beside them, half up at the decimals that are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal, round_half_up

_CLOSED = re.compile(r"\s*\)\s*,?\s*(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)")
_ALL = 100
_SHARE = re.compile(
    r"(?:\(|,|-)?\s*(?:tương (?:ứng|đương)|đạt|chiếm|bằng|với|tỷ lệ|tỉ lệ|là|khoảng|chiếm tỷ lệ|đạt tỷ lệ|:|=|"
    r"\()[^\d]{0,25}$"
)
_CHANGE = re.compile(r"\b(?:tăng|giảm|vượt|cao hơn|thấp hơn|hơn)\b[^\d]{0,30}$")
_TARGET = re.compile(r"chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|tối thiểu|từ .* trở lên|ước|phấn đấu")
_BASE = re.compile(r"\b(?:tính )?trên (?:tổng |tổng số )?(?:dân số|số)|\btổng số|\btrong tổng|\bso với tổng|\bcủa tổng")
_LEFT = re.compile(r"\bcòn(?: lại)?:?\s*$")
_OTHER_BASE = re.compile(r"cùng kỳ|kỳ trước|năm trước|quý trước|so với")


def check_shares(report: Report) -> Iterator[Remark | Held]:
    """Each percentage beside a ratio, or beside a part whose whole stands in the same sentence."""
    for scan in report:
        if scan.passage.kind is Kind.ROW:
            continue
        for amount in scan.amounts:
            if amount.sort is Sort.RATIO:
                yield from _of_ratio(scan, amount)
        for i, amount in enumerate(scan.amounts):
            if amount.sort is Sort.PERCENT and not _beside_ratio(scan, amount):
                yield from _of_part(scan, i)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """A part in percent of a whole."""
    return part * 100 / whole


def agrees(stated: Amount, exact: Decimal) -> bool:
    """Whether a percentage is the exact one, half up at its own decimals; behind ">" or "<" on that side of it."""
    if stated.sign in (">", "≥"):
        return exact >= stated.value
    if stated.sign in ("<", "≤"):
        return exact <= stated.value
    return round_half_up(exact, stated.places) == stated.value


def _of_ratio(scan: Scanned, ratio: Amount) -> Iterator[Remark | Held]:
    if ratio.whole and ratio.value > ratio.whole:
        if not re.search(
            r"kế hoạch|chỉ tiêu|mục tiêu|dự toán|vượt", scan.low[max(0, ratio.start - 90) : ratio.end + 60]
        ):
            yield Remark(
                "R03", (Spot(scan, ratio.start),), format_decimal(ratio.value, 2), format_decimal(ratio.whole, 2)
            )
        return
    stated = _percent_of(scan, ratio)
    if stated is None or not ratio.whole:
        return
    exact = percent(ratio.value, ratio.whole)
    if agrees(stated, exact):
        yield Held(f"{ratio.text} = {stated.text}", (Spot(scan, ratio.start),))
    else:
        yield _wrong(scan, stated, f"{ratio.text}", exact)


def _percent_of(scan: Scanned, ratio: Amount) -> Amount | None:
    """The percentage that a ratio explains: the next one behind it, or the one right before it."""
    start, end = scan.sentence_at(ratio.start)
    inside = [each for each in scan.amounts if start <= each.start < end]
    i = inside.index(ratio)
    if i + 1 < len(inside) and inside[i + 1].sort is Sort.PERCENT:
        between = scan.low[ratio.tail : inside[i + 1].start]
        aside = _CHANGE.search(between) or _TARGET.search(between[-20:]) or _OTHER_BASE.search(between)
        is_aside = i > 0 and scan.low[: ratio.start].rstrip().endswith("(") and inside[i - 1].sort is Sort.PERCENT
        if len(between) < 90 and ";" not in between and not aside and not is_aside:
            return inside[i + 1]
    if i and inside[i - 1].sort is Sort.PERCENT:
        between = scan.low[inside[i - 1].end : ratio.start]
        opened = re.fullmatch(
            r"\s*[,(]?\s*(?:\((?:[^\d()]{0,40})|tương (?:ứng|đương)[^\d]{0,20}|với|,)?\s*\(?[^\d;.,]{0,30}", between
        )
        if opened and ("(" in between or len(between) < 12 or "tương" in between):
            return inside[i - 1]
    return None


def _beside_ratio(scan: Scanned, stated: Amount) -> bool:
    return any(each.sort is Sort.RATIO and _percent_of(scan, each) is stated for each in scan.amounts)


def _of_part(scan: Scanned, i: int) -> Iterator[Remark | Held]:
    """A percentage right behind a number: its whole is a number before it in the sentence, or named as the base."""
    stated, amounts = scan.amounts[i], scan.amounts
    start, end = scan.sentence_at(stated.start)
    part = _told_before(scan, i, start)
    if part is None or part.sort not in (Sort.COUNT, Sort.MONEY, Sort.BARE):
        return
    between = scan.low[part.tail : stated.start]
    if len(between) > 45 or not _SHARE.search(between) or _CHANGE.search(between) or _OTHER_BASE.search(between):
        return
    if _CHANGE.search(scan.low[max(start, part.start - 20) : part.start]):
        return
    before = [
        each
        for each in amounts[: amounts.index(part)]
        if each.start >= start and each.sort is part.sort and scan.low[each.end : part.start].strip() != "("
        and not _has_own_share(scan, each)
    ]
    behind = [each for each in amounts[i + 1 :] if each.start < end and _BASE.search(scan.low[stated.end : each.start])]
    wholes = [each for each in (*behind, *before) if each.value >= part.value and _fits(part, each, behind)]
    for whole in wholes:
        if agrees(stated, percent(part.value, whole.value)):
            yield Held(f"{part.text} / {whole.text} = {stated.text}", (Spot(scan, stated.start),))
            return
    if wholes and (behind or _is_share_of(scan, part, stated, before[0] if before else None)):
        whole = behind[0] if behind else before[0]
        if whole in wholes and whole.value and not _is_of_the_rest(scan, part, whole, stated):
            yield _wrong(scan, stated, f"{part.text} / {whole.text}", percent(part.value, whole.value))


def _is_of_the_rest(scan: Scanned, part: Amount, whole: Amount, stated: Amount) -> bool:
    """Whether a percentage is that of what is done, behind what is left: "còn lại 2.000 triệu đồng (đạt 60%)"."""
    left = _LEFT.search(scan.low[max(0, part.start - 20) : part.start])
    return left is not None and agrees(stated, percent(whole.value - part.value, whole.value))


def _told_before(scan: Scanned, i: int, start: int) -> Amount | None:
    """The number before a percentage in its sentence; behind a bracket the one that the bracket is about."""
    before = [each for each in scan.amounts[:i] if each.start >= start]
    if before and _CLOSED.match(scan.low[before[-1].tail : scan.amounts[i].start]):
        opened = scan.low.rfind("(", start, before[-1].start)
        before = [each for each in before if each.end <= opened]
    return before[-1] if before else None


def _has_own_share(scan: Scanned, whole: Amount) -> bool:
    """Whether a number is itself told with its share of something: "13.127 triệu đồng (60,0%), …"."""
    behind = next((each for each in scan.amounts if each.start >= whole.end), None)
    is_share = behind is not None and behind.sort is Sort.PERCENT and behind.value < _ALL
    return is_share and behind is not None and scan.low[whole.tail : behind.start].strip() == "("


def _fits(part: Amount, whole: Amount, behind: list[Amount]) -> bool:
    return whole in behind or part.noun in ("", whole.noun) or not whole.noun


def _is_share_of(scan: Scanned, part: Amount, stated: Amount, whole: Amount | None) -> bool:
    """Whether words say that a part belongs to the whole before it: "trong đó … 850 hồ sơ, chiếm 85%"."""
    if whole is None:
        return False
    between = scan.low[whole.tail : part.start]
    said = re.search(r"trong đó|gồm|\(|:|,|;", between) and not _OTHER_BASE.search(between)
    return bool(said) and not _TARGET.search(scan.low[part.tail : stated.end + 40]) and part.noun == whole.noun


def _wrong(scan: Scanned, stated: Amount, parts: str, exact: Decimal) -> Remark:
    places = max(stated.places, 2)
    return Remark(
        "R02",
        (Spot(scan, stated.start),),
        stated.text.strip(),
        f"{parts} = {format_decimal(exact, max(places, 4) if exact < 1 else places)}%",
    )
