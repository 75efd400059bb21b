"""A kernel, started and asked as a run does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report_utils import __version__
from report_utils.run.doctor.verdict import State, Verdict

_ABOUT, _SECONDS = "Trình chạy sổ tính", 60
_QUESTION = "import report_utils\nprint(report_utils.__version__)"
_MEND = ("cài lại: python -m pip install --force-reinstall ipykernel jupyter-client; nếu vẫn lỗi, cho phép Python mở "
         "kết nối nội bộ (127.0.0.1) trong tường lửa, phần mềm diệt vi-rút")


def look_at_kernel() -> Iterator[Verdict]:
    """Whether a kernel starts, answers with the version of this very package, and ends by itself."""
    from nbformat.v4 import new_code_cell, new_notebook  # noqa: PLC0415  (what is missing is a verdict)

    from report_utils.run.execution import UnfinishedError, executed  # noqa: PLC0415
    from report_utils.run.kernels.prepared import kernels_in_use  # noqa: PLC0415

    question = new_notebook(cells=[new_code_cell(_QUESTION)])  # type: ignore[no-untyped-call]
    try:
        with kernels_in_use() as kernels:
            asked = executed(question, kernels, {}, Path.cwd(), _SECONDS)
    except (UnfinishedError, OSError) as error:
        yield Verdict(_ABOUT, State.FAILED, f"không chạy được: {error}", _MEND)
        return
    said = "".join(output.get("text", "") for output in asked.cells[-1].outputs).strip()
    if said == __version__:
        yield Verdict(_ABOUT, State.GOOD, f"chạy được, dùng report-utils {said}")
    else:
        yield Verdict(_ABOUT, State.FAILED, f"chạy report-utils «{said}», không phải {__version__}", _MEND)
