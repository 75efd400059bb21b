"""The notebooks of the workspace: whether they are those of this version, which runs take only where there are none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from report_utils.agency.workspace import Workspace, WorkspaceNotFoundError
from report_utils.run.doctor.verdict import State, Verdict
from report_utils.run.notebook_files import notebook_files, own_notebooks

_ABOUT = "Sổ tính"
_MEND = ("cố ý sửa thì giữ nguyên; không thì đổi tên thư mục notebooks/, lượt chạy sẽ dùng sổ tính của phiên bản này. "
         "Cần bản mới để mở xem: baocao init TÊN-THƯ-MỤC-KHÁC rồi chép notebooks/ sang")


def look_at_notebooks(root: str) -> Iterator[Verdict]:
    """Whether those of the workspace at `root` say what those of this version say; edited ones or those of another
    version are a remark, for a run takes them as they are. Nothing is told without a workspace.
    """
    try:
        workspace = Workspace.find(root)
    except WorkspaceNotFoundError:
        return
    there = {path.name: path for path in notebook_files(workspace.root)}
    ours = {path.name: path for path in own_notebooks()}
    other = sorted(name for name in ours.keys() & there.keys() if _said(there[name]) != _said(ours[name]))
    missing = sorted(ours.keys() - there.keys())
    if not other and not missing:
        yield Verdict(_ABOUT, State.GOOD, "đúng bản kèm chương trình")
        return
    kinds = (("khác bản kèm chương trình (cũ hoặc đã sửa)", other), ("thiếu", missing))
    found = "; ".join(f"{what}: {', '.join(names)}" for what, names in kinds if names)
    yield Verdict(_ABOUT, State.WORSE, found, _MEND)


def _said(path: Path) -> object:
    """Text and code of a notebook without outputs and parameters, which are what people change; its bytes if broken."""
    data = path.read_bytes()
    try:
        cells: list[dict[str, Any]] = json.loads(data)["cells"]
        return [(cell["cell_type"], "".join(cell["source"])) for cell in cells
                if "parameters" not in cell.get("metadata", {}).get("tags", ())]
    except (ValueError, LookupError, TypeError, AttributeError):
        return data
