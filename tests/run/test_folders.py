"""Results replace the last ones in one step, or not at all."""

import os
from pathlib import Path

import pytest

from report_utils.agency.workspace import Workspace
from report_utils.run.folders import STAGING_VARIABLE, Folders, environment, staged
from report_utils.storage import folders
from report_utils.storage.files import NotSavedError


@pytest.fixture
def goal(tmp_path: Path) -> Folders:
    """Folders that hold the last good results."""
    last = Folders(tmp_path / "processed" / "2024-Q3", tmp_path / "reports" / "2024-Q3")
    for folder in (last.processed, last.reports):
        folder.mkdir(parents=True)
        (folder / "cũ.txt").write_text("cũ", encoding="utf-8")
    return last


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def everything(goal: Folders) -> list[set[str]]:
    return [files(goal.processed.parent), files(goal.reports.parent)]


BEFORE = [{"2024-Q3", "2024-Q3/cũ.txt"}] * 2


def test_the_new_results_replace_the_old_ones(goal: Folders) -> None:
    with staged(goal) as staging:
        for folder in (staging.processed, staging.reports):
            (folder / "mới.txt").write_text("mới", encoding="utf-8")
        assert files(goal.reports) == {"cũ.txt"}
    assert everything(goal) == [{"2024-Q3", "2024-Q3/mới.txt"}] * 2


def test_the_first_results_need_no_old_ones(tmp_path: Path) -> None:
    goal = Folders(tmp_path / "p" / "x", tmp_path / "r" / "x")
    with staged(goal) as staging:
        (staging.reports / "mới.txt").touch()
    assert (goal.reports / "mới.txt").is_file()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_when_the_block_fails_the_last_results_stay_and_nothing_else_does(
    goal: Folders, error: type[BaseException]
) -> None:
    with pytest.raises(error), staged(goal) as staging:  # noqa: PT012
        (staging.reports / "nửa chừng.txt").touch()
        raise error
    assert everything(goal) == BEFORE
    assert STAGING_VARIABLE not in os.environ


def test_what_a_broken_run_left_behind_is_cleared_away_first(goal: Folders) -> None:
    leftover = goal.staging().reports / "thừa.txt"
    leftover.parent.mkdir()
    leftover.touch()
    with staged(goal) as staging:
        assert files(staging.reports) == set()


def test_the_last_results_come_back_when_the_new_ones_cannot_take_their_place(
    goal: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = folders.swap

    def refuse(new: Path, goal_: Path) -> None:
        if goal_ == goal.reports:
            raise PermissionError(13, "tệp đang mở", str(goal_))
        swap(new, goal_)

    monkeypatch.setattr(folders, "swap", refuse)
    with pytest.raises(NotSavedError, match="«2024-Q3»: không có quyền, hoặc tệp đang mở"), staged(goal):
        pass
    assert everything(goal) == BEFORE


def test_the_kernels_of_a_run_write_into_the_staging_folders(goal: Folders, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    plain = Folders.of(workspace, "a", "2024-Q3")
    assert plain.reports == tmp_path / "reports" / "a" / "2024-Q3"
    with staged(goal):
        assert Folders.of(workspace, "a", "2024-Q3") == plain.staging()
    assert Folders.of(workspace, "a", "2024-Q3") == plain


def test_the_staging_folders_stand_beside_their_goal_and_are_hidden(goal: Folders) -> None:
    assert goal.staging().reports == goal.reports.parent / ".2024-Q3.staging"


def test_variables_are_given_back_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOCAO_MOT", "cũ")
    monkeypatch.delenv("BAOCAO_HAI", raising=False)
    with pytest.raises(ValueError, match="hỏng"), environment(  # noqa: PT012
        {"BAOCAO_MOT": "mới", "BAOCAO_HAI": "mới"}
    ):
        assert os.environ["BAOCAO_MOT"] == os.environ["BAOCAO_HAI"] == "mới"
        raise ValueError("hỏng")
    assert os.environ["BAOCAO_MOT"] == "cũ"
    assert "BAOCAO_HAI" not in os.environ
