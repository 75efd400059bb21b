"""From the request to a kernel that has answered kernel_info: prepared kernels beside plain ones, in turn."""

from __future__ import annotations

import statistics
import sys
import time

from jupyter_core.utils import run_sync

from report_utils.run.kernels.folder import private_folder
from report_utils.run.kernels.kernel import Kernel
from report_utils.run.kernels.prepared import Kernels, prepared_kernels

ROUNDS, GOAL = 15, 0.25


def main() -> None:
    """Print the medians and the ratio."""
    with prepared_kernels() as prepared, private_folder() as folder:
        plain = Kernels(folder, None)
        first, _ = _seconds(prepared)
        taken = [(*_seconds(prepared), *_seconds(plain)) for _ in range(ROUNDS)]
    forked, its_end, usual, usual_end = (statistics.median(column) for column in zip(*taken, strict=True))
    _say(f"a kernel that answers: prepared {forked:.3f} s (goal {GOAL:.2f}), plain {usual:.3f} s, ratio "
         f"{forked / usual:.2f}; its end: {its_end:.3f} s and {usual_end:.3f} s; the first one, with the preparation, "
         f"{first:.2f} s")


def _seconds(kernels: Kernels) -> tuple[float, float]:
    """Of a kernel's start and of its end."""
    with kernels.kernel() as kernel:
        begun = time.perf_counter()
        run_sync(_start)(kernel)
        answered = time.perf_counter()
        kernel.end()
        return answered - begun, time.perf_counter() - answered


async def _start(kernel: Kernel) -> None:
    await kernel.start_kernel()
    client = kernel.client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
