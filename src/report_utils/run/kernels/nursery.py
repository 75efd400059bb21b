"""The nursery: imports what kernels need, then forks a kernel for each order. It has one thread and waits for none.

`python -m report_utils.run.kernels.nursery PARENT SOCKET FOLDER` is started by `nurse.py`: `PARENT` is the process of
the run, `SOCKET` the number of a socket to it, `FOLDER` the mark by which orphans are found. It ends, with all its
kernels, when the run does.
"""

from __future__ import annotations

import os
import selectors
import signal
import socket
import sys
import warnings
from contextlib import suppress

from report_utils.run.kernels.birth import become_kernel
from report_utils.run.kernels.death import die_with
from report_utils.run.kernels.messages import Line, Order
from report_utils.run.kernels.warming import warm


class Nursery:
    """The kernels that were forked here and still live, by token."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._living: dict[int, int] = {}
        self._bell, ring = socket.socketpair()
        self._ring = ring
        for end in (self._bell, ring):
            end.setblocking(False)

    def serve(self) -> None:
        """Fork, signal and bury kernels until the run hangs up."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._ring.fileno(), warn_on_full_buffer=False)
        with selectors.DefaultSelector() as selector:
            selector.register(self._bell, selectors.EVENT_READ, self._bury)
            selector.register(self._line.connection, selectors.EVENT_READ, self._obey)
            while all(key.data() for key, _ in selector.select()):
                pass
        for pid in self._living.values():
            _kill(pid, signal.SIGKILL)

    def _obey(self) -> bool:
        """Do what the run asks; whether it is still there."""
        heard = self._line.hear()
        for message in heard or ():
            if "signal" in message:
                if pid := self._living.get(message["token"]):
                    _kill(pid, message["signal"])
            else:
                self._fork(Order(**message))
        return heard is not None

    def _fork(self, order: Order) -> None:
        parent = os.getpid()
        try:
            with warnings.catch_warnings(action="ignore"):  # Python 3.12 counts threads of libraries that bear a fork
                pid = os.fork()
        except OSError as error:
            self._line.say(token=order.token, refused=error.errno)
            return
        if pid == 0:
            self._leave()
            become_kernel(order, parent)
        self._living[order.token] = pid
        self._line.say(token=order.token, pid=pid)

    def _leave(self) -> None:
        """In a child: none of the sockets of the nursery stays open."""
        for end in (self._line.connection, self._bell, self._ring):
            end.close()

    def _bury(self) -> bool:
        """Tell of every kernel that ended."""
        with suppress(BlockingIOError):
            while self._bell.recv(1024):
                pass
        for token, pid in list(self._living.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                del self._living[token]
                self._line.say(token=token, status=os.waitstatus_to_exitcode(status))
        return True


def _kill(pid: int, number: int) -> None:
    """Signal a kernel and what it has started; only itself while it has no session of its own yet."""
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        os.kill(pid, number)


def main() -> None:
    """Serve one run."""
    parent, number = map(int, sys.argv[1:3])
    die_with(parent)
    if not sys.flags.safe_path:
        del sys.path[0]  # the folder where the run was started, which `-m` puts first
    line = Line(socket.socket(fileno=number))
    line.connection.set_inheritable(False)
    warm()
    with suppress(OSError):  # the run hung up while something was said
        Nursery(line).serve()


if __name__ == "__main__":
    main()
