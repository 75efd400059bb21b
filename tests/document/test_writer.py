"""The whole file."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx

from report_utils.document.blocks import Document
from report_utils.document.layout import LayoutProfile
from report_utils.document.writer import write

STAMP = date(2024, 9, 30)


def test_the_same_document_gives_the_same_bytes(document: Document, layout: LayoutProfile) -> None:
    assert write(document, layout, STAMP) == write(document, layout, STAMP)


def test_the_bytes_depend_on_no_hash_seed() -> None:
    code = (
        "import hashlib, datetime, sys\n"
        "from report_utils.document.blocks import *\n"
        "from report_utils.document.layout import LayoutProfile\n"
        "from report_utils.document.writer import write\n"
        "body = tuple(Paragraph((Run('x', figure=code),)) for code in ('a.b', 'c.d'))\n"
        "document = Document(Letterhead('', 'Sở', 'Số:', 'ngày'), Title('Báo cáo', ''), (), body,\n"
        "                    Signature((), (), ''), properties={'b': '1', 'a': '2'})\n"
        "print(hashlib.sha256(write(document, LayoutProfile(), datetime.date(2024, 9, 30))).hexdigest())\n"
    )
    source = Path(sys.modules["report_utils"].__path__[0]).parent
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"}
    digests = {
        subprocess.run([sys.executable, "-c", code], env={**environment, "PYTHONHASHSEED": seed}, check=True,
                       capture_output=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_python_docx_opens_the_file_and_reads_its_words(written: Any) -> None:
    paragraphs = [paragraph.text for paragraph in docx.Document(io.BytesIO(written.data)).paragraphs]
    assert "BÁO CÁO" in paragraphs
    assert "I. CÔNG TÁC CHỈ ĐẠO" in paragraphs


def test_the_stamp_is_the_only_date_in_the_properties(written: Any) -> None:
    properties = docx.Document(io.BytesIO(written.data)).core_properties
    assert properties.created.date() == properties.modified.date() == STAMP
    assert properties.created.time().isoformat() == "00:00:00"


def test_title_and_author_are_taken_from_the_document(written: Any) -> None:
    properties = docx.Document(io.BytesIO(written.data)).core_properties
    assert properties.title.startswith("Báo cáo Kết quả thực hiện")
    assert (properties.author, properties.language) == ("Sở Y tế", "vi-VN")


def test_properties_of_the_caller_win_and_unknown_ones_are_kept(
    document: Document, word: Callable[[Document], Any]
) -> None:
    written = word(replace(document, properties={"title": "Báo cáo quý", "Kỳ báo cáo": "2024-Q3 & <cũ>"}))
    assert docx.Document(io.BytesIO(written.data)).core_properties.title == "Báo cáo quý"
    [custom] = written.root("docProps/custom.xml")
    assert (custom.get("name"), custom[0].text) == ("Kỳ báo cáo", "2024-Q3 & <cũ>")


def test_every_part_has_a_content_type_and_every_relation_a_part(written: Any) -> None:
    declared = {override.get("PartName", "")[1:] for override in written.root("[Content_Types].xml")} - {""}
    others = {name for name in written.parts if name.endswith(".rels") or name == "[Content_Types].xml"}
    assert declared == set(written.parts) - others
    for part, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        assert all(folder + relation.get("Target") in written.parts for relation in written.root(part))


def test_every_paragraph_has_a_named_style(written: Any) -> None:
    assert not written.find("//w:p[not(w:pPr/w:pStyle)]")


def test_no_run_names_a_font_a_size_or_a_colour(written: Any) -> None:
    assert not written.find("//w:r/w:rPr/w:rFonts | //w:r/w:rPr/w:sz | //w:r/w:rPr/w:color")


def test_every_cell_ends_with_a_paragraph(written: Any) -> None:
    assert all(cell[-1].tag.endswith("}p") for cell in written.find("//w:tc"))


def test_line_breaks_do_not_stretch_justified_lines(written: Any) -> None:
    assert written.find("//w:compat/w:doNotExpandShiftReturn", "word/settings.xml")
