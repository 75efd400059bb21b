"""Indicators of the catalogue: ratios are sums over sums, never means of ratios."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from report_utils.agency.entries import Indicator
from report_utils.figures.figure import Display, Figure, rate
from report_utils.figures.quantity import Quantity, total
from report_utils.figures.registry import family
from report_utils.figures.source import Selection, Source
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
               flow=flow)


def _settings(source: Source, indicator: Indicator, rows: Selection) -> Iterator[Figure]:
    """The target of the catalogue, and the day of the oldest figure that units gave."""
    prefix = f"indicators.{indicator.code}"
    if indicator.target is not None:
        place = CellRef(f"params/{source.agency.code}/indicators.csv", "", indicator.number)
        yield Figure(f"{prefix}.target", Quantity(indicator.target, (place,)),
                     f"{indicator.number}: mục tiêu trong danh mục chỉ tiêu", "%", Display.PERCENT, indicator.places)
    if indicator.dated:
        yield Figure(f"{prefix}.as_of", _oldest_day(rows), f"{indicator.number}: ngày của số liệu cũ nhất", "",
                     Display.DATE)


def _oldest_day(rows: Selection) -> Quantity:
    """The day of the oldest figure; unknown as long as a unit has not given its day."""
    source = rows.source
    asked = [record for record in rows.records if not record["nil"]]
    cells = [(record, source.dataset.ref(record, "as_of")) for record in asked]
    silent = tuple(source.unit_name(record) for record in asked if record["as_of"] is None)
    doubtful = dict.fromkeys(source.unit_name(record) for record, cell in cells if cell in source.wrong)
    absent = (*rows.absent, *silent)
    days = [record["as_of"].toordinal() for record in asked if record["as_of"] is not None]
    return Quantity(None if absent or not days else Decimal(min(days)), tuple(cell for _, cell in cells), absent,
                    tuple(doubtful))


def _summed(rows: Selection, column: str) -> Quantity:
    """The sum over the units; a unit that says "không phát sinh", and no number, counts as zero."""
    parts = [
        Quantity(Decimal(0), (rows.source.dataset.ref(record, "nil"),), nil=True)
        if record["nil"] and record[column] is None else rows.cell(record, column)
        for record in rows.records
    ]
    absent = Quantity(None, absent=rows.absent) if rows.absent else None
    return total((*parts, absent) if absent else parts)
