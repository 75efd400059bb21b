"""Every figure of the samples made again from its cells."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from bench.blanked import value_from_its_cells
from report_utils.figures.figure import Figure
from report_utils.figures.made_again import made_again
from report_utils.figures.period import PeriodFigures
from report_utils.findings import CellRef
from report_utils.run.desk import open_desk

ROOT = Path(__file__).parents[1]
SAMPLES = (("syt-brvt", "2024-Q3"), ("syt-thua-thien-hue", "2020-Q1"), ("ubnd-binh-dinh", "2024-H1"))
SETTINGS = "params/"
SAME = Decimal("1e-20")


def main() -> None:
    """Print how many figures there are, how many have cells, how many are made again."""
    with tempfile.TemporaryDirectory() as folder:
        for agency, period in SAMPLES:
            figures = computed(Path(folder) / agency, agency, period)
            known = known_figures(figures)
            traced = [figure for figure in known if figure.quantity.cells]
            read = Workbooks(ROOT / "data" / "raw" / agency, period)
            again = [figure for figure in traced if is_same(figure, made_again(figure.quantity, read))]
            own = list(figures.everything().values())
            alone = [figure for figure in own if figure.quantity.known
                     and is_same(figure, value_from_its_cells(figures, figure))]
            sys.stdout.write(f"{agency} {period}: {len(known)} số liệu, {len(traced)} có ô nguồn, "
                             f"{len(again)} tính lại đúng; của riêng kỳ này {len(own)}, {len(alone)} tính lại đúng "
                             "khi mọi ô khác để trống\n")


def computed(root: Path, agency: str, period: str) -> PeriodFigures:
    """The figures of a sample, read in a workspace of its own."""
    for part in ("params", "data/raw"):
        shutil.copytree(ROOT / part, root / part)
    desk = open_desk(agency, period, str(root))
    desk.receive()
    desk.check()
    return desk.figures()


def known_figures(figures: PeriodFigures) -> list[Figure]:
    """All figures with a value, those over several periods included."""
    every = {**figures.everything(), **figures.over_time()}
    return [figure for figure in every.values() if figure.quantity.known]


def is_same(figure: Figure, again: Decimal | None) -> bool:
    """Whether both values agree, but for digits far beyond those that are shown."""
    value = figure.quantity.value
    return value is not None and again is not None and abs(value - again) <= SAME * max(1, abs(value))


@dataclass
class Workbooks:
    """What stands in the cells of what the units sent, read by another library than the intake's."""

    folder: Path
    period: str
    _books: dict[str, Any] = field(default_factory=dict)

    def __call__(self, cell: CellRef) -> Any:
        """The value in a cell; that of a list of the settings is the target of its row."""
        if cell.file.startswith(SETTINGS):
            return _target(cell)
        period, _, name = cell.file.rpartition("/")
        path = self.folder / (period or self.period) / name
        if str(path) not in self._books:
            self._books[str(path)] = openpyxl.load_workbook(path, data_only=True)
        value = self._books[str(path)][cell.sheet][cell.cell].value
        if isinstance(value, dt.datetime):
            return value.date()
        return Decimal(str(value)) if isinstance(value, int | float) else value


def _target(cell: CellRef) -> Decimal | None:
    with (ROOT / cell.file).open(encoding="utf-8-sig", newline="") as file:
        found = [row["target"] for row in csv.DictReader(file) if row.get("indicator") == cell.cell]
    return Decimal(found[0]) if found else None


if __name__ == "__main__":
    main()
