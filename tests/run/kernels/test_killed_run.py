"""A run that is killed or interrupted leaves no kernel, however it was stuck, and is no success."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.run.kernels.conftest import processes_of, wait_until, write_notebook

from report_utils.run.kernels.folder import private_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent by itself")

RUN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from report_utils.run.kernels.prepared import prepared_kernels
from report_utils.run.notebooks import NotebookFailedError, execute

def run(name):
    try:
        execute(folder / name, folder / f"{name}.out", {}, folder)
        print("success")
    except NotebookFailedError as error:
        print(error.message)

folder = Path(sys.argv[1])
try:
    with prepared_kernels(), ThreadPoolExecutor(2) as pool:
        list(pool.map(run, ["python.ipynb", "c.ipynb"]))
    print("success")
except KeyboardInterrupt:
    sys.exit(130)
"""
STUCK = {
    "python.ipynb": "import pathlib, time\npathlib.Path('python').touch()\ntime.sleep(600)",
    "c.ipynb": "import itertools, pathlib\npathlib.Path('c').touch()\nsum(itertools.repeat(1))",
}


def started(folder: Path, code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            encoding="utf-8", preexec_fn=as_on_a_terminal)  # noqa: PLW1509 # fmt: skip


def as_on_a_terminal() -> None:
    """Tests that were started in the background would pass on that SIGINT is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stuck_run(folder: Path) -> subprocess.Popen[str]:
    """A run of two notebooks at once, both of which have come to a cell without end."""
    for name, code in STUCK.items():
        write_notebook(folder / name, code)
    run = started(folder, RUN)
    assert wait_until(lambda: (folder / "python").exists() and (folder / "c").exists(), 30)
    time.sleep(0.05)  # into the C code
    return run


def test_no_kernel_survives_a_run_that_is_killed(private: Path, way: str) -> None:
    run = stuck_run(private)
    assert len(processes_of(private)) == (4 if way == "prepared" else 3)
    run.kill()
    run.communicate()
    assert wait_until(lambda: not processes_of(private), 2)
    assert list(private.glob("baocao-kernels-*"))
    with private_folder() as mine:
        assert list(private.glob("baocao-kernels-*")) == [mine]


@pytest.mark.parametrize(("way", "number"), [("prepared", signal.SIGINT), ("plain", signal.SIGTERM)], indirect=["way"])
def test_an_interrupted_run_is_no_success_and_ends_soon(private: Path, way: str, number: signal.Signals) -> None:
    run = stuck_run(private)
    run.send_signal(number)
    said, errors = run.communicate(timeout=30)
    assert run.returncode == 130
    assert sorted(said.splitlines()) == [
        f"Sổ tính «{name}» dừng giữa chừng: lượt chạy đã được dừng theo yêu cầu." for name in sorted(STUCK)
    ]
    assert errors == ""
    assert processes_of(private) == []
    assert list(private.glob("baocao-kernels-*")) == []


def test_the_nursery_dies_with_a_run_that_is_killed_while_it_starts(private: Path) -> None:
    code = ("import os, sys, time\nfrom report_utils.run.kernels.nurse import Nurse\n"
            "Nurse(sys.argv[1])\ntime.sleep({})\nos.kill(os.getpid(), 9)")  # fmt: skip
    runs = [started(private, code.format(delay)) for delay in (0, 0.002, 0.005, 0.02, 0.1, 0.5)]
    for run in runs:
        run.communicate()
    assert wait_until(lambda: not processes_of(private), 2)


def test_a_nursery_whose_parent_is_gone_ends_at_once(private: Path) -> None:
    command = [sys.executable, "-m", "report_utils.run.kernels.nursery", "1", "0", str(private)]
    assert subprocess.run(command, check=False).returncode == 1


def test_the_kernels_of_a_killed_run_that_live_on_are_found_by_the_next_one(private: Path) -> None:
    orphaned = private / "baocao-kernels-cũ"
    orphaned.mkdir()
    (orphaned / "owner.lock").touch()
    command = [sys.executable, "-c", "import time; time.sleep(60)", str(orphaned / "a.json")]
    orphan = subprocess.Popen(command)
    assert wait_until(lambda: bool(processes_of(private)), 10)  # a process that just starts has no command line yet
    with private_folder():
        assert orphan.wait(5) == -signal.SIGKILL
    assert not orphaned.exists()


def test_the_folder_of_a_run_that_lives_is_left_alone(private: Path) -> None:
    with private_folder() as first:
        (first / "a.json").touch()
        with private_folder():
            assert (first / "a.json").exists()
        assert first.stat().st_mode & 0o777 == 0o700
    assert not first.exists()
