"""Figures beside the past, and the changes that must be followed up."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from report_utils.checks.reporting_rate import unit_statuses
from report_utils.figures.period import PeriodFigures
from report_utils.findings import Finding
from report_utils.run.desk import open_desk
from report_utils.run.views import explanations_view, status_view
from report_utils.run.views.comparisons import comparisons_view, follow_up_view

AGENCY, QUARTER = "syt-thua-thien-hue", "2020-Q1"


@pytest.fixture(scope="module")
def computed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[PeriodFigures, list[Finding]]:
    """The figures and findings of a sample quarter that follows another one."""
    root = tmp_path_factory.mktemp("so sánh")
    for part in (f"params/{AGENCY}", f"data/raw/{AGENCY}"):
        copytree(repository / part, root / part)
    desk = open_desk(AGENCY, QUARTER, str(root))
    desk.receive()
    desk.check()
    return desk.figures(), desk.findings()


def test_a_figure_stands_beside_that_of_the_period_before(computed: tuple[PeriodFigures, list[Finding]]) -> None:
    rows = {row["Mã số liệu"]: row for _, row in comparisons_view(computed[0]).frame.iterrows()}
    shown = rows["indicators.digital_identity.rate"]
    assert list(shown[["Kỳ này", "Kỳ trước", "Thay đổi"]]) == ["71,9%", "60%", "tăng 11,9 điểm %"]
    assert not any(code.endswith(".target") for code in rows), "targets are no results"


def test_nothing_is_said_of_a_year_that_is_not_at_hand(computed: tuple[PeriodFigures, list[Finding]]) -> None:
    frame = comparisons_view(computed[0]).frame
    assert set(frame["Cùng kỳ năm trước"]) == set(frame["Thay đổi so với cùng kỳ"]) == {""}


def test_the_changes_to_follow_up_are_a_handful_with_what_the_unit_says(
    computed: tuple[PeriodFigures, list[Finding]]
) -> None:
    frame = follow_up_view(*computed).frame
    assert list(zip(frame["Ô, số liệu"], frame["Giải trình của đơn vị"].map(lambda said: said[:11]), strict=True)) == [
        ("Chỉ tiêu › E7", "chưa có"), ("Chỉ tiêu › E8", "chưa có"), ("Chỉ tiêu › E18", "chưa có"),
        ("Chỉ tiêu › E13", "«Ký số trên")]  # fmt: skip
    assert not frame["Thay đổi"].str.contains("Đã giải trình").any()


def test_what_a_unit_explains_is_counted_and_quoted(computed: tuple[PeriodFigures, list[Finding]]) -> None:
    [row] = explanations_view(computed[1]).frame.itertuples(index=False)
    assert tuple(row[:5]) == ("U01", "cảnh báo", "Văn phòng Sở", "Chỉ tiêu", "E13")
    assert row[-1].endswith("Giải trình › D7")
    source = computed[0].source
    counted = status_view(unit_statuses(source.reporting, source.dataset, computed[1])).frame
    assert dict(zip(counted["Đơn vị"], counted["Giải trình"], strict=True))["Văn phòng Sở"] == 1
    assert dict(zip(counted["Đơn vị"], counted["Cảnh báo"], strict=True))["Văn phòng Sở"] == 3
