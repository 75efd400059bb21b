"""A real disk that is full, and one that is read-only: a small one in memory, mounted for the purpose."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.faults.count import Count
from bench.faults.judge import Judge, Verdict
from bench.faults.stand import Run, Stand
from bench.faults.tree import put_back

SIZE = 64 << 20
LEFT = (0, 64 << 10, 256 << 10, 1 << 20, 2 << 20)
"""Bytes that are free when a run begins; it needs some three million."""

_FAILED = 2


class CannotMountError(Exception):
    """The system lets nobody but its administrator mount a disk; the message is what it said."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of some megabytes at `folder`. Raises CannotMountError."""
    folder.mkdir()
    _system("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "baocao", str(folder))
    try:
        yield folder
    finally:
        _system("umount", "--lazy", str(folder))


def _system(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise CannotMountError(str(error)) from error
    if done.returncode:
        raise CannotMountError(done.stderr.strip())


def fill_and_lock(disk: Path, stand: Stand, run: Run, left: Sequence[int] = LEFT) -> list[Count]:
    """Run with so many bytes `left` on the disk of the stand, and where nothing can be written; then as ever."""
    judge = Judge(stand, run)
    full, read_only = Count("a full disk"), Count("a read-only disk")
    for size in left:
        full.add(*_seen(stand, judge, run, _filled(disk, size), f"{size} bytes left"))
    read_only.add(*_seen(stand, judge, run, _locked(disk), "read-only"))
    return [full, read_only]


def _seen(stand: Stand, judge: Judge, run: Run, trouble: Iterator[None], where: str) -> tuple[Verdict, str, float]:
    begun = time.perf_counter()
    with contextmanager(lambda: trouble)():
        ended = run(stand.root, stand.sample.command)
    verdict = judge.verdict(ended, cut_off=False, afresh=True)
    put_back(stand.root, stand.old)
    if ended[0] != _FAILED:
        verdict = Verdict(torn=f"the run ended with {ended}")
    return verdict, where, time.perf_counter() - begun


def _filled(disk: Path, left: int) -> Iterator[None]:
    """So many bytes are left on the disk."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize - left)
    yield
    ballast.unlink()


def _locked(disk: Path) -> Iterator[None]:
    _system("mount", "-o", "remount,ro", str(disk))
    yield
    _system("mount", "-o", "remount,rw", str(disk))
