"""One run an agency and period at a time."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from report_utils.errors import BaocaoError
from report_utils.storage.files import NotSavedError, make_folder, remove_file, save


class LockedError(BaocaoError):
    """Another run works on the same agency and period; `holder` says whose it is."""

    def __init__(self, what: str, holder: str) -> None:
        self.what, self.holder = what, holder
        super().__init__(f"Đang có lượt chạy khác cho {what} ({holder}). Hãy chờ lượt đó xong rồi chạy lại.")


@contextmanager
def locked(reports: Path, what: str, patience: float = 0) -> Iterator[None]:
    """Hold the lock of the reports folder `reports`. Raises LockedError when another process holds it.

    `patience`: seconds to wait for the other to end.
    """
    path = reports.with_name(f".{reports.name}.lock")
    holder = reports.with_name(f".{reports.name}.holder")
    lock = FileLock(path, timeout=patience)
    try:
        make_folder(reports.parent)
        lock.acquire()
    except Timeout:
        raise LockedError(what, _read(holder)) from None
    except OSError as error:
        raise NotSavedError.of(reports, error) from error
    try:
        with suppress(NotSavedError):  # a full disk is told of when results are written
            save(holder, f"{_user()}, tiến trình {os.getpid()}")
        yield
    finally:
        with suppress(NotSavedError):
            remove_file(holder)
        lock.release()


def _user() -> str:
    """Who runs this; an account without a name is found in containers and under schedulers."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "tài khoản không tên"


def _read(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8")
    except OSError:
        return "không rõ người chạy"
