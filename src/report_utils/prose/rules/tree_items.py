"""Wholes whose parts are items: those below a passage that leads to them, or those beside it in one list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.parts import Part, equation, first_part, fitting, is_labelled, is_same, parts_of, shown
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark
from report_utils.prose.rules.shares import agrees, percent
from report_utils.prose.rules.wholes import judged, partition_of, wrong
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.numbers import format_decimal

_SHARE = re.compile(r"\s*\((?:(?:đạt |chiếm )?t[ỷỉ] lệ |đạt |chiếm )?")


def in_items(report: Report, scan: Scanned) -> Iterator[Remark | Held]:
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
    if all(is_same(whole, each) or is_labelled(each) for each in told):
        surely = "trong đó" not in scan.low[whole.amount.tail :] or partition_of(told) is not None
        yield from judged(whole, told, surely=surely)


def shares_of_items(report: Report, scan: Scanned) -> Iterator[Remark | Held]:
    """Items with their share of the whole that leads to them: "Đã giải quyết: 1.926, gồm:", "+ Trễ hạn: 2 (0,10%)".

    A share is surely of that whole where another item's holds, or the items make the whole.
    """
    whole = next(reversed(parts_of(scan)), None)
    if whole is None or not scan.passage.leads or not whole.values[-1]:
        return
    told = [pair for each in report.text.children(scan.passage) if (pair := _shared(report.scan(each)))]
    parts = [part for each in report.text.children(scan.passage) if (part := first_part(report.scan(each)))]
    are_all = len(parts) > 1 and len(fitting(whole, parts)) == len(parts)
    right = [agrees(share, percent(part.values[0], whole.values[-1])) for part, share in told]
    for (part, share), holds in zip(told, right, strict=True):
        equation = f"{shown(part)} / {shown(whole)}"
        if holds:
            yield Held(f"{equation} = {share.text.strip()}", (part.spot, whole.spot))
        elif (any(right) or are_all) and part.values[0] <= whole.values[-1]:
            exact = format_decimal(percent(part.values[0], whole.values[-1]), max(2, share.places), trim=False)
            yield Remark("R02", (part.spot, whole.spot), share.text.strip(), f"{equation} = {exact}%")


def _shared(scan: Scanned) -> tuple[Part, Amount] | None:
    """The number of an item and the percentage in the bracket right behind it."""
    part = first_part(scan)
    share = next((each for each in scan.amounts if part and each.start >= part.amount.end), None)
    if part is None or share is None or share.sort is not Sort.PERCENT or part.amount.sort is Sort.RATIO:
        return None
    between = scan.low[part.amount.tail : share.start]
    return (part, share) if _SHARE.fullmatch(between) else None


def in_siblings(report: Report) -> Iterator[Remark | Held]:
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
            if part is None or not whole or not is_same(whole, part) or not part.amount.noun:
                break
            run.append(part)
        if whole and len(run) >= 2 and whole.amount.sort is not Sort.BARE:
            if made := fitting(whole, run):
                yield Held(equation(made, whole), (whole.spot, *(each.spot for each in made)))
            elif partition_of(run[:2]):
                yield wrong(whole, run[:2])
