"""One process and the pipes to it, seen from the run."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, cast

from report_utils.intake.isolation.worker import WAITING_FACTOR, Task, receive, send

_PIPE = 1 << 20  # bytes: a process that has written a result goes on; only Linux heeds it
_KEPT = {"MALLOC_TRIM_THRESHOLD_": str(64 << 20), "MALLOC_MMAP_THRESHOLD_": str(32 << 20)}
"""mallopt(3): memory of one file is kept for the next, not given back to the system; other systems do not heed it."""
_GRACE = 1.0  # seconds that the parent waits longer than the process itself
_START = """
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from report_utils.intake.isolation.worker import serve
serve()
"""


class NoProcessError(Exception):
    """Processes cannot be started here, or cannot do this job."""


class Process:
    """A process that does one job on file after file."""

    def __init__(self, job: Any, memory: int) -> None:
        self.is_used = self.is_late = False
        if not sys.executable or getattr(job, "__module__", "") == "__main__":
            raise NoProcessError
        try:
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and code)
                [sys.executable, "-c", _START],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                pipesize=_PIPE, env=os.environ | _KEPT,
            )
        except OSError as error:
            raise NoProcessError from error
        self._stdin, self._stdout = cast("Any", self._process.stdin), cast("Any", self._process.stdout)
        self._greet(job, memory)

    def _greet(self, job: Any, memory: int) -> None:
        try:
            self._stdin.write(pickle.dumps(sys.path))
            send(self._stdin, (job, memory))
        except (OSError, pickle.PicklingError, AttributeError, TypeError) as error:
            self.end()
            raise NoProcessError from error

    def wait(self) -> None:
        """Until the process is ready. Raises NoProcessError when it cannot do the job."""
        try:
            ready = receive(self._stdout) == "ready"
        except (OSError, EOFError) as error:
            self.end()
            raise NoProcessError from error
        if not ready:
            self.end()
            raise NoProcessError

    def ask(self, tasks: list[Task]) -> None:
        """Give the process its next tasks. Raises EOFError when it is gone."""
        self.is_used = True
        try:
            for task in tasks:
                send(self._stdin, task)
        except OSError as error:
            raise EOFError from error

    @contextmanager
    def watched(self, tasks: Sequence[Task]) -> Iterator[None]:
        """A time in which the process must answer all these tasks, or is stopped."""
        seconds = sum(task.seconds for task in tasks)
        watch = threading.Timer(seconds * WAITING_FACTOR + _GRACE, self._stop)
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def answer(self) -> Any:
        """The result of the first task not answered yet. Raises EOFError when the process did not survive it."""
        try:
            return receive(self._stdout)
        except OSError as error:
            raise EOFError from error

    def _stop(self) -> None:
        self.is_late = True
        self._process.kill()

    def end(self) -> int:
        """Stop the process; how it ended, as `subprocess` tells it."""
        self._process.kill()
        code = self._process.wait()
        for pipe in (self._stdin, self._stdout):
            with suppress(OSError):  # what was not written yet has nowhere to go
                pipe.close()
        return code

    def ended(self) -> int:
        """How a process ended that is just ending by itself."""
        try:
            self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        return self.end()
