"""Where the columns of an export stand: one header row or several, with groups over columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from report_utils.intake.book import Grid, RawValue, column_letter
from report_utils.intake.exports.mapping import Names
from report_utils.intake.exports.naming import name_pattern
from report_utils.intake.exports.privacy import personal_word
from report_utils.vietnamese.text import fold

_SEARCHED_ROWS, _DEEPEST = 40, 4
_GROUP_MARK = ">"

Path = tuple[str, ...]


@dataclass(frozen=True)
class Header:
    """A header found: grid column (from 0) of each of our columns, first row of data, personal words in it.

    `others` are further sheets that have all the columns as well.
    """

    grid: Grid
    columns: Mapping[str, int]
    first_row: int
    personal: tuple[str, ...]
    others: tuple[str, ...] = ()

    def letter(self, column: str) -> str:
        """The letter of one of our columns; that of the first one when the sheet has no such column."""
        return column_letter(self.columns.get(column, min(self.columns.values())))


@dataclass(frozen=True)
class NoHeader:
    """No sheet with all columns; `sheet` comes nearest. `missing` were not found, `double` were found twice."""

    sheet: str
    missing: tuple[str, ...]
    double: tuple[str, ...]


@dataclass(frozen=True)
class _Match:
    """Our columns found above some rows: once, and more than once."""

    columns: dict[str, int]
    double: tuple[str, ...]
    first_row: int
    paths: list[Path]


def find_header(grids: Iterable[Grid], sheet: str, wanted: Mapping[str, Names], personal: Iterable[str]
                ) -> Header | NoHeader:
    """The header in the sheets whose name fits `sheet` in which all the `wanted` columns stand, each once."""
    asked = {column: names for column, names in wanted.items() if names}
    names_of = {column: [_parts(name) for name in names] for column, names in asked.items()}
    matches = [(grid, _best(grid, names_of)) for grid in grids if name_pattern(sheet).fullmatch(fold(grid.sheet))]
    if not matches:
        return NoHeader(sheet, tuple(names[0] for names in asked.values()), ())
    grid, match = max(matches, key=lambda pair: len(pair[1].columns))
    missing = tuple(names[0] for column, names in asked.items() if column not in {*match.columns, *match.double})
    if missing or match.double:
        return NoHeader(grid.sheet, missing, tuple(asked[column][0] for column in match.double))
    words = (personal_word(part, personal) for path in match.paths for part in path)
    others = tuple(other.sheet for other, found in matches
                   if other is not grid and len(found.columns) == len(asked) and len(other.rows) > found.first_row)
    return Header(grid, match.columns, match.first_row, tuple(dict.fromkeys(filter(None, words))), others)


def _parts(name: str) -> Path:
    return tuple(fold(part) for part in name.split(_GROUP_MARK))


def _best(grid: Grid, wanted: Mapping[str, Sequence[Path]]) -> _Match:
    """The rows, at most four together, above which most of the wanted columns are found; the highest of equals."""
    folded = [[fold(str(value)) for value in row] for row in grid.rows[:_SEARCHED_ROWS]]
    best = _Match({}, (), 0, [])
    for top in range(len(folded)):
        for depth in range(1, min(_DEEPEST, len(folded) - top) + 1):
            paths = _paths(folded[top : top + depth])
            columns, double = _columns(paths, wanted)
            if len(columns) + len(double) > len(best.columns) + len(best.double):
                best = _Match(columns, double, top + depth, paths)
    return best


def _paths(rows: Sequence[Sequence[str]]) -> list[Path]:
    """The headings above each column from the outermost group on; () for a column that has none of its own."""
    width = max((len(row) for row in rows), default=0)
    levels: list[list[str]] = []
    for row in rows:
        texts = [row[i] if i < len(row) else "" for i in range(width)]
        for i in range(1, width):
            if not texts[i] and all(level[i] == level[i - 1] for level in levels):
                texts[i] = texts[i - 1]
        levels.append(texts)
    own = [any(i < len(row) and row[i] for row in rows) for i in range(width)]
    return [tuple(level[i] for level in levels if level[i]) if own[i] else () for i in range(width)]


def _columns(paths: Sequence[Path], wanted: Mapping[str, Sequence[Path]]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Grid column by our column, and our columns that stand on the sheet more than once."""
    places = {column: [i for i, path in enumerate(paths) if path and any(_fits(path, name) for name in names)]
              for column, names in wanted.items()}
    found = {column: listed[0] for column, listed in places.items() if len(listed) == 1}
    return found, tuple(column for column, listed in places.items() if len(listed) > 1)


def _fits(path: Path, name: Path) -> bool:
    """Whether a path ends in the last part of `name` and has its groups in their order."""
    rest = iter(path)
    return path[-1] == name[-1] and all(part in rest for part in name)


def column_values(header: Header) -> dict[str, Sequence[RawValue]]:
    """The values of our columns below the header, and of no other; "" where a row is shorter."""
    rows = header.grid.rows[header.first_row :]
    widest = max(header.columns.values()) + 1
    if min(map(len, rows), default=widest) < widest:
        rows = [[*row, *[""] * (widest - len(row))] for row in rows]
    places = tuple(header.columns.values())
    if len(places) == 1 or not rows:
        return {column: [row[place] for row in rows] for column, place in header.columns.items()}
    return dict(zip(header.columns, zip(*map(itemgetter(*places), rows), strict=True), strict=True))
