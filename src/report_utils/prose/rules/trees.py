"""R01, R03: parts that are told one by one make the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.prose.words import PARTITIONS, Partition, around, member_of
from report_utils.vietnamese.numbers import format_decimal

_SUMMED = (Sort.COUNT, Sort.RATIO, Sort.MONEY, Sort.BARE)
_ALL_OF_IT = re.compile(
    r"^\W*(?:[^\W\d_]+\s){0,14}?[^\d]{0,80}?(?P<cue>\(?\bbao gồm|\(?\bgồm|\(?\bchia ra|\bcụ thể(?: là)?|"
    r"\()\s*:?(?P<have>\s*có\b)?"
)
_OF_WHICH = re.compile(r"^[^\d]{0,120}?\btrong đó(?P<have>\s*,?\s*có\b)?")
_OF_WHICH_AGAIN = re.compile(r"[;,.]\s*(?:và )?(?:trong (?:số )?đó|bao gồm|gồm)\b")
_NOT_A_PART = re.compile(
    r"cùng kỳ|(?:kỳ|quý|tháng|năm) trước(?! chuyển| sang)|so với|kế hoạch (?:năm|giao)|chỉ tiêu giao|tăng|giảm|"
    r"mục tiêu|lũy kế|từ đầu năm|bình quân|trung bình|mỗi|tương ứng"
)
_WHOLE = re.compile(r"\btổng|\btoàn (?:tỉnh|ngành|bộ|huyện)|\bcó\b|\bđược giao\b|\bđã\b|\bsố\b")
_RETURNED = re.compile(
    r"\bphát (?:ra )?([\d.]+) phiếu[^.\d]{0,40}?(?:thu (?:về|lại|vào)|số phiếu \w+ \w+:?|\w+ \w+:?) "
    r"([\d.]+)(?![\d%])"
)
_ALL_OF_THEM = re.compile(r"(?:toàn bộ|tất cả|cả|tổng(?: số)?)\s*$")
_NEAR = Decimal("0.15")


@dataclass(frozen=True)
class Part:
    """An amount at its place."""

    scan: Scanned
    amount: Amount
    words: tuple[str, str]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The number, or both numbers of a ratio."""
        whole = self.amount.whole
        return (self.amount.value,) if whole is None else (self.amount.value, whole)

    @property
    def spot(self) -> Spot:
        return Spot(self.scan, self.amount.start)


def check_trees(report: Report) -> Iterator[Remark | Held]:
    """Every whole against the parts told behind it, in one sentence or in the items below."""
    for scan in report:
        if scan.passage.kind is not Kind.ROW:
            yield from _in_sentences(scan)
            yield from _in_items(report, scan)
            yield from _returned(scan)
    yield from _in_siblings(report)


def _returned(scan: Scanned) -> Iterator[Remark]:
    """More forms came back than were handed out."""
    if found := _RETURNED.search(scan.low):
        out, back = (int(each.strip(".").replace(".", "")) for each in found.groups())
        if back > out:
            yield Remark("R03", (Spot(scan, found.start()),), found[2], found[1])


def parts_of(scan: Scanned) -> list[Part]:
    """The amounts of a passage that can be added up, with their words."""
    amounts = scan.amounts
    return [Part(scan, each, around(scan, amounts, i)) for i, each in enumerate(amounts) if each.sort in _SUMMED]


def _in_sentences(scan: Scanned) -> Iterator[Remark | Held]:
    parts = parts_of(scan)
    for i, whole in enumerate(parts):
        if whole.amount.sort is Sort.BARE or _NOT_A_PART.search(whole.words[0]):
            continue
        end = scan.sentence_at(whole.amount.start)[1]
        rest = [each for each in parts[i + 1 :] if each.amount.start < end]
        yield from _announced(scan, whole, rest, end)


def _announced(scan: Scanned, whole: Part, rest: list[Part], end: int) -> Iterator[Remark | Held]:
    """The parts behind "gồm", "trong đó", a bracket or the words of a partition."""
    following = scan.low[whole.amount.tail : rest[0].amount.start if rest else end]
    exhaustive, of_which = _ALL_OF_IT.search(following), _OF_WHICH.search(following)
    cue = exhaustive or of_which
    if cue and ";" not in following[: cue.start("cue") if exhaustive else 0]:
        surely = bool(exhaustive) and not cue["have"] and cue["cue"] != "("
        inside = _within(scan, whole.amount.tail + cue.end(), rest)
        same = [each for each in inside if _is_same(whole, each)]
        counts = not _odd(inside) and (cue["cue"] == "(" if exhaustive and not same else surely)
        told = inside if counts and (not same or _fitting(whole, inside)) else same
        told = [each for each in told if not _NOT_A_PART.search(each.words[0])]
        if len(told) >= 2:
            yield from _judged(whole, told, surely=surely)
            return
        if len(told) == 1 and told[0].amount.noun == whole.amount.noun:
            yield from _within_whole(whole, told[0])
            return
    yield from _divided(whole, [each for each in _level(scan, whole, rest) if _is_same(whole, each)])


