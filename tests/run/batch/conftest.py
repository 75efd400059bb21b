"""A workspace whose one notebook takes no time: it writes what a run must leave, or fails where `hỏng` was sent."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from report_utils.agency.workspace import Workspace

REPOSITORY = Path(__file__).parents[3]
AGENCY = "syt-brvt"

WRITES = f"""
import time
from pathlib import Path

from report_utils.opc import pack
from report_utils.run.outcome import Outcome

if Path("data/raw/{AGENCY}", period, "chờ.txt").exists():
    Path("đang chạy").touch()
    time.sleep(600)
if Path("data/raw/{AGENCY}", period, "hỏng.txt").exists():
    raise RuntimeError("số liệu hỏng")
reports = Path("reports/{AGENCY}", f".{{period}}.staging")
(reports / "Báo cáo.docx").write_bytes(pack({{"[Content_Types].xml": f"<Types>{{period}}</Types>".encode()}}))
Outcome("Báo cáo.docx", draft=False, missing=(), wrong=(), errors=0, warnings=2).save(reports)
"""


@pytest.fixture
def sent(tmp_path: Path) -> Callable[..., Path]:
    """Put a workbook, and the files named, into the raw folder of a period; the folder."""
    shutil.copytree(REPOSITORY / "params", tmp_path / "params")

    def put(period: str, *others: str, agency: str = AGENCY) -> Path:
        folder = tmp_path / "data" / "raw" / agency / period
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("tệp.xlsx", *others):
            (folder / name).write_bytes(b"")
        return folder

    return put


@pytest.fixture
def workspace(tmp_path: Path, sent: Callable[..., Path]) -> Workspace:
    return Workspace(tmp_path)


@pytest.fixture
def quick_notebook(workspace: Workspace) -> None:
    """The one notebook of that workspace."""
    cells = [nbformat.v4.new_code_cell('agency = ""\nperiod = ""', metadata={"tags": ["parameters"]}),
             nbformat.v4.new_code_cell(WRITES)]  # fmt: skip
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": spec, "language_info": {"name": "python"}})
    (workspace.root / "notebooks").mkdir()
    nbformat.write(made, workspace.root / "notebooks" / "1_nhanh.ipynb")
