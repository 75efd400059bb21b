"""How a whole and its parts are told: that they agree, that they do not, or nothing where they need not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from report_utils.prose.amounts import Sort
from report_utils.prose.parts import Part, equation, fitting, in_unit_of, shown
from report_utils.prose.remark import Held, Remark
from report_utils.prose.words import PARTITIONS, Partition, member_of

_ALL_OF_THEM = re.compile(r"(?:toàn bộ|tất cả|cả|tổng(?: số)?)\s*$")
_NEAR = Decimal("0.15")


def judged(whole: Part, told: Sequence[Part], *, surely: bool) -> Iterator[Remark | Held]:
    """Held where the parts, or the first of them, make the whole; else a remark where they must."""
    made = fitting(whole, told)
    if made and (len(made) == len(told) or not surely or told[-1].scan is not whole.scan):
        yield Held(equation(made, whole), (whole.spot, *(each.spot for each in made)))
        return
    partition = partition_of(told)
    first = [each.values[0] for each in told]
    off = abs(sum(first) - whole.values[-1])
    near = off <= max(Decimal(2), _NEAR * whole.values[-1]) and len(told) >= 2
    if (
        (surely and near)
        or (partition and partition.name != "kết quả" and (near or surely))
        or (near and not surely and off and _alike(told))
    ):
        yield wrong(whole, told)
    elif max(first) > max(whole.values) and all(each.amount.noun == whole.amount.noun for each in told):
        yield from within_whole(whole, max(told, key=lambda each: each.values[0]))


def _alike(told: Sequence[Part]) -> bool:
    """Whether every part names what is counted or none does."""
    return len({bool(each.amount.noun) for each in told}) == 1


def partition_of(told: Sequence[Part]) -> Partition | None:
    """The partition whose members the parts are, each of another one; None where there is none."""
    for partition in PARTITIONS:
        members = [member_of(partition, each.words) for each in told]
        if None not in members and len(set(members)) == len(members):
            return partition
    return None


def within_whole(whole: Part, part: Part) -> Iterator[Remark | Held]:
    """A part above its whole, unless its words say that it is all of something."""
    before = part.scan.low[max(0, part.amount.start - 14) : part.amount.start]
    if part.values[0] < whole.values[-1] and part.amount.sort is not Sort.MONEY:
        yield Held(f"{shown(part)} ≤ {shown(whole)}", (whole.spot, part.spot))
    elif part.values[0] > whole.values[-1] and not _ALL_OF_THEM.search(before):
        yield Remark("R03", (whole.spot, part.spot), shown(part), shown(whole))


def wrong(whole: Part, told: Sequence[Part]) -> Remark:
    """That the parts do not make the whole."""
    total = in_unit_of(sum((each.values[0] for each in told), Decimal(0)), whole)
    return Remark(
        "R01",
        (whole.spot, *(each.spot for each in told)),
        shown(whole),
        f"{' + '.join(map(shown, told))} = {total}",
    )