def _odd(parts: list[Part]) -> bool:
    """Whether things of several kinds stand together that nobody adds up."""
    return len({each.amount.sort for each in parts}) > 1 or any(each.amount.sort is Sort.MONEY for each in parts)


def _within(scan: Scanned, start: int, rest: list[Part]) -> list[Part]:
    """The parts from `start` on that stand at the same depth of brackets, up to the closing one."""
    found: list[Part] = []
    depth, position = 0, start
    for part in rest:
        between = scan.low[position : part.amount.start]
        for sign in between:
            depth += (sign == "(") - (sign == ")")
            if depth < 0:
                return found
        if found and depth == 0 and (_OF_WHICH_AGAIN.search(between) or _is_over(scan, found, between)):
            return found
        if depth == 0:
            found.append(part)
        position = part.amount.end
    return found


def _is_over(scan: Scanned, found: list[Part], between: str) -> bool:
    """Whether a semicolon ends a list whose items are parted by other signs."""
    if len(found) < 2 or ";" not in between or re.search(r";\s*và\b", between):
        return False
    return ";" not in scan.low[found[0].amount.end : found[1].amount.start]


def _level(scan: Scanned, whole: Part, rest: list[Part]) -> list[Part]:
    """The parts at the depth of brackets of the first of them; what is told of a part in brackets is none."""
    depths, depth, position = [], 0, whole.amount.tail
    for part in rest:
        between = scan.low[position : part.amount.start]
        depth += between.count("(") - between.count(")")
        depths.append(depth)
        position = part.amount.start
    ended = next((i for i, each in enumerate(depths) if each < depths[0]), len(rest))
    return [part for part, each in zip(rest[:ended], depths, strict=False) if each == depths[0]]


def _is_same(whole: Part, part: Part) -> bool:
    """Whether a number can be a part of another: of the same things, or of things that it does not name."""
    if whole.amount.sort is Sort.MONEY or part.amount.sort is Sort.MONEY:
        return whole.amount.sort is part.amount.sort
    return part.amount.noun in ("", whole.amount.noun)


def _judged(whole: Part, told: Sequence[Part], *, surely: bool) -> Iterator[Remark | Held]:
    """Held where the parts, or the first of them, make the whole; else a remark where they must."""
    fitting = _fitting(whole, told)
    if fitting and (len(fitting) == len(told) or not surely or told[-1].scan is not whole.scan):
        yield Held(_equation(fitting, whole), (whole.spot, *(each.spot for each in fitting)))
        return
    partition = _partition_of(told)
    first = [each.values[0] for each in told]
    off = abs(sum(first) - whole.values[-1])
    near = off <= max(Decimal(2), _NEAR * whole.values[-1]) and len(told) >= 2
    if (
        (surely and near)
        or (partition and partition.name != "kết quả" and (near or surely))
        or (near and not surely and off and _alike(told))
    ):
        yield _wrong(whole, told)
    elif max(first) > max(whole.values) and all(each.amount.noun == whole.amount.noun for each in told):
        yield from _within_whole(whole, max(told, key=lambda each: each.values[0]))


def _alike(told: Sequence[Part]) -> bool:
    """Whether every part names what is counted or none does."""
    return len({bool(each.amount.noun) for each in told}) == 1


def _fitting(whole: Part, told: Sequence[Part]) -> Sequence[Part]:
    """The first parts, all if possible, whose numbers make the whole; none if there are none."""
    for count in (len(told), *range(len(told) - 1, 1, -1)):
        if _makes(whole, told[:count]):
            return told[:count]
    return ()


def _makes(whole: Part, told: Sequence[Part]) -> bool:
    lower, upper = sum(each.values[0] for each in told), sum(each.values[-1] for each in told)
    return bool({lower, upper} & set(whole.values)) or _rounded(whole, told)


def _rounded(whole: Part, told: Sequence[Part]) -> bool:
    """Whether amounts of money of different units agree as far as the coarsest of them says."""
    scale = max((each.amount.scale / 10**each.amount.places for each in (whole, *told)), default=1)
    if whole.amount.sort is not Sort.MONEY or len({each.amount.scale for each in (whole, *told)}) == 1:
        return False
    return abs(sum(each.values[0] for each in told) - whole.values[0]) < Decimal(scale)


