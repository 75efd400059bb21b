"""Figures that a person may mean who has their number or their words, and not their code."""

from __future__ import annotations

import re
from decimal import Decimal

from report_utils.figures.figure import Display, Figure
from report_utils.figures.period import PeriodFigures
from report_utils.vietnamese.numbers import round_half_up
from report_utils.vietnamese.parsing import parse_number
from report_utils.vietnamese.text import fold

_WORDS = re.compile(r"[^\W_]+")


def meant_by(figures: PeriodFigures, wanted: str) -> list[Figure]:
    """The figures whose value is the number `wanted`, or in whose rule, unit and code all its words stand.

    Those of the report itself come before cells of tables, and of these the ones with few parts in their code.
    """
    parsed = parse_number(wanted)
    words = set(_WORDS.findall(fold(wanted)))
    everything = figures.everything()
    if parsed and parsed.value is not None:
        found = [code for code, figure in everything.items() if _shows(figure, parsed.value)]
    else:
        found = [code for code, figure in everything.items() if words and words <= _words_of(figure)]
    return [everything[code] for code in sorted(found, key=lambda code: (code not in figures.figures, code.count(".")))]


def _shows(figure: Figure, number: Decimal) -> bool:
    """Whether the figure is that number, or is printed as it."""
    value = figure.quantity.value
    if value is None or figure.display is Display.DATE:
        return False
    return number in (value, round_half_up(value, figure.places))


def _words_of(figure: Figure) -> set[str]:
    return set(_WORDS.findall(fold(f"{figure.label} {figure.rule} {figure.unit} {figure.code}")))
