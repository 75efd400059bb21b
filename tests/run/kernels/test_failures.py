"""A notebook whose kernel does not come to its proper end is never a success, and says so in one sentence."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.run.kernels.conftest import processes_of, write_notebook

from report_utils.run.kernels.prepared import PLAIN_VARIABLE, prepared_kernels
from report_utils.run.notebooks import NotebookFailedError, execute

FAILURES = {
    "killed": ("import os\nos.kill(os.getpid(), 9)",
               "trình chạy bị ngắt ở ô lệnh thứ 2 (SIGKILL), có thể do thiếu bộ nhớ."),
    "terminated": ("import os\nos.kill(os.getpid(), 15)", "trình chạy bị ngắt ở ô lệnh thứ 2 (SIGTERM)."),
    "aborted": ("import os\nos.abort()", "trình chạy bị ngắt ở ô lệnh thứ 2 (SIGABRT)."),
    "out of memory": ("import resource\nresource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\nbytearray(8 << 30)",
                      "máy không đủ bộ nhớ cho một ô."),
    "timed out": ("import time\ntime.sleep(60)", "ô lệnh thứ 2 chạy quá 1 giây."),
    "stuck in C": ("import itertools\nsum(itertools.repeat(1))", "ô lệnh thứ 2 chạy quá 1 giây."),
    "sys.exit(0)": ("import sys\nsys.exit(0)", "có ô gọi lệnh thoát (sys.exit) nên các ô sau không được chạy."),
    "os._exit(0)": ("import os\nos._exit(0)",
                    "trình chạy tự thoát ở ô lệnh thứ 2 (mã 0) trước khi sổ tính xong."),
    "raises an exception that it announces": ("raise ValueError('đã báo trước')", "ValueError: đã báo trước"),
    "ends badly": ("import atexit, os\natexit.register(os._exit, 3)", "trình chạy kết thúc không đúng cách (mã 3)."),
}  # fmt: skip


@pytest.fixture(scope="module", params=["prepared", "plain"])
def ended(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """What was said of each failure, executed several at a time."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="bk") as folder:
        patch.setenv(PLAIN_VARIABLE, "1" if request.param == "plain" else "0")
        patch.setattr(tempfile, "tempdir", folder)
        with prepared_kernels(), ThreadPoolExecutor(len(FAILURES)) as pool:
            told = pool.map(lambda name: what_is_said_of(Path(folder), name), FAILURES)
            said = dict(zip(FAILURES, told, strict=True))
            said["left"] = str(len(processes_of(Path(folder))))
        said["files"] = " ".join(path.name for path in Path(folder).glob("baocao*"))
        yield said


def what_is_said_of(folder: Path, name: str) -> str:
    tags = ("raises-exception",) if "announces" in name else ()
    notebook = write_notebook(folder / f"{list(FAILURES).index(name)}_thu.ipynb", "1 + 1", FAILURES[name][0], tags=tags)
    try:
        execute(notebook, folder / "out.ipynb", {}, folder, cell_seconds=1)
    except NotebookFailedError as error:
        return error.reason
    return "success"


@pytest.mark.parametrize("name", FAILURES)
def test_a_notebook_that_is(name: str, ended: dict[str, str]) -> None:
    assert ended[name] == FAILURES[name][1]


def test_no_kernel_and_no_file_is_left(ended: dict[str, str], request: pytest.FixtureRequest) -> None:
    plain = "plain" in request.node.name
    assert ended["left"] == ("0" if plain else "1"), "only the nursery"
    assert ended["files"] == ""
