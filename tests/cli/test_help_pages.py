"""Help: in Vietnamese, with examples that can be copied, the commands by what they are for."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.cli.conftest import Ask

from report_utils.cli.examples import EXAMPLES
from report_utils.cli.frame import baocao

COMMANDS = sorted(baocao.commands)
LISTED = {name: lines for group in EXAMPLES.values() for name, lines in group.items()}
ENGLISH = ("Usage", "Options", "Commands", "Show this message", "Error", "Missing", "No such", "default", "required",
           "Traceback")  # fmt: skip
HEAVY = ("pandas", "numpy", "pydantic", "openpyxl", "matplotlib", "papermill", "lxml", "tqdm", "yaml")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=lambda c: " ".join(c) or "baocao")
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_vietnamese_and_ends_in_examples(ask: Ask, command: list[str], option: str) -> None:
    answer = ask(*command, option)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"Cách dùng: {' '.join(['baocao', *command])} ")
    assert not [word for word in ENGLISH if word in answer.out]
    examples = answer.out.split("\nVí dụ:\n")[1].splitlines()
    assert all(line.startswith(f"  {' '.join(['baocao', *command])} ") or line == f"  baocao {' '.join(command)}"
               for line in examples)  # fmt: skip


def test_every_command_stands_under_what_it_is_for() -> None:
    assert sorted(LISTED) == COMMANDS


def test_help_lists_every_command_with_a_whole_sentence(ask: Ask) -> None:
    out = ask("--help").out
    assert [heading for heading in EXAMPLES if f"\n{heading}:\n" not in out] == []
    assert [name for name in COMMANDS if f"\n  {name} " not in out] == []
    assert "..." not in out
    assert "Các lệnh khác" not in out


@pytest.mark.parametrize("line", [line for lines in LISTED.values() for line in lines])
def test_an_example_is_a_command_line_that_is_understood(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                                         ) -> None:  # fmt: skip
    words = shlex.split(line.partition(" > ")[0])
    monkeypatch.chdir(tmp_path)
    for word in words:
        (tmp_path / word if "." in word and "/" not in word else tmp_path / "x").touch()
    command = baocao.commands[words[1]]
    assert words[0] == "baocao"
    whole = click.Context(baocao, **baocao.context_settings)
    assert isinstance(command.make_context(words[1], words[2:], parent=whole), click.Context)


def test_without_a_command_the_help_is_shown(ask: Ask) -> None:
    answer = ask()
    assert answer.status == 2
    assert "Trong kỳ báo cáo:" in answer.err


def test_help_imports_nothing_heavy() -> None:
    code = ("import sys, contextlib\nfrom report_utils.cli import main\n"
            "with contextlib.suppress(SystemExit): main(['--help'])\nprint(*sys.modules, file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8")
    assert sorted(set(HEAVY) & set(done.stderr.split())) == []
