"""Which rows of a table may stand: known ones once, none that says the same twice, all that must be there."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.agency.settings import nearest
from report_utils.findings import CellRef
from report_utils.forms.table import Kind, Rows
from report_utils.intake.book import RawValue
from report_utils.intake.columns import read_column
from report_utils.intake.lines import Lines
from report_utils.intake.reading import ColumnFacts, Value
from report_utils.intake.values import shown
from report_utils.vietnamese.text import fold


def known_only(lines: Lines, raw: Sequence[RawValue], rows: list[int], first: int, keys: tuple[str, ...]) -> list[int]:
    """The rows whose key the catalogue knows, each key once; the others are refused with a finding."""
    values = read_column([raw[i] for i in rows], Kind.CODE, ColumnFacts(keys=keys)).values
    known, seen, used = set(keys), dict[Value, CellRef](), []
    if known.issuperset(values) and len(set(values)) == len(values):
        return rows
    for i, key in zip(rows, values, strict=True):
        at = lines.ref(lines.table.key, first + i + 1)
        if key not in known:
            near = nearest(str(key), keys)
            lines.tell("B02", at, found=shown(raw[i]), suggestion=f" Gần nhất: «{near}»." if near else "")
        elif key in seen:
            lines.tell("B04", at, found=key, related=(seen[key],))
        else:
            seen[key] = at
            used.append(i)
    return used


def check_presence(lines: Lines, keys: tuple[str, ...]) -> None:
    """Rows that must be there, rows that stand twice, and the declaration "không phát sinh" against what was typed."""
    at = CellRef(lines.file, lines.sheet)
    _check_repeats(lines)
    present = set(lines.columns[lines.table.key]) if keys else set()
    for key in keys:
        if key not in present:
            lines.tell("B03", at, expected=key)
    if lines.table.rows is Rows.OPEN and not lines.rows and not lines.nil:
        lines.tell("B05", at)
    if lines.nil and lines.rows:
        lines.tell("B06", at)


def _check_repeats(lines: Lines) -> None:
    """Rows of an open table that name the same thing: each would be counted."""
    unique = lines.table.unique
    columns = [lines.columns[code] for code in unique]
    keys = list(zip(*(map(fold, map(str, column)) for column in columns), strict=True))
    if len(set(keys)) == len(keys):
        return
    seen: dict[tuple[str, ...], int] = {}
    for row, key, values in zip(lines.rows, keys, zip(*columns, strict=True), strict=True):
        if None not in values and key in seen:
            lines.tell("B04", lines.ref(unique[0], row), found=", ".join(map(str, values)),
                       related=(lines.ref(unique[0], seen[key]),))
        seen.setdefault(key, row)
