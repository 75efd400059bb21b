"""One quarter of 25 units: `baocao run` beside the papermill command line, and beside the same calls in one process."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
AGENCY, PERIOD, BEFORE, ROUNDS = "syt-brvt", "2024-Q3", "2024-H1", 3


def main(rounds: int = ROUNDS) -> None:
    """Print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(REPOSITORY / "params" / AGENCY, root / "params" / AGENCY)
        shutil.copytree(REPOSITORY / "notebooks", root / "notebooks")
        for period in (PERIOD, BEFORE):
            shutil.copytree(REPOSITORY / "data" / "raw" / AGENCY / period, root / "data" / "raw" / AGENCY / period)
        (root / "plain.py").write_text(_plain(root), encoding="utf-8")
        ways: dict[str, Callable[[], None]] = {
            "run": lambda: _done(root, "-m", "report_utils", "run", AGENCY, PERIOD, "--again"),
            "papermill": lambda: _papermill(root), "plain": lambda: _done(root, "plain.py"),
        }  # fmt: skip
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, do in ways.items():
                start = time.perf_counter()
                do()
                times[way].append(time.perf_counter() - start)
    run, papermill, plain = (statistics.median(times[way]) for way in ("run", "papermill", "plain"))
    sys.stdout.write(
        f"a quarter of 25 units: baocao run {run:.2f} s; papermill command line, one notebook after another "
        f"{papermill:.2f} s, ratio {run / papermill:.2f} (goal 0.25); the same calls in one process {plain:.2f} s, "
        f"ratio {run / plain:.2f} (goal 3.00)\n"
    )


def _papermill(root: Path) -> None:
    for notebook in _notebooks(root):
        _done(root, "-m", "papermill", str(notebook), str(root / "out.ipynb"), "-p", "agency", AGENCY, "-p", "period",
              PERIOD, "--cwd", str(root))


def _notebooks(root: Path) -> list[Path]:
    return sorted((root / "notebooks").glob("[0-9]*.ipynb"))


def _plain(root: Path) -> str:
    """The code of all notebooks as one script; what is displayed at the end of a cell is made all the same."""
    cells = [cell for path in _notebooks(root) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
             if cell["cell_type"] == "code"]  # fmt: skip
    return "def display(*_): pass\n" + "\n".join("".join(cell["source"]) for cell in cells)


def _done(root: Path, *arguments: str) -> None:
    """Raises SystemExit where it cannot be done; a draft is as much work."""
    done = subprocess.run([sys.executable, *arguments], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode > 1:
        raise SystemExit(done.stdout + done.stderr)


if __name__ == "__main__":
    main()
