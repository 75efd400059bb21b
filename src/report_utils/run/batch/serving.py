"""What a worker process does: one call after another, until its parent ends or asks it to stop.

Light imports only, so that a worker takes signals in hand before anything else.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection, wait

from report_utils.run.signals import LeftToParent

GRACE = 5.0
"""Seconds that a worker has to end its kernels and tidy up after it was asked to stop."""


def serve(calls: Connection) -> None:
    """Answer every `(function, arguments)` with what it returns. What it raises ends the process."""
    _take_signals()
    _leak_no_lock()
    threading.Thread(target=_stop_with_parent, daemon=True).start()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            function, arguments = calls.recv()
            calls.send(function(*arguments))


def _take_signals() -> None:
    """SIGTERM, which only the parent sends, interrupts; Ctrl+C reaches the whole terminal and is left to the parent."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, LeftToParent())
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _leak_no_lock() -> None:
    """Papermill imports tqdm, whose lock for processes would be leaked by a killed worker."""
    importlib.import_module("tqdm").tqdm.set_lock(threading.RLock())


def _stop_with_parent() -> None:
    """A parent that was killed cannot ask: its end is seen here."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        signal.raise_signal(signal.SIGTERM) if os.name == "nt" else os.kill(os.getpid(), signal.SIGTERM)
        threading.Event().wait(GRACE)
        os._exit(1)
