"""Every figure of the samples with a value leads to cells and is made again from them."""

from pathlib import Path

import pytest
from bench.blanked import value_from_its_cells
from bench.traces import SAMPLES, SETTINGS, Workbooks, computed, is_same, known_figures
from tests.figures.conftest import ROOT

from report_utils.figures.cell_values import CellValues
from report_utils.figures.derivation import Operation
from report_utils.figures.made_again import made_again
from report_utils.figures.period import PeriodFigures
from report_utils.figures.tree import Node, trees_of


@pytest.fixture(scope="module", params=SAMPLES, ids="/".join)
def sample_of(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
              ) -> tuple[PeriodFigures, Workbooks]:  # fmt: skip
    agency, period = request.param
    root: Path = tmp_path_factory.mktemp("vết") / "gốc"
    return computed(root, agency, period), Workbooks(ROOT / "data" / "raw" / agency, period)


def test_every_figure_is_made_again_from_its_own_cells_alone(sample_of: tuple[PeriodFigures, Workbooks]) -> None:
    """All else is blank: what is not among the cells of a figure cannot have gone into it."""
    figures, read = sample_of
    known = known_figures(figures)
    assert len(known) > 250
    assert [figure.code for figure in known if not figure.quantity.cells] == []
    for figure in known:
        own = set(figure.quantity.cells)
        again = made_again(figure.quantity, lambda cell, own=own: read(cell) if cell in own else None)  # type: ignore[misc]
        assert is_same(figure, again), figure.code


def test_the_families_make_a_figure_of_its_cells_alone(sample_of: tuple[PeriodFigures, Workbooks]) -> None:
    """Of each form every seventh figure; `python -m bench.traces` takes all."""
    figures, _ = sample_of
    known = [figure for figure in figures.everything().values() if figure.quantity.known]
    for figure in known[::7]:
        assert value_from_its_cells(figures, figure) == figure.quantity.value, figure.code


def test_without_one_of_its_cells_a_figure_is_not_the_same(sample_of: tuple[PeriodFigures, Workbooks]) -> None:
    """The tests above would see a source that is left out."""
    figures, read = sample_of
    sums = [figure for figure in known_figures(figures) if figure.quantity.value and len(figure.quantity.cells) > 1
            and figure.quantity.derivation and figure.quantity.derivation.operation is Operation.SUM]
    for figure in sums:
        left_out = figure.quantity.cells[-1]
        again = made_again(figure.quantity, lambda cell, out=left_out: None if cell == out else read(cell))  # type: ignore[misc]
        assert again is None, figure.code


def test_only_targets_and_lengths_of_lists_come_from_the_settings(sample_of: tuple[PeriodFigures, Workbooks]) -> None:
    figures, _ = sample_of
    settings = {figure.code.removesuffix(".change_on_year").removesuffix(".change") for figure in known_figures(figures)
                if any(cell.file.startswith(SETTINGS) for cell in figure.quantity.cells)}
    assert all(code.endswith(".target") or (code.startswith("plans.") and ".total" in code) for code in settings)


def test_the_cells_below_a_tree_are_those_of_its_figure(sample_of: tuple[PeriodFigures, Workbooks]) -> None:
    figures, _ = sample_of
    known = known_figures(figures)
    trees = trees_of(CellValues(figures), known)
    for figure in known:
        assert cells_below(trees.of(figure)) == set(figure.quantity.cells), figure.code


def cells_below(node: Node) -> set[object]:
    return {leaf.cell for leaf in node.leaves} | {cell for part in node.parts for cell in cells_below(part)}
