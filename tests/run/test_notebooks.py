"""Notebooks through papermill: clear sentences when one stops, clean copies when it ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml

from report_utils.run.notebooks import NotebookFailedError, cleaned, execute, notebooks_of

REPOSITORY = Path(__file__).parents[2]
COMMITTED = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))

Write = Callable[..., Path]


def test_a_notebook_is_run_with_its_parameters_where_the_workspace_is(notebook: Write, tmp_path: Path) -> None:
    source = notebook("import os\nprint(agency, period)\nprint(os.environ['PYTHONHASHSEED'])\nos.mkdir('ở đây')")
    before = source.read_bytes()
    execute(source, tmp_path / "out.ipynb", {"agency": "syt-brvt", "period": "2024-Q3"}, tmp_path)
    ran = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert ran.cells[-1].outputs[0].text == "syt-brvt 2024-Q3\n0\n"
    assert (tmp_path / "ở đây").exists()
    assert source.read_bytes() == before
    text = (tmp_path / "out.ipynb").read_text(encoding="utf-8")
    assert not re.search(r"\d\d:\d\d|duration|start_time|input_path|output_path|exception", text)
    assert str(tmp_path) not in text


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ('raise ValueError("hai dòng\\nhỏng")', "ValueError: hai dòng hỏng"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("from report_utils.run.desk import open_desk\nopen_desk('syt-brv', '2024-Q3')",
         ("Không có cơ quan «syt-brv». Có phải ý bạn là «syt-brvt»? Hiện có: syt-brvt, syt-thua-thien-hue, "
          "ubnd-binh-dinh.")),
        ("import os\nos._exit(1)", "trình chạy tự thoát ở ô lệnh thứ 2 (mã 1) trước khi sổ tính xong."),
    ],
)  # fmt: skip
def test_a_notebook_that_stops_says_why_in_one_sentence(
    notebook: Write, root: Path, code: str, sentence: str
) -> None:
    with pytest.raises(NotebookFailedError) as caught:
        execute(notebook(code), root / "out.ipynb", {}, root)
    assert caught.value.message == f"Sổ tính «1_thu.ipynb» dừng giữa chừng: {sentence}"
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("text", ["<<<<<<< HEAD", "{}", ""])
def test_a_file_that_is_no_notebook_is_named(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "2_hong.ipynb"
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(NotebookFailedError, match=r"«2_hong\.ipynb» dừng giữa chừng: "):
        execute(broken, tmp_path / "out.ipynb", {}, tmp_path)


def test_the_command_tells_of_a_notebook_that_stops_without_a_traceback(notebook: Write, root: Path) -> None:
    notebook("raise RuntimeError('hết mực')", path=root / "notebooks" / "1_thu.ipynb")
    last = root / "reports" / "syt-brvt" / "2024-Q3" / "Báo cáo CCHC.docx"
    last.parent.mkdir(parents=True)
    last.write_bytes(b"last good report")
    command = [sys.executable, "-m", "report_utils", "run", "syt-brvt", "2024-Q3", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False,
                          env={**os.environ, "PYTHONUTF8": "1"})  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(
        "Sổ tính «1_thu.ipynb» dừng giữa chừng: RuntimeError: hết mực"
    )
    assert "Traceback" not in done.stderr + done.stdout
    assert last.read_bytes() == b"last good report"
    assert not list(root.rglob("*.staging"))


def test_lines_of_one_stream_stand_together_however_they_came() -> None:
    def output(name: str, text: str) -> Any:
        return nbformat.v4.new_output("stream", name=name, text=text)

    parts = [output("stdout", "a\n"), output("stdout", "b\n"), output("stderr", "c\n"), output("stdout", "d\n")]
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=parts)])
    assert [(each.name, each.text) for each in cleaned(made).cells[0].outputs] == [
        ("stdout", "a\nb\n"), ("stderr", "c\n"), ("stdout", "d\n"),
    ]


def test_a_cleaned_notebook_keeps_cells_outputs_and_tags_and_nothing_else() -> None:
    cell = nbformat.v4.new_code_cell("1", execution_count=3, metadata={
        "tags": ["parameters"], "papermill": {"start_time": "2024-09-16T10:00:00"}, "execution": {"iopub": "…"},
    })  # fmt: skip
    said = nbformat.v4.new_output("stream", text="xong")
    cell.outputs = [said, nbformat.v4.new_output("execute_result", {"a/b": "1"}, execution_count=3)]
    made = nbformat.v4.new_notebook(cells=[cell], metadata={
        "kernelspec": {"name": "python3", "display_name": "Python 3"}, "papermill": {"duration": 3.1},
        "language_info": {"name": "python", "version": "3.11.9"},
    })  # fmt: skip
    clean = cleaned(made)
    assert set(clean.metadata) == {"kernelspec"}
    assert dict(clean.cells[0].metadata) == {"tags": ["parameters"]}
    assert (clean.cells[0].id, clean.cells[0].execution_count, len(clean.cells[0].outputs)) == ("cell-00", 3, 2)


def test_cells_are_numbered_so_that_their_names_are_always_the_same() -> None:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("a"), nbformat.v4.new_code_cell("b")])
    assert [cell.id for cell in cleaned(made).cells] == ["cell-00", "cell-01"]


# The notebooks of the repository


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_a_committed_notebook_holds_no_outputs_and_no_traces_of_a_run(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    assert not [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"] is not None]
    assert set(content["metadata"]) <= {"baocao", "kernelspec", "language_info"}
    assert content["metadata"]["language_info"] == {"name": "python"}


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.name)
def test_the_parameters_of_a_notebook_are_the_keys_of_the_file_of_a_period(path: Path) -> None:
    [cell] = [c for c in nbformat.read(path, as_version=4).cells if "parameters" in c.metadata.get("tags", [])]
    names = re.findall(r"^(\w+) =", cell.source, re.MULTILINE)
    parameters = yaml.safe_load((REPOSITORY / "params" / "syt-brvt" / "2024-Q3.yaml").read_text(encoding="utf-8"))
    assert names == list(parameters) == ["agency", "period", "settings"]


def test_the_notebooks_of_the_repository_serve_a_workspace_without_any(quarter: object, root: Path) -> None:
    assert notebooks_of(quarter.workspace) == COMMITTED  # type: ignore[attr-defined]
    assert len(COMMITTED) == 7
