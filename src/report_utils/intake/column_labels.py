"""Rows between a header and its data: the numbers of the columns, their units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from report_utils.intake.book import RawValue
from report_utils.intake.values import is_blank

_LABEL = re.compile(r"(?:cột)?[(\[]?(?P<label>[1-9]\d*|[a-zđ]|[ivx]+)[)\]]?\.?(?P<sum>=[\d()+-]+)?")
_UNIT = re.compile(r"\([^()\d]{1,30}\)")
_ROMAN = {numeral: number for number, numeral in enumerate(
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"), start=1)}
_FEWEST, _MANY = 2, 5
"""In a table of so many columns a run of numbers is no chance, though a label or two be missing."""

Cells = Sequence[RawValue]


def below_labels(rows: Sequence[Cells], first: int, columns: Mapping[str, int]) -> int:
    """The first row from `first` on that is no label of columns; blank rows before such labels go with them."""
    at = first
    while at < len(rows):
        if _is_number_row(rows[at], columns) or _is_unit_row(rows[at]):
            first = at + 1
        elif not all(map(is_blank, rows[at])):
            break
        at += 1
    return first


def _is_number_row(row: Cells, columns: Mapping[str, int]) -> bool:
    """Whether a row holds the numbers of the columns: "A", "1", "3=4+5+6", "(1)", "[2]", "Cột 3", in any order.

    No row of data has a "3=4+5+6"; without one, the numbers must be 1 to n, and every column must have a label, or all
    but two of many.
    """
    labels = []
    for label in filter(None, map(_plain, row)):
        match = _LABEL.fullmatch(label)
        if match is None:
            return False
        labels.append(match)
    if len(labels) < _FEWEST:
        return False
    if any(match["sum"] for match in labels):
        return True
    numbers = [number for match in labels if (number := _number(match["label"], len(labels)))]
    lacking = sum(not _plain(row[i]) for i in columns.values() if i < len(row))
    is_full = lacking == 0 or (lacking <= 2 and len(labels) >= _MANY and _rises(numbers))
    return len(numbers) > 1 and is_full and sorted(numbers) == list(range(1, len(numbers) + 1))


def _rises(numbers: Sequence[int]) -> bool:
    return all(right == left + 1 for left, right in pairwise(numbers))


def _number(label: str, count: int) -> int:
    """The number that a label says; 0 for a letter. Roman numerals only where a letter would not reach."""
    if label.isdigit():
        return int(label)
    return _ROMAN.get(label, 0) if count > 2 else 0


def _is_unit_row(row: Cells) -> bool:
    """Whether a row holds only units of measure in brackets: "(hồ sơ)"."""
    texts = [value.strip() for value in row if isinstance(value, str) and value.strip()]
    others = [value for value in row if not isinstance(value, str)]
    return bool(texts) and not others and all(map(_UNIT.fullmatch, texts))


def _plain(value: RawValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "".join(str(value).split()).casefold()
