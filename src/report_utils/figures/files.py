"""Figures as files: every figure with its value, rule and source cells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from report_utils.figures.figure import Figure
from report_utils.storage.files import save

CSV_NAME, JSON_NAME = "figures.csv", "figures.json"
_BETWEEN, _LONGEST_CELL = "; ", 32_000
"""A cell of Excel holds 32,767 letters; it would spread longer ones over the next rows."""
_COLUMNS = ("code", "name", "text", "value", "unit", "rule", "absent", "doubtful", "cells")


def save_figures(figures: Iterable[Figure], folder: Path) -> None:
    """Write figures.json (a line a figure) and figures.csv (UTF-8 with BOM, for Excel) into `folder`."""
    rows = [figure_row(figure) for figure in figures]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    save(folder / JSON_NAME, f"[\n{lines}\n]\n")
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        joined = {key: in_one_cell(row[key]) for key in ("absent", "doubtful", "cells")}
        writer.writerow({**row, **joined})
    save(folder / CSV_NAME, file.getvalue().encode("utf-8-sig"))


def in_one_cell(names: Sequence[str]) -> str:
    """The names as one cell of Excel takes them; how many more figures.json has is said."""
    ends = accumulate(len(name) + len(_BETWEEN) for name in names)
    fitting = sum(end <= _LONGEST_CELL for end in ends)
    more = f"{_BETWEEN}… và {len(names) - fitting} mục nữa, xem {JSON_NAME}" if fitting < len(names) else ""
    return _BETWEEN.join(names[:fitting]) + more


def figures_saved(folder: Path) -> bool:
    """Whether `save_figures` has written into `folder`."""
    return (folder / CSV_NAME).exists()  # the last of its files


def figure_row(figure: Figure) -> dict[str, str | list[str]]:
    """A figure as a row: its value exactly, its text as the report shows it, its cells by name."""
    quantity = figure.quantity
    return {
        "code": figure.code,
        "name": figure.label,
        "text": figure.text if quantity.known else "",
        "value": "" if quantity.value is None else f"{quantity.value:f}",
        "unit": figure.unit,
        "rule": figure.rule,
        "absent": list(quantity.absent),
        "doubtful": list(quantity.doubtful),
        "cells": [str(cell) for cell in quantity.cells],
    }
