"""Figures found by their number or their words."""

import pytest

from report_utils.figures.lookup import meant_by
from report_utils.figures.period import PeriodFigures


@pytest.mark.parametrize(("wanted", "code"), [
    ("32", "dossiers.resolved.overdue"), ("3.287", "dossiers.resolved"), ("99,03%", "dossiers.in_time_rate"),
    ("99,03", "dossiers.in_time_rate"), ("hồ sơ quá hạn", "dossiers.pending.overdue"),
    ("QUÁ HẠN  hồ sơ đã giải quyết", "dossiers.resolved.overdue"), ("online_share", "dossiers.online_share"),
])
def test_the_figure_of_the_whole_comes_first(figures: PeriodFigures, wanted: str, code: str) -> None:
    assert meant_by(figures, wanted)[0].code == code


@pytest.mark.parametrize("wanted", ["987654321", "bánh mì", "dossiers.resolved.overdu", "", "…"])
def test_what_no_figure_is_or_says_finds_nothing(figures: PeriodFigures, wanted: str) -> None:
    assert meant_by(figures, wanted) == []
