"""Tables before and now: rows, columns, cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from report_utils.figures.figure import Figure
from report_utils.review.comparing.alignment import align
from report_utils.review.comparing.copy import Grid, Row, Sentence
from report_utils.review.comparing.differences import Difference
from report_utils.review.comparing.marks import Marked, stem_of
from report_utils.review.comparing.matching import Match
from report_utils.vietnamese.text import fold

_SERIAL = ("stt", "tt")
"""Columns of serial numbers, which change with every row put in."""


def cell_matches(before: Grid, now: Grid) -> Iterator[Match]:
    """The cells of two tables that belong together; serial numbers are left out."""
    columns = _columns(before, now)
    for pair in align(before.rows, now.rows).pairs:
        yield from _cells(before.rows[pair.before], now.rows[pair.now], columns, before.columns)


def shape_differences(before: Grid, now: Grid, figures: Mapping[str, Figure]) -> Iterator[Difference]:
    """Rows and columns that are gone or new, and whether rows were put in another order."""
    rows = align(before.rows, now.rows)
    columns = _columns(before, now)
    for number in rows.removed:
        yield _removed(before, before.rows[number], figures=figures)
    for number in rows.added:
        yield Difference("S10", now.label, now.heading, now.rows[number].text, now.rows[number].text)
    for number, name in before.columns.items():
        if number not in columns:
            yield Difference("S11", f"{before.label}, cột", before.heading, "", expected=name or str(number + 1),
                             fields={"figures": ""})
    for number, name in now.columns.items():
        if number not in columns.values():
            yield Difference("S10", f"{now.label}, cột", now.heading, "", name or str(number + 1))
    if any(pair.is_moved and before.rows[pair.before].key == now.rows[pair.now].key for pair in rows.pairs):
        yield Difference("S12", now.label, now.heading, found="thứ tự các dòng")


def whole_table(rule: str, grid: Grid, figures: Mapping[str, Figure]) -> Difference:
    """A table that is gone (S11) or new (S10)."""
    text = " | ".join(filter(None, grid.columns.values()))
    if rule == "S11":
        return replace(_removed(grid, *grid.rows, figures=figures), expected=f"cả bảng: {text}", text=text)
    return Difference(rule, grid.label, grid.heading, text, f"cả bảng: {text}")


def _removed(grid: Grid, *rows: Row, figures: Mapping[str, Figure]) -> Difference:
    stems = dict.fromkeys(stem_of(name) for row in rows for name in sorted(row.names))
    codes = [figures[stem].code if stem in figures else stem for stem in stems]
    told = f", trong đó có {len(codes)} số liệu" if codes else ""
    return Difference("S11", grid.label, grid.heading, rows[0].text, expected=rows[0].text, figure="; ".join(codes),
                      fields={"figures": told})


def _columns(before: Grid, now: Grid) -> dict[int, int]:
    """The columns that both have: by name, and those with a new name at the same place of as wide a table."""
    places = {fold(name): number for number, name in sorted(now.columns.items(), reverse=True)}
    named = {number: places[fold(name)] for number, name in before.columns.items() if fold(name) in places}
    if list(before.columns) != list(now.columns):
        return named
    taken = set(named.values())
    return named | {number: number for number in before.columns if number not in named and number not in taken}


def _cells(before: Row, now: Row, columns: Mapping[int, int], names: Mapping[int, str]) -> Iterator[Match]:
    for number, cell in before.cells.items():
        if number not in columns:
            continue
        other = now.cells.get(columns[number], replace(cell, marked=Marked("")))
        if not (fold(names.get(number, "")) in _SERIAL and _is_number(cell) and _is_number(other)):
            yield Match(cell, other)


def _is_number(cell: Sentence) -> bool:
    return len(cell.words) == 1 and cell.words[0].is_number
