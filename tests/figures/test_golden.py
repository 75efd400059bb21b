"""All figures of the sample against figures.golden.csv (code, text).

A change that is meant: UPDATE_GOLDEN=1 pytest tests/figures, then read the diff of the golden file.
"""

import csv
import io
import os
from pathlib import Path

from report_utils.figures.files import figure_row
from report_utils.figures.period import PeriodFigures

GOLDEN = Path(__file__).with_name("figures.golden.csv")


def written(rows: dict[str, str]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([("code", "text"), *sorted(rows.items())])
    return buffer.getvalue()


def difference(expected: dict[str, str], found: dict[str, str]) -> list[str]:
    """A line a figure: what stands in the golden file, what was computed."""
    codes = sorted(expected.keys() | found.keys())
    return [f"{code}: {expected.get(code, '(none)')} -> {found.get(code, '(none)')}" for code in codes
            if expected.get(code) != found.get(code)]  # fmt: skip


def test_the_figures_are_those_of_the_golden_file(figures: PeriodFigures) -> None:
    found = {code: str(figure_row(figure)["text"]) for code, figure in figures.everything().items()}
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(written(found), encoding="utf-8", newline="\n")
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        expected = {row["code"]: row["text"] for row in csv.DictReader(file)}
    changed = difference(expected, found)
    assert not changed, "golden -> computed\n" + "\n".join(changed)


def test_every_figure_of_the_complete_sample_has_a_value(figures: PeriodFigures) -> None:
    incomplete = [code for code, figure in figures.everything().items()
                  if not figure.quantity.known or figure.quantity.absent or figure.quantity.doubtful]  # fmt: skip
    assert incomplete == []
