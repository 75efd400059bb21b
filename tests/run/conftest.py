"""Workspaces with the sample, one of them with all stages done, and notebooks that take no time."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.document.blocks import Document, Heading, Letterhead, Paragraph, Run, Signature, Title
from report_utils.document.layout import LayoutProfile
from report_utils.document.writer import write
from report_utils.errors import BaocaoError
from report_utils.run.desk import Desk, open_desk
from report_utils.run.office import VARIABLE
from report_utils.run.outcome import Outcome
from report_utils.run.pipeline import run_period

REPOSITORY = Path(__file__).parents[2]
AGENCY, PERIOD = "syt-brvt", "2024-Q3"


def copy_of_the_sample(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "params", root / "params")
    shutil.copytree(REPOSITORY / "data" / "raw", root / "data" / "raw")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace into which every unit has sent its workbook."""
    return copy_of_the_sample(tmp_path / "sở y tế")


@pytest.fixture
def quarter(root: Path) -> Reporting:
    return open_reporting(AGENCY, PERIOD, str(root))


@pytest.fixture(scope="session")
def done(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk at which all four stages have been done; to be looked at, not to be changed."""
    desk = open_desk(AGENCY, PERIOD, str(copy_of_the_sample(tmp_path_factory.mktemp("xong") / "sở y tế")))
    desk.receive()
    desk.check()
    desk.compute()
    desk.write()
    return desk


@dataclass
class Notebooks:
    """Stands in for papermill: writes what the last notebook writes, or fails in the notebook `fails`."""

    word: bytes = b"word 1"
    summary: bytes = b""
    draft: bool = False
    fails: str = ""
    executed: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)

    def __call__(self, notebook: Path, output: Path, parameters: Mapping[str, Any], root: Path) -> None:
        self.executed.append(notebook.name)
        self.parameters = dict(parameters)
        output.write_text(json.dumps({"name": notebook.name, "cells": []}), encoding="utf-8")
        if notebook.name == self.fails:
            raise BaocaoError("Sổ tính hỏng.")
        reports = output.parents[1]
        processed = root / "data" / "processed" / AGENCY / f".{PERIOD}.staging"
        (processed / "findings.csv").write_bytes(self.word)
        if notebook.name.startswith("4"):
            name = "DỰ THẢO - Báo cáo.docx" if self.draft else "Báo cáo.docx"
            (reports / name).write_bytes(self.word)
            summary = f"Tóm tắt {name}" if self.summary else ""
            if summary:
                (reports / summary).write_bytes(self.summary)
            missing = ("1.1. Mục: [CHƯA CÓ SỐ LIỆU – Thanh tra Sở]",) if self.draft else ()
            Outcome(name, self.draft, missing, (), int(self.draft), 2, summary=summary).save(reports)


@pytest.fixture
def notebooks(monkeypatch: pytest.MonkeyPatch) -> Notebooks:
    """The notebooks of a run, replaced by some that take no time, and whose files no other reader could open."""
    fake = Notebooks()
    monkeypatch.setattr("report_utils.run.pipeline.execute", fake)
    monkeypatch.setattr("report_utils.run.pipeline.check_outputs", lambda _: None)
    return fake


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which a run with such notebooks has ended; to be copied, not to be changed."""
    root = copy_of_the_sample(tmp_path_factory.mktemp("đã chạy") / "sở y tế")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("report_utils.run.pipeline.execute", Notebooks())
        patch.setattr("report_utils.run.pipeline.check_outputs", lambda _: None)
        run_period(open_reporting(AGENCY, PERIOD, str(root)))
    return root


@pytest.fixture
def notebook(tmp_path: Path) -> Callable[..., Path]:
    """A small notebook: a cell of parameters, and a cell for each of `cells`."""

    def write(*cells: str, path: Path = tmp_path / "1_thu.ipynb") -> Path:
        first = nbformat.v4.new_code_cell('agency = ""\nperiod = ""', metadata={"tags": ["parameters"]})
        made = nbformat.v4.new_notebook(
            cells=[first, *map(nbformat.v4.new_code_cell, cells)],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
                      "language_info": {"name": "python"}},
        )  # fmt: skip
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(made, path)
        return path

    return write


# LibreOffice, real and false


@pytest.fixture(scope="session")
def word() -> bytes:
    """A small Word file, last changed on 14 September 2024."""
    document = Document(
        letterhead=Letterhead("UBND tỉnh", "Sở Y tế", "Số:    /BC-SYT", "Vũng Tàu, ngày    tháng 9 năm 2024"),
        title=Title("Báo cáo", "Kết quả quý III"),
        legal_bases=(),
        body=(Heading(1, "I.", (Run("Kết quả"),)), Paragraph((Run("Trên đây là báo cáo./."),))),
        signature=Signature(("Lưu: VT",), ("Giám đốc",), "Nguyễn Văn An"),
    )
    return write(document, LayoutProfile(), dt.date(2024, 9, 14))


PDF = (b"%PDF-1.6\n/BaseFont/BAAAAA+Tinos <xmp:CreateDate>2026-11-27T16:43:00Z</xmp:CreateDate>\n"
       b"/CreationDate(D:20261127164300Z')\ntrailer\n/ID [ <" + b"A" * 32 + b">\n<" + b"A" * 32 + b"> ]\n"
       b"/DocChecksum /" + b"B" * 32 + b"\n%%EOF\n")  # fmt: skip
"""What matters of a PDF as LibreOffice writes it."""


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Make a shell script the LibreOffice of this machine; `$out` is the file that it should write."""
    if sys.platform == "win32":
        pytest.skip("a shell script needs POSIX")
    (tmp_path / "mẫu.pdf").write_bytes(PDF)

    def install(script: str) -> Path:
        program = tmp_path / "soffice giả"
        lines = ("#!/bin/sh", 'out="${9}/document.pdf"', f'good="{tmp_path}/mẫu.pdf"', 'mkdir -p "${9}"', script)
        program.write_text("\n".join(lines) + "\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv(VARIABLE, str(program))
        return program

    return install


@pytest.fixture
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("report_utils.run.office.usual_places", lambda variables, home: iter(()))
