"""All jobs of a batch over an executor; one that fails does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, as_completed
from typing import TypeVar

from report_utils.errors import BaocaoError
from report_utils.run.batch.job import Job, Result, State, run_prepared

_Answer = TypeVar("_Answer")


def run_all_jobs(jobs: Sequence[Job], executor: Executor, work: Callable[[Job], Result] = run_prepared
                 ) -> Iterator[Result]:  # fmt: skip
    """What came of each job, as they end."""
    futures = {executor.submit(work, job): job for job in jobs}
    for future in as_completed(futures):
        yield answer_of(future, futures[future])


def answer_of(future: Future[_Answer], job: Job) -> _Answer | Result:
    """What an ended future gives; a failed result where its worker died or raised."""
    try:
        error = future.exception()
    except CancelledError:
        return Result(job.target, State.FAILED, reason="Lượt chạy đã bị hủy trước khi xong.")
    return Result(job.target, State.FAILED, reason=_said(error)) if error else future.result()


def _said(error: BaseException) -> str:
    if isinstance(error, BaocaoError):
        return error.message
    if type(error).__name__ == "KilledWorker":  # of Dask, which need not be installed
        return "Các máy tính toán nhận lượt chạy này đều bị ngắt giữa chừng, có thể do thiếu bộ nhớ."
    return " ".join(f"Lượt chạy dừng vì lỗi bất ngờ ({type(error).__name__}: {error}).".split())


def usable_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
