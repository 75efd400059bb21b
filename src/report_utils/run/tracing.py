"""What `baocao trace` says of a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from report_utils.errors import UnknownNameError
from report_utils.figures.cell_values import CellValues
from report_utils.figures.figure import Figure
from report_utils.figures.files import figure_row
from report_utils.figures.lookup import meant_by
from report_utils.figures.period import PeriodFigures
from report_utils.figures.tree import Node, leaf_json, trees_of
from report_utils.figures.tree_lines import tree_lines
from report_utils.forms.asked import suppliers_of
from report_utils.forms.tables import TABLES
from report_utils.intake.adjustments.record import Exclusion, signed_json
from report_utils.vietnamese.numbers import format_integer

_MOST_OFFERED = 10


def trace_lines(figures: PeriodFigures, code: str, *, full: bool = False) -> Iterator[str]:
    """Value, rule, who keeps it from being certain, and the tree. Raises UnknownNameError as `figure` does."""
    figure = _figure(figures, code)
    row = figure_row(figure)
    yield f"{code} = {row['text']}{_unit(figure)}" if row["text"] else f"{code} chưa có giá trị"
    yield f"Cách tính: {figure.rule}"
    yield from (f"Thiếu số liệu của {name}" for name in figure.quantity.absent)
    yield from (f"Cần kiểm tra lại số liệu của {name}" for name in figure.quantity.doubtful)
    for name, exclusion in _left_out(figures, figure):
        yield f"{name}; {exclusion.grounds}"
    yield from tree_lines(_tree(figures, figure), figures.source.dataset, full=full)


def trace_json(figures: PeriodFigures, code: str) -> dict[str, Any]:
    """The same as one object; `cells` are all cells, `parts` what the figure is made of. Raises UnknownNameError."""
    figure = _figure(figures, code)
    trees, row = trees_of(CellValues(figures), ()), figure_row(figure)
    root = _tree(figures, figure).as_json()
    left_out = [{"what": name, **signed_json(exclusion)} for name, exclusion in _left_out(figures, figure)]
    return {"code": code, "value": row["value"] or None, "text": row["text"], "unit": figure.unit,
            "rule": figure.rule, "operation": root["operation"], "absent": row["absent"], "doubtful": row["doubtful"],
            "parts": root["parts"], "cells": [leaf_json(trees.leaf(cell)) for cell in figure.quantity.cells],
            **({"left_out": left_out} if left_out else {})}


def _figure(figures: PeriodFigures, code: str) -> Figure:
    """The figure of that code. Raises UnknownNameError, with the figures that a number or words may mean."""
    try:
        return figures.figure(code)
    except UnknownNameError as unknown:
        meant = meant_by(figures, code)
        if not meant:
            raise
        raise UnknownNameError(unknown.kind, code, None, "\n".join(_offered(meant))) from None


def _offered(meant: Sequence[Figure]) -> Iterator[str]:
    yield "Có thể là một trong các số liệu sau, hãy dùng mã ở đầu dòng:"
    for figure in meant[:_MOST_OFFERED]:
        text = f" = {figure.text}{_unit(figure)}" if figure.quantity.known else ""
        yield f"  {figure.code}{text} ({figure.rule})"
    if len(meant) > _MOST_OFFERED:
        yield f"  … và {format_integer(len(meant) - _MOST_OFFERED)} số liệu khác"


def _left_out(figures: PeriodFigures, figure: Figure) -> Iterator[tuple[str, Exclusion]]:
    """What the office left out of the tables that the figure is read from, in words."""
    dataset, agency, quantity = figures.source.dataset, figures.source.agency, figure.quantity
    sheets = {(cell.file, cell.sheet) for cell in quantity.cells} if dataset.exclusions else set()
    tables = {TABLES[entry.table] for entry in dataset.ledgers if (entry.file, entry.sheet) in sheets and entry.table}
    for exclusion in dataset.exclusions:
        unit = agency.units[exclusion.unit]
        own = [table for table in tables if exclusion.table in ("", table.code) and unit in suppliers_of(agency, table)]
        for table in sorted(own, key=lambda table: table.sheet):
            yield f"Biểu «{table.sheet}» không tính {unit.name}", exclusion
        if not own and unit.name in quantity.absent:
            yield f"Không tính {unit.name}", exclusion


def _tree(figures: PeriodFigures, figure: Figure) -> Node:
    every = (one for held in (*figures.earlier.values(), figures) for one in held.figures.values())
    return trees_of(CellValues(figures), every).of(figure)


def _unit(figure: Figure) -> str:
    return "" if figure.unit in ("", "%") else f" {figure.unit}"
