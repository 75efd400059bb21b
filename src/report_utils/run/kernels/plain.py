"""A plain kernel that does not outlive the run: `python -m report_utils.run.kernels.plain -f CONNECTION …`."""

from __future__ import annotations

import os
import runpy
import sys

from report_utils.run.kernels.death import die_with


def main() -> None:
    """Run the kernel of ipykernel in this process."""
    if sys.platform != "win32":
        die_with(int(os.environ["JPY_PARENT_PID"]))
    runpy.run_module("ipykernel_launcher", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
