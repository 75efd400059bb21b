"""The notebooks as an analyst runs them: cell by cell, and each by itself with plain papermill.

A copy of the notebooks and of the data is used, so that data/processed and reports of the repository stay as they are.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from tests.conftest import Answer, Way

ROOT = Path(__file__).parents[1]
NAMES = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = "params/syt-brvt/2024-Q3.yaml"
PLACE = "Sở"
WORD = "reports/syt-brvt/2024-Q3/Báo cáo CCHC quý III năm 2024.docx"


def place(folder: Path) -> Path:
    """A workspace with its own notebooks."""
    for part in ("params", "data/raw", "notebooks"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return folder


def python(root: Path, *arguments: str) -> Answer:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("BAOCAO", "PYTEST"))}
    return subprocess.run([sys.executable, *arguments], cwd=root, env={**environment, "PYTHONUTF8": "1"},
                          capture_output=True, encoding="utf-8", check=False)  # fmt: skip


def validate(folder: Path) -> list[Answer]:
    """All notebooks cell by cell, as `pytest --nbval-lax notebooks` does."""
    root = place(folder / PLACE)
    return [python(root, "-m", "pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "notebooks")]


def execute(folder: Path) -> list[Answer]:
    """Each notebook by itself, by the command `papermill`, which is imported once for all of them."""
    root = place(folder / PLACE)
    calls = [[f"notebooks/{name}", f"out_{name}", "-f", PARAMETERS, "--no-progress-bar"] for name in NAMES]
    command = f"from papermill.cli import papermill\nfor call in {calls}: papermill(call, standalone_mode=False)"
    return [python(root, "-c", command)]


@dataclass(frozen=True)
class Ran:
    """A workspace in which notebooks ran, and what the commands answered."""

    root: Path
    answers: list[Answer]


@pytest.fixture(scope="module")
def ran(once: Callable[[Way], tuple[Path, list[Answer]]]) -> Callable[[str], Ran]:
    """What running the notebooks one way gave."""
    ways = {way.__name__: way for way in (validate, execute)}

    def run(name: str) -> Ran:
        folder, answers = once(ways[name])
        return Ran(folder / PLACE, answers)

    return run


@pytest.mark.parametrize("way", ["validate", "execute"])
def test_the_notebooks_end_in_the_report_and_stay_as_they_were(ran: Callable[[str], Ran], way: str) -> None:
    done = ran(way)
    assert [answer.returncode for answer in done.answers] == [0] * len(done.answers), done.answers
    assert (done.root / WORD).is_file()
    for name in NAMES:
        assert (done.root / "notebooks" / name).read_bytes() == (ROOT / "notebooks" / name).read_bytes()


def test_every_cell_of_every_notebook_passes(ran: Callable[[str], Ran]) -> None:
    cells = [cell for name in NAMES for cell in nbformat.read(ROOT / "notebooks" / name, as_version=4).cells]
    code = sum(cell.cell_type == "code" for cell in cells)
    assert f"{code} passed" in ran("validate").answers[0].stdout


@pytest.mark.parametrize("name", NAMES)
def test_each_notebook_runs_by_itself_with_the_parameters_of_a_period(ran: Callable[[str], Ran], name: str) -> None:
    cells = nbformat.read(ran("execute").root / f"out_{name}", as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    [injected] = [cell.source for cell in code if "injected-parameters" in cell.metadata.get("tags", [])]
    assert 'period = "2024-Q3"' in injected


def test_both_ways_write_the_same_word_file(ran: Callable[[str], Ran]) -> None:
    assert len({(done.root / WORD).read_bytes() for done in map(ran, ("validate", "execute"))}) == 1
