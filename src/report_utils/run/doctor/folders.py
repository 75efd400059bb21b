"""The folders of the workspace: whether they can be written to, whether there is room, and who else writes there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from report_utils.agency.workspace import Workspace, WorkspaceNotFoundError
from report_utils.run.doctor.verdict import State, Verdict
from report_utils.storage.files import NotSavedError
from report_utils.storage.probe import probe

_ABOUT, _ROOM, _SYNCED = "Thư mục làm việc", "Chỗ trống trên đĩa", "Thư mục đồng bộ"
_WRITTEN = ("data", "reports")
_GIGABYTE = 10**9
TIGHT, FULL = 2 * _GIGABYTE, _GIGABYTE // 5
"""Bytes below which a quarter of a large department may not fit, and below which not even a small one does."""
_SERVICES = re.compile(r"onedrive|dropbox|google ?drive|icloud|com~apple~clouddocs", re.IGNORECASE)


def look_at_folders(root: str) -> Iterator[Verdict]:
    """The workspace at `root`, or the one that commands find here; without one there is only a remark."""
    try:
        workspace = Workspace.find(root)
    except WorkspaceNotFoundError as error:
        yield Verdict(_ABOUT, State.WORSE, f"chưa có ở «{error.start}»", "tạo thư mục mẫu: baocao init TÊN-THƯ-MỤC; "
                      "hoặc chuyển vào thư mục có params/, hoặc dùng --root")
        return
    yield from (_writable(workspace, name) for name in _WRITTEN)
    yield _room(workspace.root)
    if _SERVICES.search(str(workspace.root)):
        yield Verdict(_SYNCED, State.WORSE, "thư mục làm việc được đồng bộ lên mạng: tệp có thể bị khóa khi đang ghi, "
                      "số liệu chưa công bố rời khỏi máy", "nên chuyển ra thư mục không đồng bộ")


def _writable(workspace: Workspace, name: str) -> Verdict:
    """A folder that is not there yet is made in the root, so that this is looked at instead."""
    folder = workspace.root / name
    about = f"{_ABOUT}, {name}/"
    try:
        probe(folder if folder.is_dir() else workspace.root)
    except (NotSavedError, OSError) as error:
        reason = error.reason if isinstance(error, NotSavedError) else "không đọc được"
        return Verdict(about, State.FAILED, f"không ghi được vào «{folder}»: {reason}", "xin quyền ghi vào thư mục, "
                       "hoặc chuyển cả thư mục làm việc sang nơi ghi được (Documents, ổ D:)")
    return Verdict(about, State.GOOD, "ghi được")


def _room(root: Path) -> Verdict:
    free = shutil.disk_usage(root).free
    shown = f"còn {free / _GIGABYTE:.1f} GB".replace(".", ",")
    if free >= TIGHT:
        return Verdict(_ROOM, State.GOOD, shown)
    return Verdict(_ROOM, State.FAILED if free < FULL else State.WORSE, shown, "xóa bớt tệp không cần, hoặc chuyển thư "
                   "mục làm việc sang ổ đĩa khác")
