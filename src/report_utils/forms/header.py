"""Headings of several levels, merged: the same for a sheet of a form and a table of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class HeaderArea:
    """One merged cell of a header; levels and columns count from 0, `rows` and `columns` are how far it reaches."""

    level: int
    column: int
    rows: int
    columns: int
    text: str


def header_areas(paths: Sequence[tuple[str, ...]]) -> list[HeaderArea]:
    """The cells of the header over columns with these paths of headings.

    Neighbours with the same path down to a level share a cell; a path that ends early reaches down to the last level.
    """
    depth = max(len(path) for path in paths)
    areas = []
    for i, path in enumerate(paths):
        for level, text in enumerate(path):
            group = path[: level + 1]
            if i and paths[i - 1][: level + 1] == group:
                continue
            end = i + 1
            while end < len(paths) and paths[end][: level + 1] == group:
                end += 1
            rows = depth - level if level == len(path) - 1 else 1
            areas.append(HeaderArea(level, i, rows, end - i, text))
    return areas
