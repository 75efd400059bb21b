"""Work in a forked process, and what it said."""

from __future__ import annotations

import os
import signal
import traceback
import warnings
from collections.abc import Callable
from typing import NoReturn

_TOO_LONG = 300
"""Seconds after which the system ends a process that hangs."""
_LOST = 99

Ended = tuple[int, str]
"""Exit status, a signal as a negative number, and what was said of a failure."""


class Child:
    """A process forked here: false in that process, where `end` must be called, true in its parent."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()
        with warnings.catch_warnings(action="ignore"):  # of threads of libraries that bear a fork
            self._pid = os.fork()
        if not self._pid:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(_TOO_LONG)

    def __bool__(self) -> bool:
        return bool(self._pid)

    def end(self, status: int, words: str) -> NoReturn:
        """End this process."""
        os.write(self._writing, words.encode()[-60_000:])  # what a pipe holds
        os._exit(status)

    def wait(self) -> Ended:
        """How it ended."""
        os.close(self._writing)
        with os.fdopen(self._reading, "rb") as pipe:
            words = pipe.read().decode()
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1]), words


def told(do: Callable[[], Ended]) -> Ended:
    """What `do` returns; where it raises, a status of its own and the traceback."""
    try:
        return do()
    except Exception:  # noqa: BLE001 - it is what is looked for
        return _LOST, traceback.format_exc()


def apart(do: Callable[[], Ended]) -> Ended:
    """Do it in a forked process."""
    child = Child()
    if not child:
        child.end(*told(do))
    return child.wait()
