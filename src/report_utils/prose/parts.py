"""Amounts as parts of a whole: which can be added up, and whether they make it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_utils.prose.amounts import Amount, Sort
from report_utils.prose.remark import Spot
from report_utils.prose.scan import Scanned
from report_utils.prose.words import around
from report_utils.vietnamese.numbers import format_decimal

_SUMMED = (Sort.COUNT, Sort.RATIO, Sort.MONEY, Sort.BARE)
_MOST_PLACES = 6
_FIRST = 160
"""Letters of an item before which its own number stands."""


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


def parts_of(scan: Scanned) -> list[Part]:
    """The amounts of a passage that can be added up, with their words."""
    amounts = scan.amounts
    return [Part(scan, each, around(scan, amounts, i)) for i, each in enumerate(amounts) if each.sort in _SUMMED]


def first_part(scan: Scanned) -> Part | None:
    """The number that an item is about: its first."""
    found = parts_of(scan)
    return found[0] if found and found[0].amount.start < _FIRST else None


def is_same(whole: Part, part: Part) -> bool:
    """Whether a number can be a part of another: of the same things, or of things that it does not name."""
    if whole.amount.sort is Sort.MONEY or part.amount.sort is Sort.MONEY:
        return whole.amount.sort is part.amount.sort
    return part.amount.noun in ("", whole.amount.noun)


def is_labelled(part: Part) -> bool:
    """Whether an item is a label and its number: "Phòng Kinh tế: 15"."""
    return part.amount.sort in (Sort.COUNT, Sort.BARE) and bool(
        re.search(r":\s*$", part.scan.low[: part.amount.start])
        and re.match(r"\s*[.;,]?$", part.scan.low[part.amount.end :])
    )


def fitting(whole: Part, told: Sequence[Part]) -> Sequence[Part]:
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


def equation(parts: Sequence[Part], whole: Part) -> str:
    """The parts and the whole as a sum, in their own words."""
    return f"{' + '.join(map(shown, parts))} = {shown(whole)}"


def shown(part: Part) -> str:
    """A number as the text writes it."""
    return part.scan.passage.text[part.amount.start : part.amount.end].strip()


def in_unit_of(value: Decimal, like: Part) -> str:
    """A value in the unit of a part: millions where that is told in millions."""
    scaled = value / like.amount.scale
    places = like.amount.places if scaled == scaled.to_integral_value() else _MOST_PLACES
    return format_decimal(scaled, places)
