"""What the Tab key offers, in a workspace and outside of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Ask

from report_utils.cli.frame import baocao

SHELLS = ("bash", "zsh", "fish", "powershell")


def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str) -> list[str]:
    """What is offered for the last word of a command line, begun or empty."""
    words = line.split(" ")
    monkeypatch.setenv("_BAOCAO_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    with pytest.raises(SystemExit):
        baocao.main([], prog_name="baocao")
    lines = [line.partition(",") for line in capsys.readouterr().out.splitlines()]
    return [value for kind, _, value in lines if kind == "plain"]


CASES = {
    "baocao ch": ["check"],
    "baocao check ": ["syt-brvt", "syt-thua-thien-hue", "ubnd-binh-dinh"],
    "baocao check syt-b": ["syt-brvt"],
    "baocao check syt-brvt ": ["2025-H1", "2024-Q3", "2024-H1"],
    "baocao check syt-brvt 2024-": ["2024-Q3", "2024-H1"],
    "baocao check syt-brvt 2024-Q3 --j": ["--json"],
    "baocao batch syt-brvt syt": ["syt-thua-thien-hue"],
    "baocao batch --period 2019": ["2019-Q4"],
    "baocao compare a.docx --agency ubnd-binh-dinh --report ": ["open_data", "open_data_reminder"],
    "baocao trace syt-brvt 2024-Q3 dossiers.res": ["dossiers.resolved.early", "dossiers.resolved.overdue"],
    "baocao completion p": ["powershell"],
    "baocao check no-such-agency ": [],
}


@pytest.fixture
def here(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a workspace with a run behind it."""
    reports = workspace / "reports" / "syt-brvt" / "2024-Q3"
    reports.mkdir(parents=True)
    codes = ("code,text", "dossiers.resolved.overdue,1", "dossiers.resolved.early,2", "investment.rate,3")
    (reports / "figures.csv").write_text("\n".join(codes), encoding="utf-8-sig")
    monkeypatch.chdir(workspace)
    return workspace


@pytest.mark.parametrize("line", CASES)
def test_tab_offers_what_the_workspace_has(line: str, here: Path, monkeypatch: pytest.MonkeyPatch,
                                           capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    assert offered(monkeypatch, capsys, line) == CASES[line]


def test_the_workspace_may_be_named(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                    capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    shorter = tmp_path / "w"
    here.rename(shorter)
    monkeypatch.chdir("/")
    assert offered(monkeypatch, capsys, f"baocao check --root {shorter} syt-b") == ["syt-brvt"]


def test_outside_of_a_workspace_nothing_is_offered_and_nothing_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(monkeypatch, capsys, "baocao check ") == []


def test_settings_that_cannot_be_read_offer_nothing(here: Path, monkeypatch: pytest.MonkeyPatch,
                                                    capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    (here / "params" / "syt-brvt" / "agency.yaml").write_text("a: [", encoding="utf-8")
    assert offered(monkeypatch, capsys, "baocao compare a.docx --agency syt-brvt --report ") == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_is_printed_alone(ask: Ask, shell: str) -> None:
    answer = ask("completion", shell)
    assert (answer.status, answer.err) == (0, "")
    assert f"{shell}_complete" in answer.out


@pytest.fixture
def program(tmp_path: Path) -> dict[str, str]:
    """An environment in which the shells find `baocao`."""
    path = tmp_path / "bin" / "baocao"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m report_utils "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return {**os.environ, "PYTHONUTF8": "1", "PATH": f"{path.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path), "ZDOTDIR": str(tmp_path), "LC_ALL": "C.UTF-8"}  # fmt: skip


def said(program: dict[str, str], here: Path, *command: str) -> list[str]:
    return subprocess.run(command, cwd=here, check=True, capture_output=True, env=program,
                          encoding="utf-8").stdout.splitlines()  # fmt: skip


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_completes_with_the_script_also_where_nobody_has_set_up_completions(
    here: Path, ask: Ask, program: dict[str, str]
) -> None:
    asked = ("compadd() { print -l ${(P)@[-1]} }; print ${_comps[baocao]}; words=(baocao check syt-brvt 2024-); "
             "CURRENT=4; _baocao_completion")
    found = said(program, here, "zsh", "-f", "-c", f"{ask('completion', 'zsh').out}\n{asked}")
    assert found == ["_baocao_completion", "2024-Q3", "2024-H1"]


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
@pytest.mark.parametrize(("line", "offered"), [
    ("baocao check syt-b", ["syt-brvt"]), ("baocao check syt-brvt 2024-", ["2024-Q3", "2024-H1"]),
    ("baocao check syt-brvt 2024-Q3 --r", ["--root\tThư mục làm việc có params/, data/, reports/"]),
])  # fmt: skip
def test_fish_completes_with_the_script(here: Path, ask: Ask, program: dict[str, str], line: str, offered: list[str]
                                        ) -> None:  # fmt: skip
    script = ask("completion", "fish").out
    found = said(program, here, "fish", "--no-config", "-c", f"{script}\ncomplete -C '{line}'")
    assert [text.partition(" (mặc định")[0] for text in found] == offered


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_completes_with_the_script(here: Path, ask: Ask) -> None:
    program = f'baocao() {{ "{sys.executable}" -m report_utils "$@"; }}; export -f baocao\n'
    script = ask("completion", "bash").out.replace("$1)", f'"{sys.executable}" -m report_utils)')
    asked = "COMP_WORDS=(baocao check syt-b); COMP_CWORD=2; _baocao_completion baocao; echo ${COMPREPLY[@]}"
    done = subprocess.run(["bash", "-c", f"{program}{script}\n{asked}"], cwd=here, check=True, capture_output=True,
                          text=True, env={**os.environ, "PYTHONUTF8": "1"})  # fmt: skip
    assert done.stdout.split() == ["syt-brvt"]
