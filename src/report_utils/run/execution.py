"""One notebook through papermill, with what papermill says of its success not believed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_utils.errors import BaocaoError
from report_utils.run.kernels.kernel import Kernel
from report_utils.run.kernels.nurse import NurseryLostError
from report_utils.run.kernels.prepared import PLAIN_VARIABLE, Kernels
from report_utils.run.notebook_failures import bad_end, death, incomplete, said
from report_utils.run.papermill_import import CellTimeoutError, DeadKernelError, papermill

if TYPE_CHECKING:
    from nbformat import NotebookNode

CELL_SECONDS = 600
"""How long a cell may run unless a run says something else."""

_INJECTED = "injected-parameters"
"""The tag of the cell that papermill adds; an analyst does not see it when counting."""


class UnfinishedError(BaocaoError):
    """A notebook did not come to its end; the message is the reason only."""


def executed(notebook: NotebookNode, kernels: Kernels, parameters: Mapping[str, Any], root: Path,
             cell_seconds: int) -> NotebookNode:
    """The notebook with outputs, as papermill executes it in `root`. Raises UnfinishedError."""
    cells = _Cells()
    with kernels.kernel() as kernel:
        try:
            made = _by_papermill(notebook, kernel, cells, parameters, root, cell_seconds)
            reason = incomplete(made) or _end(kernel)
        except (papermill.exceptions.PapermillException, NurseryLostError, CellTimeoutError, DeadKernelError,
                RuntimeError) as error:
            raise UnfinishedError(_reason(error, kernel, cells, cell_seconds)) from error
        finally:
            kernels.go_on()
    if reason:
        raise UnfinishedError(reason)
    return made


class _Cells:
    """Counts the code cells that were begun, as an analyst does."""

    def __init__(self) -> None:
        self.begun = 0

    def begin(self, cell: NotebookNode, **_: Any) -> None:
        if cell.cell_type == "code" and _INJECTED not in cell.metadata.get("tags", []):
            self.begun += 1

    @property
    def place(self) -> str:
        return f" ở ô lệnh thứ {self.begun}" if self.begun else ""


def _by_papermill(notebook: NotebookNode, kernel: Kernel, cells: _Cells, parameters: Mapping[str, Any], root: Path,
                  cell_seconds: int) -> NotebookNode:
    """Nothing of it changes the folder or the variables of this process, which its threads share."""
    logging.getLogger("papermill").setLevel(logging.CRITICAL)
    made: NotebookNode = papermill.execute_notebook(
        notebook, None, dict(parameters), kernel_name="python3", progress_bar=False, log_output=False,
        km=kernel, resources={"metadata": {"path": str(root)}}, execution_timeout=cell_seconds,
        on_cell_start=cells.begin, extra_arguments=["--log-level=CRITICAL"])
    return made


def _end(kernel: Kernel) -> str:
    """Ask the kernel to end; what was wrong with its end."""
    before = kernel.last_exit()
    if before is not None:
        return death(before, "")
    status = kernel.end()
    return "" if status == 0 else bad_end(status)


def _reason(error: Exception, kernel: Kernel, cells: _Cells, cell_seconds: int) -> str:
    match error:
        case papermill.exceptions.PapermillExecutionError():
            return said(error.ename, error.evalue)
        case papermill.exceptions.PapermillException():
            return str(error)
        case NurseryLostError():
            return f"không tạo được trình chạy; hãy chạy lại với {PLAIN_VARIABLE}=1."
        case CellTimeoutError():
            return f"ô lệnh thứ {cells.begun} chạy quá {cell_seconds} giây."
        case _:
            return death(kernel.last_exit(), cells.place)
