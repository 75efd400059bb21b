"""A run with nothing to do, and a help, beside `python -c pass`, in turn; and the run beside the one before it."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS, GOAL, HELP_GOAL = 5, 0.4, 0.15
_REPOSITORY = Path(__file__).parents[1]
_AGENCY, _PERIOD = "syt-brvt", "2024-Q3"


def main() -> None:
    """Print the medians and what the run costs more."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "gốc"
        for part in ("params", "data/raw"):
            shutil.copytree(_REPOSITORY / part, root / part)
        run = ["-m", "report_utils", "run", _AGENCY, _PERIOD, "--root", str(root)]
        whole, _ = _taken(run)
        calls = (run, ["-m", "report_utils", "--help"], ["-c", "pass"])
        rounds = [[seconds for call in calls for seconds in _taken(call)] for _ in range(ROUNDS)]
    wall, cpu, _, help_cpu, bare_wall, bare_cpu = map(statistics.median, zip(*rounds, strict=True))
    _say(f"nothing changed: {wall:.3f} s ({cpu:.3f} s of CPU), python -c pass {bare_wall:.3f} s ({bare_cpu:.3f} s); "
         f"{wall - bare_wall:.3f} s more ({cpu - bare_cpu:.3f} s of CPU, goal {GOAL:.1f}), {wall / whole:.3f} of the "
         "run before it")
    _say(f"baocao --help: {help_cpu - bare_cpu:.3f} s of CPU more than python -c pass (goal {HELP_GOAL})")


def _taken(arguments: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of CPU, of the process and those that it waited for."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603 - our own command
    wall, after = time.perf_counter() - begun, os.times()
    return wall, sum(after[2:4]) - sum(before[2:4])


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
