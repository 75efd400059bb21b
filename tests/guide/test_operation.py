"""The recipes of docs/van-hanh.md, as far as they can be tried without their schedulers."""

import ast
import re
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest

from report_utils.cli import main
from report_utils.cli.frame import DONE, DRAFT, FAILED, INTERRUPTED, baocao

GUIDE = (Path(__file__).parents[2] / "docs" / "van-hanh.md").read_text(encoding="utf-8")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
CRON_FIELD = r"(?:\*|\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)(?:/\d+)?"
CRON_LIMITS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every `baocao …` of the guide, wherever it stands."""
    (crontab,), (dag,), (task,) = blocks("crontab"), blocks("python"), blocks("xml")
    told = [line for block in blocks("console") for line in block.splitlines() if line.startswith("baocao")]
    run = ET.fromstring(task).find(f".//{TASK}Exec")
    assert run is not None
    from_task = f"baocao {run.findtext(f'{TASK}Arguments')}"
    return [*told, from_task, *re.findall(r"baocao batch[^\"&|>]*", crontab + dag)]


@pytest.mark.parametrize("command", commands())
def test_every_command_is_one_that_baocao_knows(command: str) -> None:
    name, *arguments = shlex.split(command)[1:]
    chosen = baocao.commands[name]  # type: ignore[attr-defined]
    whole = click.Context(baocao, **baocao.context_settings)
    assert isinstance(chosen.make_context(name, arguments, parent=whole), click.Context)


def test_the_crontab_has_lines_that_cron_can_read() -> None:
    (crontab,) = blocks("crontab")
    setting, line = crontab.splitlines()
    assert re.fullmatch(r"[A-Z]+=/\S+", setting)
    *fields, command = line.split(maxsplit=5)
    for field, (least, most) in zip(fields, CRON_LIMITS, strict=True):
        assert re.fullmatch(CRON_FIELD, field)
        assert all(least <= int(number) <= most for number in re.findall(r"\d+", field))
    assert "%" not in command  # cron makes a new line of it


def test_the_task_for_windows_is_whole() -> None:
    (text,) = blocks("xml")
    task = ET.fromstring(text)
    assert task.tag == f"{TASK}Task"
    assert task.findtext(f".//{TASK}MultipleInstancesPolicy") == "IgnoreNew"
    assert (task.findtext(f".//{TASK}Command") or "").endswith(r"\.venv\Scripts\baocao.exe")


def test_the_dag_is_python_and_treats_a_draft_as_skipped() -> None:
    (text,) = blocks("python")
    compile(text, "dag.py", "exec")
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    (operator,) = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "BashOperator"]
    given = {word.arg: ast.unparse(word.value) for word in operator.keywords}
    assert (given["skip_on_exit_code"], given["cwd"]) == (str(DRAFT), "BAOCAO")


def test_the_statuses_of_the_guide_are_those_of_the_command() -> None:
    told = [int(number) for number in re.findall(r"^\| (\d+) \|", GUIDE, re.MULTILINE)]
    assert told == [DONE, DRAFT, FAILED, INTERRUPTED]


def test_a_batch_with_nothing_to_do_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "params").mkdir()
    with pytest.raises(SystemExit) as stopped:
        main(["batch", "--root", str(tmp_path)])
    assert stopped.value.code == FAILED
    assert capsys.readouterr().err == "Chưa có tệp nào của đơn vị trong data/raw; không có gì để chạy.\n"
