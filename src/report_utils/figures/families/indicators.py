"""Indicators of the catalogue: ratios are sums over sums, never means of ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from report_utils.agency.entries import Indicator
from report_utils.figures.derivation import Derivation, Operation, Read
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.made_again import made_again
from report_utils.figures.quantity import Quantity, combined, total
from report_utils.figures.registry import family
from report_utils.figures.source import Record, Selection, Source
from report_utils.findings import CellRef


@family
def indicator_figures(source: Source) -> Iterator[Figure]:
    """Numerator, denominator and rate of each ratio; the count of each count."""
    for indicator in source.agency.catalogues.indicators:
        rows = source.select("indicators", keys=(indicator.number,))
        numerator = _summed(rows, "numerator")
        prefix = f"indicators.{indicator.code}"
        yield from _settings(source, indicator, rows)
        if not indicator.is_ratio:
            yield Figure(f"{prefix}.count", numerator, f"{indicator.number}: {indicator.name}", indicator.unit,
                         flow=indicator.is_flow)
            continue
        denominator = _summed(rows, "denominator")
        yield from _ratio(indicator, prefix, numerator, denominator)


def _ratio(indicator: Indicator, prefix: str, numerator: Quantity, denominator: Quantity) -> Iterator[Figure]:
    name, flow = f"{indicator.number}: {indicator.name}", indicator.is_flow
    yield Figure(f"{prefix}.numerator", numerator, f"{name} (tử số: {indicator.numerator_label})", indicator.unit,
                 flow=flow)
    yield Figure(f"{prefix}.denominator", denominator, f"{name} (mẫu số: {indicator.denominator_label})",
                 indicator.unit, flow=flow)
    yield rate(f"{prefix}.rate", numerator, denominator, f"{name} (tổng tử số / tổng mẫu số)", indicator.places,
               flow=flow, name=name)


def _settings(source: Source, indicator: Indicator, rows: Selection) -> Iterator[Figure]:
    """The target of the catalogue, and the day of the oldest figure that units gave."""
    prefix, name = f"indicators.{indicator.code}", f"{indicator.number}: {indicator.name}"
    if indicator.target is not None:
        place = CellRef(f"params/{source.agency.code}/indicators.csv", "", indicator.number)
        yield Figure(f"{prefix}.target", Quantity(indicator.target, (place,), derivation=Derivation(Operation.SETTING)),
                     f"{indicator.number}: mục tiêu trong danh mục chỉ tiêu", "%", Display.PERCENT, indicator.places,
                     name=f"{name} (mục tiêu)")
    if indicator.dated:
        yield Figure(f"{prefix}.as_of", _oldest_day(rows), f"{indicator.number}: ngày của số liệu cũ nhất", "",
                     Display.DATE, name=f"{name} (ngày của số liệu cũ nhất)")


def _oldest_day(rows: Selection) -> Quantity:
    """The day of the oldest figure; unknown as long as a unit has not given its day."""
    days = [_day(rows, record) for record in rows.records if not record["nil"]]
    excused = [_nil(rows, record) for record in rows.records if record["nil"]]
    missing = (Quantity(None, absent=rows.absent),) if rows.absent else ()
    known = [day.value for day in days if day.value is not None]
    oldest = min(known) if known and len(known) == len(days) and not missing else None
    whole = combined((*missing, *days), oldest, Operation.OLDEST)
    derivation = Derivation(Operation.OLDEST, (*missing, *days, *excused), again=partial(_oldest, days, excused))
    return replace(whole, cells=(*whole.cells, *(cell for nil in excused for cell in nil.cells)), derivation=derivation)


def _oldest(days: Sequence[Quantity], excused: Sequence[Quantity], read: Read) -> Decimal | None:
    """The oldest of the days in the cells, where all others are marked "không phát sinh"."""
    found = [made_again(one, read) for one in (*days, *excused)]
    return min((day for day in found[:len(days)] if day is not None), default=None) if None not in found else None


def _day(rows: Selection, record: Record) -> Quantity:
    """The day that a unit typed, as its number."""
    cell, name, day = rows.source.dataset.ref(record, "as_of"), rows.source.unit_name(record), record["as_of"]
    doubtful = rows.source.doubtful(record, [cell])
    return Quantity(Decimal(day.toordinal()) if day else None, (cell,), () if day else (name,), doubtful)


def _nil(rows: Selection, record: Record) -> Quantity:
    """Nothing, as the unit declared in its row."""
    return Quantity(Decimal(0), (rows.source.dataset.ref(record, "nil"),), nil=True,
                    derivation=Derivation(Operation.NIL))


def _summed(rows: Selection, column: str) -> Quantity:
    """The sum over the units; a unit that says "không phát sinh", and no number, counts as zero."""
    parts = [
        _nil(rows, record) if record["nil"] and record[column] is None else rows.cell(record, column)
        for record in rows.records
    ]
    absent = Quantity(None, absent=rows.absent) if rows.absent else None
    return total((*parts, absent) if absent else parts, f"Cột «{rows.table.column(column).title}»")
