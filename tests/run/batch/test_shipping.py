"""Inputs that travel as bytes, and outputs that come back so."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.run.batch.test_command import written

from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace
from report_utils.run.batch.job import Job, State, run_job
from report_utils.run.batch.parcel import pack_inputs, unpack
from report_utils.run.batch.shipping import run_all_shipped
from report_utils.run.batch.targets import Target
from report_utils.run.kernels.prepared import prepared_kernels
from report_utils.run.lock import locked

Q3 = Target("syt-brvt", "2024-Q3")


class AtOnce(Executor):
    """Does each call when it is submitted, after `before`."""

    def __init__(self, before: Callable[[], object] = int) -> None:
        self.before = before

    def submit(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.before()
        future.set_result(call(*args, **kwargs))
        return future


@pytest.fixture(scope="module")
def kernels() -> Iterator[None]:
    """Kernels for the runs of all tests."""
    with prepared_kernels():
        yield


@pytest.mark.usefixtures("quick_notebook", "kernels")
def test_a_shipped_run_writes_what_a_run_at_home_writes(workspace: Workspace, sent: Callable[..., Path]) -> None:
    sent("2024-Q3")
    home = Job(Q3, str(workspace.root), again=True)
    assert run_job(home).state is State.DONE
    (workspace.reports("syt-brvt", "2024-Q3") / "Báo cáo.docx").write_bytes("người sửa".encode())
    (workspace.reports("syt-brvt", "2024-Q3") / "ký.pdf").write_bytes(b"")
    assert run_job(home).notes == ("Giữ nguyên tệp đã có người sửa: Báo cáo.docx",)
    alone = written(workspace.root)
    with ThreadPoolExecutor(1) as pool:
        (shipped,) = run_all_shipped([home], pool)
    assert (shipped.state, shipped.notes) == (State.DONE, ("Giữ nguyên tệp đã có người sửa: Báo cáo.docx",))
    assert written(workspace.root) == alone
    assert not list(workspace.root.glob(".baocao-*"))
    log = (workspace.reports("syt-brvt", ".logs") / "2024-Q3.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["event"] for line in log].count("end") == 3
    with locked(workspace.reports("syt-brvt", "2024-Q3"), "đã nhả khóa"):
        pass


@pytest.mark.usefixtures("quick_notebook", "kernels")
def test_where_nothing_has_changed_nothing_is_run_or_sent(workspace: Workspace, sent: Callable[..., Path]) -> None:
    sent("2024-Q3")
    job = Job(Q3, str(workspace.root))
    first = run_job(job)
    (workspace.reports("syt-brvt", "2024-Q3") / "Báo cáo.docx").write_bytes("người sửa".encode())
    edited = run_job(job)
    alone = written(workspace.root)
    same = run_job(job)
    assert (same.unchanged, same.state, same.warnings) == (True, State.DONE, 2)
    assert same.notes == edited.notes == ("Giữ nguyên tệp đã có người sửa: Báo cáo.docx",)
    with ThreadPoolExecutor(1) as pool:
        assert list(run_all_shipped([job], pool)) == [replace(same, seconds=0.0)]
    assert written(workspace.root) == alone
    assert [first.unchanged, edited.unchanged, run_job(replace(job, again=True)).unchanged] == [False] * 3


@pytest.mark.usefixtures("quick_notebook", "kernels")
def test_a_report_that_was_changed_meanwhile_is_not_replaced(workspace: Workspace, sent: Callable[..., Path]) -> None:
    sent("2024-Q3")
    reports = workspace.reports("syt-brvt", "2024-Q3")

    def edit() -> None:
        reports.mkdir(parents=True)
        (reports / "của người.docx").write_bytes(b"")

    (result,) = run_all_shipped([Job(Q3, str(workspace.root))], AtOnce(edit))
    assert result.reason == (
        "Thư mục «reports/syt-brvt/2024-Q3» có thay đổi trong lúc chạy, nên kết quả mới không được ghi đè. "
        "Hãy chạy lại kỳ này."
    )
    assert [path.name for path in reports.iterdir()] == ["của người.docx"]


def test_what_cannot_be_packed_fails_and_does_not_stop_the_others(workspace: Workspace) -> None:
    with locked(workspace.reports("syt-brvt", "2024-Q3"), str(Q3)):
        jobs = [Job(Target("syt-brv", "2024-Q3"), str(workspace.root)), Job(Q3, str(workspace.root))]
        reasons = [result.reason for result in run_all_shipped(jobs, AtOnce())]
    assert [reason.split(" ")[0] for reason in reasons] == ["Không", "Đang"]


def test_a_parcel_holds_what_is_read_and_the_names_of_the_other_periods(
    workspace: Workspace, sent: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    for period in ("2024-Q3", "2024-H1", "2019-Q1"):
        sent(period)
    there = tmp_path_factory.mktemp("nơi khác")
    unpack(pack_inputs(open_reporting("syt-brvt", "2024-Q3", str(workspace.root))), there)
    raw = there / "data" / "raw" / "syt-brvt"
    assert {path.name: [file.name for file in path.iterdir()] for path in raw.iterdir()} == {
        "2024-Q3": ["tệp.xlsx"], "2024-H1": ["tệp.xlsx"], "2019-Q1": [],
    }
    assert [path.name for path in (there / "params").iterdir()] == ["syt-brvt"]
