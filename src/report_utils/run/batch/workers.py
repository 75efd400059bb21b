"""An Executor over processes of this machine in which the death of one worker is the failure of one call.

`ProcessPoolExecutor` gives up all calls when one of its processes dies.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from types import TracebackType
from typing import Any, TypeVar

from report_utils.errors import BaocaoError
from report_utils.run.batch.serving import GRACE, serve

_Answer = TypeVar("_Answer")

_SPAWN = multiprocessing.get_context("spawn")
"""A forked process would inherit locks held by other threads, and sockets."""


class WorkerDiedError(BaocaoError):
    """The process of a run ended before the run did; `status` is its exit status, negative for a signal."""

    def __init__(self, status: int | None) -> None:
        self.status = status
        why = f"nhận tín hiệu {-status}" if status is not None and status < 0 else f"mã thoát {status}"
        super().__init__(f"Tiến trình chạy bị ngắt giữa chừng ({why}), có thể do thiếu bộ nhớ; báo cáo cũ còn nguyên. "
                         "Hãy chạy lại kỳ này.")


class Processes(Executor):
    """`workers` processes, each with one call at a time; a dead one is replaced."""

    def __init__(self, workers: int) -> None:
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: set[_Worker] = set()
        self._changing, self._stopped = threading.Lock(), False
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        for _ in range(workers):
            self._start()

    def submit(self, call: Callable[..., _Answer], /, *args: Any, **kwargs: Any) -> Future[_Answer]:
        """`call` and its arguments must be such as can be pickled. The future raises WorkerDiedError."""
        if kwargs:
            raise TypeError("a call in another process takes arguments by place only")
        return self._threads.submit(self._done, call, args)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End all workers, with `wait` when their calls are done."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        with self._changing:
            self._stopped = True
            for worker in self._all:
                worker.ask_to_stop()
            for worker in self._all:
                worker.end(GRACE)
            self._all.clear()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Where the block was interrupted, all workers end in the middle of their calls."""
        self.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def _start(self) -> None:
        with self._changing:
            if not self._stopped:
                worker = _Worker()
                self._all.add(worker)
                self._idle.put(worker)

    def _done(self, call: Callable[..., _Answer], args: tuple[Any, ...]) -> _Answer:
        worker = self._idle.get()
        try:
            answer: _Answer = worker.answer(call, args)
        except (EOFError, OSError):
            status = worker.end(GRACE)
            with self._changing:
                self._all.discard(worker)
            self._start()
            raise WorkerDiedError(status) from None
        self._idle.put(worker)
        return answer


class _Worker:
    """One process and the pipe to it."""

    def __init__(self) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(theirs,))
        with _interrupts_held():
            self._process.start()
        theirs.close()

    def answer(self, call: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What the call returns there. Raises EOFError or OSError when the process has died."""
        self._pipe.send((call, args))
        return self._pipe.recv()

    def ask_to_stop(self) -> None:
        self._process.terminate()

    def end(self, grace: float) -> int | None:
        """Wait for the process, kill it after `grace` seconds; its exit status."""
        self._process.join(grace)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        return self._process.exitcode


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process started within has Ctrl+C held back until it is ready for it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
