"""A report is made only of a period for which something was sent."""

import shutil
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.run.pipeline import run_period
from report_utils.run.something_sent import NothingSentError


@pytest.mark.parametrize("there", [(), (".gitkeep", "~$vp.xlsx")])
def test_a_folder_without_files_makes_no_draft(quarter: Reporting, notebooks: Any, there: tuple[str, ...]) -> None:
    folder = quarter.workspace.raw("syt-brvt", "2024-Q3")
    shutil.rmtree(folder)
    folder.mkdir()
    for name in there:
        (folder / name).touch()
    with pytest.raises(NothingSentError, match="2024-Q3 không có tệp nào; kỳ đã có tệp: 2024-H1, 2025-H1"):
        run_period(quarter)
    assert notebooks.executed == []
    assert not quarter.workspace.reports("syt-brvt", "2024-Q3").exists()


def test_one_file_is_enough_also_in_a_folder_below(quarter: Reporting, notebooks: Any) -> None:
    folder = quarter.workspace.raw("syt-brvt", "2024-Q3")
    for path in folder.glob("*.xlsx"):
        path.unlink()
    assert run_period(quarter).word.exists()


def test_where_no_period_has_a_file_that_is_said(quarter: Reporting) -> None:
    shutil.rmtree(quarter.workspace.raw("syt-brvt", ""))
    with pytest.raises(NothingSentError, match="chưa kỳ nào có tệp"):
        run_period(quarter)
