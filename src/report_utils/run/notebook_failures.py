"""Why a notebook did not come to its end, in one sentence."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from report_utils.errors import BaocaoError

if TYPE_CHECKING:
    from nbformat import NotebookNode


class NotebookFailedError(BaocaoError):
    """A notebook stopped. `notebook` is its file name, `reason` the sentence of the error."""

    def __init__(self, notebook: str, reason: str) -> None:
        self.notebook, self.reason = notebook, reason
        super().__init__(f"Sổ tính «{notebook}» dừng giữa chừng: {reason}")


def said(name: str, value: str) -> str:
    """An exception of a cell: our own errors speak for themselves; others are named, without a traceback."""
    if name == "SystemExit":
        return "có ô gọi lệnh thoát (sys.exit) nên các ô sau không được chạy."
    if name == "MemoryError":
        return "máy không đủ bộ nhớ cho một ô."
    own = " " in value and value.rstrip().endswith((".", "?")) and name.endswith("Error")
    return value if own else one_line(f"{name}: {value}")


def one_line(text: str) -> str:
    """The text without line breaks and what would stand before a full stop."""
    return " ".join(text.split()).rstrip(" :")


def death(status: int | None, place: str) -> str:
    """A kernel that ended before its time with that exit status, at `place`."""
    if status is None:
        return f"trình chạy không trả lời{place}."
    if status >= 0:
        return f"trình chạy tự thoát{place} (mã {status}) trước khi sổ tính xong."
    if -status == getattr(signal, "SIGKILL", 0):
        return f"trình chạy bị ngắt{place} (SIGKILL), có thể do thiếu bộ nhớ."
    return f"trình chạy bị ngắt{place} ({_name_of(-status)})."


def bad_end(status: int | None) -> str:
    """A kernel that ended with that exit status when it was asked to end; None when it did not."""
    how = "không chịu dừng" if status is None else f"mã {status}" if status >= 0 else _name_of(-status)
    return f"trình chạy kết thúc không đúng cách ({how})."


def _name_of(number: int) -> str:
    return signal.Signals(number).name if number in set(signal.Signals) else f"tín hiệu {number}"


def incomplete(notebook: NotebookNode) -> str:
    """What shows that not every code cell ran well; nothing if all did. papermill's own status is not trusted."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    for cell in code:
        for output in cell.outputs:
            if output.output_type == "error":
                return said(output.ename, output.evalue)
    return "" if all(cell.execution_count for cell in code) else "có ô chưa được chạy."
