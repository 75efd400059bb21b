"""No process of a run outlives the run."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def die_with(parent: int) -> None:
    """Have the system kill this process when the thread that started it ends; end at once if `parent` is gone already.

    Only Linux can do the first. It works on a process stuck in C code as well, since nobody has to run Python for it.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it went before the call above
        os._exit(1)
