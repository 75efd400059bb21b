"""A Dask cluster of this machine; skipped where the extra is not installed."""

import importlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.run.batch.test_command import written

from report_utils.agency.workspace import Workspace
from report_utils.run.batch.cluster import DaskMissingError, NoClusterError, cluster
from report_utils.run.batch.job import Job, State, run_job
from report_utils.run.batch.running import run_all_jobs
from report_utils.run.batch.shipping import run_all_shipped
from report_utils.run.batch.targets import Target

JOBS = [Target("syt-brvt", "2024-Q3"), Target("syt-brvt", "2024-9M")]


@pytest.fixture
def distributed() -> Any:
    return pytest.importorskip("distributed", reason="the extra dask is not installed (make dask)")


@pytest.fixture
def scheduler(distributed: Any) -> Iterator[str]:
    """The address of a cluster with one worker process of two threads."""
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=True, dashboard_address=None,
                                  silence_logs=logging.CRITICAL) as local:
        yield local.scheduler_address


@pytest.mark.usefixtures("quick_notebook")
def test_a_cluster_writes_the_same_bytes_with_shared_storage_and_with_shipping(
    workspace: Workspace, sent: Callable[..., Path], scheduler: str
) -> None:
    for target in JOBS:
        sent(target.period)
    jobs = [Job(target, str(workspace.root)) for target in JOBS]
    assert [run_job(job).state for job in jobs] == [State.DONE] * 2
    alone = written(workspace.root)
    with cluster(scheduler) as executor:
        assert [result.state for result in run_all_jobs(jobs, executor)] == [State.DONE] * 2
        assert written(workspace.root) == alone
        assert [result.state for result in run_all_shipped(jobs[:1], executor)] == [State.DONE]
        assert written(workspace.root) == alone


def test_an_address_where_nobody_answers_is_named(distributed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_utils.run.batch.cluster._PATIENCE", 0.5)
    with pytest.raises(NoClusterError, match=r"«tcp://127\.0\.0\.1:9»: không kết nối được"), cluster("tcp://127.0.0.1:9"):
        pass


def test_without_dask_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(DaskMissingError, match=r"Cài bằng «make dask»"), cluster("tcp://127.0.0.1:9"):
        pass
