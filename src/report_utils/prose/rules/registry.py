"""R16-R18: the numbers and days of cited documents fit their registers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_utils.prose.documents import Document
from report_utils.prose.letters import lowered
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.dates import format_date

_SAME_TITLE, _LEAST_TITLE = 45, 11
"""Letters by which titles are compared, and the fewest that tell anything."""

_LEVELLED = ("UBND", "HĐND", "CTUBND")


@dataclass(frozen=True)
class Cited:
    """A document at its place."""

    scan: Scanned
    document: Document

    @property
    def spot(self) -> Spot:
        return Spot(self.scan, self.document.start)

    @property
    def title(self) -> str:
        """The words behind the document that say what it is about."""
        behind = self.scan.low[self.document.end : self.document.end + 160]
        start = max(behind.find("về "), 0)
        return behind[start:].split(";")[0].strip(" .,:")


def check_registers(report: Report) -> Iterator[Remark | Held]:
    """Documents of one issuer, kind and year: numbers rise with days; one number, one day; the year in the symbol.

    Documents that the reports `beside` cite are in the same registers.
    """
    own = [Cited(scan, document) for scan in report for document in scan.documents]
    cited = [*own, *(Cited(scan, document) for other in report.beside for scan in other for document in scan.documents)]
    scans = {id(each.scan) for each in own}
    for told in (*_years(own), *_two_days(cited), *_two_numbers(cited), *_in_order(cited)):
        if id(told.spots[0].scan) in scans:
            yield told
        elif any(id(spot.scan) in scans for spot in told.spots):
            yield _turned(told)


def _turned(told: Remark | Held) -> Remark | Held:
    """The same, said from the other place."""
    spots = tuple(reversed(told.spots))
    if isinstance(told, Held):
        return replace(told, spots=spots)
    return replace(told, spots=spots, found=told.expected, expected=told.found)


def _in_order(cited: Sequence[Cited]) -> Iterator[Remark | Held]:
    series: dict[tuple[str, str, int], list[Cited]] = defaultdict(list)
    for each in cited:
        if each.document.day:
            series[(*_series(each), each.document.day.year)].append(each)
    for listed in series.values():
        yield from _order(listed)


def _series(each: Cited) -> tuple[str, str]:
    """Issuer and kind; committees of the people are told apart by their level, as far as the text says it."""
    owner, kind = each.document.series
    around = each.scan.low[max(0, each.document.start - 60) : each.document.end + 30] if owner in _LEVELLED else ""
    said = lowered(each.document.issuer) or around
    level = next(
        (level for level in ("tỉnh", "huyện", "phường", "xã", "thành phố") if re.search(rf"\b{level}\b", said)), ""
    )
    return (f"{owner} {level}".strip() if owner in _LEVELLED else owner), kind


def _years(cited: Sequence[Cited]) -> Iterator[Remark]:
    for each in cited:
        document = each.document
        if document.year and document.day and document.year != document.day.year:
            yield Remark("R17", (each.spot,), f"{document.symbol} ngày {format_date(document.day)}", str(document.year))


def _two_days(cited: Sequence[Cited]) -> Iterator[Remark]:
    held: dict[tuple[object, ...], Cited] = {}
    for each in cited:
        document = each.document
        if document.day is None:
            continue
        key = (document.number, document.code.upper(), document.year or document.day.year, _series(each))
        first = held.setdefault(key, each)
        if first.document.day != document.day and first.document.day:
            yield Remark(
                "R18",
                (each.spot, first.spot),
                f"{document.symbol} ngày {format_date(document.day)}",
                f"ngày {format_date(first.document.day)}",
            )


def _two_numbers(cited: Sequence[Cited]) -> Iterator[Remark]:
    """One document by its day and its title that is given two numbers, or by its day and the digits of its number."""
    yield from _transposed(cited)
    held: dict[tuple[object, ...], Cited] = {}
    for each in cited:
        document, title = each.document, each.title
        if document.day is None or len(title) < _LEAST_TITLE or not title.startswith("v"):
            continue
        first = held.setdefault((document.day, _series(each), title[:_SAME_TITLE]), each)
        if first.document.number != document.number:
            yield Remark("R18", (each.spot, first.spot), document.symbol, first.document.symbol)


def _transposed(cited: Sequence[Cited]) -> Iterator[Remark]:
    """Numbers of one day and register whose digits have changed places, if not both documents are told by a title."""
    for i, one in enumerate(cited):
        for other in cited[i + 1 :]:
            numbers = [str(each.document.number) for each in (one, other)]
            is_same = one.document.day is not None and one.document.day == other.document.day
            if (
                is_same
                and numbers[0] != numbers[1]
                and sorted(numbers[0]) == sorted(numbers[1])
                and _series(one) == _series(other)
                and not (one.title.startswith("v") and other.title.startswith("v"))
            ):
                yield Remark("R18", (other.spot, one.spot), other.document.symbol, one.document.symbol)


def _order(listed: Sequence[Cited]) -> Iterator[Remark | Held]:
    """The documents outside the longest run in which numbers rise with days."""
    unique = {(each.document.number, each.document.day): each for each in listed}
    ordered = sorted(unique.values(), key=lambda each: (each.document.day, each.document.number))
    kept = _longest_rise(ordered)
    if len(ordered) >= 2 and len(kept) == len(ordered):
        yield Held(" < ".join(each.document.symbol for each in ordered), tuple(each.spot for each in ordered))
    for each in ordered:
        if each not in kept:
            other = next(one for one in kept if (one.document.number < each.document.number) != _is_earlier(one, each))
            yield Remark("R16", (each.spot, other.spot), _dated(each), _dated(other))


def _is_earlier(one: Cited, other: Cited) -> bool:
    return bool(one.document.day and other.document.day and one.document.day <= other.document.day)


def _dated(each: Cited) -> str:
    return (
        f"{each.document.symbol} ngày {format_date(each.document.day)}" if each.document.day else each.document.symbol
    )


def _longest_rise(ordered: Sequence[Cited]) -> list[Cited]:
    best: list[list[Cited]] = []
    for each in ordered:
        before = max((run for run in best if run[-1].document.number <= each.document.number), key=len, default=[])
        best.append([*before, each])
    return max(best, key=len, default=[])
