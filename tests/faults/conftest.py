"""A workspace with a last good report that a person has edited, on which whole runs meet faults.

Its one notebook is small, so that all points can be tried here; `python -m bench.faults` takes those of the project.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from bench.faults.apart import apart
from bench.faults.here import Command, in_this_process, run_here
from bench.faults.stand import QUARTER, Stand, build_stand

CELL = textwrap.dedent("""
    import datetime as dt
    import hashlib
    from report_utils.document.blocks import Document, Letterhead, Paragraph, Run, Signature, Title
    from report_utils.document.layout import LayoutProfile
    from report_utils.document.writer import write
    from report_utils.run.desk import open_desk
    from report_utils.run.outcome import Outcome
    from report_utils.storage.files import save

    desk = open_desk(agency, period)
    sent = sorted(path.stem for path in desk.reporting.workspace.raw(agency, period).glob("*.xlsx"))
    word = write(
        Document(
            letterhead=Letterhead("UBND tỉnh", "Sở Y tế", "Số:    /BC-SYT", "Vũng Tàu, ngày    tháng 9 năm 2024"),
            title=Title("Báo cáo", "Kết quả quý III"), legal_bases=(),
            body=tuple(Paragraph((Run(f"Đã nhận {name}."),)) for name in sent),
            signature=Signature(("Lưu: VT",), ("Giám đốc",), "Nguyễn Văn An"),
        ),
        LayoutProfile(), dt.date(2024, 9, 14),
    )
    for number, name in enumerate(sent[-3:]):
        save(desk.folders.processed / "đã nhận" / f"{number}.csv", f"đơn vị\\n{name}\\n")
    save(desk.folders.reports / "Báo cáo.docx", word)
    Outcome("Báo cáo.docx", False, (), (), 0, 0, sha256=hashlib.sha256(word).hexdigest()).save(desk.folders.reports)
""").strip()


def run_apart(root: Path, command: Command) -> tuple[int, str]:
    """The command in a forked process."""
    return apart(lambda: run_here(root, command))


def no_run(_root: Path, _command: Command) -> tuple[int, str]:
    """In the place of the next run, where nobody asks what it gives."""
    return 2, ""


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    root = tmp_path_factory.mktemp("sự cố") / "gốc"
    (root / "notebooks").mkdir(parents=True)
    cells = [nbformat.v4.new_code_cell('agency, period = "", ""', metadata={"tags": ["parameters"]}),
             nbformat.v4.new_code_cell(CELL)]  # fmt: skip
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, root / "notebooks" / "1_bao_cao.ipynb")
    with in_this_process():
        yield build_stand(root, QUARTER, run_here, run_apart)
