"""Notebooks through papermill, and executed copies without anything of the clock or the machine."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode, ValidationError
from papermill.exceptions import PapermillException, PapermillExecutionError

from report_utils.agency.settings import nearest
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError, UnknownNameError
from report_utils.run.folders import environment

_KEPT_METADATA = ("kernelspec",)

_SAME_EVERYWHERE = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "MPLBACKEND": "agg", "COLUMNS": "120"}
"""For the kernels, so that nothing depends on locale, hash seed or display."""


class NotebookFailedError(BaocaoError):
    """A notebook stopped. `notebook` is its file name, `reason` the sentence of the error."""

    def __init__(self, notebook: str, reason: str) -> None:
        self.notebook, self.reason = notebook, reason
        super().__init__(f"Sổ tính «{notebook}» dừng giữa chừng: {reason}")


def notebooks_of(workspace: Workspace, wanted: Sequence[str] = ()) -> list[Path]:
    """The notebooks in reading order: those of the workspace, or those of the repository; only `wanted` ones, if any.

    Raises BaocaoError when there are none, UnknownNameError for a wanted one that is not there.
    """
    found = _notebooks_in(workspace.root) or repository_notebooks()
    if not found:
        raise BaocaoError("Không tìm thấy sổ tính nào trong thư mục notebooks/.")
    return _chosen(found, wanted) if wanted else found


def repository_notebooks() -> list[Path]:
    """The notebooks beside the source of this package, in reading order; none where it is installed without them."""
    return _notebooks_in(Path(__file__).resolve().parents[3])


def _notebooks_in(root: Path) -> list[Path]:
    return sorted((root / "notebooks").glob("[0-9]*.ipynb"))


def _chosen(found: Sequence[Path], wanted: Sequence[str]) -> list[Path]:
    by_name = {path.stem: path for path in found}
    for name in wanted:
        if name not in by_name:
            raise UnknownNameError("sổ tính", name, nearest(name, by_name))
    return [by_name[name] for name in wanted]


def execute(notebook: Path, output: Path, parameters: Mapping[str, Any], root: Path) -> None:
    """Execute `notebook` into `output` with `root` as working directory. Raises NotebookFailedError."""
    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        with environment(_SAME_EVERYWHERE):
            papermill.execute_notebook(str(notebook), str(output), dict(parameters), kernel_name="python3",
                                       cwd=str(root), progress_bar=False, log_output=False,
                                       extra_arguments=["--log-level=CRITICAL"])
    except PapermillExecutionError as error:
        raise NotebookFailedError(notebook.name, _sentence(error.ename, error.evalue)) from error
    except PapermillException as error:
        raise NotebookFailedError(notebook.name, str(error)) from error
    except DeadKernelError as error:
        raise NotebookFailedError(notebook.name, "trình chạy bị ngắt, có thể do thiếu bộ nhớ.") from error
    except (NoSuchKernel, ValidationError, ValueError) as error:
        raise NotebookFailedError(notebook.name, f"không mở được ({_one_line(str(error))}).") from error
    clean = cleaned(nbformat.read(output, as_version=4))  # type: ignore[no-untyped-call]
    if not _complete(clean):
        raise NotebookFailedError(notebook.name, "có ô chưa được chạy.")
    nbformat.write(clean, output)  # type: ignore[no-untyped-call]


def cleaned(notebook: NotebookNode) -> NotebookNode:
    """The notebook without times, durations, paths and the version of the interpreter."""
    for key in list(notebook.metadata):
        if key not in _KEPT_METADATA:
            del notebook.metadata[key]
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = NotebookNode({"tags": tags} if tags else {})  # type: ignore[no-untyped-call]
        for output in cell.get("outputs", []):
            output.pop("metadata", None) if output.output_type == "stream" else None
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02d}"
    return notebook


def _complete(notebook: NotebookNode) -> bool:
    """Whether every code cell ran and none shows an error; papermill's own status is not trusted."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    return all(cell.execution_count for cell in code) and not any(
        output.output_type == "error" for cell in code for output in cell.outputs)


def _sentence(name: str, value: str) -> str:
    """Our own errors speak for themselves; others are named, without a traceback."""
    own = " " in value and value.rstrip().endswith((".", "?")) and name.endswith("Error")
    return value if own else _one_line(f"{name}: {value}")


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(" :")

