"""What the disk is asked to do. All of storage goes through these, so that a test can break them one by one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD, _EXCHANGE, _SWAP = -100, 2, 2
"""linux/fcntl.h: the current folder; linux/fs.h: RENAME_EXCHANGE; sys/stdio.h of macOS: RENAME_SWAP."""


def write(path: Path, data: bytes) -> None:
    """Make the file, or empty it, and write `data`."""
    with path.open("wb") as file:
        file.write(data)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, would outlast a loss of power."""
    if sys.platform == "win32" and path.is_dir():
        return  # Windows opens no folder; NTFS keeps names in its journal.
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        _flush(handle)
    finally:
        os.close(handle)


def _flush(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 (not on Windows)

        # There fsync leaves the data in the memory of the drive.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def rename(old: Path, new: Path) -> None:
    """Give a file or folder another name; a file of that name is replaced in the same step."""
    os.replace(old, new)  # noqa: PTH105


def exchange(one: Path, other: Path) -> None:
    """Let two folders change names in one step. Raises OSError with ENOSYS where the system cannot."""
    if _exchanger()(os.fsencode(one), os.fsencode(other)):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one), None, str(other))


@cache
def _exchanger() -> Callable[[bytes, bytes], int]:
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform)
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if name == "renameat2":
        return lambda one, other: int(call(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
    return lambda one, other: int(call(one, other, _SWAP))


def unlink(path: Path) -> None:
    """Remove a file."""
    path.unlink()


def mkdir(path: Path) -> None:
    """Make a folder in one that is there."""
    path.mkdir()


def rmdir(path: Path) -> None:
    """Remove an empty folder."""
    path.rmdir()
