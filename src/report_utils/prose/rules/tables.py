"""R04: tables add up along their rows, down their columns, and in their rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from report_utils.prose.grid import Grid, Row, grid_of
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report
from report_utils.vietnamese.numbers import format_decimal, round_half_up

Terms = tuple[tuple[int, int], ...]
_MOST, _NEARLY_ALL, _NEAR = Decimal("0.6"), Decimal("0.75"), Decimal("0.15")


def check_tables(report: Report) -> Iterator[Remark | Held]:
    """Every table: the formulas of its header, sums that nearly all of its rows obey, total rows, rates."""
    for rows in report.text.tables:
        grid = grid_of(report.scan(each) for each in rows)
        if grid.rows:
            yield from _along_rows(grid)
            yield from _down_columns(grid)
            yield from _rates(grid)


def _along_rows(grid: Grid) -> Iterator[Remark | Held]:
    seen: set[int] = set()
    for column, terms in [*grid.formulas, *_mined(grid)]:
        for row in grid.rows:
            if row.values[column] is None and all(row.values[j] is None for _, j in terms):
                continue
            made = sum((sign * row.number(j) for sign, j in terms), Decimal(0))
            equation = "".join(f" {'+' if sign > 0 else '-'} {format_decimal(row.number(j), 4)}" for sign, j in terms)
            told = f"{equation.removeprefix(' + ')} = {format_decimal(made, 4)}"
            if made == row.number(column):
                yield Held(told, (Spot(row.scan),))
            elif id(row) not in seen:
                seen.add(id(row))
                yield _wrong(grid, row, column, told)


def _mined(grid: Grid) -> list[tuple[int, Terms]]:
    """Sums that the header does not state but most rows obey."""
    stated = {(column, tuple(sorted(j for _, j in terms))) for column, terms in grid.formulas}
    columns, found = grid.number_columns, list[tuple[int, Terms]]()
    for column in columns:
        tried = sorted(
            {_support(grid, column, parts) for parts in _candidates(columns, column)},
            key=lambda each: (each[0], len(each[1]), each[1]),
            reverse=True,
        )
        for support, parts in tried:
            is_rule = support == 1 or support >= _NEARLY_ALL or (support >= _MOST and (support, parts) == tried[0])
            if is_rule and (column, tuple(sorted(parts))) not in stated:
                found.append((column, tuple((1, j) for j in parts)))
    return found


def _candidates(columns: Sequence[int], column: int) -> Iterator[tuple[int, ...]]:
    """Runs of neighbours right behind or before a column, and any two other columns."""
    i = columns.index(column)
    behind, before = columns[i + 1 :], columns[:i]
    for count in range(2, len(behind) + 1):
        yield tuple(behind[:count])
    for count in range(2, len(before) + 1):
        yield tuple(before[-count:])
    if len(columns) <= 14:
        yield from combinations([j for j in columns if j != column], 2)


def _support(grid: Grid, column: int, parts: tuple[int, ...]) -> tuple[Decimal, tuple[int, ...]]:
    """The share of rows in which the parts make the column, none of it by zeros alone; at least three rows speak."""
    rows = [row for row in grid.rows if row.values[column] is not None]
    telling = [row for row in rows if sum(bool(row.number(j)) for j in parts) >= 2 and row.number(column)]
    held = sum(sum((row.number(j) for j in parts), Decimal(0)) == row.number(column) for row in telling)
    if (
        len(telling) < 3
        or held < 2
        or len(telling) - held > max(1, len(telling) // 10)
        or any(
            sum((row.number(j) for j in parts), Decimal(0)) != row.number(column) and row not in telling for row in rows
        )
    ):
        return Decimal(0), ()
    return Decimal(held) / len(telling), parts


def _down_columns(grid: Grid) -> Iterator[Remark | Held]:
    for i, total in enumerate(grid.rows):
        if not total.is_total:
            continue
        columns = [j for j in grid.number_columns if total.values[j] is not None]
        addends = max(_addends(grid.rows, i), key=lambda rows: _agreeing(total, rows, columns), default=())
        agreeing = _agreeing(total, addends, columns)
        for j in columns if len(addends) >= 2 else ():
            made = sum((row.number(j) for row in addends), Decimal(0))
            told = f"{' + '.join(format_decimal(row.number(j), 4) for row in addends)} = {format_decimal(made, 4)}"
            if made == total.number(j):
                yield Held(told, (Spot(total.scan),))
            elif agreeing * 2 >= len(columns) or abs(made - total.number(j)) <= _NEAR * max(made, Decimal(1)):
                yield _wrong(grid, total, j, told)


def _addends(rows: Sequence[Row], i: int) -> Iterator[tuple[Row, ...]]:
    """The rows that a total may add up: those above since the last total, groups or single ones alone, or all below."""
    since = next((k + 1 for k in range(i - 1, -1, -1) if rows[k].is_total), 0)
    for run in (rows[since:i], rows[:i], rows[i + 1 :]):
        plain = [row for row in run if not row.is_total]
        yield tuple(plain)
        yield tuple(row for row in plain if row.is_group)
        yield tuple(row for row in plain if not row.is_group)


def _agreeing(total: Row, addends: Sequence[Row], columns: Sequence[int]) -> int:
    if len(addends) < 2:
        return -1
    return sum(sum((row.number(j) for row in addends), Decimal(0)) == total.number(j) for j in columns)


def _rates(grid: Grid) -> Iterator[Remark | Held]:
    """A column of rates against the two columns that most of its rows are made of."""
    for j in grid.percent_columns:
        rows = [row for row in grid.rows if row.values[j] is not None]
        pairs = [(a, b) for a in grid.number_columns for b in grid.number_columns if a != b]
        told = {pair: sum(_is_rate(row, j, *pair) for row in rows) for pair in pairs}
        best = max(told, key=told.__getitem__, default=None)
        if best is None or len(rows) < 2 or told[best] < max(Decimal(2), _MOST * len(rows)):
            continue
        for row in rows:
            a, b = (format_decimal(row.number(k), 4) for k in best)
            if _is_rate(row, j, *best):
                yield Held(f"{a} / {b} = {format_decimal(row.number(j), 4)}%", (Spot(row.scan),))
            elif row.number(best[1]):
                exact = row.number(best[0]) * 100 / row.number(best[1])
                yield _wrong(grid, row, j, f"{a} / {b} = {format_decimal(exact, max(2, row.places[j]))}%")


def _is_rate(row: Row, j: int, a: int, b: int) -> bool:
    whole = row.number(b)
    return bool(whole) and round_half_up(row.number(a) * 100 / whole, row.places[j]) == row.number(j)


def _wrong(grid: Grid, row: Row, column: int, told: str) -> Remark:
    return Remark(
        "R04",
        (Spot(row.scan),),
        format_decimal(row.number(column), 4),
        told,
        {"row": row.label, "column": grid.title(column)},
    )
