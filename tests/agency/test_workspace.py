"""Where things lie, and what a person mistypes on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.agency.workspace import Workspace, WorkspaceNotFoundError
from report_utils.errors import UnknownNameError


def test_the_workspace_is_found_from_a_folder_inside_it(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "data" / "raw")
    assert Workspace.find() == Workspace(workspace)


def test_a_root_given_by_hand_is_taken_as_it_is(workspace: Path) -> None:
    assert Workspace.find(workspace) == Workspace(workspace)
    with pytest.raises(WorkspaceNotFoundError, match="--root"):
        Workspace.find(workspace / "data")


def test_an_agency_without_a_profile_is_none(workspace: Path) -> None:
    (workspace / "params" / "chưa-xong").mkdir()
    assert Workspace(workspace).agencies() == ["syt-brvt", "syt-thua-thien-hue", "ubnd-binh-dinh"]


def test_a_mistyped_agency_is_named_with_the_nearest_one(workspace: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        open_reporting("syt-brtv", "2024-Q3", str(workspace))
    assert caught.value.nearest == "syt-brvt"
    assert caught.value.message == ("Không có cơ quan «syt-brtv». Có phải ý bạn là «syt-brvt»? "
                                    "Hiện có: syt-brvt, syt-thua-thien-hue, ubnd-binh-dinh.")


def test_a_path_is_no_agency(workspace: Path) -> None:
    with pytest.raises(UnknownNameError):
        open_reporting("../params/syt-brvt", "2024-Q3", str(workspace))


def test_paths_are_shown_relative_to_the_root(workspace: Path) -> None:
    shown = Workspace(workspace).shown
    assert shown(Workspace(workspace).raw("syt-brvt", "2024-Q3")) == "data/raw/syt-brvt/2024-Q3"
    assert shown(workspace.parent) == workspace.parent.as_posix()


def test_a_mistyped_unit_is_named_with_the_nearest_one(reporting: Reporting) -> None:
    with pytest.raises(UnknownNameError) as caught:
        reporting.agency.units["bvrb"]
    assert caught.value.message == "Không có đơn vị «bvrb». Có phải ý bạn là «bvbr»?"


def test_units_answer_to_their_code_their_group_and_their_tags(reporting: Reporting) -> None:
    units = reporting.agency.units
    assert [unit.code for unit in units.answering(["khtc", "vp"])] == ["vp", "khtc"]
    assert {"bvbr", "ttyt-cdao"} <= {unit.code for unit in units.answering(["kcb"])}
    assert [unit.code for unit in units.answering(["one_stop"])] == ["ttpvhcc"]
    assert units.answering([]) == ()
    assert ("bvbr" in units, "bvrb" in units) == (True, False)
