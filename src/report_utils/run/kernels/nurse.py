"""The run's side of the nursery: orders kernels from it and hears how they end."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from report_utils.run.kernels.messages import Line, Order

_PATIENCE = 5.0
"""Seconds for the nursery to end by itself."""


class NurseryLostError(OSError):
    """The nursery ended, or could not fork."""


class Forked:
    """A kernel in the nursery, with what of subprocess.Popen a provisioner uses."""

    stdin = stdout = stderr = None

    def __init__(self, nurse: Nurse, token: int) -> None:
        self._nurse, self._token = nurse, token
        self._ended = threading.Event()
        self.pid = 0
        self.returncode: int | None = None

    def bury(self, status: int) -> None:
        """Note the end; the first one counts."""
        if self.returncode is None:
            self.returncode = status
        self._ended.set()

    def poll(self) -> int | None:
        """The exit status, a signal as a negative number; None while it lives."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for the end."""
        self._ended.wait(timeout)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Signal the kernel and what it has started; nothing happens when it has ended."""
        self._nurse.tell(token=self._token, signal=number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


class Nurse:
    """Starts a nursery at once and does not wait for it; kernels are born as soon as it is warm."""

    def __init__(self, folder: str) -> None:
        """`folder` is the private one of the run, by which the nursery and its kernels can be found."""
        self._folder = folder
        self._tokens = itertools.count(1)
        self._speaking = threading.Lock()
        self._kernels: dict[int, Forked] = {}
        self._births: dict[int, Future[Forked]] = {}
        near, far = socket.socketpair()
        self._line, self._far = Line(near), far
        # The system kills the nursery when the thread that started it ends. So that thread is one that stays.
        self._thread = threading.Thread(target=self._mind, name="baocao-nursery", daemon=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._tried_to_start = threading.Event()
        self._heard = self._lost = False
        self._thread.start()

    def order(self, arguments: Sequence[str], folder: str, variables: Mapping[str, str]) -> Future[Forked]:
        """Ask for a kernel. The future raises NurseryLostError."""
        token = next(self._tokens)
        born = self._births[token] = Future()
        self._kernels[token] = Forked(self, token)
        self.tell(**vars(Order(token, list(arguments), folder, dict(variables))))
        if self._lost:
            self._lose_all()
        return born

    def tell(self, **message: Any) -> None:
        """Say something to the nursery; nothing happens when it is gone, since all its kernels are then as well."""
        with self._speaking, suppress(OSError):
            self._line.say(**message)

    def hang_up(self) -> None:
        """End the nursery and its kernels, without waiting: may be called in a signal handler."""
        with suppress(OSError):
            self._line.connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the nursery and its kernels."""
        self.hang_up()
        self._tried_to_start.wait()
        self._thread.join(_PATIENCE if self._heard else 0)
        if self._process:
            self._process.kill()  # it is still importing, or does not answer
        self._thread.join()
        self._line.connection.close()

    def _mind(self) -> None:
        """Start the nursery, hear it to its end, and bury what is left."""
        with suppress(OSError), self._far:
            number = self._far.fileno()
            command = [sys.executable, "-m", "report_utils.run.kernels.nursery", str(os.getpid()), str(number),
                       self._folder]
            self._process = subprocess.Popen(command,  # noqa: S603 - this Python and a module of ours
                                             pass_fds=[number], stdin=subprocess.DEVNULL,
                                             start_new_session=True)
        self._tried_to_start.set()
        for message in self._line.messages():
            self._heard = True
            self._note(**message)
        if self._process:
            self._process.wait()
        self._lost = True
        self._lose_all()

    def _note(self, token: int, pid: int = 0, status: int | None = None, refused: int | None = None) -> None:
        kernel = self._kernels[token]
        if pid:
            kernel.pid = pid
            self._births.pop(token).set_result(kernel)
        elif refused is not None:
            self._births.pop(token).set_exception(NurseryLostError(refused, os.strerror(refused)))
        elif status is not None:
            kernel.bury(status)

    def _lose_all(self) -> None:
        for token in list(self._births):
            if born := self._births.pop(token, None):
                born.set_exception(NurseryLostError("the nursery ended"))
        for kernel in self._kernels.values():
            kernel.bury(-signal.SIGKILL)
