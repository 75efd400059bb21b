"""An agency that was written by its name is asked back by its code."""

from pathlib import Path

import pytest

from report_utils.agency.agency_names import unknown_agency
from report_utils.agency.workspace import Workspace
from report_utils.errors import UnknownNameError


def refusal(root: Path, written: str) -> UnknownNameError:
    return unknown_agency(written, root / "params", Workspace(root).agencies())


@pytest.mark.parametrize("written", ["Sở Y tế tỉnh Bà Rịa - Vũng Tàu", "so y te tinh ba ria - vung tau", "BÀ RỊA",
                                     "brvt"])  # fmt: skip
def test_a_name_whole_or_in_part_with_or_without_marks_is_known(workspace: Path, written: str) -> None:
    assert refusal(workspace, written).nearest == "syt-brvt"


def test_a_part_of_two_names_tells_none_of_them(workspace: Path) -> None:
    assert refusal(workspace, "Sở Y tế").nearest is None


def test_settings_that_cannot_be_read_do_not_hide_the_refusal(workspace: Path) -> None:
    (workspace / "params" / "syt-brvt" / "agency.yaml").write_bytes(b"name: \xff\xfe")
    assert refusal(workspace, "bình định").nearest == "ubnd-binh-dinh"
    assert refusal(workspace, "Bà Rịa").nearest is None
