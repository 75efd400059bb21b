"""The bytes of a file, if it is a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from report_utils.intake.preflight.limits import MEGABYTE, Limits
from report_utils.intake.preflight.refusal import FaultError

_KINDS = (
    (stat.S_ISLNK, "là liên kết tượng trưng"), (stat.S_ISDIR, "là thư mục"), (stat.S_ISFIFO, "là đường ống (FIFO)"),
    (stat.S_ISSOCK, "là socket"), (stat.S_ISCHR, "là thiết bị"), (stat.S_ISBLK, "là thiết bị"),
)
# What is not there on a system cannot happen there.
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


def read_regular(path: Path, limits: Limits) -> bytes:
    """The content of a regular file. Links, folders, pipes and devices are never opened. Raises FaultError."""
    try:
        _check(path.lstat(), limits)
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            _check(os.fstat(handle), limits)  # what stood there a moment ago may have been replaced
            data = file.read(limits.file_bytes + 1)
    except PermissionError as error:
        raise FaultError("T01", "tệp đang được mở bởi chương trình khác hoặc không có quyền đọc") from error
    except (OSError, ValueError) as error:
        raise FaultError("T01", "hệ thống không đọc được tệp") from error
    if not data:
        raise FaultError("T03", "tệp có 0 byte")
    return data


def _check(status: os.stat_result, limits: Limits) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((text for is_kind, text in _KINDS if is_kind(status.st_mode)), "không phải tệp")
        raise FaultError("T02", kind)
    if status.st_size > limits.file_bytes:
        raise FaultError("T07", f"tệp lớn hơn {limits.file_bytes // MEGABYTE} MB")
