"""R06: "tăng … so với …" and "còn lại …" against the values they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_utils.prose.amounts import POINTS, Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.rules.shares import percent
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal, round_half_up

_DIRECTION = re.compile(r"\b(?P<way>tăng(?: thêm)?|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)\s*(?:lên|được|khoảng)?\s*$")
_UP = ("tăng", "cao", "nhiều")
_FROM_TO, _TO = re.compile(r"\b(?:tăng|giảm) từ\s*$"), re.compile(r"^\s*(?:xuống|lên|thành|còn)\s*$")
_SINCE = re.compile(r"so với|cùng kỳ|kỳ trước|năm trước|quý trước|trước đó|là\b|\(")
_SHORT = re.compile(r"[^\d.;]{0,60}\(")
_REST = re.compile(
    r"\b(?:còn lại|còn phải|còn thiếu|còn khuyết|khuyết|còn|còn chưa|chưa giải ngân|còn trống|chưa giao|chưa sử dụng)\b"
)
_WHOLE = re.compile(r"\b(?:tổng|kế hoạch|được giao|giao|dự toán|chỉ tiêu)\b")
_DONE = re.compile(r"\b(?:đã|giải ngân|thực hiện|có mặt|hiện có|sử dụng|tuyển được|hoàn thành)\b")


def check_changes(report: Report) -> Iterator[Remark | Held]:
    """Differences that a sentence tells with both of the values."""
    for scan in report:
        if scan.passage.kind is not Kind.ROW:
            for i in range(len(scan.amounts)):
                yield from _of_difference(scan, i)
                yield from _of_other_unit(scan, i)
            yield from _of_rest(scan)
            yield from _of_ratio_rest(scan)


def _of_difference(scan: Scanned, i: int) -> Iterator[Remark | Held]:
    amounts, told = scan.amounts, scan.amounts[i]
    start, end = scan.sentence_at(told.start)
    way = _DIRECTION.search(scan.low[start : told.start])
    if (
        way
        and i >= 2
        and _FROM_TO.search(scan.low[start : amounts[i - 2].start])
        and _TO.search(scan.low[amounts[i - 2].end : amounts[i - 1].start])
    ):
        if told.sort in (amounts[i - 1].sort, Sort.PERCENT):
            yield from _judged(scan, way["way"].startswith(_UP), amounts[i - 1], told, amounts[i - 2])
        return
    now = next((each for each in reversed(amounts[:i]) if each.start >= start and not _is_change(scan, each)), None)
    after = [each for each in amounts[i + 1 :] if each.start < end and not _is_change(scan, each)]
    if not way or now is None or not after:
        return
    then = next(
        (
            each
            for each in after
            if each.sort is now.sort
            and (each.noun == now.noun or not each.noun or _SHORT.fullmatch(scan.low[told.end : each.start]))
        ),
        None,
    )
    if then is None or not _SINCE.search(scan.low[told.end : then.start]) or told.sort not in (now.sort, Sort.PERCENT):
        return
    if then is not after[0] and not (after[0].sort is Sort.PERCENT and then in after[:2]):
        return
    yield from _judged(scan, way["way"].startswith(_UP), now, told, then)
    if after[0] is not then and after[0].sort is Sort.PERCENT:
        yield from _judged(scan, way["way"].startswith(_UP), now, after[0], then)


def _of_other_unit(scan: Scanned, i: int) -> Iterator[Remark | Held]:
    """A sum of money that is told again in another unit, in brackets: "3.915 triệu đồng (3.915.000.000 đồng)"."""
    if not i or {scan.amounts[i - 1].sort, scan.amounts[i].sort} != {Sort.MONEY}:
        return
    first, again = scan.amounts[i - 1 : i + 1]
    if scan.low[first.end : again.start].strip() not in ("(", "(tương đương", "(tức") or (
        first.scale == again.scale and first.value == again.value
    ):
        return
    unit = max(each.scale * Decimal(1).scaleb(-each.places) for each in (first, again))
    if abs(first.value - again.value) < unit:
        yield Held(f"{first.text.strip()} = {again.text.strip()}", (Spot(scan, first.start),))
    else:
        yield Remark("R05", (Spot(scan, first.start),), first.text.strip(), again.text.strip())


def _is_change(scan: Scanned, amount: Amount) -> bool:
    return bool(_DIRECTION.search(scan.low[max(0, amount.start - 30) : amount.start]))


def _judged(scan: Scanned, up: bool, now: Amount, told: Amount, then: Amount) -> Iterator[Remark | Held]:
    if not then.value:
        return
    relative = told.sort is Sort.PERCENT and told.noun != POINTS and now.sort is not Sort.PERCENT
    sign = 1 if up else -1
    exact = sign * (now.value - then.value)
    if relative:
        exact = percent(exact, then.value)
    elif told.sort is Sort.PERCENT and now.sort is not Sort.PERCENT:
        return
    places = told.places
    scaled = exact / told.scale
    stated = told.value / told.scale
    way, size = "tăng" if exact * sign > 0 else "giảm", format_decimal(abs(scaled), max(places, 2))
    shown = f"{now.text.strip()} so với {then.text.strip()}: {way} {size}"
    if round_half_up(scaled, places) == stated or _is_relative(now, told, then):
        yield Held(shown, (Spot(scan, told.start),))
    else:
        yield Remark("R06", (Spot(scan, told.start),), told.text.strip(), shown)


def _is_relative(now: Amount, told: Amount, then: Amount) -> bool:
    """Whether the change of a percentage is told in percent of that before."""
    if now.sort is not Sort.PERCENT or told.noun == POINTS:
        return False
    return round_half_up(percent(abs(now.value - then.value), then.value), told.places) == told.value


def _of_rest(scan: Scanned) -> Iterator[Remark | Held]:
    """E.g. "… kế hoạch 184.600, đã giải ngân 52.314, còn lại 132.286", in one passage."""
    amounts = [each for each in scan.amounts if each.sort in (Sort.COUNT, Sort.MONEY, Sort.BARE)]
    amounts = [
        each
        for i, each in enumerate(amounts)
        if not (i and each.sort is Sort.MONEY and scan.low[amounts[i - 1].end : each.start].strip() == "(")
    ]
    for i in range(2, len(amounts)):
        whole, done, rest = amounts[i - 2 : i + 1]
        words = [scan.low[(amounts[j - 1].tail if j else 0) : amounts[j].start] for j in (i - 2, i - 1, i)]
        if not (_REST.search(words[2]) and _DONE.search(words[1]) and _WHOLE.search(words[0])) or _REST.search(
            words[1]
        ):
            continue
        if not {whole.sort, done.sort, rest.sort} <= {whole.sort, Sort.BARE}:
            continue
        scale = max(each.scale for each in (whole, done, rest))
        values = [
            each.value * (scale if each.sort is Sort.BARE else 1) if whole.sort is Sort.MONEY else each.value
            for each in (whole, done, rest)
        ]
        exact = values[0] - values[1]
        left = format_decimal(exact / (scale if whole.sort is Sort.MONEY else 1), 3)
        shown = f"{whole.text.strip()} - {done.text.strip()} = {left}"
        if exact == values[2]:
            yield Held(shown, (Spot(scan, rest.start),))
        else:
            yield Remark("R01", (Spot(scan, rest.start), Spot(scan, whole.start)), rest.text.strip(), shown)


def _of_ratio_rest(scan: Scanned) -> Iterator[Remark | Held]:
    """What a ratio leaves: "51 trên tổng số 64 nhiệm vụ; còn 13 nhiệm vụ đang thực hiện"."""
    for ratio, rest in zip(scan.amounts, scan.amounts[1:], strict=False):
        between = scan.low[ratio.tail : rest.start]
        if ratio.sort is not Sort.RATIO or ratio.whole is None or rest.noun != ratio.noun or len(between) > 40:
            continue
        if not re.search(r"\bcòn(?: lại)?\s*$", between):
            continue
        shown = f"{ratio.text}, còn {format_decimal(ratio.whole - ratio.value, 2)}"
        if ratio.whole - ratio.value == rest.value:
            yield Held(shown, (Spot(scan, rest.start),))
        else:
            yield Remark("R01", (Spot(scan, rest.start), Spot(scan, ratio.start)), rest.text.strip(), shown)
