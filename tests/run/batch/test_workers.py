"""Processes of this machine as an executor: real ones, also when they die."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from report_utils.run.batch.workers import Processes, WorkerDiedError

PARENT = """
import os, signal, sys, time
from report_utils.run.batch.workers import Processes

if __name__ == "__main__":
    pool = Processes(1)
    print(pool.submit(os.getpid).result(), flush=True)
    pool.submit(time.sleep, 600)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_calls_run_in_other_processes_and_a_dead_one_costs_one_call() -> None:
    with Processes(2) as pool:
        first = {pool.submit(os.getpid).result() for _ in range(4)}
        died = pool.submit(os._exit, 7)
        other = pool.submit(divmod, 7, 2)
        with pytest.raises(WorkerDiedError, match=r"bị ngắt giữa chừng \(mã thoát 7\)"):
            died.result()
        assert other.result() == (3, 1)
        assert pool.submit(os.getpid).result()
    assert os.getpid() not in first
    assert len(first) <= 2
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal 9")
def test_a_killed_worker_is_told_with_its_signal() -> None:
    with Processes(1) as pool:
        with pytest.raises(WorkerDiedError, match=r"\(nhận tín hiệu 9\)"):
            pool.submit(signal.raise_signal, signal.SIGKILL).result()
        assert pool.submit(divmod, 7, 2).result() == (3, 1)


def test_an_interrupted_block_ends_what_is_under_way() -> None:
    def interrupted() -> None:
        with Processes(1) as pool:
            pool.submit(os.getpid).result()
            futures.extend([pool.submit(time.sleep, 600), pool.submit(time.sleep, 600)])
            raise KeyboardInterrupt

    futures: list[Future[None]] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert multiprocessing.active_children() == []
    assert all(future.done() for future in futures)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
def test_a_worker_ends_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "cha.py"
    script.write_text(PARENT, encoding="utf-8")
    out = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False).stdout
    worker = Path("/proc", out.strip())
    for _ in range(100):
        if not worker.exists():
            return
        threading.Event().wait(0.1)
    pytest.fail(f"worker {worker.name} goes on")
