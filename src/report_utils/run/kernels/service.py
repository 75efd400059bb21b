"""The kernel in its own process, prepared or plain."""

from __future__ import annotations

import atexit
import importlib.util
import sys
from typing import Any


def serve(arguments: list[str], **options: Any) -> int:
    """Run ipykernel as ipykernel_launcher does, until it is asked to end; the exit status."""
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415 - after a plain kernel has set the search path right

    launcher = importlib.util.find_spec("ipykernel_launcher")
    sys.argv = [launcher.origin or "" if launcher else "", *arguments]
    kernel = IPKernelApp.instance(**options)
    try:
        kernel.initialize(arguments)  # type: ignore[no-untyped-call]
        atexit.register(_hear_out, kernel)
        kernel.start()  # type: ignore[no-untyped-call]
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _hear_out(kernel: Any) -> None:
    """Let the thread that was asked to end the kernel come to its end.

    ipykernel closes first what that thread writes to, and waits ten seconds where it has not done so yet.
    """
    if kernel.control_thread.is_alive():
        kernel.control_thread.stop()
        kernel.control_thread.join()
