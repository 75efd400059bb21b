"""Errors that end a command. What is wrong with the data of a unit is a finding, not an error."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "không có tệp hoặc thư mục này", errno.EACCES: "không có quyền, hoặc tệp đang mở ở chương trình khác",
    errno.EPERM: "không có quyền", errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục", errno.EEXIST: "đã có tệp cùng tên",
    errno.ENOSPC: "đĩa đã đầy", errno.EROFS: "ổ đĩa chỉ cho đọc", errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ENOEXEC: "đây không phải chương trình chạy được", errno.ENOTEMPTY: "thư mục không trống",
    errno.EIO: "ổ đĩa đọc ghi lỗi", errno.EFBIG: "tệp lớn quá mức cho phép", errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EBUSY: "tệp đang được chương trình khác dùng",
}  # fmt: skip


def os_reason(error: OSError) -> str:
    """Why the system could not do something, as a Vietnamese clause."""
    return _REASONS.get(error.errno or 0, f"hệ thống báo lỗi số {error.errno}" if error.errno else "hệ thống báo lỗi")


class BaocaoError(Exception):
    """Base of every error of this package.

    `message` is one or two Vietnamese sentences for the person at the screen; it names the offending value.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class SettingsError(BaocaoError):
    """A settings file (profile, parameters, catalogue) cannot be used.

    `path` is the file as shown to the user, `key` the dotted place in it, `value` what stands there.
    """

    def __init__(self, path: str, key: str, value: object, reason: str) -> None:
        self.path, self.key, self.value = path, key, value
        place = f"{path}, mục «{key}»" if key else path
        super().__init__(f"{place}: {reason}")


class UnknownNameError(BaocaoError):
    """A name given by a person (agency, period, unit, figure) does not exist; `nearest` is the closest known one."""

    def __init__(self, kind: str, name: str, nearest: str | None, hint: str = "") -> None:
        self.kind, self.name, self.nearest = kind, name, nearest
        suggestion = f" Có phải ý bạn là «{nearest}»?" if nearest else ""
        super().__init__(f"Không có {kind} «{name}».{suggestion}{' ' + hint if hint else ''}")
