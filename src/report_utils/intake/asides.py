"""Notes and signatures below a table: rows without a number, from the first that calls itself one to the end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from report_utils.forms.table import Kind, Table
from report_utils.intake.book import RawValue
from report_utils.intake.labels import is_aside
from report_utils.vietnamese.text import fold

_MOST_CELLS = 3
_TYPED = (Kind.COUNT, Kind.DECIMAL, Kind.DATE)


def asides(table: Table, raw: Mapping[str, Sequence[RawValue]], said: Sequence[int],
           keys: Collection[str] = ()) -> set[int]:
    """Of the rows `said` (rising) those at the end that are no data.

    No number or day stands in them, and no known key; they are few words to a row. Where the first of them does not
    call itself a note or a signature, the search goes on below it.
    """
    known = set(map(fold, keys))
    end = len(said)
    while end and _is_light(table, raw, said[end - 1], known):
        end -= 1
    tail = said[end:]
    start = next((at for at, i in enumerate(tail) if any(map(is_aside, _texts(raw, i)))), len(tail))
    return set(tail[start:])


def _is_light(table: Table, raw: Mapping[str, Sequence[RawValue]], i: int, known: set[str]) -> bool:
    """Whether a row holds nothing but a few words, and not all that a row of data must have."""
    filled = [code for code, cells in raw.items() if cells[i] != ""]
    is_known = table.key and fold(str(raw[table.key][i])) in known
    lacks = any(column.required and raw[column.code][i] == "" for column in table.open_columns if column.code in raw)
    if len(filled) > _MOST_CELLS or is_known or not lacks:
        return False
    return all(_is_wordy(raw[code][i]) for code in filled if table.column(code).kind in _TYPED)


def _is_wordy(value: RawValue) -> bool:
    """Whether a cell of numbers or days holds words instead, as a signature that stands on the right."""
    return isinstance(value, str) and (is_aside(value) or not any(map(str.isdigit, value)))


def _texts(raw: Mapping[str, Sequence[RawValue]], i: int) -> list[str]:
    return [value for cells in raw.values() if isinstance(value := cells[i], str) and value]
