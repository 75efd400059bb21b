"""U01, U02: values of units that changed more than is usual since the period before, and since a year before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from report_utils.agency.period import Period
from report_utils.agency.unusual import UnusualSettings
from report_utils.checks.context import Context, Record, row_label
from report_utils.checks.series import Group, Nature, Numbers, Scale, Values, values_of
from report_utils.checks.usual import Share, Usual, usual_amounts, usual_counts, usual_rates
from report_utils.findings import CellRef, Finding, finding
from report_utils.intake.dataset import Dataset
from report_utils.vietnamese.numbers import format_decimal, format_integer, format_percent


@dataclass(frozen=True)
class _Before:
    """What a period is compared with: the code of the finding, how messages call it, and what of it is comparable."""

    code: str
    words: str
    natures: frozenset[Nature]
    period: Period
    dataset: Dataset

    def has_like(self, group: Group) -> bool:
        """Whether values of a group can be compared; a rate of what happened is one in a longer period as well."""
        return group.nature in self.natures or (group.scale is Scale.RATE and group.nature is Nature.FLOW)


def check_unusual(context: Context) -> Iterator[Finding]:
    """Each value against its own a period and a year before; one that stands out against both is told once."""
    told: set[CellRef] = set()
    now: Values | None = None
    for before in _befores(context):
        now = now or values_of(context.reporting, context.dataset, context.reporting.window.cutoff)
        window = context.reporting.agency.profile.calendar.window(before.period)
        then = values_of(context.reporting, before.dataset, window.cutoff)
        for found in _compared(context, before, now, then):
            place = CellRef(found.file, found.sheet, found.cell)
            if place not in told:
                told.add(place)
                yield found


def _befores(context: Context) -> Iterator[_Before]:
    reporting = context.reporting
    previous, matching = reporting.previous, reporting.agency.profile.calendar.matching(reporting.period)
    if previous and context.previous:
        natures = {Nature.STOCK, Nature.FLOW} if reporting.is_alike(previous) else {Nature.STOCK}
        yield _Before("U01", "kỳ trước", frozenset(natures), previous, context.previous)
    if context.year_before:
        yield _Before("U02", "cùng kỳ năm trước", frozenset(Nature), matching, context.year_before)


def _compared(context: Context, before: _Before, now: Values, then: Values) -> Iterator[Finding]:
    settings = context.reporting.agency.profile.unusual
    for group, values in now.items():
        keys = [key for key in values if key in then.get(group, {})]
        if not before.has_like(group) or not keys:
            continue
        pairs = [(values[key][0], then[group][key][0]) for key in keys]
        for key, pair, usual in zip(keys, pairs, _USUAL[group.scale](pairs, settings), strict=True):
            if _number(group, pair[0]) not in usual and (pair[1][0] or group.scale is not Scale.AMOUNT):
                record = context.dataset.record(group.table.code, values[key][1])
                yield _told(context, before, group, record, pair, usual, len(keys))


def _counts(make: Callable[..., list[Usual]]) -> Callable[..., list[Usual]]:
    return lambda pairs, settings: make([(float(now[0]), float(then[0])) for now, then in pairs], settings)


def _rates(pairs: Sequence[tuple[Numbers, Numbers]], settings: UnusualSettings) -> list[Usual]:
    return usual_rates([tuple(Share(float(part), float(whole)) for part, whole in pair)  # type: ignore[misc]
                        for pair in pairs], settings)


_USUAL: Mapping[Scale, Callable[..., list[Usual]]] = {
    Scale.COUNT: _counts(usual_counts), Scale.AMOUNT: _counts(usual_amounts), Scale.RATE: _rates,
}


def _number(group: Group, numbers: Numbers) -> float:
    value = float(numbers[0])
    return 100 * value / float(numbers[1]) if group.scale is Scale.RATE else value


def _told(context: Context, before: _Before, group: Group, record: Record, pair: tuple[Numbers, Numbers],
          usual: Usual, others: int) -> Finding:
    table = group.table
    now, then = (_shown(group, numbers) for numbers in pair)
    enough = others >= context.reporting.agency.profile.unusual.least_units
    reason = f"theo mức thay đổi của {others} số liệu cùng loại" if enough else "có ít số liệu cùng loại để so sánh"
    at, *related = (context.dataset.ref(record, column) for column in group.columns)
    return finding(before.code, unit=context.unit_name(record), at=at, related=tuple(related), found=now, before=then,
                   row=row_label(table, record), column=_title(group), then=before.words,
                   usual=_range(group, usual), reason=reason)


def _title(group: Group) -> str:
    return group.words or f"cột «{group.table.column(group.columns[0]).title}»"


def _shown(group: Group, numbers: Numbers) -> str:
    if group.scale is Scale.RATE:
        return format_percent(Decimal(numbers[0]) * 100 / numbers[1], 1)
    return format_decimal(Decimal(numbers[0]), 2)


def _range(group: Group, usual: Usual) -> str:
    """Whole numbers, rounded outwards: "25 đến 61"; no rate is above all."""
    high = min(100.0, usual.high) if group.scale is Scale.RATE and usual.low <= 100 else usual.high
    unit = "%" if group.scale is Scale.RATE else ""
    return f"{format_integer(floor(usual.low))} đến {format_integer(ceil(high))}{unit}"
