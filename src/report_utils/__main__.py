"""Where `baocao` and `python -m report_utils` begin, so that an interruption while parts load ends as a later one."""

from __future__ import annotations

import sys
from typing import NoReturn

_INTERRUPTED = 130
"""As in report_utils.cli.frame, which cannot be loaded before this."""


def main() -> NoReturn:
    """Run the command `baocao` and exit with its status."""
    try:
        from report_utils.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
