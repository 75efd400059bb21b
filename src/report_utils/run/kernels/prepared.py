"""The kernels of a run: `with prepared_kernels(): …`, and inside it, from any thread, `kernels_in_use()`."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from report_utils.errors import BaocaoError
from report_utils.run.folders import environment
from report_utils.run.kernels.folder import private_folder
from report_utils.run.kernels.kernel import Kernel
from report_utils.run.kernels.loop import close_loop
from report_utils.run.kernels.nurse import Nurse
from report_utils.run.signals import LeftToParent

PLAIN_VARIABLE = "BAOCAO_PLAIN_KERNELS"
"""Set to 1, kernels are started as they are on Windows."""

_SAME_EVERYWHERE = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "MPLBACKEND": "agg", "COLUMNS": "120",
                    "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
"""For the kernels, so that nothing depends on locale, hash seed or display, and a debugger nobody uses is silent."""


class StoppedError(BaocaoError):
    """A kernel was wanted after the run had been stopped; the message is the reason only."""

    def __init__(self) -> None:
        super().__init__("lượt chạy đã được dừng theo yêu cầu.")


class Kernels:
    """The kernels of a run, prepared by `nurse` if there is one; their files lie in `folder`."""

    def __init__(self, folder: Path, nurse: Nurse | None) -> None:
        self.stopped = False
        self._folder, self._nurse, self._owner = folder, nurse, os.getpid()
        self._living: set[Kernel] = set()

    @contextmanager
    def kernel(self) -> Iterator[Kernel]:
        """A kernel that is not started yet; none is left after the block, however that ends. Raises StoppedError."""
        kernel = Kernel(self._folder, self._nurse)
        self._living.add(kernel)
        try:
            self.go_on()
            yield kernel
        finally:
            kernel.clear_away()
            self._living.discard(kernel)
            close_loop()

    def go_on(self) -> None:
        """Raises StoppedError when the run was stopped."""
        if self.stopped:
            raise StoppedError

    def stop(self) -> None:
        """Kill all kernels and start no more, without waiting: may be called in a signal handler and from any thread.

        What is being executed in other threads then ends with NotebookFailedError. A process that was forked inside the
        block cannot stop the kernels of its parent.
        """
        if os.getpid() != self._owner:
            return
        self.stopped = True
        if self._nurse:
            self._nurse.hang_up()
        for kernel in list(self._living):
            kernel.stop()


class _Shared:
    """The kernels that all threads of this process use while at least one of them is inside."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._inside = 0
        self._stack = ExitStack()
        self._kernels: Kernels | None = None

    @contextmanager
    def kernels(self, forking: bool) -> Iterator[Kernels]:
        with self._changing:
            kernels = self._kernels = self._kernels or self._open(forking)
            self._inside += 1
        try:
            yield kernels
        finally:
            with self._changing:
                self._inside -= 1
                if not self._inside:
                    self._kernels = None
                    self._stack.close()

    def _open(self, forking: bool) -> Kernels:
        with ExitStack() as stack:
            folder = stack.enter_context(private_folder())
            own = {"IPYTHONDIR": str(folder / "ipython")}  # no start-up files and settings of a user
            stack.enter_context(environment({**_SAME_EVERYWHERE, **own}))
            nurse = Nurse(str(folder)) if forking else None
            if nurse:
                stack.callback(nurse.close)
            self._stack = stack.pop_all()
        return Kernels(folder, nurse)


_shared = _Shared()


def _forget() -> None:
    """In a forked process: the kernels are those of its parent."""
    global _shared  # noqa: PLW0603
    _shared = _Shared()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


@contextmanager
def prepared_kernels() -> Iterator[Kernels]:
    """Kernels for all that is executed in the block, in any thread; none is left after it.

    Starts preparing them and does not wait for that. SIGINT and SIGTERM stop them at once, wherever they are in use, if
    the block is entered in the main thread, and raise KeyboardInterrupt there.
    """
    with _shared.kernels(_can_fork()) as kernels, _stopped_by_signals(kernels):
        yield kernels


@contextmanager
def kernels_in_use() -> Iterator[Kernels]:
    """Those of the block around, or plain ones where there is none: preparing does not pay for one notebook."""
    with _shared.kernels(forking=False) as kernels:
        yield kernels


def _can_fork() -> bool:
    """Only Linux: libraries of macOS do not bear it, and only Linux ends the children of a killed process."""
    return sys.platform == "linux" and os.environ.get(PLAIN_VARIABLE, "") in ("", "0")


@contextmanager
def _stopped_by_signals(kernels: Kernels) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    found = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    before = {number: usual for number, usual in found.items()
              if usual not in (signal.SIG_IGN, None) and not isinstance(usual, LeftToParent)}  # fmt: skip

    def stop(number: int, frame: FrameType | None) -> None:
        kernels.stop()
        usual = before[signal.Signals(number)]
        (usual if callable(usual) else signal.default_int_handler)(number, frame)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)
