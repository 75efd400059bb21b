"""The user guide's chapter on a new agency, run as it is written: from an empty folder to the first report."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.guide.conftest import assign_the_finances
from tests.guide.following import follow, steps
from tests.illustration import illustrated

from report_utils.agency.reporting import open_reporting
from report_utils.lint.run_all import lint_file

GUIDE = "huong-dan-co-quan-moi.md"
WORD = Path("reports/so-y-te/2026-Q1/Báo cáo CCHC quý I năm 2026.docx")


def fill_in_the_forms() -> None:
    """What the units do with their blank forms."""
    for name, data in illustrated(open_reporting("so-y-te", "2026-Q1")).items():
        assert (Path("data/forms/so-y-te/2026-Q1") / name).is_file()
        sent = Path("data/raw/so-y-te/2026-Q1") / name
        sent.parent.mkdir(exist_ok=True)
        sent.write_bytes(data)


def test_the_guide_leads_from_an_empty_folder_to_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                            capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    follow(GUIDE, capsys, {"baocao forms": assign_the_finances, "baocao status": fill_in_the_forms})
    assert WORD.is_file()
    assert lint_file(WORD) == []


def test_the_guide_needs_fewer_than_ten_commands() -> None:
    commands = [step.command for step in steps(GUIDE)]
    assert len(commands) < 10
    assert all(command.startswith("baocao ") for command in commands)
    assert "baocao run so-y-te 2026-Q1" in commands
