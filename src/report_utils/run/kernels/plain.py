"""A plain kernel that does not outlive the run: `python -m report_utils.run.kernels.plain -f CONNECTION …`."""

from __future__ import annotations

import os
import sys

from report_utils.run.kernels.death import die_with
from report_utils.run.kernels.service import serve


def main() -> None:
    """Be a kernel."""
    if sys.platform != "win32":
        die_with(int(os.environ["JPY_PARENT_PID"]))
    if not sys.flags.safe_path:
        del sys.path[0]  # the working directory, which `-m` puts first and ipykernel puts where it belongs
    sys.exit(serve(sys.argv[1:]))


if __name__ == "__main__":
    main()
