"""A workspace from the samples: whole or not at all, and never over anything."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from report_utils.agency.workspace import Workspace
from report_utils.starter import new_workspace
from report_utils.starter.new_workspace import NoFolderError, PlaceTakenError, write_workspace
from report_utils.starter.samples import sample_files, sample_periods
from report_utils.storage.files import NotSavedError

ROOT = Path(__file__).parents[2]
SAMPLES = ("notebooks", "params", "data/facts", "data/raw")


def names_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_new_folder_becomes_a_workspace_with_everything_a_run_needs(tmp_path: Path) -> None:
    new = write_workspace(tmp_path / "mới" / "báo cáo")
    assert (new.agency, new.period) == ("syt-brvt", "2024-Q3")
    assert sorted(path.name for path in new.workspace.root.iterdir()) == [".gitignore", "data", "notebooks", "params"]
    assert new.workspace.agencies() == Workspace(ROOT).agencies()
    assert len(names_in(new.workspace.root)) == new.files


def test_the_samples_are_what_the_repository_tracks() -> None:
    listed = subprocess.run(["git", "ls-files", "-z", *SAMPLES], cwd=ROOT, capture_output=True, check=False)
    tracked = sorted(filter(None, listed.stdout.decode().split("\0")))
    if not tracked:
        pytest.skip("unpacked without git")
    assert [path.as_posix() for path in sample_files(ROOT)] == tracked


def test_a_real_agency_beside_the_samples_is_none(tmp_path: Path) -> None:
    for folder in ("params/a", "params/b", "data/facts/a/2024-Q3", "data/raw/a/2024-Q3", "data/raw/a/2025-Q1",
                   "data/raw/b/2024-Q3"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "tệp").touch()
        (tmp_path / folder / "~$tệp").touch()
    assert sample_periods(tmp_path) == [("a", "2024-Q3")]
    assert [path.as_posix() for path in sample_files(tmp_path)] == [
        "data/facts/a/2024-Q3/tệp", "data/raw/a/2024-Q3/tệp", "params/a/tệp",
    ]  # fmt: skip


def test_what_an_office_adjusted_in_a_sample_is_no_part_of_it(tmp_path: Path) -> None:
    for folder in ("data/facts/a/2024-Q3", "data/raw/a/2024-Q3"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("dieu-chinh.yaml", "vp.xlsx"):
        (tmp_path / "data/raw/a/2024-Q3" / name).touch()
    assert [path.name for path in sample_files(tmp_path)] == ["vp.xlsx"]


def test_what_else_lies_in_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    write_workspace(tmp_path)
    assert (tmp_path / "ghi chú.txt").read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize("name", [".gitignore", "data", "notebooks", "params", "reports"])
def test_nothing_is_written_where_a_part_of_a_workspace_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(PlaceTakenError, match=f"đã có {name}; không ghi đè gì") as refused:
        write_workspace(tmp_path)
    assert refused.value.taken == [name]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(NoFolderError, match="là một tệp"):
        write_workspace(tmp_path / "a")


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes | str) -> None:
        raise NotSavedError(path, "đĩa đã đầy")

    monkeypatch.setattr(new_workspace, "save", full)
    with pytest.raises(NotSavedError):
        write_workspace(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []
