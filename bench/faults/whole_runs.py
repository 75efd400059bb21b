"""All faults over whole runs, and what shows that they would be noticed."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections import Counter
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
from bench.faults.plain import PlainKills, run_plainly
from bench.faults.points import Points
from bench.faults.small_disk import CannotMountError, fill_and_lock, small_disk
from bench.faults.stand import QUARTER, SMALL, Run, Sample, Stand, build_stand
from report_utils.storage import disk

KILLS = 200
_MEMORY = Path("/dev/shm")  # noqa: S108 - thousands of trees are put back
_SHOWN = 5


def main(kills: int = KILLS, every: int = 1, faults: Sequence[Fault] = EVERY, sample: Sample = QUARTER) -> None:
    """Print a line a kind: all faults at every point, or one of `every` so many, then `kills` of the real command.

    Three of four kills are those of a shorter run than that of the `sample`.
    """
    _at_every_point(sample, every, faults)
    _on_a_small_disk(SMALL)
    shares = Counter({SMALL: kills - kills // 4})
    shares[sample] += kills // 4
    for one, share in shares.items():
        with tempfile.TemporaryDirectory() as folder:
            _say(kill_runs(Path(folder) / "gốc", one, share))


def _at_every_point(sample: Sample, every: int, faults: Sequence[Fault]) -> None:
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder, in_this_process():
        next_run = _apart(run_here)
        stand = build_stand(Path(folder) / "gốc", sample, run_here, next_run)
        _say(Points(stand, Judge(stand, next_run), faults, power=True, every=every).walk())
        _say(_renamed_one_after_the_other(stand, next_run, every, faults))
        _say([_without_sync(stand, every)])
        plain = build_stand(Path(folder) / "đơn giản", sample, run_here, _apart(run_plainly), steady=False)
        _say([PlainKills(plain).walk()])


def _renamed_one_after_the_other(stand: Stand, next_run: Run, every: int, faults: Sequence[Fault]) -> list[Count]:
    """The renames of a run on a system that cannot exchange folders."""
    with patch.object(disk, "exchange", _refused):
        judge = Judge(stand, next_run, in_one_step=False)
        return Points(stand, judge, faults, every=every, among=", renames without exchange").walk(["rename"])


def _refused(one: Path, other: Path) -> None:
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one), None, str(other))


def _without_sync(stand: Stand, every: int) -> str:
    """What shows that the model of a loss of power can tell; nobody asks here what the next run gives."""
    with patch.object(disk, "sync", lambda _: None):
        points = Points(stand, Judge(stand, _no_run), (), power=True, every=every)
        [count] = points.walk(name for name in PRIMITIVES if name != "sync")
    return f"{count.kind} with the sync taken out: {count.points} points, last good report intact {count.intact}"


def _no_run(_root: Path, _command: Command) -> tuple[int, str]:
    return 2, ""


def _apart(run: Run) -> Run:
    """The run in a forked process."""

    def forked(root: Path, command: Command) -> tuple[int, str]:
        return apart(lambda: run(root, command))

    return forked


def _on_a_small_disk(sample: Sample) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder) / "đĩa") as mounted:
                stand = build_stand(mounted / "gốc", sample, run_command)
                _say(fill_and_lock(mounted, stand, run_command))
        except CannotMountError as error:
            _say([f"a full disk, a read-only disk: skipped, {error}"])


def _say(counts: Iterable[object]) -> None:
    for count in counts:
        sys.stdout.write(f"{count}\n")
        for example in count.examples[:_SHOWN] if isinstance(count, Count) else ():
            sys.stdout.write(f"  {example}\n")
    sys.stdout.flush()
