"""Prepared kernels: several at a time, the same outputs as plain ones, nothing shared but what was imported."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tests.run.kernels.conftest import write_notebook

from report_utils.run.kernels.prepared import Kernels, kernels_in_use, prepared_kernels
from report_utils.run.notebooks import execute

SEVERAL = (
    "import os, sys, random, numpy, pandas, matplotlib, threading\nprint(hash('a'), sys.path[-1])",
    "print('lỗi', file=sys.stderr)\nsys.flags.hash_randomization, matplotlib.get_backend()",
    "import time\nos.system('echo từ hệ thống')\ntime.sleep(0.3)",
    "random.seed(1)\nnumpy.random.seed(1)\nrandom.random(), numpy.random.random()",
    ("import hashlib, io\nfrom matplotlib.figure import Figure\nfigure, file = Figure(), io.BytesIO()\n"
    "figure.add_subplot().plot([1, 2])\nfigure.savefig(file)\nhashlib.sha256(file.getvalue()).hexdigest()"),
    "pandas.DataFrame({'cột': [1.5, None]})",
    "[os.environ[name] for name in ('MPLBACKEND', 'COLUMNS', 'BAOCAO_THU')], sys.argv[1], __name__, len(sys.path)",
    "from signal import *\n[getsignal(number) for number in (SIGINT, SIGCHLD, SIGTERM, SIGPIPE)]",
)


def outputs(folder: Path, name: str) -> bytes:
    """The bytes of a notebook with several kinds of outputs, executed in `folder`."""
    source = write_notebook(folder / f"{name}.ipynb", *SEVERAL)
    execute(source, folder / f"{name}.out", {}, folder)
    return (folder / f"{name}.out").read_bytes()


@pytest.fixture(scope="module")
def plain_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What plain kernels make of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOCAO_THU", "có dấu")
        patch.delenv("PYTEST_CURRENT_TEST")  # where it is set, ipykernel does not catch what a system command prints
        return outputs(tmp_path_factory.mktemp("thường"), "plain")


@pytest.fixture(scope="module")
def kernels(plain_bytes: bytes) -> Iterator[Kernels]:
    """Prepared kernels for several tests."""
    with prepared_kernels() as prepared:
        yield prepared


def test_prepared_and_plain_kernels_give_the_same_bytes(
    kernels: Kernels, plain_bytes: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_THU", "có dấu")
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    with ThreadPoolExecutor(2) as pool:
        prepared = list(pool.map(lambda name: outputs(tmp_path, name), ("a", "b")))
    assert prepared[0].decode() == plain_bytes.decode()
    assert prepared[1] == plain_bytes
    assert "từ hệ thống" in plain_bytes.decode()


def test_two_threads_disturb_neither_each_other_nor_the_process(kernels: Kernels, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("một", "hai")]
    for folder in folders:
        folder.mkdir()

    def run(folder: Path) -> str:
        source = write_notebook(folder / "thu.ipynb", "import os, time\ntime.sleep(0.3)\nprint(os.getcwd())")
        execute(source, folder / "out.ipynb", {}, folder)
        return read_text(folder / "out.ipynb")

    before, here = dict(os.environ), Path.cwd()
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(run, folders)) == [f"{folder}\n" for folder in folders]
    assert (dict(os.environ), Path.cwd()) == (before, here)


def read_text(path: Path) -> str:
    return str(nbformat.read(path, as_version=4).cells[-1].outputs[0].text)


def test_each_kernel_has_random_numbers_of_its_own_and_runs_what_waits_for_its_end(
    kernels: Kernels, tmp_path: Path
) -> None:
    source = write_notebook(
        tmp_path / "thu.ipynb",
        "import atexit, pathlib\natexit.register(pathlib.Path('đã dọn').touch)",
        "import json, random, uuid, numpy, tempfile\n"
        "print(json.dumps([random.random(), numpy.random.random(), str(uuid.uuid4()), tempfile.mktemp()]))",
    )
    drawn: list[Any] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        execute(source, tmp_path / name / "out.ipynb", {}, tmp_path / name)
        drawn.append(json.loads(read_text(tmp_path / name / "out.ipynb")))
        assert (tmp_path / name / "đã dọn").exists()
    assert not [pair for pair in zip(*drawn, strict=True) if pair[0] == pair[1]]


def test_who_enters_last_shares_the_kernels_of_who_came_first(kernels: Kernels) -> None:
    with prepared_kernels() as same, kernels_in_use() as again:
        assert same is again is kernels
    assert not kernels.stopped
