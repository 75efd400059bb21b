"""Reports as other people write them: plain Word files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest

Lines = Sequence[str | list[list[str]]]


@pytest.fixture
def word_file(tmp_path: Path) -> Callable[[Lines], Path]:
    """A Word file of paragraphs and tables; a paragraph between two stars is bold."""

    def write(lines: Lines) -> Path:
        document = docx.Document()
        for line in lines:
            if isinstance(line, str):
                document.add_paragraph().add_run(line.strip("*")).bold = line.startswith("*")
                continue
            table = document.add_table(0, len(line[0]))
            table.style = "Table Grid"
            for row in line:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        document.save(str(tmp_path / "bao-cao.docx"))
        return tmp_path / "bao-cao.docx"

    return write
