"""A file that was cut off is found before it is published, whatever its kind."""

import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from matplotlib.figure import Figure

from report_utils.opc import pack
from report_utils.storage.files import NotSavedError
from report_utils.storage.reading_back import check_output, check_outputs


def xlsx() -> bytes:
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Sở Y tế", 1])
    book.save(buffer)
    return buffer.getvalue()


def png() -> bytes:
    buffer = io.BytesIO()
    Figure().savefig(buffer, format="png")
    return buffer.getvalue()


FILES = {
    "a.xlsx": xlsx(),
    "a.docx": pack({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document>x</document>"}),
    "a.parquet": pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}).to_parquet(),
    "a.png": png(),
    "a.csv": "đơn vị,số\nTTYT,1\n".encode("utf-8-sig"),
    "a.json": json.dumps({"a": [1]}).encode(),
    "a.ipynb": json.dumps({"cells": []}).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_whole_file_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    check_output(tmp_path / name)


@pytest.mark.parametrize("share", [0, 0.5, 1])
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_cut_off_is_not_published(tmp_path: Path, name: str, share: float) -> None:
    (tmp_path / "con").mkdir()
    (tmp_path / "con" / name).write_bytes(FILES[name][: int((len(FILES[name]) - 1) * share)])
    with pytest.raises(NotSavedError, match=f"^Không ghi được «{name}»: đọc lại thấy tệp hỏng"):
        check_outputs(tmp_path)


def test_a_word_file_whose_text_is_no_xml_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(pack({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<doc"}))
    with pytest.raises(NotSavedError):
        check_output(tmp_path / "a.docx")


def test_a_kind_that_is_not_known_has_only_to_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    check_outputs(tmp_path)
