"""Reading, checking and consolidating 200 workbooks of 10 sheets, beside the plain reader and beside pandas."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from bench.many_units import build
from report_utils.agency.reporting import Reporting
from report_utils.checks.context import Context
from report_utils.checks.run_all import check_all
from report_utils.forms.info import SILENT_SHEETS
from report_utils.intake.consolidate import read_dataset

UNITS, ROUNDS, PANDAS_FILES = 200, 5, 4


def main() -> None:
    """Print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        reporting = build(Path(folder), Path(__file__).parents[1], UNITS)
        files = sorted(reporting.workspace.raw("syt-brvt", "2024-Q3").iterdir())
        plain, answers, ours = _side_by_side(
            lambda: _plain(files), lambda: _plain(files, SILENT_SHEETS), lambda: _ours(reporting))
        pandas = _timed(lambda: _pandas(files[:PANDAS_FILES])) * UNITS / PANDAS_FILES
    _say(f"{UNITS} workbooks of 10 sheets: plain python-calamine {plain:.2f} s, "
         f"read + checked + consolidated {ours:.2f} s, ratio {ours / plain:.2f} (goal 2.00)")
    _say(f"without the form's own guide and lists, which we leave out: plain {answers:.2f} s, "
         f"ratio {ours / answers:.2f} (goal 2.00)")
    _say(f"pandas.read_excel with openpyxl, from {PANDAS_FILES} files: {pandas:.0f} s, ratio {pandas / plain:.0f}")


def _side_by_side(*runs: Callable[[], object]) -> list[float]:
    """The median of each run, the runs taking turns."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for kept, run in zip(times, runs, strict=True):
            kept.append(_timed(run))
    return [statistics.median(kept) for kept in times]


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _plain(files: list[Path], left_out: Collection[str] = ()) -> int:
    return sum(len(workbook.get_sheet_by_name(name).to_python())
               for workbook in map(CalamineWorkbook.from_path, map(str, files)) for name in workbook.sheet_names
               if name not in left_out)


def _ours(reporting: Reporting) -> None:
    dataset = read_dataset(reporting)
    check_all(Context(reporting, dataset, None))


def _pandas(files: list[Path]) -> None:
    for file in files:
        for name in pd.ExcelFile(file, engine="openpyxl").sheet_names:
            pd.read_excel(file, sheet_name=name, engine="openpyxl", header=None)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
