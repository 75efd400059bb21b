"""The same slip in many cells of a column as one finding: a unit must see what is wrong, not be buried in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from report_utils.findings import CellRef, Finding

_MOST_ALIKE, _MOST_OF_A_KIND = 5, 50
"""Findings with the same words, and findings of one code and column, that are told one by one."""

_OTHERS = " (cùng lỗi ở {count} ô khác của cột)"
_REST = " (và {count} ô khác của cột có lỗi này)"


def told_together(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one sheet; the cells of those that were joined are all among the related ones."""
    kinds: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for found in findings:
        kinds[found.code, found.sheet, found.cell.rstrip("0123456789")].append(found)
    return [found for kind in kinds.values() for found in _of_a_kind(kind)]


def _of_a_kind(findings: list[Finding]) -> list[Finding]:
    if len(findings) <= _MOST_ALIKE:
        return findings
    alike: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        alike[found.message].append(found)
    told = [one for same in alike.values() for one in
            ([_joined(same, _OTHERS)] if len(same) > _MOST_ALIKE else same)]
    rest = told[_MOST_OF_A_KIND - 1 :]
    return [*told[: _MOST_OF_A_KIND - 1], _joined(rest, _REST)] if len(rest) > 1 else told


def _joined(findings: list[Finding], words: str) -> Finding:
    first, *others = findings
    cells: dict[CellRef, None] = dict.fromkeys(cell for found in findings for cell in found.cells)
    cells.pop(CellRef(first.file, first.sheet, first.cell), None)
    count = sum(bool(found.cell) for found in others)
    return replace(first, message=first.message + words.format(count=count), related=tuple(cells))
