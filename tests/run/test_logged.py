"""The log of a run: a JSON object a line, with nothing of persons and places."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.errors import BaocaoError
from report_utils.run.log import RunLog, stage
from report_utils.run.logged import run_logged
from report_utils.run.notebook_failures import NotebookFailedError


@pytest.fixture
def path(root: Path) -> Path:
    return root / "reports" / "syt-brvt" / ".logs" / "2024-Q3.jsonl"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def without_time(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in ("time", "seconds")}


def test_a_run_tells_of_its_start_inputs_findings_and_result(quarter: Reporting, notebooks: Any, path: Path) -> None:
    notebooks.draft, notebooks.word = True, "code,severity\nT01,lỗi\nU01,cảnh báo\nT01,lỗi\n".encode()
    run_logged(quarter)
    start, inputs, findings, end = map(without_time, lines(path))
    assert start == {"event": "start", "agency": "syt-brvt", "period": "2024-Q3", "version": "0.1.0", "final": False,
                     "pdf": False}  # fmt: skip
    assert inputs["workbooks"] == len(list((quarter.workspace.raw("syt-brvt", "2024-Q3")).glob("*.xlsx")))
    assert inputs["earlier_workbooks"] > 0
    assert findings == {"event": "findings", "severity": {"cảnh báo": 1, "lỗi": 2}, "code": {"T01": 2, "U01": 1}}
    assert end == {"event": "end", "result": "draft", "documents": 1, "missing": 1, "kept": 0, "pdfs": 0}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", entry["time"]) for entry in lines(path))


def test_a_log_is_added_to_and_leaves_the_report_alone(quarter: Reporting, notebooks: Any, path: Path) -> None:
    run_logged(quarter)
    reports = path.parents[1] / "2024-Q3"
    before = {each: each.read_bytes() for each in reports.rglob("*") if each.is_file()}
    run_logged(quarter)
    assert [entry["event"] for entry in lines(path)] == ["start", "inputs", "findings", "end"] * 2
    assert before == {each: each.read_bytes() for each in reports.rglob("*") if each.is_file()}


def test_a_failure_is_told_by_its_kind_and_quotes_nobody(quarter: Reporting, notebooks: Any, path: Path) -> None:
    notebooks.fails = "2_kiem_tra.ipynb"
    with pytest.raises(BaocaoError):
        run_logged(quarter)
    assert without_time(lines(path)[-1]) == {"event": "end", "result": "failed", "error": "BaocaoError"}
    assert "hỏng" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("error", "told"), [
    (NotebookFailedError("3_so_lieu.ipynb", "ông A"), {"error": "NotebookFailedError", "notebook": "3_so_lieu.ipynb"}),
    (PermissionError(13, "", "tệp"), {"error": "PermissionError", "errno": 13}),
])  # fmt: skip
def test_what_failed_is_told_as_far_as_it_is_ours(
    quarter: Reporting, monkeypatch: pytest.MonkeyPatch, path: Path, error: Exception, told: dict[str, object]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("report_utils.run.logged.run_period", fail)
    with pytest.raises(type(error)):
        run_logged(quarter)
    assert without_time(lines(path)[-1]) == {"event": "end", "result": "failed", **told}


def test_stages_are_told_while_a_run_is_under_way(quarter: Reporting, path: Path) -> None:
    log = RunLog.of(quarter)
    with pytest.raises(BaocaoError), log.stages(), stage("1_tiep_nhan"):
        raise BaocaoError("Hỏng.")
    with stage("không của lượt nào"):
        pass
    assert [without_time(entry) for entry in lines(path)] == [{"event": "stage", "name": "1_tiep_nhan"}]
    assert lines(path)[0]["seconds"] >= 0


def test_a_log_that_cannot_be_written_does_not_keep_a_report_from_being_made(
    quarter: Reporting, notebooks: Any, path: Path
) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.write_bytes(b"")
    assert run_logged(quarter).word.exists()


def test_no_line_names_the_folder_or_the_user(
    quarter: Reporting, notebooks: Any, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "người-chạy")
    monkeypatch.setenv("LOGNAME", "người-chạy")
    run_logged(quarter)
    text = path.read_text(encoding="utf-8")
    assert str(quarter.workspace.root) not in text
    assert "người-chạy" not in text
