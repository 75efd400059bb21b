"""Digests of files and of the code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.run.digests import code_digest, digests, digests_below


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "gói"
    (folder / "room" / "starter").mkdir(parents=True)
    (folder / "room" / "module.py").write_text("x = 1\n", encoding="utf-8")
    (folder / "room" / "starter" / "mẫu.md").write_text("# Mẫu\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("change", [
    lambda folder: (folder / "room" / "module.py").write_text("x = 2\n", encoding="utf-8"),
    lambda folder: (folder / "room" / "starter" / "mẫu.md").write_text("# Mẫu khác\n", encoding="utf-8"),
    lambda folder: (folder / "room" / "new.py").touch(),
    lambda folder: (folder / "room" / "module.py").unlink(),
    lambda folder: (folder / "room" / "module.py").rename(folder / "room" / "other.py"),
])  # fmt: skip
def test_whatever_changes_in_the_package_is_other_code(package: Path, change: Callable[[Path], object]) -> None:
    before = code_digest(package)
    change(package)
    assert code_digest(package) != before


def test_what_python_compiles_is_no_code(package: Path) -> None:
    before = code_digest(package)
    (package / "room" / "__pycache__").mkdir()
    (package / "room" / "__pycache__" / "module.pyc").touch()
    assert code_digest(package) == before


def test_a_file_that_cannot_be_read_has_a_word_instead_of_a_digest(tmp_path: Path) -> None:
    assert digests({"a": tmp_path / "không có"}) == {"a": "không đọc được"}


def test_files_are_named_by_their_place_below_the_folder(package: Path) -> None:
    assert list(digests_below(package, "mẫu.md")) == ["room/module.py"]
