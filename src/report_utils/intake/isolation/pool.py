"""The processes of one run: who does what, and what is believed of a process that died."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from report_utils.intake.isolation.here import contained_here
from report_utils.intake.isolation.process import NoProcessError, Process
from report_utils.intake.isolation.worker import DIED, TOO_MUCH_MEMORY, Task
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.refusal import Refusal

_AHEAD = 2
_MOST_AT_ONCE, _SHARES = 4, 8  # tasks that a process gets together; that many times at least it gets some
_TOO_LONG = "việc đọc quá thời gian cho phép"
_TIME_SIGNALS = tuple(-getattr(signal, name) for name in ("SIGPROF", "SIGALRM", "SIGXCPU") if hasattr(signal, name))


class Pool:
    """The processes of one run; a thread for each waits for its results."""

    def __init__(self, job: Any, limits: Limits) -> None:
        self._job, self._limits = job, limits
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._lock = threading.Lock()
        self._is_closed = False

    def prepare(self, workers: int) -> None:
        """Start the processes side by side. Raises NoProcessError when there is none."""
        started = [self._launch()]
        with suppress(NoProcessError):
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
        except NoProcessError:
            return results
        try:
            worker.ask(tasks)
            with worker.watched(tasks):
                while len(results) < len(tasks) and not (results and _is_death(results[-1])):
                    results.append(worker.answer())
        except EOFError:
            self._drop(worker)
            return results
        return self._kept(worker, results)

    def _kept(self, worker: Process, results: list[Any]) -> list[Any]:
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
        except NoProcessError:
            return contained_here(self._job, task.path)
        was_used = worker.is_used
        result = self._try(worker, task)
        if was_used and _is_death(result) and not self._is_closed:
            with suppress(NoProcessError):
                result = self._try(self._start(), task)
        return result

    def _try(self, worker: Process, task: Task) -> Any:
        try:
            worker.ask([task])
            with worker.watched([task]):
                result = worker.answer()
        except EOFError:
            return self._verdict(worker)
        if _is_death(result):
            self._drop(worker)
        else:
            with self._lock:
                self._idle.append(worker)
        return result

    def _verdict(self, worker: Process) -> Refusal:
        code = worker.ended()
        self._drop(worker)
        if worker.is_late or code in _TIME_SIGNALS:
            return Refusal("T19", _TOO_LONG, detail=f"exit status {code}")
        if code == -getattr(signal, "SIGKILL", 0):
            return Refusal("T20", TOO_MUCH_MEMORY, detail=f"exit status {code}")
        return Refusal("T21", DIED, detail=f"exit status {code}")

    def _drop(self, worker: Process) -> None:
        worker.end()
        with self._lock:
            self._all.discard(worker)

    def _take(self) -> Process:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._start()

    def _start(self) -> Process:
        worker = self._launch()
        worker.wait()
        return worker

    def _launch(self) -> Process:
        worker = Process(self._job, self._limits.memory)
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
