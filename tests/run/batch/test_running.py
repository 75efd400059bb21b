"""Many jobs over any executor, and what is said of each."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError
from report_utils.run.batch.job import Job, Result, State, run_job
from report_utils.run.batch.running import answer_of, run_all_jobs, usable_processors
from report_utils.run.batch.summary import summary_lines, worst
from report_utils.run.batch.targets import Target
from report_utils.run.lock import locked

Q3, H1 = Target("syt-brvt", "2024-Q3"), Target("syt-brvt", "2024-H1")


def job(target: Target, root: Path = Path()) -> Job:
    return Job(target, str(root))


def work(done: Job) -> Result:
    match done.target.period:
        case "2024-H1":
            raise BaocaoError("Không lập được.")
        case "2024-9M":
            raise ZeroDivisionError("chia cho\nkhông")
        case _:
            return Result(done.target, State.DRAFT, errors=3)


def test_one_job_that_fails_does_not_stop_the_others() -> None:
    jobs = [job(H1), job(Target("syt-brvt", "2024-9M")), job(Q3)]
    with ThreadPoolExecutor(2) as pool:
        results = {result.target.period: result for result in run_all_jobs(jobs, pool, work)}
    assert results["2024-H1"] == Result(H1, State.FAILED, reason="Không lập được.")
    assert results["2024-9M"].reason == "Lượt chạy dừng vì lỗi bất ngờ (ZeroDivisionError: chia cho không)."
    assert results["2024-Q3"].errors == 3
    assert worst(list(results.values())) is State.FAILED


def test_a_cancelled_job_is_a_failed_one() -> None:
    future: Future[Result] = Future()
    future.cancel()
    assert answer_of(future, job(Q3)) == Result(Q3, State.FAILED, reason="Lượt chạy đã bị hủy trước khi xong.")


def test_what_keeps_a_report_from_being_made_is_told(workspace: Workspace, sent: Callable[..., Path]) -> None:
    sent("2024-Q3")
    unknown = run_job(job(Target("syt-brv", "2024-Q3"), workspace.root))
    assert unknown.state is State.FAILED
    assert unknown.reason.startswith("Không có cơ quan «syt-brv».")
    with locked(workspace.reports("syt-brvt", "2024-Q3"), str(Q3)):
        assert run_job(job(Q3, workspace.root)).reason.startswith("Đang có lượt chạy khác cho syt-brvt 2024-Q3")
    empty = run_job(job(H1, workspace.root)).reason
    assert empty.startswith("data/raw/syt-brvt/2024-H1 không có tệp nào; kỳ đã có tệp: 2024-Q3.")


def test_a_worker_with_another_version_refuses() -> None:
    result = run_job(Job(Q3, "", version="0.0.1"))
    assert "máy này cài 0.0.1. Hãy cài cùng một bản trên mọi máy." in result.reason


@pytest.mark.usefixtures("quick_notebook")
def test_a_folder_that_cannot_be_written_is_told(workspace: Workspace, sent: Callable[..., Path]) -> None:
    sent("2024-Q3")
    (workspace.root / "reports").write_bytes(b"")
    assert run_job(job(Q3, workspace.root)).reason.startswith("Không ghi được «2024-Q3»: ")


def test_the_summary_lists_all_and_gives_reasons_below() -> None:
    results = [Result(H1, State.FAILED, reason="Hỏng."),
               Result(Q3, State.DRAFT, 12, 3, notes=("Giữ nguyên tệp đã có người sửa: a.docx",), seconds=61.25,
                      unchanged=True)]
    assert list(summary_lines(results)) == [
        "Cơ quan   Kỳ       Kết quả         Lỗi  Cảnh báo  Giây",
        "syt-brvt  2024-H1  không lập được",
        "syt-brvt  2024-Q3  dự thảo          12         3  61,2",
        "syt-brvt 2024-H1: Hỏng.",
        "syt-brvt 2024-Q3: Giữ nguyên tệp đã có người sửa: a.docx",
        ("2 lượt chạy: 1 dự thảo, 1 không lập được. "
         "1 kỳ không có gì thay đổi nên không chạy lại (muốn chạy lại: --again)."),
    ]


def test_machines_are_told_the_same_without_seconds() -> None:
    assert Result(Q3, State.DONE, 0, 2, seconds=5).as_json() == {
        "agency": "syt-brvt", "period": "2024-Q3", "result": "done", "errors": 0, "warnings": 2, "message": "",
        "notes": [], "unchanged": False,
    }


def test_there_is_a_processor_to_use() -> None:
    assert usable_processors() >= 1


def test_each_line_of_a_reason_names_the_run() -> None:
    result = Result(Q3, State.FAILED, reason="Chưa thể lập.\nThanh tra Sở: 1 chỗ chưa có số liệu")
    assert list(summary_lines([result]))[-3:-1] == [
        "syt-brvt 2024-Q3: Chưa thể lập.", "syt-brvt 2024-Q3: Thanh tra Sở: 1 chỗ chưa có số liệu"]
