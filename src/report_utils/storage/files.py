"""A file is written whole or not at all: beside its goal, onto the disk, read again, and only then in its place."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from report_utils.errors import BaocaoError, os_reason
from report_utils.storage import disk

_ADVICE = {
    errno.ENOSPC: "Hãy giải phóng dung lượng đĩa rồi chạy lại.",
    errno.EDQUOT: "Hãy giải phóng dung lượng đĩa rồi chạy lại.",
    errno.EFBIG: "Hãy ghi vào ổ đĩa khác.",
    errno.EACCES: "Hãy đóng tệp trong Word, Excel hoặc xin quyền ghi, rồi chạy lại.",
    errno.EPERM: "Hãy xin quyền ghi rồi chạy lại.",
    errno.EBUSY: "Hãy đóng tệp trong Word, Excel rồi chạy lại.",
    errno.EROFS: "Hãy chuyển thư mục làm việc sang ổ đĩa ghi được.",
    errno.EIO: "Hãy kiểm tra ổ đĩa rồi chạy lại.",
}
_OTHER_ADVICE = "Hãy kiểm tra thư mục và ổ đĩa rồi chạy lại."


class NotSavedError(BaocaoError):
    """A file or folder could not be put in its place; what stood there stays. `reason` is a Vietnamese clause."""

    def __init__(self, path: Path, reason: str, advice: str = _OTHER_ADVICE) -> None:
        self.path, self.reason, self.advice = path, reason, advice
        super().__init__(f"Không ghi được «{path.name}»: {reason}. Kết quả trước đó còn nguyên. {advice}")

    @classmethod
    def of(cls, path: Path, error: OSError) -> NotSavedError:
        """Why the system could not write `path`, and what to do about it."""
        return cls(path, os_reason(error), _ADVICE.get(error.errno or 0, _OTHER_ADVICE))


def save(path: Path, data: bytes | str) -> None:
    """Write a file so that others see the old one or the whole new one, also after a loss of power.

    Text is UTF-8 and keeps its line ends. A folder that is missing is made. Raises NotSavedError.
    """
    content = data.encode() if isinstance(data, str) else data
    part = part_of(path)
    try:
        make_folder(path.parent)
        with _removed_on_failure(part):
            disk.write(part, content)
            disk.sync(part)
            if part.read_bytes() != content:
                raise NotSavedError(path, "đọc lại thấy khác với nội dung đã ghi")
            disk.rename(part, path)
    except OSError as error:
        raise NotSavedError.of(path, error) from error


def part_of(path: Path) -> Path:
    """Where a file is written before it takes its place; a killed run leaves it behind."""
    return path.with_name(f".{path.name}.tmp")


@contextmanager
def _removed_on_failure(part: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, NotSavedError):
        with suppress(OSError):
            disk.unlink(part)
        raise


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing. Raises OSError."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        with suppress(FileExistsError):  # another process was quicker
            disk.mkdir(missing)


def copy(path: Path, goal: Path) -> None:
    """Save the content of a file elsewhere, with its time and rights. Raises NotSavedError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotSavedError.of(path, error) from error
    save(goal, data)
    with suppress(OSError):  # some file systems keep neither
        shutil.copystat(path, goal)


def rename_file(path: Path, goal: Path) -> None:
    """Give a file another name. Raises NotSavedError."""
    try:
        disk.rename(path, goal)
    except OSError as error:
        raise NotSavedError.of(goal, error) from error


def remove_file(path: Path) -> None:
    """Remove a file, if it is there. Raises NotSavedError."""
    try:
        with suppress(FileNotFoundError):
            disk.unlink(path)
    except OSError as error:
        raise NotSavedError.of(path, error) from error
