"""Whether a folder can be written to is found out by writing, and nothing of that stays."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from report_utils.storage import disk
from report_utils.storage.files import NotSavedError
from report_utils.storage.probe import probe


def test_nothing_stays_of_a_probe(tmp_path: Path) -> None:
    probe(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["write", "sync", "rename"])
def test_a_disk_that_does_not_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(disk, step, refuse)
    with pytest.raises(NotSavedError, match="ổ đĩa chỉ cho đọc"):
        probe(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_changes_vietnamese_names_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = disk.rename
    monkeypatch.setattr(disk, "rename", lambda old, new: rename(old, new.with_name("th? ghi.txt")))
    with pytest.raises(NotSavedError, match="đổi tên tệp có chữ tiếng Việt"):
        probe(tmp_path)
