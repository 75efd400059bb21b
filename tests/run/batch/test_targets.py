"""Which agencies and periods a batch runs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.workspace import Workspace
from report_utils.errors import UnknownNameError
from report_utils.run.batch.targets import NothingToRunError, Target, targets

HERE, THERE = "syt-brvt", "ubnd-binh-dinh"


@pytest.fixture
def some_were_sent(sent: Callable[..., Path]) -> None:
    sent("2024-Q3")
    sent("2024-H1")
    sent("2024-Q3", agency=THERE)


@pytest.mark.usefixtures("some_were_sent")
def test_all_that_was_sent_is_run_in_order(workspace: Workspace) -> None:
    assert targets(workspace) == [Target(HERE, "2024-H1"), Target(HERE, "2024-Q3"), Target(THERE, "2024-Q3")]


@pytest.mark.usefixtures("some_were_sent")
def test_an_agency_or_a_period_alone_chooses_among_what_was_sent(workspace: Workspace) -> None:
    assert targets(workspace, [THERE]) == [Target(THERE, "2024-Q3")]
    assert targets(workspace, [], ["2024-h1"]) == [Target(HERE, "2024-H1")]


@pytest.mark.usefixtures("some_were_sent")
def test_what_is_named_by_both_is_run_though_nobody_has_sent_anything(workspace: Workspace) -> None:
    assert targets(workspace, [THERE, THERE], ["2025-Q1"]) == [Target(THERE, "2025-Q1")]


def test_a_folder_that_is_no_period_or_holds_no_workbook_is_passed_over(workspace: Workspace) -> None:
    for name in ("nháp", "2024-q3", "2024-Q2"):
        folder = workspace.raw(HERE, name)
        folder.mkdir(parents=True)
        if name != "2024-Q2":
            (folder / "tệp.xlsx").touch()
    with pytest.raises(NothingToRunError, match="Chưa có tệp nào của đơn vị trong data/raw; không có gì để chạy"):
        targets(workspace)


@pytest.mark.usefixtures("some_were_sent")
def test_an_agency_that_is_not_there_is_named(workspace: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="Không có cơ quan «syt-brv»"):
        targets(workspace, ["syt-brv"])
    with pytest.raises(UnknownNameError, match="Không có kỳ báo cáo «quý 3»"):
        targets(workspace, [HERE], ["quý 3"])
