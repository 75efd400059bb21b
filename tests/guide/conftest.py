"""The agency of the guide's chapter on a new agency."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.cli import main


@pytest.fixture
def new_agency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Reporting:
    """The first quarter of 2026 of the agency `so-y-te`, made in the current folder as the guide says."""
    root = tmp_path / "nơi làm việc"
    root.mkdir()
    monkeypatch.chdir(root)
    run("new-agency", "--example")
    Path("tra-loi.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    run("new-agency", "so-y-te", "--from", "tra-loi.yaml")
    capsys.readouterr()
    assign_the_finances()
    return open_reporting("so-y-te", "2026-Q1", str(root))


def assign_the_finances() -> None:
    """What the guide changes in the catalogues."""
    path = Path("params/so-y-te/finance_lines.csv")
    path.write_text(path.read_text(encoding="utf-8").replace(",vp\n", ",phong1\n"), encoding="utf-8")


def run(*arguments: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert stopped.value.code == 0
