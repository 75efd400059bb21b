"""Figures as files, and as charts."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

from report_utils.errors import UnknownNameError
from report_utils.figures.charts import CHARTS, chart_png, draw, save_charts
from report_utils.figures.figure import Figure
from report_utils.figures.files import save_figures
from report_utils.figures.period import PeriodFigures
from report_utils.figures.quantity import Quantity
from report_utils.figures.registry import DuplicateFigureError, compute_figures, family
from report_utils.figures.source import Source


@pytest.fixture
def saved(figures: PeriodFigures, tmp_path: Path) -> Path:
    save_figures(figures.everything().values(), tmp_path / "new")
    return tmp_path / "new"


def test_csv_and_json_hold_every_figure_with_value_rule_and_cells(figures: PeriodFigures, saved: Path) -> None:
    listed = json.loads((saved / "figures.json").read_text(encoding="utf-8"))
    with (saved / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["code"] for row in listed] == [row["code"] for row in table] == list(figures.everything())
    assert all(row["rule"] and row["cells"] for row in table)
    [rate] = [row for row in listed if row["code"] == "investment.rate"]
    assert rate["text"] == "0,0118%"
    assert rate["value"].startswith("0.011812991166806181986")
    assert "bqlda_2024-Q3.xlsx › Tài chính › D9" in rate["cells"]


def test_excel_shows_the_csv_in_vietnamese(saved: Path) -> None:
    assert (saved / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r" not in (saved / "figures.csv").read_bytes() + (saved / "figures.json").read_bytes()


def test_an_unknown_figure_has_no_text_and_names_who_owes_it(
    sample: Any, compute: Callable[[Any], PeriodFigures], tmp_path: Path
) -> None:
    save_figures([compute(sample.without_unit("cdc")).figure("dossiers.received")], tmp_path)
    [row] = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert (row["text"], row["value"], row["absent"]) == ("", "", ["Trung tâm Kiểm soát bệnh tật"])


def test_two_functions_cannot_make_the_same_figure(source: Any, sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.figures.registry._FAMILIES", {})

    def twice(_: Source) -> Any:
        yield from [Figure("a.b", Quantity(None), "")] * 2

    family(twice)
    with pytest.raises(DuplicateFigureError, match=r"«a\.b»"):
        compute_figures(source(sample))


@pytest.mark.parametrize("kind", ["table", "listing"])
def test_a_table_or_list_that_does_not_exist_is_refused(figures: PeriodFigures, kind: str) -> None:
    known = {"table": "plan_tasks", "listing": "projects"}[kind]
    with pytest.raises(UnknownNameError, match=f"«{known}»"):
        getattr(figures, kind)(f"{known[:-1]}z")


# Charts


def bars(figures: PeriodFigures, code: str) -> tuple[list[str], list[float], list[str]]:
    [axes] = draw(code, figures).axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    return labels, [patch.get_width() for patch in axes.patches], [text.get_text() for text in axes.texts]


def test_a_chart_shows_its_figures_with_vietnamese_numbers(figures: PeriodFigures) -> None:
    labels, lengths, numbers = bars(figures, "dossiers")
    assert labels == ["Trước hạn", "Đúng hạn", "Quá hạn", "Chưa giải quyết"]
    assert lengths == [900, 2355, 32, 171]
    assert numbers == ["900", "2.355", "32", "171"]


def test_a_bar_without_data_says_so(sample: Any, compute: Callable[[Any], PeriodFigures]) -> None:
    labels, lengths, _ = bars(compute(sample.without_unit("cdc")), "dossiers")
    assert set(lengths) == {0}
    assert all(label.endswith("(chưa có số liệu)") for label in labels)


@pytest.mark.parametrize("code", CHARTS)
def test_a_chart_is_the_same_picture_each_time(figures: PeriodFigures, code: str) -> None:
    assert chart_png(code, figures) == chart_png(code, figures)


@pytest.mark.parametrize("code", CHARTS)
def test_a_chart_does_not_depend_on_the_settings_of_the_machine(figures: PeriodFigures, code: str) -> None:
    usual = chart_png(code, figures)
    with mpl.rc_context({"font.size": 20, "axes.facecolor": "red", "font.family": "serif", "savefig.dpi": 50}):
        assert chart_png(code, figures) == usual


def test_every_chart_is_saved(figures: PeriodFigures, tmp_path: Path) -> None:
    save_charts(figures, tmp_path / "charts")
    assert {path.stem for path in (tmp_path / "charts").iterdir()} == set(CHARTS)
