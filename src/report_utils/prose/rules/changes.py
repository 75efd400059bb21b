"""R06: "tăng … so với …" and "còn lại …" against the values they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from report_utils.prose.amounts import POINTS, Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.rules.shares import percent
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal, round_half_up

_DIRECTION = re.compile(r"\b(?P<way>tăng(?: thêm)?|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)\s*(?:lên|được|khoảng)?\s*$")
_UP = ("tăng", "cao", "nhiều")
_FROM_TO, _TO = (
    re.compile(r"\b(?:tăng|giảm) từ\s*$"),
    re.compile(r"^[^\d.;()]{0,30}?\b(?:xuống|lên|thành|còn)(?: còn| tới| đến)?\s*$"),
)
_SINCE = re.compile(r"so với|cùng kỳ|kỳ trước|năm trước|quý trước|trước đó|là\b|\(")
_SHORT = re.compile(r"(?:[^\d.;]|(?:19|20)\d\d){0,60}\(")
_REST = re.compile(
    r"\b(?:còn lại|còn phải|còn thiếu|còn khuyết|khuyết|còn|còn chưa|chưa giải ngân|còn trống|chưa giao|chưa sử dụng)\b"
)
_LABEL = r"(?:^|[.;]\s*)(?:tổng )?(?:số )?{}\b[^:.;]{{0,20}}:\s*$"
_AGAIN = re.compile(r"\s*\((?:tương (?:đương|ứng)|tức|bằng|là)?\s*(?:với )?")
_BALANCE = re.compile(r"\bchênh lệch thu\s?[-–,]?\s?(?:và |lớn hơn )?chi\s*:?\s*$")
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
            yield from _of_balance(report, scan)
            yield from _of_ratio_rest(scan)


def _of_difference(scan: Scanned, i: int) -> Iterator[Remark | Held]:
    """The i-th number as a change: "tăng … so với", or behind "giảm từ … xuống …"."""
    told = scan.amounts[i]
    start = scan.sentence_at(told.start)[0]
    way = _DIRECTION.search(scan.low[start : told.start])
    if way is None:
        return
    is_up, told_before = way["way"].startswith(_UP), _from_to(scan, i, start)
    if told_before:
        then, now = told_before
        if told.sort in (now.sort, Sort.PERCENT):
            yield from _judged(scan, is_up, now, told, then)
        return
    now_then = _now_and_then(scan, i, start) or _then_and_now(scan, i, start)
    if now_then:
        now, then = now_then
        yield from _judged(scan, is_up, now, told, then)
        following = next((each for each in scan.amounts[i + 1 :] if not _is_change(scan, each)), then)
        if following is not then and following.sort is Sort.PERCENT:
            yield from _judged(scan, is_up, now, following, then)


def _from_to(scan: Scanned, i: int, start: int) -> tuple[Amount, Amount] | None:
    """The two numbers before a change that are told as from one to the other."""
    if i < 2:
        return None
    then, now = scan.amounts[i - 2 : i]
    is_told = _FROM_TO.search(scan.low[start : then.start]) and _TO.search(scan.low[then.end : now.start])
    return (then, now) if is_told else None


def _now_and_then(scan: Scanned, i: int, start: int) -> tuple[Amount, Amount] | None:
    """The value before a change, and the one behind it that it is compared with; a percentage may stand between."""
    amounts, told, end = scan.amounts, scan.amounts[i], scan.sentence_at(scan.amounts[i].start)[1]
    now = next((each for each in reversed(amounts[:i]) if each.start >= start and not _is_change(scan, each)), None)
    after = [each for each in amounts[i + 1 :] if each.start < end and not _is_change(scan, each)]
    if now is None or (now.sort is not Sort.BARE and told.sort not in (now.sort, Sort.PERCENT)):
        return None
    then = next((each for each in after if _is_alike(scan, now, told, each)), None)
    if then is None or not _SINCE.search(scan.low[told.end : then.start]):
        return None
    is_next = then is after[0] or (after[0].sort is Sort.PERCENT and then in after[:2])
    return (now, then) if is_next else None


def _then_and_now(scan: Scanned, i: int, start: int) -> tuple[Amount, Amount] | None:
    """The values of "So với cùng kỳ (tiếp nhận 1.131 hồ sơ), … tăng 125 hồ sơ": the one now stands before."""
    told = scan.amounts[i]
    inside = [each for each in scan.amounts[:i] if each.start >= start]
    if len(inside) != 1 or not scan.low[start:].startswith("so với") or inside[0].sort is not told.sort:
        return None
    then = inside[0]
    words = _last_words(scan, then)
    alike = [each for each in scan.amounts if each.start < start and each.noun == then.noun and each.sort is then.sort
             and _last_words(scan, each) == words]  # fmt: skip
    return (alike[-1], then) if alike and words else None


def _last_words(scan: Scanned, amount: Amount) -> tuple[str, ...]:
    """The two words before a number."""
    return tuple(re.findall(r"[^\W\d_]+", scan.low[max(0, amount.start - 40) : amount.start])[-2:])


def _is_alike(scan: Scanned, now: Amount, told: Amount, then: Amount) -> bool:
    """Whether a number may be the earlier value of another: of the same things, or in the bracket right behind."""
    if now.sort is Sort.BARE:
        return then.sort is Sort.COUNT and (then.noun == told.noun or told.sort is Sort.PERCENT)
    if then.sort is not now.sort:
        return False
    return then.noun in ("", now.noun) or _SHORT.fullmatch(scan.low[told.end : then.start]) is not None


def _of_other_unit(scan: Scanned, i: int) -> Iterator[Remark | Held]:
    """A sum of money that is told again in another unit, in brackets: "3.915 triệu đồng (3.915.000.000 đồng)"."""
    if not i or {scan.amounts[i - 1].sort, scan.amounts[i].sort} != {Sort.MONEY}:
        return
    first, again = scan.amounts[i - 1 : i + 1]
    if not _AGAIN.fullmatch(scan.low[first.end : again.start]) or (
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
    amounts = _told_once(scan)
    for i in range(2, len(amounts)):
        whole, done, rest = amounts[i - 2 : i + 1]
        words = [scan.low[(amounts[j - 1].tail if j else 0) : amounts[j].start] for j in (i - 2, i - 1, i)]
        is_told = _WHOLE.search(words[0]) and _DONE.search(words[1]) and _REST.search(words[2])
        if is_told and not _REST.search(words[1]) and {done.sort, rest.sort} <= {whole.sort, Sort.BARE}:
            yield _left(scan, whole, done, rest)


def _of_balance(report: Report, scan: Scanned) -> Iterator[Remark | Held]:
    """"Chênh lệch thu - chi: …" against the nearest "Thu: …" and "Chi: …" before it."""
    for amount in scan.amounts:
        if not _BALANCE.search(scan.low[: amount.start]):
            continue
        near = report.scans[max(0, scan.passage.number - 8) : scan.passage.number]
        received, spent = (_labelled_as(label, near, scan, amount.start) for label in ("thu", "chi"))
        if received and spent:
            made = received.value - spent.value
            shown = f"{received.text.strip()} - {spent.text.strip()} = {format_decimal(made, 4)}"
            spots = (Spot(scan, amount.start),)
            yield Held(shown, spots) if made == amount.value else Remark("R01", spots, amount.text.strip(), shown)


def _labelled_as(label: str, near: Sequence[Scanned], scan: Scanned, end: int) -> Amount | None:
    """The last number of some passages that a label opens, before a place in the last of them."""
    found = [each for one in near for each in one.amounts
             if (one is not scan or each.start < end)
             and re.search(_LABEL.format(label), one.low[: each.start])]  # fmt: skip
    return found[-1] if found else None


def _told_once(scan: Scanned) -> list[Amount]:
    """The counts and sums of a passage without those that tell the one before again, in brackets."""
    amounts = [each for each in scan.amounts if each.sort in (Sort.COUNT, Sort.MONEY, Sort.BARE)]
    again = [
        one
        for before, one in pairwise(amounts)
        if one.sort is Sort.MONEY and scan.low[before.end : one.start].strip() == "("
    ]
    return [each for each in amounts if each not in again]


def _left(scan: Scanned, whole: Amount, done: Amount, rest: Amount) -> Remark | Held:
    """Whether what is left is the whole less what is done; bare numbers are in the unit of the others."""
    scale = max(each.scale for each in (whole, done, rest)) if whole.sort is Sort.MONEY else 1
    values = [each.value * (scale if each.sort is Sort.BARE else 1) for each in (whole, done, rest)]
    exact = values[0] - values[1]
    shown = f"{whole.text.strip()} - {done.text.strip()} = {format_decimal(exact / scale, 3)}"
    if exact == values[2]:
        return Held(shown, (Spot(scan, rest.start),))
    return Remark("R01", (Spot(scan, rest.start), Spot(scan, whole.start)), rest.text.strip(), shown)


def _of_ratio_rest(scan: Scanned) -> Iterator[Remark | Held]:
    """What a ratio leaves: "51 trên tổng số 64 nhiệm vụ; còn 13 nhiệm vụ đang thực hiện"."""
    for ratio, rest in pairwise(scan.amounts):
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
