"""How the time of a batch grows with the quarters, and that of a run with the units; the memory of the largest run."""

from __future__ import annotations

import math
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bench.many_centres import build
from bench.quarters import REPOSITORY, baocao, build_quarters, clear

QUARTERS, UNITS, LIMIT = (1, 2, 5, 10, 20), (25, 250, 1000), 1 << 30


def main(quarters: tuple[int, ...] = QUARTERS, units: tuple[int, ...] = UNITS) -> None:
    """Print the times, the exponents of growth and the peak of memory."""
    _say_growth("quarters", {n: _batch_of(n) for n in quarters})
    runs = {n: _run_with(n) for n in units}
    _say_growth("units", {n: seconds for n, (seconds, _) in runs.items()})
    peak = max(bytes_ for _, bytes_ in runs.values())
    _say(f"peak memory with {max(units)} units, largest process: {peak / 2**20:.0f} MB (goal {LIMIT / 2**20:.0f})")


def _batch_of(quarters: int) -> float:
    """Seconds of one worker for so many quarters, so that the start is the only thing that does not grow."""
    with tempfile.TemporaryDirectory() as folder:
        build_quarters(Path(folder), quarters)
        clear(Path(folder))
        return _timed("batch", "--period", "2024-Q3", "--workers", "1", "--root", folder)


def _run_with(units: int) -> tuple[float, int]:
    """Seconds and the most bytes that any process of the run had in memory."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), REPOSITORY, units)
        with_peak = _Peak()
        with_peak.start()
        seconds = _timed("run", "syt-brvt", "2024-Q3", "--root", folder)
        return seconds, with_peak.stop()


def _timed(*arguments: str) -> float:
    start = time.perf_counter()
    baocao(*arguments)
    return time.perf_counter() - start


class _Peak(threading.Thread):
    """Looks ten times a second at the processes that descend from this one, where the system has /proc."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._most, self._ended = 0, threading.Event()

    def run(self) -> None:
        while not self._ended.wait(0.1):
            self._most = max((self._most, *(_peak_of(pid) for pid in _descendants(os.getpid()))))

    def stop(self) -> int:
        self._ended.set()
        self.join()
        return self._most


def _descendants(pid: int) -> Iterator[int]:
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in path.read_text(encoding="ascii").split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from _descendants(child)


def _peak_of(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def _say_growth(what: str, seconds: dict[int, float]) -> None:
    logs = [(math.log(size), math.log(took)) for size, took in seconds.items()]
    slope = statistics.linear_regression(*zip(*logs, strict=True)).slope
    told = ", ".join(f"{size}: {took:.1f} s" for size, took in seconds.items())
    _say(f"{what}: {told}; exponent of growth {slope:.2f} (goal 1.05)")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
