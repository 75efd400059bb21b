"""Jobs whose inputs travel to the workers as bytes, and whose outputs come back so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError
from report_utils.run.batch.job import Job, Result, State, failure, last_result, run_job
from report_utils.run.batch.parcel import pack_inputs, pack_outputs, unpack
from report_utils.run.batch.running import answer_of
from report_utils.run.digests import digest
from report_utils.run.folders import Folders, staged
from report_utils.run.lock import locked
from report_utils.run.log import add_lines, log_of
from report_utils.run.pages.report_list import save_report_list


class ChangedMeanwhileError(BaocaoError):
    """Somebody changed the last report while the new one was made elsewhere."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(f"Thư mục «{folder}» có thay đổi trong lúc chạy, nên kết quả mới không được ghi đè. Hãy chạy "
                         "lại kỳ này.")


@dataclass(frozen=True)
class Delivery:
    """What comes back from a worker; `outputs` are empty where the run failed."""

    result: Result
    outputs: bytes


def run_parcel(job: Job, inputs: bytes) -> Delivery:
    """On the worker: the run in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="baocao-") as folder:
        unpack(inputs, Path(folder))
        result = run_job(replace(job, root=folder))
        done = result.state is not State.FAILED
        return Delivery(result, pack_outputs(Workspace(Path(folder)), job.target) if done else b"")


def run_all_shipped(jobs: Sequence[Job], executor: Executor) -> Iterator[Result]:
    """What came of each job, as they end, with its outputs in their place. The lock is held while it is away."""
    with ExitStack() as all_held:
        sendings = {}
        for job in jobs:
            sending = _Sending(job)
            all_held.callback(sending.held.close)
            try:
                if last := last_result(job):
                    yield last
                    continue
                sendings[executor.submit(run_parcel, job, sending.packed())] = sending
            except (BaocaoError, OSError) as error:
                sending.held.close()
                yield failure(job.target, error)
        for future in as_completed(sendings):
            delivery = answer_of(future, sendings[future].job)
            yield delivery if isinstance(delivery, Result) else sendings[future].taken_in(delivery)


class _Sending:
    """A job that is away, with what the last report was like when it left."""

    def __init__(self, job: Job) -> None:
        self.job, self.held = job, ExitStack()
        self._workspace, names = Workspace(Path(job.root)), (job.target.agency, job.target.period)
        self._goal = Folders(self._workspace.processed(*names), self._workspace.reports(*names))
        self._before: dict[str, str] = {}

    def packed(self) -> bytes:
        """Lock the goal and pack the inputs. Raises LockedError and what open_reporting raises."""
        reporting = open_reporting(self.job.target.agency, self.job.target.period, self.job.root)
        self.held.enter_context(locked(self._goal.reports, str(self.job.target)))
        self._before = _digests(self._goal.reports)
        return pack_inputs(reporting)

    def taken_in(self, delivery: Delivery) -> Result:
        """Put the outputs into their place; the result."""
        with self.held:
            try:
                if delivery.outputs:
                    self._publish(delivery.outputs)
            except (BaocaoError, OSError) as error:
                return failure(self.job.target, error, delivery.result.seconds)
            return delivery.result

    def _publish(self, outputs: bytes) -> None:
        if _digests(self._goal.reports) != self._before:
            raise ChangedMeanwhileError(self._workspace.shown(self._goal.reports))
        # Beside the goal, since only within one disk a folder is moved in one step.
        with tempfile.TemporaryDirectory(prefix=".baocao-", dir=self._workspace.root) as folder:
            unpack(outputs, Path(folder))
            there, names = Workspace(Path(folder)), (self.job.target.agency, self.job.target.period)
            with staged(self._goal) as staging:
                _move(there.processed(*names), staging.processed)
                _move(there.reports(*names), staging.reports)
            save_report_list(self._workspace)
            add_lines(log_of(self._workspace, *names), log_of(there, *names).read_text(encoding="utf-8"))


def _move(folder: Path, empty: Path) -> None:
    """Put a folder in the place of an empty one."""
    empty.rmdir()
    folder.rename(empty)


def _digests(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): digest(path) for path in folder.rglob("*") if path.is_file()}
