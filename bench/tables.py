"""Report tables of 13 columns: how time grows with the rows, beside python-docx and, where it is at hand, docxtpl."""

from __future__ import annotations

import datetime as dt
import gc
import io
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

from report_utils.document.blocks import (
    Align,
    Document,
    HeaderCell,
    Letterhead,
    Run,
    Signature,
    Table,
    TableColumn,
    TableRow,
    Title,
)
from report_utils.document.layout import LayoutProfile
from report_utils.document.writer import write

COLUMNS, COMPARED, ROUNDS = 13, 5_000, 5
SIZES = (50, 500, 5_000, 10_000)
VARIABLE = "BAOCAO_BENCH_DOCXTPL"
"""The Python of another environment in which docxtpl is installed; the project itself does not depend on it."""

_TEMPLATE_BENCH = Path(__file__).with_name("docxtpl_table.py")
Rows = list[list[str]]


def main() -> None:
    """Print the medians, the exponent of growth and the ratios."""
    _say_growth({size: _median(_ours, _rows(size)) for size in SIZES})
    rows = _rows(COMPARED)
    ours, loop, template = _side_by_side(rows)
    _say(f"{COMPARED} rows of {COLUMNS} columns as .docx: ours {ours:.2f} s, python-docx row by row {loop:.2f} s, "
         f"{loop / ours:.1f} times as long (goal 10)")
    if math.isnan(template):
        _say(f"docxtpl: skipped, {VARIABLE} names no Python that has it")
    else:
        _say(f"docxtpl, a loop in a template: {template:.2f} s, {template / ours:.1f} times as long (goal 1)")


def _rows(size: int) -> Rows:
    """Equal for equal sizes: a number, a name, eleven counts."""
    return [[str(i + 1), f"Lĩnh vực số {i % 97}", *(str((i * 7 + j * 13) % 5000) for j in range(COLUMNS - 2))]
            for i in range(size)]


def _ours(rows: Rows) -> bytes:
    """From rows of texts to the bytes, the blocks included."""
    aligns = (Align.CENTER, Align.LEFT, *(Align.RIGHT for _ in range(COLUMNS - 2)))
    table = Table(
        columns=tuple(TableColumn(1, align) for align in aligns),
        header=(tuple(HeaderCell(f"Cột {j + 1}") for j in range(COLUMNS)),),
        rows=tuple(TableRow(tuple((Run(text),) for text in row)) for row in rows),
    )
    document = Document(Letterhead("UBND", "Sở Y tế", "Số:", "ngày"), Title("Báo cáo", "Bảng"), (), (table,),
                        Signature((), (), ""))  # fmt: skip
    return write(document, LayoutProfile(), dt.date(2024, 9, 14))


def _loop(rows: Rows) -> bytes:
    """The fastest way that python-docx offers in public: a table made whole, then filled row by row."""
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=COLUMNS)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _template(size: int) -> float:
    """Seconds that docxtpl takes for as many rows, told by a process of its own; NaN without docxtpl."""
    python = os.environ.get(VARIABLE, "")
    if not python:
        return math.nan
    command = [python, str(_TEMPLATE_BENCH), str(size)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    return float(told.stdout) if told.returncode == 0 else math.nan


def _side_by_side(rows: Rows) -> list[float]:
    """The medians of ours, the loop and the template, taking turns."""
    turns = [(_timed(_ours, rows), _timed(_loop, rows), _template(len(rows))) for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*turns, strict=True)]


def _median(run: Callable[[Rows], object], rows: Rows) -> float:
    return statistics.median(_timed(run, rows) for _ in range(ROUNDS))


def _timed(run: Callable[[Rows], object], rows: Rows) -> float:
    gc.collect()  # what the turn before left behind is not to be paid by this one
    start = time.perf_counter()
    run(rows)
    return time.perf_counter() - start


def _say_growth(medians: dict[int, float]) -> None:
    logs = [(math.log(size), math.log(median)) for size, median in medians.items()]
    slope = statistics.linear_regression(*zip(*logs, strict=True)).slope
    told = ", ".join(f"{size} rows {median:.3f} s" for size, median in medians.items())
    _say(f"tables of {COLUMNS} columns: {told}; exponent of growth {slope:.2f} (goal 1.05)")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
