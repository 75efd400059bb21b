"""Faults over whole runs: `python -m bench.faults [KILLS] [EVERY]`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from bench.faults.apart import apart
from bench.faults.command import run_command
from bench.faults.count import Count
from bench.faults.fault import EVERY, PRIMITIVES, Fault
from bench.faults.here import Command, in_this_process, run_here
from bench.faults.judge import Judge
from bench.faults.killing import kill_runs
from bench.faults.plain import kill_plain_writers, run_plainly
from bench.faults.points import Points
from bench.faults.small_disk import CannotMountError, fill_and_lock, small_disk
from bench.faults.stand import QUARTER, SMALL, Run, Sample, build_stand
from report_utils.storage import disk

KILLS = 200
_MEMORY = Path("/dev/shm")  # noqa: S108 - thousands of trees are put back
_SHOWN = 5


def main(kills: int = KILLS, every: int = 1, faults: Sequence[Fault] = EVERY) -> None:
    """Print a line a kind: all faults at every point, or one of `every` so many, then `kills` of the real command."""
    _at_every_point(QUARTER, every, faults)
    _on_a_small_disk(SMALL)
    for sample, share in ((SMALL, kills - kills // 4), (QUARTER, kills // 4)):
        with tempfile.TemporaryDirectory() as folder:
            _say(kill_runs(Path(folder) / "gốc", sample, share))


def _at_every_point(sample: Sample, every: int, faults: Sequence[Fault]) -> None:
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder, in_this_process():
        next_run = _apart(run_here)
        stand = build_stand(Path(folder) / "gốc", sample, run_here, next_run)
        judge = Judge(stand, next_run)
        _say(Points(stand, judge, faults, power=True, every=every).walk())
        with patch.object(disk, "sync", lambda _: None):
            [count] = Points(stand, judge, (), power=True, every=every).walk(set(PRIMITIVES) - {"sync"})
        count.kind += ", the sync taken out (must not be intact)"
        _say([count], shown=0)
        plain = build_stand(Path(folder) / "đơn giản", sample, run_here, _apart(run_plainly), steady=False)
        _say([kill_plain_writers(plain)])


def _apart(run: Run) -> Run:
    """The run in a forked process."""

    def forked(root: Path, command: Command) -> tuple[int, str]:
        return apart(lambda: run(root, command))

    return forked


def _on_a_small_disk(sample: Sample) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder) / "đĩa") as mounted:
                _say(fill_and_lock(mounted, sample, run_command))
        except CannotMountError as error:
            _say([f"a full disk, a read-only disk: skipped, {error}"])


def _say(counts: Iterable[object], shown: int = _SHOWN) -> None:
    for count in counts:
        sys.stdout.write(f"{count}\n")
        for example in count.examples[:shown] if isinstance(count, Count) else ():
            sys.stdout.write(f"  {example}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
