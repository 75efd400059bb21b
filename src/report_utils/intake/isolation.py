"""Jobs on files in processes of their own, so that nothing a reader does can end the run.

The processes are started as `python -c`, not by `multiprocessing`: the main module is not imported again, no open
file is inherited, and it is the same on every system, in a script as in a notebook. A process serves many files. It
ends itself when its time is over, and when its parent is gone: reading from a closed pipe is its end.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, cast

from report_utils.intake.preflight.limits import DEFAULT_LIMITS, Limits
from report_utils.intake.preflight.refusal import Refusal
from report_utils.intake.worker import (
    DIED,
    TOO_MUCH_MEMORY,
    WAITING_FACTOR,
    Task,
    contained,
    last_word,
    receive,
    send,
)

T = TypeVar("T")

_MOST_WORKERS, _AHEAD = 8, 4
_MOST_AT_ONCE, _SHARES = 4, 8  # tasks that a process gets together; that many times at least it gets some
_PIPE = 1 << 20  # bytes: a process that has written a result goes on; only Linux heeds it
_GRACE = 1.0  # seconds that the parent waits longer than the process itself
_START = """
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from report_utils.intake.worker import serve
serve()
"""
_TOO_LONG = "việc đọc quá thời gian cho phép"
_TIME_SIGNALS = tuple(-getattr(signal, name) for name in ("SIGPROF", "SIGALRM", "SIGXCPU") if hasattr(signal, name))


class _NoProcessError(Exception):
    """Processes cannot be started here, or cannot do this job."""


def run_isolated(
    job: Callable[[Path], T], paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS, workers: int | None = None,
) -> Iterator[tuple[Path, T | Refusal]]:
    """Do `job` on each path, in the order of `paths`; a file that kills its process gives a Refusal.

    `job` must be importable and its results picklable. `workers` is the number of processes, by default as many as
    processors. Where no process can be started, or `job` was defined in a notebook, it is done in this process.
    """
    listed = list(paths)
    most = max(1, min(workers or os.cpu_count() or 1, _MOST_WORKERS, len(listed) or 1))
    pool = _Pool(job, limits)
    try:
        pool.prepare(most)
    except _NoProcessError:
        yield from ((path, _contained_here(job, path)) for path in listed)
    else:
        yield from pool.run(listed, most)
    finally:
        pool.close()


class _Worker:
    """One process and the pipes to it."""

    def __init__(self, job: Any, memory: int) -> None:
        self.is_used = self.is_late = False
        if not sys.executable or getattr(job, "__module__", "") == "__main__":
            raise _NoProcessError
        try:
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and code)
                [sys.executable, "-c", _START],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                pipesize=_PIPE,
            )
        except OSError as error:
            raise _NoProcessError from error
        self._stdin, self._stdout = cast("Any", self._process.stdin), cast("Any", self._process.stdout)
        self._greet(job, memory)

    def _greet(self, job: Any, memory: int) -> None:
        try:
            self._stdin.write(pickle.dumps(sys.path))
            send(self._stdin, (job, memory))
        except (OSError, pickle.PicklingError, AttributeError, TypeError) as error:
            self.end()
            raise _NoProcessError from error

    def wait(self) -> None:
        """Until the process is ready. Raises _NoProcessError when it cannot do the job."""
        try:
            ready = receive(self._stdout) == "ready"
        except (OSError, EOFError) as error:
            self.end()
            raise _NoProcessError from error
        if not ready:
            self.end()
            raise _NoProcessError

    def ask(self, tasks: list[Task]) -> None:
        """Give the process its next tasks. Raises EOFError when it is gone."""
        self.is_used = True
        try:
            for task in tasks:
                send(self._stdin, task)
        except OSError as error:
            raise EOFError from error

    def answer(self, task: Task) -> Any:
        """The result of the first task not answered yet. Raises EOFError when the process did not survive it."""
        watch = threading.Timer(task.seconds * WAITING_FACTOR + _GRACE, self._stop)
        watch.daemon = True
        watch.start()
        try:
            return receive(self._stdout)
        except OSError as error:
            raise EOFError from error
        finally:
            watch.cancel()

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


class _Pool:
    """The processes of one run; a thread for each waits for its results."""

    def __init__(self, job: Any, limits: Limits) -> None:
        self._job, self._limits = job, limits
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._is_closed = False

    def prepare(self, workers: int) -> None:
        """Start the processes side by side. Raises _NoProcessError when there is none."""
        started = [self._launch()]
        with suppress(_NoProcessError):
            started += [self._launch() for _ in range(workers - 1)]
        for worker in started:
            worker.wait()
            self._idle.append(worker)

    def run(self, paths: list[Path], workers: int) -> Iterator[tuple[Path, Any]]:
        threads = ThreadPoolExecutor(workers, thread_name_prefix="isolation")
        size = max(1, min(_MOST_AT_ONCE, len(paths) // (workers * _SHARES)))
        waiting = (paths[i : i + size] for i in range(0, len(paths), size))
        pending: deque[tuple[list[Path], Future[list[Any]]]] = deque()
        try:
            for some in islice(waiting, workers * _AHEAD):
                pending.append((some, threads.submit(self._do_all, some)))
            while pending:
                done, future = pending.popleft()
                results = future.result()
                for some in islice(waiting, 1):
                    pending.append((some, threads.submit(self._do_all, some)))
                yield from zip(done, results, strict=True)
        finally:
            self.close()
            threads.shutdown(cancel_futures=True)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            ending, self._all = self._all, set()
        for worker in ending:
            worker.end()

    def _do_all(self, paths: list[Path]) -> list[Any]:
        """The results for some paths: those of one process for as long as it is well, the others one by one."""
        tasks = [Task(path, self._limits.seconds_for(_size(path))) for path in paths]
        results = self._together(tasks) if len(tasks) > 1 else []
        for task in tasks[len(results):]:
            results.append(self._do(task))
        return results

    def _together(self, tasks: list[Task]) -> list[Any]:
        """The results up to the first task that may be a death. The process never waits for its next task."""
        results: list[Any] = []
        try:
            worker = self._take()
        except _NoProcessError:
            return results
        try:
            worker.ask(tasks)
            while len(results) < len(tasks) and not (results and _is_death(results[-1])):
                results.append(worker.answer(tasks[len(results)]))
        except EOFError:
            self._drop(worker)
            return results
        return self._kept(worker, results)

    def _kept(self, worker: _Worker, results: list[Any]) -> list[Any]:
        """The results that are believed; the process goes on unless the last of them is a death."""
        if not _is_death(results[-1]):
            with self._lock:
                self._idle.append(worker)
            return results
        self._drop(worker)
        return results[:-1]

    def _do(self, task: Task) -> Any:
        """The result of a task. A death is believed only of a fresh process: it alone is the same every time."""
        if self._is_closed:
            return Refusal("T21", DIED)  # nobody asks any more
        try:
            worker = self._take()
        except _NoProcessError:
            return _contained_here(self._job, task.path)
        was_used = worker.is_used
        result = self._try(worker, task)
        if was_used and _is_death(result) and not self._is_closed:
            with suppress(_NoProcessError):
                result = self._try(self._start(), task)
        return result

    def _try(self, worker: _Worker, task: Task) -> Any:
        try:
            worker.ask([task])
            result = worker.answer(task)
        except EOFError:
            return self._verdict(worker)
        if _is_death(result):
            self._drop(worker)
        else:
            with self._lock:
                self._idle.append(worker)
        return result

    def _verdict(self, worker: _Worker) -> Refusal:
        code = worker.ended()
        self._drop(worker)
        if worker.is_late or code in _TIME_SIGNALS:
            return Refusal("T19", _TOO_LONG, detail=f"exit status {code}")
        if code == -getattr(signal, "SIGKILL", 0):
            return Refusal("T20", TOO_MUCH_MEMORY, detail=f"exit status {code}")
        return Refusal("T21", DIED, detail=f"exit status {code}")

    def _drop(self, worker: _Worker) -> None:
        worker.end()
        with self._lock:
            self._all.discard(worker)

    def _take(self) -> _Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._start()

    def _start(self) -> _Worker:
        worker = self._launch()
        worker.wait()
        return worker

    def _launch(self) -> _Worker:
        worker = _Worker(self._job, self._limits.memory)
        with self._lock:
            self._all.add(worker)
            is_closed = self._is_closed
        if is_closed:
            worker.end()
        return worker


def _is_death(result: object) -> bool:
    return isinstance(result, Refusal) and result.code in ("T20", "T21")


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0


class _Containment:
    """Turns whatever a job raises into a refusal, but for what a person or the system asks for."""

    refusal = Refusal("T21", DIED)

    def __enter__(self) -> _Containment:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if kind is None or issubclass(kind, KeyboardInterrupt | SystemExit | GeneratorExit):
            return False
        self.refusal = last_word(kind, error)
        return True


def _contained_here(job: Callable[[Path], T], path: Path) -> T | Refusal:
    result: T | Refusal
    with _Containment() as containment:
        result = contained(job, path)
        return result
    return containment.refusal
