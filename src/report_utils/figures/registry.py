"""All figures of a period, from registered pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report_utils.errors import BaocaoError
from report_utils.figures.figure import Figure
from report_utils.figures.source import Source, TableNotAskedError

Family = Callable[[Source], Iterator[Figure]]

_FAMILIES: dict[str, Family] = {}


class DuplicateFigureError(BaocaoError):
    """Two functions made a figure of the same `code`: a mistake in the program."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Số liệu «{code}» được định nghĩa hai lần.")


def family(function: Family) -> Family:
    """Register a function that makes figures."""
    _FAMILIES[f"{function.__module__}.{function.__qualname__}"] = function
    return function


def compute_figures(source: Source) -> Mapping[str, Figure]:
    """Every figure by its code, in the order of its code; none of a form that the agency does not use."""
    figures: dict[str, Figure] = {}
    for name in sorted(_FAMILIES):
        for figure in _of_family(_FAMILIES[name], source):
            if figure.code in figures:
                raise DuplicateFigureError(figure.code)
            figures[figure.code] = figure
    return dict(sorted(figures.items()))


def _of_family(make: Family, source: Source) -> list[Figure]:
    try:
        return list(make(source))
    except TableNotAskedError:
        return []
