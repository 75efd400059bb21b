"""The private folder in which the connection files and sockets of a run's kernels lie."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX, _OWNER = "baocao-kernels-", "owner.lock"
_AT_MOST_TO_LOCK = 60.0
"""Seconds after which a folder without its lock is nobody's."""


@contextmanager
def private_folder() -> Iterator[Path]:
    """A new folder that only this user can enter; it vanishes with the block, or when a later run finds it orphaned."""
    _remove_orphans()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    lock = FileLock(folder / _OWNER, timeout=0)
    lock.acquire()
    try:
        yield folder
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def _remove_orphans() -> None:
    """End the kernels of runs that were killed, where the system did not, and remove their folders."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            if time.time() - folder.stat().st_mtime < _AT_MOST_TO_LOCK and not (folder / _OWNER).exists():
                continue
            with FileLock(folder / _OWNER, timeout=0):
                _end_kernels(folder)
        except (Timeout, OSError):  # a run that lives, or the folder of another user
            continue
        shutil.rmtree(folder, ignore_errors=True)


def _end_kernels(folder: Path) -> None:
    """Kill the processes that were started with this folder on their command line: no other process names it."""
    import psutil  # noqa: PLC0415 - seldom needed

    for process in psutil.process_iter(["cmdline"]):
        if any(argument.startswith(str(folder)) for argument in process.info["cmdline"] or ()):
            with _tolerant():
                process.kill()


@contextmanager
def _tolerant() -> Iterator[None]:
    import psutil  # noqa: PLC0415

    try:
        yield
    except psutil.Error:
        return
