"""The wheel, built from the source distribution and installed where the repository is not: it is all that one needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from report_utils import __version__
from report_utils.starter.samples import sample_files

ROOT = Path(__file__).parents[1]
SOURCES = ("src", "notebooks", "params", "data", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md")
BUILD = "import sys; from setuptools import build_meta; getattr(build_meta, 'build_' + sys.argv[1])(sys.argv[2])"


def done(*command: str | Path, cwd: Path, **variables: str) -> str:
    """What a command prints. It sees nothing of the environment of the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BAOCAO"))}
    ended = subprocess.run([str(word) for word in command], cwd=cwd, env={**kept, "PYTHONUTF8": "1", **variables},
                           capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the source distribution, which is built from a copy of the sources."""
    place = tmp_path_factory.mktemp("build")
    copy, made = place / "copy", place / "made"
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            passed_over = shutil.ignore_patterns("__pycache__", "*.egg-info", "processed")
            shutil.copytree(source, copy / name, ignore=passed_over)
        else:
            shutil.copy(source, copy / name)
    done(sys.executable, "-c", BUILD, "sdist", made, cwd=copy)
    [archive] = made.glob("*.tar.gz")
    shutil.unpack_archive(archive, place, filter="data")
    done(sys.executable, "-c", BUILD, "wheel", made, cwd=place / f"report_utils-{__version__}")
    [path] = made.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel and the libraries, but without the repository."""
    place = tmp_path_factory.mktemp("installed")
    done(sys.executable, "-m", "venv", "--without-pip", place, cwd=place)
    python = place / Path(sys.executable).parent.name / Path(sys.executable).name
    own = Path(done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).strip())
    done(sys.executable, "-m", "pip", "--python", python, "install", "-qq", "--no-index", "--no-deps",
         "--disable-pip-version-check", "--no-compile", wheel, cwd=place)
    # A plain line: what the .pth files in that folder add, the repository among it, is not added.
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def test_the_wheel_holds_the_samples_and_every_file_of_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "report_utils").rglob("*")
               if path.is_file() and "__pycache__" not in path.parts}  # fmt: skip
    samples = {f"report_utils/starter/workspace/{path.as_posix()}" for path in sample_files(ROOT)}
    assert {name for name in names if ".dist-info/" not in name} == package | samples


def test_a_report_can_be_begun_from_the_wheel_alone(python: Path, tmp_path: Path) -> None:
    where = done(python, "-c", "import report_utils, sys; print(report_utils.__file__, *sys.path)", cwd=tmp_path)
    assert str(ROOT / "src") not in where
    baocao = python.with_name("baocao")
    said = done(baocao, "init", "báo cáo", cwd=tmp_path)
    assert said.splitlines()[-1] == 'Bước tiếp theo: lập báo cáo mẫu: baocao run syt-brvt 2024-Q3 --root "báo cáo"'
    place = tmp_path / "báo cáo"
    assert "0 phát hiện, trong đó 0 lỗi." in done(baocao, "check", "syt-brvt", "2024-Q3", cwd=place)
    done(python, "-m", "papermill", "notebooks/2_kiem_tra.ipynb", "đã chạy.ipynb", "-f", "params/syt-brvt/2024-Q3.yaml",
         "--no-progress-bar", cwd=place)  # fmt: skip
    assert "report_utils" in (place / "đã chạy.ipynb").read_text(encoding="utf-8")
