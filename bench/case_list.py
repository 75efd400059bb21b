"""Reading and counting a list of 100,000 cases, beside the plain reader and beside pandas."""

from __future__ import annotations

import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.intake.exports.mapping import CaseMapping
from report_utils.intake.exports.read import agency_mappings, read_exports
from report_utils.intake.exports.sample import Case, sample_rows, sample_workbook

ROWS, ROUNDS, PANDAS_ROWS = 100_000, 5, 5_000
SHEET = "Danh sách hồ sơ"


def main() -> None:
    """Print the medians and the ratios."""
    reporting = open_reporting("syt-brvt", "2024-Q3", str(Path(__file__).parents[1]))
    with tempfile.TemporaryDirectory() as folder:
        path = _written(reporting, Path(folder), ROWS)
        plain, ours = _side_by_side(lambda: _plain(path), lambda: _ours(reporting, path))
        few = _written(reporting, Path(folder), PANDAS_ROWS)
        pandas = _timed(lambda: _pandas(few)) * ROWS / PANDAS_ROWS
    _say(f"a list of {ROWS} cases: plain python-calamine {plain:.2f} s, inspected + read + counted in a process of "
         f"its own {ours:.2f} s, ratio {ours / plain:.2f} (goal 2.00)")
    _say(f"pandas.read_excel with openpyxl, from {PANDAS_ROWS} cases: {pandas:.0f} s, ratio {pandas / plain:.0f}")


def _written(reporting: Reporting, folder: Path, size: int) -> Path:
    """A list of `size` made-up cases, a third with its dates as text; equal for equal sizes."""
    mappings = agency_mappings(reporting.workspace, reporting.agency)
    mapping = next(mapping for mapping in mappings if isinstance(mapping, CaseMapping))
    chance = random.Random(size)  # noqa: S311 - equal cases every time
    rows = sample_rows(mapping, [_case(reporting, chance) for _ in range(size)], reporting.window.cutoff)
    path = folder / "DanhSachHoSo_TTPVHCC_1.xlsx"
    path.write_bytes(sample_workbook(SHEET, rows, reporting.window.end))
    return path


def _case(reporting: Reporting, chance: random.Random) -> Case:
    received = dt.date(2024, 5, 1) + dt.timedelta(chance.randrange(150))
    limit = chance.choice((5, 10, 20, 30))
    finished = received + dt.timedelta(chance.randrange(60)) if chance.random() < 0.8 else None
    return Case(chance.choice(reporting.agency.catalogues.fields), chance.choice(("Trực tuyến", "Trực tiếp")), received,
                limit, reporting.agency.profile.working_days.calendar.deadline(received, limit), finished,
                "Đã trả kết quả" if finished else "Đang xử lý")


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


def _plain(path: Path) -> int:
    return len(CalamineWorkbook.from_path(str(path)).get_sheet_by_name(SHEET).to_python())


def _ours(reporting: Reporting, path: Path) -> None:
    (reading,) = read_exports(reporting, agency_mappings(reporting.workspace, reporting.agency), [path])
    if reading.counts is None or reading.counts.ledger.refused:
        _say(f"not read as it should be: {[found.message for found in reading.findings]}")


def _pandas(path: Path) -> None:
    pd.read_excel(path, sheet_name=SHEET, engine="openpyxl", header=None)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
