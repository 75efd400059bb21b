"""Kill -9 at random moments of the real command."""

from __future__ import annotations

import json
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.faults.command import Started, run_command
from bench.faults.count import Count
from bench.faults.judge import Judge
from bench.faults.stand import REPOSITORY, Sample, Stand, build_stand
from bench.faults.tree import put_back
from report_utils.agency.reporting import open_reporting
from report_utils.run.notebooks import notebooks_of

SEED, GRACE = 8, 2.0
"""Of the random moments; seconds after which no process of a killed run may live."""
_AFRESH, _STUCK = 10, 5
"""Of so many kills after one the next run is really seen, and in one a cell is stuck."""

_REACHED = "bị kẹt"
_CELL = f"import ctypes, pathlib\npathlib.Path({_REACHED!r}).touch()\nctypes.PyDLL(None).sleep(600)"
"""Sleeps in C code and holds the lock of the interpreter: no Python code and no handler of a signal runs."""


def kill_runs(root: Path, sample: Sample, kills: int) -> list[Count]:
    """Kill a run `kills` times and see what is left of it, of the last good report, and of the next run."""
    times: list[float] = []
    stand = build_stand(root, sample, _timed(times))
    judge, moments = Judge(stand, run_command), random.Random(SEED)  # noqa: S311 - the same moments each time
    of = f"{sample.agency} {sample.period}"
    usual, stuck = Count(f"kill -9 of the command, {of}"), Count(f"kill -9 while a cell is stuck in C code, {of}")
    for number in range(kills):
        is_stuck, share = number % _STUCK == _STUCK - 1, moments.random()
        begun = time.perf_counter()
        left = (killed_while_stuck(stand, number // _STUCK, share) if is_stuck
                else _killed(stand, share * statistics.median(times)))  # fmt: skip
        verdict = judge.verdict((0, ""), cut_off=True, afresh=number % _AFRESH == _AFRESH - 1)
        put_back(root, stand.old)
        count = stuck if is_stuck else usual
        count.add(verdict, f"kill {number}, at {share:.3f} of a run", time.perf_counter() - begun, left)
    return [usual, stuck]


def _timed(times: list[float]) -> Callable[[Path, tuple[str, ...]], tuple[int, str]]:
    """The command, which leaves its seconds in `times`."""

    def run(root: Path, command: tuple[str, ...]) -> tuple[int, str]:
        begun = time.perf_counter()
        ended = run_command(root, command)
        times.append(time.perf_counter() - begun)
        return ended

    return run


def _killed(stand: Stand, seconds: float) -> int:
    """How many processes a run leaves that is killed after so many seconds."""
    run = Started(stand.root, (*stand.sample.command, "--again"))
    time.sleep(seconds)
    return _left(run)


def killed_while_stuck(stand: Stand, number: int, seconds: float) -> int:
    """The same, so many seconds after a notebook, another one for each `number`, has come to a cell that never ends."""
    reached = stand.root / _REACHED
    with _stuck_notebook(stand, number):
        run = Started(stand.root, (*stand.sample.command, "--again"))
        while not reached.exists() and run.left():
            time.sleep(0.01)
        time.sleep(seconds)
        left = _left(run)
    reached.unlink()
    return left


@contextmanager
def _stuck_notebook(stand: Stand, number: int) -> Iterator[None]:
    """One of the notebooks of the run ends in such a cell, in the workspace only, and only within the block."""
    folder, before = stand.root / "notebooks", stand.root / "notebooks.cũ"
    reporting = open_reporting(stand.sample.agency, stand.sample.period, str(stand.root))
    names = [path.name for path in notebooks_of(reporting.workspace, reporting.notebooks)]
    if folder.is_dir():
        folder.rename(before)
    shutil.copytree(before if before.is_dir() else REPOSITORY / "notebooks", folder)
    _add_stuck_cell(folder / names[number % len(names)])
    yield
    shutil.rmtree(folder)
    if before.is_dir():
        before.rename(folder)


def _left(run: Started) -> int:
    """Kill it and wait until nothing of it lives, at most for the time of grace."""
    run.kill()
    last = time.monotonic() + GRACE
    while (left := run.left()) and time.monotonic() < last:
        time.sleep(0.02)
    run.end()
    return len(left)


def _add_stuck_cell(notebook: Path) -> None:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["cells"] += [{"cell_type": "code", "id": "ket", "source": _CELL, "metadata": {}, "outputs": [],
                          "execution_count": None}]  # fmt: skip
    notebook.write_text(json.dumps(content), encoding="utf-8")
