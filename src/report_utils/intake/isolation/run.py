"""Jobs on files, each away from the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from report_utils.intake.isolation.here import contained_here
from report_utils.intake.isolation.pool import Pool
from report_utils.intake.isolation.process import NoProcessError
from report_utils.intake.preflight.limits import DEFAULT_LIMITS, Limits
from report_utils.intake.preflight.refusal import Refusal

T = TypeVar("T")

_MOST_WORKERS = 8


def run_isolated(
    job: Callable[[Path], T], paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS, workers: int | None = None,
) -> Iterator[tuple[Path, T | Refusal]]:
    """Do `job` on each path, in the order of `paths`; a file that kills its process gives a Refusal.

    `job` must be importable and its results picklable. `workers` is the number of processes, by default as many as
    processors. Where no process can be started, or `job` was defined in a notebook, it is done in this process.
    """
    listed = list(paths)
    if not listed:
        return
    most = max(1, min(workers or os.cpu_count() or 1, _MOST_WORKERS, len(listed)))
    pool = Pool(job, limits)
    try:
        pool.prepare(most)
    except NoProcessError:
        yield from ((path, contained_here(job, path)) for path in listed)
    else:
        yield from pool.run(listed, most)
    finally:
        pool.close()
