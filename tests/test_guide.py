"""The user guide's chapter on a new agency, run as it is written: from an empty folder to the first report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.illustration import illustrated

from report_utils.agency.reporting import open_reporting
from report_utils.cli import main
from report_utils.lint.run_all import lint_file

GUIDE = Path(__file__).parents[1] / "docs" / "huong-dan-co-quan-moi.md"
FENCE = re.compile(r"^```(console|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WORD = Path("reports/so-y-te/2026-Q1/Báo cáo CCHC quý I năm 2026.docx")


@dataclass(frozen=True)
class Step:
    """A command of the guide, and the lines that the guide says it prints."""

    command: str
    printed: tuple[str, ...]


def steps() -> list[Step]:
    found: list[Step] = []
    for kind, block in FENCE.findall(GUIDE.read_text(encoding="utf-8")):
        if kind == "console":
            found += [Step(line, ()) for line in block.splitlines()]
        else:
            found[-1] = Step(found[-1].command, tuple(block.splitlines()))
    return found


def assign_the_finances() -> None:
    """What the guide changes in the catalogues."""
    path = Path("params/so-y-te/finance_lines.csv")
    path.write_text(path.read_text(encoding="utf-8").replace(",vp\n", ",phong1\n"), encoding="utf-8")


def fill_in_the_forms() -> None:
    """What the units do with their blank forms."""
    for name, data in illustrated(open_reporting("so-y-te", "2026-Q1")).items():
        assert (Path("data/forms/so-y-te/2026-Q1") / name).is_file()
        sent = Path("data/raw/so-y-te/2026-Q1") / name
        sent.parent.mkdir(exist_ok=True)
        sent.write_bytes(data)


BY_HAND: dict[str, Callable[[], None]] = {
    "baocao new-agency so-y-te": assign_the_finances,
    "baocao forms": fill_in_the_forms,
}
"""What a person does after a command."""


def followed(capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[Step, str]]:
    """Each command of the guide with what it printed, done one after the other in the current folder."""
    for step in steps():
        words, _, goal = step.command.partition(" > ")
        with pytest.raises(SystemExit) as stopped:
            main(words.split()[1:])
        printed = capsys.readouterr().out
        assert stopped.value.code == 0, step.command
        if goal:
            Path(goal).write_text(printed, encoding="utf-8")
        yield step, printed
        for command, work in BY_HAND.items():
            if step.command.startswith(command):
                work()


def test_the_guide_leads_from_an_empty_folder_to_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                            capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for step, printed in followed(capsys):
        lines = [" ".join(line.split()) for line in printed.splitlines()]
        assert [line for line in step.printed if line not in lines] == [], step.command
    assert WORD.is_file()
    assert lint_file(WORD) == []


def test_the_guide_needs_fewer_than_ten_commands() -> None:
    commands = [step.command for step in steps()]
    assert len(commands) < 10
    assert all(command.startswith("baocao ") for command in commands)
    assert "baocao run so-y-te 2026-Q1" in commands
