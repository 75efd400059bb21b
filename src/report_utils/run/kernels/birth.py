"""From a forked process to a kernel like one that was started by itself."""

from __future__ import annotations

import atexit
import os
import random
import signal
import sys
import threading
import time
from typing import NoReturn

from report_utils.run.kernels.death import die_with
from report_utils.run.kernels.messages import Order
from report_utils.run.kernels.service import serve


def become_kernel(order: Order, nursery: int) -> NoReturn:
    """Run a kernel in this process, a fresh child of `nursery`, and end with its exit status."""
    status = 1
    try:
        die_with(nursery)
        _settle_in(order)
        status = serve(order.arguments, parent_handle=nursery)
        threading._shutdown()  # type: ignore[attr-defined]  # waits for threads, as the end of an interpreter does
        atexit._run_exitfuncs()
    finally:
        os._exit(status)  # frees nothing one by one: that would copy the memory shared with the nursery


def _settle_in(order: Order) -> None:
    """Nothing of the nursery stays: session, signals, folder, variables, functions for its end, random numbers."""
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(order.folder)
    os.environ.clear()
    os.environ.update(order.variables)
    time.tzset()
    atexit._clear()
    random.seed()
    sys.modules["numpy.random"].seed()
