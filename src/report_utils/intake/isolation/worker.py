"""A process that does one job on one file after another, and may die of it. Started by `isolation` only.

Frames go both ways: four bytes of length, then a pickle. In: the job, its memory; then paths with their seconds. Out:
a greeting; then a result for each path.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from report_utils.collection import no_collection
from report_utils.intake.preflight.refusal import Refusal, RefusedFileError

_LENGTH = struct.Struct("<I")
WAITING_FACTOR = 5
"""A job that waits instead of working may take so many times its processor time."""

DIED = "chương trình đọc bị dừng đột ngột khi gặp tệp này"
TOO_MUCH_MEMORY = "việc đọc cần quá nhiều bộ nhớ"


@dataclass(frozen=True)
class Task:
    """A file, and the processor time in seconds that it may take."""

    path: Path
    seconds: float


def send(stream: BinaryIO, value: Any) -> None:
    """Write a frame."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """Read a frame. Raises EOFError when the other side is gone."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        raise EOFError
    data = stream.read(_LENGTH.unpack(header)[0])
    return pickle.loads(data)  # noqa: S301  (from our own process only)


def contained(job: Callable[[Path], Any], path: Path) -> Any:
    """The result of the job, or the refusal that it says itself."""
    try:
        return job(path)
    except RefusedFileError as error:
        return error.refusal
    except MemoryError:
        return Refusal("T20", TOO_MUCH_MEMORY)


def last_word(kind: type[BaseException], error: BaseException | None) -> Refusal:
    """What is to be told when this has escaped a job."""
    detail = f"{kind.__name__}: {error}"
    if issubclass(kind, MemoryError):
        return Refusal("T20", TOO_MUCH_MEMORY, detail=detail)
    return Refusal("T21", DIED, detail=detail)


def serve() -> None:
    """Do jobs until the other side closes. Whatever escapes a job ends the process, after a last word about it."""
    stdin, stdout = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing a job prints may get between the frames
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    sys.excepthook = lambda kind, error, _: send(stdout, last_word(kind, error))
    job, memory = receive(stdin)
    _limit_memory(memory)
    send(stdout, "ready")
    while (task := _next_task(stdin)) is not None:
        _set_timers(task.seconds)
        with no_collection():
            result = contained(job, task.path)
        _set_timers(0)
        send(stdout, result)


def _next_task(stdin: BinaryIO) -> Task | None:
    try:
        task: Task = receive(stdin)
    except EOFError:
        return None
    return task


def _set_timers(seconds: float) -> None:
    """Let the system end this process when its time is over, also in the middle of compiled code; 0 is for ever."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * WAITING_FACTOR)


def _limit_memory(more: int) -> None:
    """Allow this process `more` bytes beyond what it has, and no core file; only Linux tells and keeps it."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
