"""`baocao batch` with real worker processes and real kernels; the one notebook takes no time."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.workspace import Workspace
from report_utils.run.batch.job import Job, State, run_job
from report_utils.run.batch.targets import Target
from report_utils.run.kernels.prepared import prepared_kernels

pytestmark = pytest.mark.usefixtures("quick_notebook")

COMMAND = (sys.executable, "-m", "report_utils", "batch", "--root")


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*COMMAND, str(root), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            encoding="utf-8", start_new_session=True,
                            preexec_fn=None if os.name == "nt" else as_on_a_terminal)  # noqa: PLW1509 # fmt: skip


def as_on_a_terminal() -> None:
    """Tests that were started in the background would pass on that SIGINT is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def written(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes()
            for folder in ("reports", "data/processed") for path in sorted((root / folder).rglob("*"))
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)}  # fmt: skip


def test_a_batch_writes_what_single_runs_write_and_goes_on_after_a_failure(
    workspace: Workspace, sent: Callable[..., Path]
) -> None:
    good = [sent(period).name for period in ("2024-Q3", "2024-9M")]
    sent("2024-H1", "hỏng.txt")
    with prepared_kernels():
        for period in good:
            assert run_job(Job(Target("syt-brvt", period), str(workspace.root))).state is State.DONE
    alone = written(workspace.root)
    batch = start(workspace.root, "--workers", "2", "--again", "--json")
    out, err = batch.communicate()
    assert "Traceback" not in err
    assert [(entry["period"], entry["result"], entry["message"]) for entry in map(json.loads, out.splitlines())] == [
        ("2024-9M", "done", ""),
        ("2024-H1", "failed", "Sổ tính «1_nhanh.ipynb» dừng giữa chừng: RuntimeError: số liệu hỏng"),
        ("2024-Q3", "done", ""),
    ]
    assert batch.returncode == 2
    assert written(workspace.root) == alone


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
def test_ctrl_c_leaves_the_last_good_reports_and_no_process(workspace: Workspace, sent: Callable[..., Path]) -> None:
    good = workspace.reports("syt-brvt", "2024-Q3") / "cũ.txt"
    good.parent.mkdir(parents=True)
    good.write_bytes(b"")
    sent("2024-Q3", "chờ.txt")
    batch = start(workspace.root)
    until((workspace.root / "đang chạy").exists)
    os.killpg(batch.pid, signal.SIGINT)  # as a terminal does: to the command and its workers
    out, err = batch.communicate()
    assert (out, batch.returncode) == ("", 130)
    assert "Traceback" not in err
    assert "Warning" not in err
    assert [path.name for path in good.parent.iterdir()] == ["cũ.txt"]
    until(lambda: not working_in(workspace.root))


def until(what: Callable[[], bool]) -> None:
    for _ in range(300):
        if what():
            return
        threading.Event().wait(0.1)
    pytest.fail("waited in vain")


def working_in(root: Path) -> list[str]:
    """Processes whose working folder is the workspace: kernels. Empty where there is no /proc."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.joinpath("cwd").readlink() == root and b"Z (zombie)" not in (process / "status").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found
