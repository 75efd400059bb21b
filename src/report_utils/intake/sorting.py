"""Which rows below a header are data, which are totals, which say nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from report_utils.forms.table import Kind, Rows, Table
from report_utils.intake.asides import asides
from report_utils.intake.book import RawValue
from report_utils.intake.labels import is_group_heading, is_total, may_be_total, says_nil
from report_utils.intake.sums import Chance, is_sum_of
from report_utils.vietnamese.text import fold

_FIRST_LETTERS = frozenset("TtCcSsGgLl(Σ∑IVXivx0123456789-*+•– \u00a0")
_FEWEST_FOR_A_LABEL, _NAMING = 2, 2
ROW_NUMBER = "number"
"""The column STT: a row that holds nothing else says nothing."""

RawColumns = dict[str, Sequence[RawValue]]
"""The raw cells below the header, by column code."""


@dataclass(frozen=True)
class SortedRows:
    """Indexes (from 0 below the header) of rows by what they are; each row stands in one list only.

    `silent` rows say nothing that is asked: blank, notes, signatures. `nameless` are rows of a known table in which
    something is typed, but no key; `lone` are rows of an open table with a label and nothing else; `groups` are such
    rows that are numbered as headings; `headers` repeat the header; `nil` say "không phát sinh" in words.
    `doubtful` are rows of `data` that may be totals, `sums` those that must be: all their numbers are added up.
    """

    data: list[int]
    totals: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    headers: list[int] = field(default_factory=list)
    nil: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)


def sort_rows(table: Table, raw: RawColumns, keys: Collection[str] = ()) -> SortedRows:
    """Tell the rows apart. In a known table a row is data when it has a key, in an open one when anything is typed.

    `keys` are those that a known table knows.
    """
    rows = range(len(next(iter(raw.values()))))
    said = _said(table, raw, rows)
    firsts = {column.code: _firsts(raw[column.code]) for at, column in enumerate(table.columns)
              if column.code in raw and (at < _NAMING or not column.kind.is_number)}
    headers = _headers(table, raw, firsts, said)
    apart = headers | asides(table, raw, sorted(said - headers), keys)
    said -= apart
    totals, maybe = _totals(table, raw, firsts, said)
    sort = _sort_open if table.rows is Rows.OPEN else _sort_known
    found = sort(table, raw, said, totals, maybe)
    silent = [i for i in rows if i not in said and i not in headers]
    return SortedRows(**{**vars(found), "silent": silent, "headers": sorted(headers)})


def _sort_open(table: Table, raw: RawColumns, said: set[int], totals: set[int], maybe: set[int]) -> SortedRows:
    data = sorted(said - totals - maybe)
    found = SortedRows([])
    totals |= {i for i in maybe if not _has_numbers(table, raw, i) or is_sum_of(table, raw, i, data)}
    labels = _labels(table, raw, said - totals)
    for i in sorted(said - totals):
        if i not in labels:
            found.data.append(i)
        elif says_nil(labels[i]):
            found.nil.append(i)
        else:
            (found.groups if is_group_heading(labels[i]) else found.lone).append(i)
    found.totals.extend(sorted(totals))
    _tell_sums(table, raw, found, maybe)
    return found


def _tell_sums(table: Table, raw: RawColumns, found: SortedRows, maybe: set[int]) -> None:
    """Which rows of the data are, or may be, totals that are not called so: the last one, and those with like words."""
    *others, last = found.data or [-1]
    is_sum = bool(others) and is_sum_of(table, raw, last, others)
    if is_sum and is_sum_of(table, raw, last, others, Chance.NONE):
        found.sums.append(last)
    found.doubtful.extend(i for i in found.data if i not in found.sums and (
        i in maybe or (is_sum and i == last and is_sum_of(table, raw, i, others, Chance.SMALL))))


def _sort_known(table: Table, raw: RawColumns, said: set[int], totals: set[int], maybe: set[int]) -> SortedRows:
    keyed = {i for i in said if speaks(raw[table.key][i]) and not is_total(str(raw[table.key][i]))}
    # a row with a key is no total, whatever its other words are
    totals = (totals | {i for i in maybe if not _has_numbers(table, raw, i)}) - keyed
    return SortedRows(sorted(keyed), sorted(totals), nameless=sorted(said - keyed - totals))


def speaks(value: RawValue) -> bool:
    """Whether a cell says anything: dashes, dots and invisible marks do not."""
    return value.__class__ is not str or value[:1].isalnum() or any(map(str.isalnum, value))


def _firsts(cells: Sequence[RawValue]) -> set[str]:
    """The first letters of the texts of a column, by which most of them are known to be neither header nor total."""
    return {value[:1] for value in cells if value.__class__ is str}


def _said(table: Table, raw: RawColumns, rows: Iterable[int]) -> set[int]:
    """The rows that say something: a cell is filled in with more than zeros, or a sum is more than that of a blank row.

    Column by column: most rows have said something in the first.
    """
    left = list(rows)
    silent_zero = set(left)
    for column in table.open_columns:
        if column.code in raw and column.code != ROW_NUMBER:
            left = _silent(raw[column.code], left, zero=0 if column.kind.is_number else None)
    for column in table.columns:
        if column.derived and column.code in raw:
            left = _silent(raw[column.code], left, zero=0)
    return silent_zero.difference(left) | _keyed(table, raw, left)


def _silent(cells: Sequence[RawValue], rows: Iterable[int], zero: float | None = None) -> list[int]:
    """Those of these rows that say nothing in a column, in which `zero` may count as nothing."""
    return [i for i in rows if (value := cells[i]) == zero or (
        value.__class__ is str and not value[:1].isalnum() and not speaks(value))]


def _keyed(table: Table, raw: RawColumns, rows: Iterable[int]) -> set[int]:
    """Of these rows those with a key: the rows of a known table are data also when nothing is typed."""
    if table.rows is Rows.OPEN:
        return set()
    cells = raw[table.key]
    return {i for i in rows if speaks(cells[i])}


def _headers(table: Table, raw: RawColumns, firsts: Mapping[str, set[str]], said: Iterable[int]) -> set[int]:
    """The rows that repeat the header: most of their cells are the headings of their columns."""
    columns = [(code, named) for code, named in _titles(table).items() if code in raw]
    suspects: set[int] = set()
    for code, named in columns[:2]:
        begins = {title[0] for title in named}
        if begins.isdisjoint(map(str.casefold, firsts.get(code) or _firsts(raw[code]))):
            continue
        if texts := {value for value in set(raw[code]) if value.__class__ is str
                     and value[:1].casefold() in begins and fold(value) in named}:
            suspects |= {i for i in said if raw[code][i] in texts}
    least = max(2, len(columns) // 2)
    return {i for i in suspects if sum(isinstance(v := raw[code][i], str) and fold(v) in named
                                       for code, named in columns) >= least}


@cache
def _titles(table: Table) -> Mapping[str, frozenset[str]]:
    """The headings above each column, folded."""
    return {column.code: frozenset(map(fold, column.heading)) for column in table.columns}


def _totals(table: Table, raw: RawColumns, firsts: Mapping[str, set[str]], said: set[int]
            ) -> tuple[set[int], set[int]]:
    """The rows whose first words call them a total, and those whose first words may; told by the first letter most."""
    words = [column.code for column in table.columns if not column.kind.is_number and column.code in raw]
    numbers = raw.get(ROW_NUMBER)
    names = [raw[code] for code in words if code != ROW_NUMBER]
    totals: set[int] = set()
    maybe: set[int] = set()
    for cells in (raw[code] for code in words if not _FIRST_LETTERS.isdisjoint(firsts[code])):
        texts = {v for v in set(cells) if v.__class__ is str and v[:1] in _FIRST_LETTERS}
        for test, found in ((is_total, totals), (may_be_total, maybe)):
            if labels := {text for text in texts if test(text)}:
                found.update(i for i in said if cells[i] in labels
                             and (cells is numbers or cells[i] == _first(names, i)))
    return totals, maybe - totals


def _first(columns: list[Sequence[RawValue]], i: int) -> RawValue:
    return next((cells[i] for cells in columns if speaks(cells[i])), "")


def _has_numbers(table: Table, raw: RawColumns, i: int) -> bool:
    return any(speaks(raw[column.code][i]) for column in table.columns
               if column.kind.is_number and column.code in raw and column.code != ROW_NUMBER)


def _labels(table: Table, raw: RawColumns, rows: Iterable[int]) -> dict[int, str]:
    """The rows in which only one text stands though more is asked: row -> that text."""
    asked = [column for column in table.open_columns if column.code in raw and column.code != ROW_NUMBER]
    if sum(column.required for column in asked) < _FEWEST_FOR_A_LABEL:
        return {}
    first, *others = asked
    wordy = [column for column in asked if column.kind in (Kind.TEXT, Kind.CODE, Kind.CHOICE)]
    labels = {}
    for i in rows:
        # nearly every row has said something in two columns at once
        if speaks(raw[first.code][i]) and others and speaks(raw[others[0].code][i]):
            continue
        filled = [column for column in asked if speaks(raw[column.code][i])]
        if len(filled) == 1 and filled[0] in wordy and isinstance(value := raw[filled[0].code][i], str):
            labels[i] = value.strip()
    return labels
