"""Figures, lists and errors in few words, for a sheet of one page; the report itself says all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.figures.reminders import place_of
from report_utils.figures.tables import Cell, Listing
from report_utils.findings import CATALOGUE, OF_OFFICE, Finding, errors
from report_utils.vietnamese.numbers import format_count

_MOST_UNITS = 1
"""Units named where the data of several is missing."""
_LONGEST = 92
"""Letters of a line."""


def with_few_names(figures: PeriodFigures) -> PeriodFigures:
    """The same figures; of the units that a mark would name, the first and the number of the others."""
    return replace(figures, figures={code: _shortened(figure) for code, figure in figures.figures.items()})


def first_lines(listing: Listing, most: int) -> Listing:
    """The first `most` lines, cut to one line each, and how many more there are; no names of missing units.

    Whose data is missing is said where the lines are counted.
    """
    left = len(listing.lines) - most
    more: tuple[tuple[Cell, ...], ...] = ((f"và {format_count(left)} nội dung khác",),) if left > 0 else ()
    return Listing(listing.code, (*map(_one_line, listing.lines[:most]), *more))


def open_errors(findings: Iterable[Finding]) -> Listing:
    """Unit, place and kind of each error that keeps the report from being final, in the order of the findings."""
    return Listing("open_errors", tuple((_error(found),) for found in errors(findings)))


def _error(found: Finding) -> str:
    place = place_of(found)
    where = " – ".join(part for part in (found.unit, place) if part)
    title = f"{CATALOGUE[found.code].title}{f' ({OF_OFFICE})' if found.of_office else ''}"
    return f"{where}: {title[:1].lower()}{title[1:]}" if where else title


def _shortened(figure: Figure) -> Figure:
    quantity = figure.quantity
    return replace(figure, quantity=replace(quantity, absent=_few(quantity.absent), doubtful=_few(quantity.doubtful)))


def _few(units: tuple[str, ...]) -> tuple[str, ...]:
    left = len(units) - _MOST_UNITS
    if left <= 0:
        return units
    *first, last = units[:_MOST_UNITS]
    return (*first, f"{last} và {format_count(left)} đơn vị khác")


def _one_line(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Words that stand alone are cut at a space; a line with a figure in it is short by itself."""
    [first, *others] = cells
    if others or not isinstance(first, str) or len(first) <= _LONGEST:
        return cells
    return (f"{first[:_LONGEST].rsplit(' ', 1)[0]} …",)
