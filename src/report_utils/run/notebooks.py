"""Notebooks through papermill, and executed copies without anything of the clock or the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from report_utils.agency.settings import nearest
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError, UnknownNameError
from report_utils.run.execution import CELL_SECONDS, UnfinishedError, executed
from report_utils.run.kernels.prepared import StoppedError, kernels_in_use
from report_utils.run.log import stage
from report_utils.run.notebook_failures import NotebookFailedError, one_line
from report_utils.run.notebook_files import notebook_files
from report_utils.run.papermill_import import nbformat
from report_utils.storage.files import save

_KEPT_METADATA = ("kernelspec",)


def notebooks_of(workspace: Workspace, wanted: Sequence[str] = ()) -> list[Path]:
    """The notebooks in reading order: those of the workspace, or those of the repository; only `wanted` ones, if any.

    Raises BaocaoError when there are none, UnknownNameError for a wanted one that is not there.
    """
    found = notebook_files(workspace.root)
    if not found:
        raise BaocaoError("Không tìm thấy sổ tính nào trong thư mục notebooks/.")
    return _chosen(found, wanted) if wanted else found


def _chosen(found: Sequence[Path], wanted: Sequence[str]) -> list[Path]:
    by_name = {path.stem: path for path in found}
    for name in wanted:
        if name not in by_name:
            raise UnknownNameError("sổ tính", name, nearest(name, by_name))
    return [by_name[name] for name in wanted]


def execute(notebook: Path, output: Path, parameters: Mapping[str, Any], root: Path,
            cell_seconds: int = CELL_SECONDS) -> None:
    """Execute `notebook` into `output` with `root` as working directory, no cell longer than `cell_seconds`.

    May be called from several threads at a time; inside prepared_kernels() it uses its kernels. Raises
    NotebookFailedError unless every cell ran, none shows an error and the kernel lived until it was asked to end.
    """
    try:
        source = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
        with stage(notebook.stem), kernels_in_use() as kernels:
            made = executed(source, kernels, parameters, root, cell_seconds)
    except (StoppedError, UnfinishedError) as error:
        raise NotebookFailedError(notebook.name, error.message) from error
    except (nbformat.ValidationError, ValueError, AttributeError) as error:
        raise NotebookFailedError(notebook.name, f"không mở được ({one_line(str(error))}).") from error
    save(output, nbformat.writes(cleaned(made)).rstrip("\n") + "\n")  # type: ignore[no-untyped-call]


def cleaned(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without times, durations, paths and the version of the interpreter."""
    for key in list(notebook.metadata):
        if key not in _KEPT_METADATA:
            del notebook.metadata[key]
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.NotebookNode({"tags": tags} if tags else {})  # type: ignore[no-untyped-call]
        if "outputs" in cell:
            cell.outputs = list(_joined(cell.outputs))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02d}"
    return notebook


def _joined(outputs: Iterable[nbformat.NotebookNode]) -> Iterator[nbformat.NotebookNode]:
    """The outputs with neighbouring lines of one stream in one: how many messages they come in is a matter of load."""
    last = None
    for output in outputs:
        if output.output_type == "stream":
            output.pop("metadata", None)
            if last is not None and last.output_type == "stream" and last.name == output.name:
                last.text += output.text
                continue
        last = output
        yield output
