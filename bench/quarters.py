"""Twenty quarters: one at a time, over two processes, over two workers of a Dask cluster; and their bytes."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
AGENCY, PERIOD, WORKERS = "syt-brvt", "2024-Q3", 2
QUARTERS, ROUNDS = 20, 3


def main(quarters: int = QUARTERS, rounds: int = ROUNDS) -> None:
    """Print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build_quarters(root, quarters)
        ways: dict[str, Callable[[], None]] = {"one": lambda: _one_at_a_time(root), "batch": lambda: _batch(root)}
        if importlib.util.find_spec("distributed"):
            ways["dask"] = lambda: _dask(root)
        times, bytes_ = _side_by_side(root, ways, rounds)
    one, batch = times["one"], times["batch"]
    others = sorted({name for wrote in bytes_.values() for name, _ in wrote ^ bytes_["one"]})
    _say(f"{quarters} quarters: one at a time {one:.1f} s, baocao batch with {WORKERS} workers {batch:.1f} s, "
         f"{one / batch:.2f} times the throughput (goal 1.70)")
    if "dask" in times:
        _say(f"Dask, {WORKERS} workers: {times['dask']:.1f} s, {times['dask'] / batch:.2f} of the processes "
             "(goal 1.20 at most)")
    else:
        _say("Dask: skipped, the extra is not installed")
    _say(f"outputs of {', '.join(bytes_)}: {'OTHER BYTES in ' * bool(others)}{', '.join(others) or 'the same bytes'}")


def build_quarters(root: Path, quarters: int) -> None:
    """Write a workspace with as many agencies as quarters, each with the sample of one."""
    for i in range(quarters):
        shutil.copytree(REPOSITORY / "params" / AGENCY, root / "params" / _code(i))
        for settings in (root / "params" / _code(i)).glob("*.yaml"):
            settings.write_text(settings.read_text(encoding="utf-8").replace(AGENCY, _code(i)), encoding="utf-8")
        for period in (PERIOD, "2024-H1"):
            shutil.copytree(REPOSITORY / "data" / "raw" / AGENCY / period, root / "data" / "raw" / _code(i) / period)


def _code(i: int) -> str:
    return f"co-quan-{i:02d}"


def _one_at_a_time(root: Path) -> None:
    for params in sorted((root / "params").iterdir()):
        baocao("run", params.name, PERIOD, "--root", str(root))


def _batch(root: Path) -> None:
    baocao("batch", "--period", PERIOD, "--workers", str(WORKERS), "--root", str(root))


def _dask(root: Path) -> None:
    """The cluster is started outside the time of the batch by other people; here its start counts as well."""
    distributed = importlib.import_module("distributed")
    with distributed.LocalCluster(WORKERS, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        baocao("batch", "--period", PERIOD, "--scheduler", cluster.scheduler_address, "--root", str(root))


def baocao(*arguments: str) -> None:
    """Run the command. Raises SystemExit where it cannot be done."""
    done = subprocess.run([sys.executable, "-m", "report_utils", *arguments], capture_output=True, text=True,  # noqa: S603
                          check=False)  # fmt: skip
    if done.returncode > 1:  # a draft is as much work
        raise SystemExit(done.stdout + done.stderr)


def _side_by_side(root: Path, ways: dict[str, Callable[[], None]],
                  rounds: int) -> tuple[dict[str, float], dict[str, set[tuple[str, str]]]]:
    """The median of each way, the ways taking turns, and what the last turn of each wrote."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    bytes_: dict[str, set[tuple[str, str]]] = {}
    for _ in range(rounds):
        for name, run in ways.items():
            clear(root)
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
            bytes_[name] = _written(root)
    return {name: statistics.median(kept) for name, kept in times.items()}, bytes_


def clear(root: Path) -> None:
    """So that no way finds what another has done."""
    for folder in ("reports", "data/processed"):
        shutil.rmtree(root / folder, ignore_errors=True)


def _written(root: Path) -> set[tuple[str, str]]:
    """Names and digests of all outputs; locks and logs begin with a dot."""
    return {(path.relative_to(root).as_posix(), sha256(path.read_bytes()).hexdigest())
            for folder in ("reports", "data/processed") for path in (root / folder).rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
