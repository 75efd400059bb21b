"""Figures as files, and as charts."""

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

from report_utils.errors import UnknownNameError
from report_utils.figures.charts import CHARTS, chart_of, chart_png, charts_of, described, save_charts
from report_utils.figures.drawing import bars_canvas
from report_utils.figures.figure import Figure
from report_utils.figures.files import save_figures
from report_utils.figures.period import PeriodFigures
from report_utils.figures.quantity import Quantity
from report_utils.figures.registry import DuplicateFigureError, compute_figures, family
from report_utils.figures.source import Source
from report_utils.findings import CellRef

pytestmark = pytest.mark.usefixtures("drawn_anew")


@pytest.fixture
def saved(figures: PeriodFigures, tmp_path: Path) -> Path:
    save_figures(figures.everything().values(), tmp_path / "new")
    return tmp_path / "new"


def test_csv_and_json_hold_every_figure_with_value_rule_and_cells(figures: PeriodFigures, saved: Path) -> None:
    listed = json.loads((saved / "figures.json").read_text(encoding="utf-8"))
    with (saved / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert all(row["name"] for row in table)
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


def test_what_a_cell_of_excel_cannot_hold_is_counted_and_stands_in_the_json(tmp_path: Path) -> None:
    cells = tuple(CellRef(f"đơn vị {number}.xlsx", "Hồ sơ TTHC", "C7") for number in range(2_000))
    save_figures([Figure("dossiers.received", Quantity(Decimal(1), cells), "Tổng cột")], tmp_path)
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    listed, _, more = row["cells"].rpartition("; … và ")
    assert len(row["cells"]) < 32_767
    assert listed.split("; ") == list(map(str, cells[: listed.count("; ") + 1]))
    assert more == f"{2_000 - listed.count('; ') - 1} mục nữa, xem figures.json"
    [whole] = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert whole["cells"] == list(map(str, cells))


def test_two_functions_cannot_make_the_same_figure(source: Any, sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.figures.registry._FAMILIES", {})

    def twice(_: Source) -> Any:
        yield from [Figure("a.b", Quantity(None), "")] * 2

    family(twice)
    with pytest.raises(DuplicateFigureError, match=r"«a\.b»"):
        compute_figures(source(sample))


@pytest.mark.parametrize("kind", ["table", "listing"])
def test_a_table_or_list_that_does_not_exist_is_refused(figures: PeriodFigures, kind: str) -> None:
    known = {"table": "plan_progress.cchc", "listing": "projects"}[kind]
    with pytest.raises(UnknownNameError, match=f"«{known}»"):
        getattr(figures, kind)(f"{known[:-1]}z")


# Charts


def drawn(figures: PeriodFigures, code: str) -> Any:
    """The axes of a chart."""
    [axes] = bars_canvas(chart_of(code, figures).bars(figures), "", (7, 3)).axes
    return axes


def bars(figures: PeriodFigures, code: str) -> tuple[list[str], list[float], list[str]]:
    axes = drawn(figures, code)
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


@pytest.mark.parametrize("code", CHARTS)
def test_a_chart_tells_in_words_every_number_it_shows(figures: PeriodFigures, code: str) -> None:
    words = described(code, figures)
    labels, _, numbers = bars(figures, code)
    assert words.startswith(f"{CHARTS[code].title}, quý III năm 2024: ")
    assert all(f"{label}: {number}" in words for label, number in zip(labels, numbers, strict=True))


def test_bars_are_told_apart_without_colour(figures: PeriodFigures) -> None:
    """Lightness (the luma of Rec. 601) differs by a tenth of the whole at least; what is late is hatched as well."""
    axes = drawn(figures, "plan_brief.cchc")
    lightness = sorted(0.299 * r + 0.587 * g + 0.114 * b for r, g, b, _ in (p.get_facecolor() for p in axes.patches))
    assert all(lighter - darker >= 0.09 for darker, lighter in pairwise(lightness))
    assert [bool(patch.get_hatch()) for patch in axes.patches] == [False, False, False, True]


def test_units_with_the_lowest_share_in_time_come_first(figures: PeriodFigures) -> None:
    labels, lengths, numbers = bars(figures, "in_time_by_unit")
    assert (labels[0], numbers[0]) == ("TTPVHCC tỉnh", "96,29%")
    assert lengths == sorted(lengths)
    assert len(labels) == len(figures.table("in_time_by_unit").rows) == 15


def test_many_units_share_the_last_bar(figures: PeriodFigures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.figures.unit_bars.MOST_BARS", 4)
    labels, lengths, numbers = bars(figures, "in_time_by_unit")
    assert labels[3] == "12 đơn vị còn lại"
    assert (len(lengths), numbers[3]) == (4, "100%")


def test_a_unit_that_has_not_sent_comes_last(sample: Any, compute: Callable[[Any], PeriodFigures]) -> None:
    labels, _, numbers = bars(compute(sample.without_unit("cdc")), "in_time_by_unit")
    assert (labels[-1], numbers[-1]) == ("TT Kiểm soát bệnh tật (chưa có số liệu)", "")


def test_a_chart_that_does_not_exist_is_refused_with_the_nearest(figures: PeriodFigures) -> None:
    with pytest.raises(UnknownNameError, match=r"«plan_brief\.cchc»"):
        described("plan_brief.cch", figures)


def test_every_chart_is_saved(figures: PeriodFigures, tmp_path: Path) -> None:
    save_charts(figures, tmp_path / "charts")
    assert {path.stem for path in (tmp_path / "charts").iterdir()} == set(charts_of(figures))
