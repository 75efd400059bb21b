"""Prepared kernels that are stopped, and a nursery that is lost."""

from __future__ import annotations

import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.run.kernels.conftest import processes_of, wait_until, write_notebook

from report_utils.run.kernels.prepared import PLAIN_VARIABLE, StoppedError, kernels_in_use, prepared_kernels
from report_utils.run.notebooks import NotebookFailedError, execute


def test_the_variables_of_the_process_are_as_before_when_the_block_ends(private: Path, way: str) -> None:
    before = dict(os.environ)
    with prepared_kernels():
        assert os.environ["PYTHONHASHSEED"] == "0"
    assert dict(os.environ) == before
    assert list(private.iterdir()) == []


def test_what_is_stopped_ends_in_every_thread_and_starts_no_more(
    private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PLAIN_VARIABLE, "1")  # prepared ones: tests/run/kernels/test_killed_run.py
    source = write_notebook(private / "thu.ipynb", "import pathlib\npathlib.Path('đã vào').touch()\nwhile True: pass")
    with prepared_kernels() as kernels, ThreadPoolExecutor(1) as pool:
        running = pool.submit(execute, source, private / "out.ipynb", {}, private)
        assert wait_until(lambda: running.done() or (private / "đã vào").exists(), 20)
        kernels.stop()
        with pytest.raises(NotebookFailedError, match=r"«thu\.ipynb».* lượt chạy đã được dừng theo yêu cầu\.$"):
            running.result(5)
        with pytest.raises(NotebookFailedError, match=r"dừng theo yêu cầu"):
            execute(source, private / "out.ipynb", {}, private)
        with pytest.raises(StoppedError), kernels.kernel():
            pass
    assert processes_of(private) == []
    assert not (private / "out.ipynb").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_does_not_stop_the_kernels_of_its_parent(private: Path) -> None:
    with prepared_kernels() as kernels:
        with warnings.catch_warnings(action="ignore"):  # pytest has threads
            child = os.fork()
        if not child:
            kernels.stop()
            with kernels_in_use() as others:
                os._exit(int(kernels.stopped or others is kernels))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert wait_until(lambda: bool(processes_of(private)), 5)


def test_without_a_nursery_a_sentence_names_the_way_out(private: Path) -> None:
    source = write_notebook(private / "thu.ipynb", "1")
    with prepared_kernels():
        assert wait_until(lambda: bool(processes_of(private)), 5)
        [nursery] = processes_of(private)
        nursery.kill()
        with pytest.raises(NotebookFailedError, match=rf"không tạo được trình chạy; .*{PLAIN_VARIABLE}=1\.$"):
            execute(source, private / "out.ipynb", {}, private)
