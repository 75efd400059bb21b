"""One run of a batch as it is sent to a worker, and the small answer that comes back."""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from pathlib import Path

from report_utils import __version__
from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError, os_reason
from report_utils.run.batch.targets import Target
from report_utils.run.kept_readings import forget_readings
from report_utils.run.kernels.prepared import prepared_kernels
from report_utils.run.logged import run_logged
from report_utils.run.outcome import load_outcome
from report_utils.run.pages.listed import keep_listed
from report_utils.run.unchanged import unchanged

_ONE_AT_A_TIME = threading.Lock()
"""A run sets variables for the kernels of its process: a worker with several threads still does one after another."""


class State(IntEnum):
    """How a run ended; the greater, the worse."""

    DONE = 0
    DRAFT = 1
    FAILED = 2


class OtherVersionError(BaocaoError):
    """A worker has another version of this package than the one that sent the job."""

    def __init__(self, here: str, there: str) -> None:
        self.here, self.there = here, there
        super().__init__(f"Máy tính toán cài report-utils {there}, máy này cài {here}. Hãy cài cùng một bản trên "
                         "mọi máy.")


@dataclass(frozen=True)
class Job:
    """What a worker needs to know: the target, the root of the workspace as the worker sees it, the options."""

    target: Target
    root: str
    final: bool = False
    pdf: bool = False
    again: bool = False
    """Run also where nothing has changed since the last run."""

    at_once: int = 1
    """Notebooks executed at a time: one, since all processors work on other jobs."""

    version: str = __version__


@dataclass(frozen=True)
class Result:
    """What came of a run: counts of findings, the reason of a failure, files kept because a person edited them,
    remarks on PDFs; `seconds` as they passed for the worker; `unchanged`: the last run holds, nothing was run.
    """

    target: Target
    state: State
    errors: int = 0
    warnings: int = 0
    reason: str = ""
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    unchanged: bool = False

    def as_json(self) -> dict[str, object]:
        """For machines; without the seconds, so that equal results are equal lines."""
        return {"agency": self.target.agency, "period": self.target.period, "result": self.state.name.lower(),
                "errors": self.errors, "warnings": self.warnings, "message": self.reason, "notes": list(self.notes),
                "unchanged": self.unchanged}


def run_job(job: Job) -> Result:
    """Make the report of a job, as `baocao run` does; what keeps it from being made is told, not raised."""
    with _ONE_AT_A_TIME:
        start = time.perf_counter()
        try:
            return _run(job, start)
        except (BaocaoError, OSError) as error:
            return failure(job.target, error, time.perf_counter() - start)


def last_result(job: Job) -> Result | None:
    """What came of the last run, if a run would now give the same; None if it has to be seen, or is to be made again.

    Raises OSError.
    """
    workspace, names = Workspace(Path(job.root)), (job.target.agency, job.target.period)
    last = None if job.again else unchanged(workspace, *names, final=job.final, pdf=job.pdf)
    if last is None:
        return None
    keep_listed(workspace)
    outcome = load_outcome(workspace.reports(*names))
    return Result(job.target, State.DRAFT if last.draft else State.DONE, outcome.errors, outcome.warnings,
                  notes=_kept_notes(last.kept), unchanged=True)


def run_prepared(job: Job) -> Result:
    """`run_job` in a worker that has many to do: its kernels are prepared once, and end with it."""
    _prepared()
    return run_job(job)


@cache
def _prepared() -> ExitStack:
    stack = ExitStack()
    stack.enter_context(prepared_kernels())
    atexit.register(stack.close)
    return stack


def failure(target: Target, error: BaocaoError | OSError, seconds: float = 0.0) -> Result:
    """The result of a run that an error ended."""
    reason = (error.message if isinstance(error, BaocaoError) else
              f"Không đọc hoặc ghi được {error.filename or 'tệp'}: {os_reason(error)}.")
    return Result(target, State.FAILED, reason=reason, seconds=seconds)


def _run(job: Job, start: float) -> Result:
    if job.version != __version__:
        raise OtherVersionError(job.version, __version__)
    if last := last_result(job):
        return replace(last, seconds=time.perf_counter() - start)
    reporting = open_reporting(job.target.agency, job.target.period, job.root)
    if job.again:
        forget_readings(reporting.workspace, job.target.agency)
    finished = run_logged(reporting, final=job.final, pdf=job.pdf, at_once=job.at_once)
    drafts = any(one.draft for one in (finished.outcome, *finished.others))
    notes = (*_kept_notes(finished.kept), *finished.added.remarks)
    return Result(job.target, State.DRAFT if drafts else State.DONE, finished.outcome.errors,
                  finished.outcome.warnings, notes=notes, seconds=time.perf_counter() - start)


def _kept_notes(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"Giữ nguyên tệp đã có người sửa: {name}" for name in names)