def _divided(whole: Part, rest: list[Part]) -> Iterator[Remark | Held]:
    """The parts behind a whole that the members of one partition name, each once."""
    for partition in PARTITIONS:
        if member_of(partition, whole.words) is not None and partition.name != "nguồn":
            continue
        told: list[Part] = []
        seen: set[int] = set()
        for each in rest:
            member = member_of(partition, each.words)
            if member is None or (member in seen and partition.name != "kết quả") or _NOT_A_PART.search(each.words[0]):
                break
            told.append(each)
            seen.add(member)
        if len(told) >= 2 and len(seen) >= 2 and _WHOLE.search(whole.words[0] + whole.words[1]):
            if fitting := _fitting(whole, told):
                yield Held(_equation(fitting, whole), (whole.spot, *(each.spot for each in fitting)))
                return
            if max(each.values[0] for each in told) <= whole.values[-1] or len(seen) == len(partition.members):
                yield _wrong(whole, told)
                return


def _partition_of(told: Sequence[Part]) -> Partition | None:
    for partition in PARTITIONS:
        members = [member_of(partition, each.words) for each in told]
        if None not in members and len(set(members)) == len(members):
            return partition
    return None


def _in_items(report: Report, scan: Scanned) -> Iterator[Remark | Held]:
    """A whole at the end of a passage that leads to items, each beginning with its number."""
    passage = scan.passage
    if not (passage.leads or scan.low.rstrip(" .").endswith(("trong đó", "gồm", "sau"))):
        return
    wholes = [each for each in parts_of(scan) if each.amount.sort is not Sort.BARE]
    below = [report.scan(each) for each in report.text.children(passage)]
    told = [part for each in below if (part := first_part(each))]
    if not wholes or len(told) < 2 or len(told) < len(below):
        return
    whole = wholes[-1]
    if all(_is_same(whole, each) or _is_labelled(each) for each in told):
        surely = "trong đó" not in scan.low[whole.amount.tail :] or _partition_of(told) is not None
        yield from _judged(whole, told, surely=surely)


def _is_labelled(part: Part) -> bool:
    """Whether an item is a label and its number: "Phòng Kinh tế: 15"."""
    return part.amount.sort in (Sort.COUNT, Sort.BARE) and bool(
        re.search(r":\s*$", part.scan.low[: part.amount.start])
        and re.match(r"\s*[.;,]?$", part.scan.low[part.amount.end :])
    )


def first_part(scan: Scanned) -> Part | None:
    """The number that an item is about: its first."""
    found = parts_of(scan)
    return found[0] if found and found[0].amount.start < 160 else None


def _in_siblings(report: Report) -> Iterator[Remark | Held]:
    """Items of one list where the first tells the total and the others its parts."""
    for i, scan in enumerate(report.scans):
        if scan.passage.kind is Kind.ROW or not re.match(r"(?:tổng(?: số| cộng)?)\b", scan.low):
            continue
        whole = first_part(scan)
        run: list[Part] = []
        for other in report.scans[i + 1 :]:
            if other.passage.depth < scan.passage.depth or other.passage.kind is not scan.passage.kind:
                break
            part = first_part(other) if other.passage.depth == scan.passage.depth else None
            if part is None or not whole or not _is_same(whole, part) or not part.amount.noun:
                break
            run.append(part)
        if whole and len(run) >= 2 and whole.amount.sort is not Sort.BARE:
            if fitting := _fitting(whole, run):
                yield Held(_equation(fitting, whole), (whole.spot, *(each.spot for each in fitting)))
            elif _partition_of(run[:2]):
                yield _wrong(whole, run[:2])


def _within_whole(whole: Part, part: Part) -> Iterator[Remark | Held]:
    before = part.scan.low[max(0, part.amount.start - 14) : part.amount.start]
    if part.values[0] > whole.values[-1] and not _ALL_OF_THEM.search(before):
        yield Remark("R03", (whole.spot, part.spot), _shown(part), _shown(whole))


def _wrong(whole: Part, told: Sequence[Part]) -> Remark:
    return Remark(
        "R01",
        (whole.spot, *(each.spot for each in told)),
        _shown(whole),
        f"{' + '.join(map(_shown, told))} = {_number(sum((each.values[0] for each in told), Decimal(0)), whole)}",
    )


def _equation(parts: Sequence[Part], whole: Part) -> str:
    return f"{' + '.join(map(_shown, parts))} = {_shown(whole)}"


def _shown(part: Part) -> str:
    return part.scan.passage.text[part.amount.start : part.amount.end].strip()


def _number(value: Decimal, like: Part) -> str:
    scaled = value / like.amount.scale
    return (
        format_decimal(scaled, max(like.amount.places, 0))
        if scaled == scaled.to_integral_value()
        else format_decimal(scaled, 6)
    )
