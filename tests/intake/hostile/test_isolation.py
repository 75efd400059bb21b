"""Jobs in processes of their own: whatever a file does to its reader, the others are read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import report_utils.intake.isolation.process as process
from report_utils.intake.isolation.run import run_isolated
from report_utils.intake.preflight import Limits, Refusal

pytestmark = pytest.mark.usefixtures("in_processes")

QUICK = Limits(seconds=0.3)
posix = pytest.mark.skipif(os.name == "nt", reason="needs signals")


def codes(results: list[tuple[Path, Any]]) -> list[str]:
    return [result.code if isinstance(result, Refusal) else result for _, result in results]


def paths(text: str) -> list[Path]:
    return [Path(f"{name}.xlsx") for name in text.split()]


def test_results_come_in_the_order_of_the_paths(jobs: Any) -> None:
    given = [Path(f"{number}.xlsx") for number in range(50, 0, -1)]
    assert list(run_isolated(jobs.act, given, workers=3)) == [(path, path.stem) for path in given]


def test_no_paths_give_no_results(jobs: Any) -> None:
    assert not list(run_isolated(jobs.act, []))


@pytest.mark.parametrize(("name", "code"), [
    ("abort", "T21"), ("segfault", "T21"), ("exit", "T21"), ("raise", "T21"), ("refuse", "T05"),
    pytest.param("spin", "T19", marks=posix), pytest.param("sleep", "T19", marks=posix),
    pytest.param("hog", "T20", marks=pytest.mark.skipif(sys.platform != "linux", reason="memory is limited there")),
])
def test_a_deadly_file_costs_only_itself(name: str, code: str, jobs: Any) -> None:
    assert codes(list(run_isolated(jobs.act, paths(f"a b {name} c d"), QUICK, workers=2))) == ["a", "b", code, "c", "d"]


def test_a_refusal_of_the_system_is_one_plain_sentence(jobs: Any) -> None:
    (_, refusal), = run_isolated(jobs.act, paths("abort"))
    found = refusal.finding("abort.xlsx")
    assert found.message == "Tệp «abort.xlsx» bị bỏ qua vì chương trình đọc bị dừng đột ngột khi gặp tệp này."
    assert "-6" in refusal.detail or os.name == "nt"


def test_what_a_job_prints_does_not_get_between_the_frames(jobs: Any, capfd: Any) -> None:
    assert codes(list(run_isolated(jobs.act, paths("a print b")))) == ["a", "print", "b"]
    assert capfd.readouterr() == ("", "")


def test_processes_serve_many_files(jobs: Any) -> None:
    served = [result for _, result in run_isolated(jobs.process, [Path(str(n)) for n in range(40)], workers=2)]
    assert len(set(served)) <= 2
    assert os.getpid() not in served


def test_processes_are_light(jobs: Any) -> None:
    (_, loaded), = run_isolated(jobs.modules, [Path("a")])
    assert not {"pandas", "numpy", "pydantic", "openpyxl", "lxml"} & set(loaded)


def test_a_real_bomb_of_the_reader_is_survived(jobs: Any, forge: Any, tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    for name, data in (("a", forge.package()), ("b", forge.with_rows(far)), ("c", forge.package())):
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    files = sorted(tmp_path.glob("*.xlsx"))
    results = [result for _, result in run_isolated(jobs.read_without_preflight, files)]
    assert results[0] == results[2] == [[["Lĩnh vực", "Tiếp nhận"], ["Đất đai", 12]]]
    assert results[1].code in ("T20", "T21")


def test_a_job_that_other_processes_do_not_know_is_done_here() -> None:
    assert codes(list(run_isolated(lambda path: path.stem, paths("a b")))) == ["a", "b"]


def test_without_processes_the_work_is_done_here(jobs: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no processes")

    monkeypatch.setattr(process.subprocess, "Popen", refuse)
    assert codes(list(run_isolated(jobs.act, paths("a raise refuse b")))) == ["a", "T21", "T05", "b"]
    assert next(run_isolated(jobs.process, paths("a")))[1] == os.getpid()


def test_leaving_early_ends_the_processes(jobs: Any) -> None:
    results = run_isolated(jobs.process, [Path(str(n)) for n in range(40)], workers=2)
    _, process = next(results)
    results.close()
    assert is_gone(process)


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_outlives_its_parent(how: signal.Signals, jobs: Any, tmp_path: Path) -> None:
    """The worker is in the middle of a job that would never end."""
    code = (
        "from pathlib import Path; import jobs_on_files, sys\n"
        "from report_utils.intake.isolation.run import run_isolated\n"
        "from report_utils.intake.preflight import Limits\n"
        "list(run_isolated(jobs_on_files.wait_for_ever, [Path(sys.argv[1])], Limits(seconds=0.2)))\n"
    )
    trace = tmp_path / "trace"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    parent = subprocess.Popen([sys.executable, "-c", code, trace], env=environment, stderr=subprocess.DEVNULL)
    wait_until(lambda: trace.exists() and trace.read_text(encoding="ascii"))
    parent.send_signal(how)
    parent.wait(10)
    assert is_gone(int(trace.read_text(encoding="ascii")))


def is_gone(process: int) -> bool:
    def check() -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        return False

    return wait_until(check)


def wait_until(check: Any) -> bool:
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.02)
    return False
