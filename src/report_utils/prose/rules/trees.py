"""R01, R03: parts that are told one by one make the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_utils.prose.amounts import Sort
from report_utils.prose.documents import KINDS
from report_utils.prose.parts import Part, equation, fitting, is_same, parts_of
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.rules.tree_items import in_items, in_siblings, shares_of_items
from report_utils.prose.rules.wholes import judged, within_whole, wrong
from report_utils.prose.scan import Report, Scanned
from report_utils.prose.words import PARTITIONS, Partition, member_of

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


_ALONE = re.compile(r"\s*[^:.;\d]{2,40}:\s*[\d.]+\s*(?:[^\W\d_]+\s?){0,3}\.?\s*")
_STATES = tuple(each for each in PARTITIONS if each.name in ("kết quả", "thời hạn", "hạn còn lại"))
"""What may be told of a whole once more, behind its kinds."""


def check_trees(report: Report) -> Iterator[Remark | Held]:
    """Every whole against the parts told behind it, in one sentence or in the items below."""
    for scan in report:
        if scan.passage.kind is not Kind.ROW:
            yield from _in_sentences(scan)
            yield from _in_series(scan)
            yield from in_items(report, scan)
            yield from shares_of_items(report, scan)
            yield from _returned(scan)
    yield from in_siblings(report)


def _returned(scan: Scanned) -> Iterator[Remark]:
    """More forms came back than were handed out."""
    if found := _RETURNED.search(scan.low):
        out, back = (int(each.strip(".").replace(".", "")) for each in found.groups())
        if back > out:
            yield Remark("R03", (Spot(scan, found.start()),), found[2], found[1])


def _in_sentences(scan: Scanned) -> Iterator[Remark | Held]:
    parts = parts_of(scan)
    for i, whole in enumerate(parts):
        if _NOT_A_PART.search(whole.words[0]) or (whole.amount.sort is Sort.BARE and not _is_opened(scan, whole)):
            continue
        end = scan.sentence_at(whole.amount.start)[1]
        rest = [each for each in parts[i + 1 :] if each.amount.start < end]
        yield from _announced(scan, whole, rest, end)


def _in_series(scan: Scanned) -> Iterator[Remark | Held]:
    """Sentences that are a label and its number each: "Nhiệm vụ: 18. Xong: 10. Đang làm: 7."."""
    labelled = [
        part for part in parts_of(scan) if _ALONE.fullmatch(scan.low[slice(*scan.sentence_at(part.spot.position))])
    ]
    if len(labelled) > 2:
        yield from _divided(labelled[0], labelled[1:], _STATES)


def _is_opened(scan: Scanned, whole: Part) -> bool:
    """Whether a bracket with words and numbers follows a number at once: "tiếp nhận 23 (đất đai 17, môi trường 5)"."""
    return re.match(r"\s?\([^\d()]{3,60}\d+(?![\d%/.,]*%)[^()]*\d", scan.low[whole.amount.end :]) is not None


def _announced(scan: Scanned, whole: Part, rest: list[Part], end: int) -> Iterator[Remark | Held]:
    """The parts behind "gồm", "trong đó", a bracket or the words of a partition."""
    following = _without_documents(scan, whole.amount.tail, rest[0].amount.start if rest else end)
    exhaustive, of_which = _ALL_OF_IT.search(following), _OF_WHICH.search(following)
    cue = exhaustive or of_which
    if cue and ";" not in following[: cue.start("cue") if exhaustive else 0]:
        surely = bool(exhaustive) and not cue["have"] and cue["cue"] != "("
        inside = _within(scan, whole.amount.tail + cue.end(), rest)
        same = [each for each in inside if is_same(whole, each)]
        counts = not _odd(inside) and (cue["cue"] == "(" if exhaustive and not same else surely)
        told = inside if counts and (not same or fitting(whole, inside)) else same
        told = [each for each in told if not _NOT_A_PART.search(each.words[0])]
        if of_which and (more := _too_many_kinds(whole, inside)):
            yield more
        elif len(told) >= 2:
            yield from judged(whole, told, surely=surely)
            yield from _divided(whole, [each for each in rest if each not in inside and is_same(whole, each)], _STATES)
            return
        if len(told) == 1 and told[0].amount.noun == whole.amount.noun:
            yield from within_whole(whole, told[0])
            return
    yield from _divided(whole, [each for each in _level(scan, whole, rest) if is_same(whole, each)])


def _without_documents(scan: Scanned, start: int, end: int) -> str:
    """Folded text with dots for the documents that it cites, each letter at its place."""
    text = list(scan.low)
    for each in scan.documents:
        text[each.start : each.end] = "x" * (each.end - each.start)
    return "".join(text)[start:end]


def _too_many_kinds(whole: Part, inside: list[Part]) -> Remark | None:
    """Kinds of documents behind "trong đó" that are more than all documents: each is counted once."""
    nouns = [each.amount.noun for each in inside]
    are_kinds = whole.amount.noun == "văn bản" and set(nouns) <= KINDS.keys() and len(set(nouns)) == len(nouns) > 1
    is_more = sum(each.values[0] for each in inside) > whole.values[-1]
    return wrong(whole, inside) if are_kinds and is_more else None


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


def _divided(
    whole: Part, rest: list[Part], partitions: Sequence[Partition] = PARTITIONS
) -> Iterator[Remark | Held]:
    """The parts behind a whole that the members of one partition name, each once."""
    for partition in partitions:
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
        is_whole = partitions is _STATES or _WHOLE.search(whole.words[0] + whole.words[1])
        if len(told) >= 2 and len(seen) >= 2 and is_whole:
            if made := fitting(whole, told):
                yield Held(equation(made, whole), (whole.spot, *(each.spot for each in made)))
                return
            if max(each.values[0] for each in told) <= whole.values[-1] or len(seen) == len(partition.members):
                yield wrong(whole, told)
                return
