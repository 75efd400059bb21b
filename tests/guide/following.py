"""A guide as steps: each command in a frame `console`, and the lines of the frame `text` below that it prints."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from report_utils.cli import main

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^```(console|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

Work = Callable[[], object]


@dataclass(frozen=True)
class Step:
    """A command of the guide, and the lines that the guide says it prints."""

    command: str
    printed: tuple[str, ...]


def steps(guide: str) -> list[Step]:
    """The steps of the guide of that name; a frame `text` above the first command is something else."""
    found: list[Step] = []
    for kind, block in FENCE.findall((DOCS / guide).read_text(encoding="utf-8")):
        if kind == "console":
            found += [Step(line, ()) for line in block.splitlines()]
        elif found:
            found[-1] = Step(found[-1].command, tuple(block.splitlines()))
    return found


def one_space(text: str) -> list[str]:
    """The lines with one space between words, for columns are aligned on the screen."""
    return [" ".join(line.split()) for line in text.splitlines()]


def missing_lines(step: Step, printed: str) -> list[str]:
    """The lines that the guide promises and the command did not print."""
    lines = one_space(printed)
    return [line for line in one_space("\n".join(step.printed)) if line not in lines]


def named_results(guide: str) -> list[str]:
    """The files and folders below data/ and reports/ that a guide names, but for those of open data."""
    text = (DOCS / guide).read_text(encoding="utf-8")
    named = re.findall(r"`((?:data|reports)/[^`<>]+)`", text)
    return [name for name in named if "du-lieu-mo" not in name]


def follow(guide: str, capsys: pytest.CaptureFixture[str], by_hand: Mapping[str, Work],
           unfinished: tuple[str, ...] = (), done: Mapping[str, str] | None = None) -> None:  # fmt: skip
    """Do every command in the current folder; each ends as it should and prints what the guide says.

    `by_hand` is what people do before a command that begins so; the commands `unfinished` end with status 1; those
    `done` were run before, and printed that. In the end every folder and file that the guide names there is there.
    """
    for step in steps(guide):
        if done and step.command in done:
            assert missing_lines(step, done[step.command]) == [], step.command
            continue
        for command, work in by_hand.items():
            if step.command.startswith(command):
                work()
        words, _, goal = step.command.partition(" > ")
        with pytest.raises(SystemExit) as stopped:
            main(shlex.split(words)[1:])
        printed = capsys.readouterr().out
        assert stopped.value.code == int(step.command in unfinished), step.command
        if goal:
            Path(goal).write_text(printed, encoding="utf-8")
        assert missing_lines(step, printed) == [], f"{step.command}\n{printed}"
    assert [name for name in named_results(guide) if not Path(name).exists()] == []
