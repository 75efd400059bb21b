"""The command `baocao run` with its notebooks executed in this process; what writes files is what always does."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import ExitStack, chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat

from report_utils.cli import main
from report_utils.intake.isolation.pool import Pool
from report_utils.intake.isolation.process import NoProcessError
from report_utils.run import graph, pipeline
from report_utils.run.kernels import prepared
from report_utils.run.notebook_failures import NotebookFailedError, said
from report_utils.run.notebooks import cleaned
from report_utils.storage.files import save

Command = tuple[str, ...]


class InTurn(Executor):
    """Does each call at once, in the thread that asks for it: only that thread is there after a fork."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def submit(self, call: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """As an Executor does."""
        future: Future[Any] = Future()
        try:
            future.set_result(call(*given, **named))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(error)
        return future


@contextmanager
def in_this_process() -> Iterator[None]:
    """Notebooks and workbooks are executed and read here, not in processes of their own."""
    with ExitStack() as stack:
        for place, name, stands_in in (
            (pipeline, "execute", _execute), (pipeline, "prepared_kernels", nullcontext),
            (prepared, "prepared_kernels", nullcontext),
            (graph, "ThreadPoolExecutor", InTurn), (Pool, "prepare", _refuse),
        ):  # fmt: skip
            stack.enter_context(patch.object(place, name, stands_in))
        yield


def run_here(root: Path, command: Command) -> tuple[int, str]:
    """The exit status of `baocao` and what it said of a failure. Call it within `in_this_process`."""
    screen = io.StringIO()
    with chdir(root), redirect_stdout(io.StringIO()), redirect_stderr(screen):
        try:
            main([*command, "--root", str(root)])
        except SystemExit as end:
            return int(end.code or 0), last_words(screen.getvalue())


def last_words(screen: str) -> str:
    """What stands on the screen below the progress bar."""
    return "\n".join(line.rpartition("\r")[2].strip() for line in screen.split("\n")).strip()


def _refuse(*_: Any) -> None:
    """No process can be started."""
    raise NoProcessError


def _execute(notebook: Path, output: Path, parameters: Mapping[str, Any], _root: Path) -> None:
    """As `run.notebooks.execute`, but for the outputs, which nobody looks at here."""
    source = nbformat.read(notebook, as_version=4)
    names: dict[str, Any] = {"display": lambda *_: None}
    try:
        for cell in source.cells:
            if cell.cell_type == "code":
                exec(cell.source, names)  # noqa: S102 - the notebooks of this project
            if "parameters" in cell.metadata.get("tags", ()):
                names.update(parameters)
    except Exception as error:
        raise NotebookFailedError(notebook.name, said(type(error).__name__, str(error))) from error
    save(output, nbformat.writes(cleaned(source)).rstrip("\n") + "\n")
