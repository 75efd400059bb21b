"""Small notebooks, the two ways to run them, and a look at what processes are left."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import psutil
import pytest

from report_utils.run.kernels.prepared import PLAIN_VARIABLE

Write = Callable[..., Path]


def write_notebook(path: Path, *cells: str, tags: tuple[str, ...] = ()) -> Path:
    """A notebook of a cell for each of `cells`; the last one bears the tags."""
    made = [nbformat.v4.new_code_cell(cell) for cell in cells]
    made[-1].metadata["tags"] = list(tags)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": kernel}), path)
    return path


@pytest.fixture(params=["prepared", "plain"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both kinds of kernels."""
    monkeypatch.setenv(PLAIN_VARIABLE, "1" if request.param == "plain" else "0")
    return str(request.param)


@pytest.fixture
def private(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A short folder for temporary files, by which the processes of a test are found."""
    with tempfile.TemporaryDirectory(prefix="bk") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(folder)


def processes_of(folder: Path) -> list[psutil.Process]:
    """Those that live and name the folder on their command line: nurseries and kernels."""
    return [process for process in psutil.process_iter(["cmdline", "status"])
            if process.info["status"] != psutil.STATUS_ZOMBIE
            and any(str(folder) in argument for argument in process.info["cmdline"] or ())]


def wait_until(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it comes true in time."""
    last = time.monotonic() + seconds
    while not (done := true()) and time.monotonic() < last:
        time.sleep(0.02)
    return done
