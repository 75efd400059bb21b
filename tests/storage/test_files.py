"""A file is there whole or not at all, and each failure is one sentence."""

import errno
import os
from pathlib import Path

import pytest

from report_utils.errors import BaocaoError
from report_utils.storage import disk
from report_utils.storage.files import NotSavedError, remove_file, save


def failing(code: int):  # type: ignore[no-untyped-def]
    def fail(path: Path, *_: object) -> None:
        raise OSError(code, os.strerror(code), str(path))

    return fail


def test_text_is_saved_as_utf8_with_the_line_ends_it_has(tmp_path: Path) -> None:
    save(tmp_path / "a" / "b" / "Báo cáo.txt", "Sở Y tế\n")
    assert (tmp_path / "a" / "b" / "Báo cáo.txt").read_bytes() == "Sở Y tế\n".encode()
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["Báo cáo.txt"]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    for data in (b"cu", b"moi"):
        save(tmp_path / "x", data)
    assert (tmp_path / "x").read_bytes() == b"moi"


@pytest.mark.parametrize("call", ["write", "sync", "rename"])
@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.ENOSPC, "đĩa đã đầy"), (errno.EACCES, "không có quyền, hoặc tệp đang mở ở chương trình khác"),
     (errno.EROFS, "ổ đĩa chỉ cho đọc"), (errno.EIO, "ổ đĩa đọc ghi lỗi")],
)  # fmt: skip
def test_each_failure_is_one_sentence_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, reason: str
) -> None:
    save(tmp_path / "x.docx", b"cu")
    monkeypatch.setattr(disk, call, failing(code))
    with pytest.raises(NotSavedError) as caught:
        save(tmp_path / "x.docx", b"moi")
    assert caught.value.message.startswith(f"Không ghi được «x.docx»: {reason}. Kết quả trước đó còn nguyên. Hãy ")
    assert isinstance(caught.value, BaocaoError)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.docx", b"cu")]


def test_a_disk_that_swallows_the_end_of_a_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "x", b"cu")
    monkeypatch.setattr(disk, "write", lambda path, data: path.write_bytes(data[:2]))
    with pytest.raises(NotSavedError, match="đọc lại thấy khác"):
        save(tmp_path / "x", b"moi")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x", b"cu")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "chỉ đọc"
    folder.mkdir(mode=0o500)
    with pytest.raises(NotSavedError, match="không có quyền"):
        save(folder / "x", b"moi")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_sentence() -> None:
    with pytest.raises(OSError, match=r"No space left|28"):
        disk.write(Path("/dev/full"), b"x")


def test_the_order_is_write_sync_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("write", "sync", "rename"):
        true = getattr(disk, name)
        monkeypatch.setattr(disk, name, lambda *given, name=name, true=true: (calls.append(name), true(*given))[1])
    save(tmp_path / "x", b"moi")
    assert calls == ["write", "sync", "rename"]


def test_a_file_that_is_not_there_is_removed_as_well(tmp_path: Path) -> None:
    save(tmp_path / "x", b"")
    remove_file(tmp_path / "x")
    remove_file(tmp_path / "x")
    assert not any(tmp_path.iterdir())


def test_a_file_that_cannot_be_removed_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "unlink", failing(errno.EBUSY))
    with pytest.raises(NotSavedError, match="tệp đang được chương trình khác dùng"):
        remove_file(tmp_path / "x")
