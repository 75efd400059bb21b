"""Executed notebooks as pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from report_utils.run.pages.notebook_pages import save_pages
from report_utils.run.views.table import view

DOCUMENTS = {"Báo cáo #1.docx": "Báo cáo #1 (bản mới).docx", "DỰ THẢO - Báo cáo #1.docx": "DỰ THẢO - Báo cáo #1.docx"}
"""Names in the notebooks, and those that the Word files have in the end."""


def markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": text.splitlines(keepends=True)}


def code(*outputs: dict[str, Any]) -> dict[str, Any]:
    return {"cell_type": "code", "source": ["mật_khẩu = 1"], "outputs": list(outputs)}


def shown(**data: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {key.replace("_", "/"): text for key, text in data.items()}}


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    """The pages of two notebooks."""
    tables = view([("a", 1), ("b", 2)], ("Tên", "Số"))._repr_html_()
    cells = {
        "1_mot": [markdown("# Một\n\nLời **dẫn** <script>x</script>"), code(
            {"output_type": "stream", "name": "stdout", "text": ["in <ra>"]},
            {"output_type": "stream", "name": "stderr", "text": ["cảnh báo"]},
            shown(text_html=tables), shown(text_html=tables), shown(text_plain="chữ <thôi>"),
            shown(image_png="iVBO\n", text_plain="Biểu đồ"),
            shown(text_html="<p>Đủ: Báo cáo #1.docx (đủ số liệu); DỰ THẢO - Báo cáo #1.docx.</p>"),
            shown(text_html='<p title="Báo cáo #1.docx">a</p><a href="x.html">Báo cáo #1.docx</a>'),
            shown(text_html='<a href="../data/raw/x/2024-Q3/a.xlsx">a</a>'))],
        "2_hai": [code()],
        "3 a#b%": [code()],
    }
    (tmp_path / "notebooks").mkdir()
    for name, listed in cells.items():
        (tmp_path / "notebooks" / f"{name}.ipynb").write_text(json.dumps({"cells": listed}), encoding="utf-8")
    save_pages(tmp_path / "notebooks", tmp_path, DOCUMENTS, illustrative=True)
    return {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "html").glob("*.html")}


def test_a_page_has_the_words_and_what_is_shown_and_no_code(pages: dict[str, str]) -> None:
    page = pages["1_mot"]
    assert "<title>Một</title>" in page
    assert "<strong>dẫn</strong>" in page
    assert "<pre>in &lt;ra&gt;</pre>" in page
    assert "<pre>chữ &lt;thôi&gt;</pre>" in page
    assert '<img src="data:image/png;base64,iVBO" alt="Biểu đồ">' in page
    assert "mật_khẩu" not in page
    assert "cảnh báo" not in page


def test_markup_in_the_words_of_a_notebook_is_no_markup_of_the_page(pages: dict[str, str]) -> None:
    assert "<script>x" not in pages["1_mot"]


def test_style_and_script_of_tables_stand_once_and_nothing_comes_from_outside(pages: dict[str, str]) -> None:
    page = pages["1_mot"]
    assert page.count('<table class="baocao">') == 2
    assert (page.count("<style>"), page.count("<script>")) == (1, 1)
    assert "http:" not in page.replace('http-equiv="', "")
    assert "https:" not in page


def test_links_to_the_files_of_units_lead_there_from_the_page(pages: dict[str, str]) -> None:
    assert 'href="../../../../data/raw/x/2024-Q3/a.xlsx"' in pages["1_mot"]


def test_each_page_leads_to_the_others_and_to_the_list(pages: dict[str, str]) -> None:
    assert '<a href="1_mot.html">Một</a>' in pages["2_hai"]
    assert '<a href="2_hai.html" aria-current="page">2_hai</a>' in pages["2_hai"]
    assert '<a href="../../../index.html">Danh sách báo cáo</a>' in pages["2_hai"]


def test_made_up_figures_are_called_so_on_each_page(pages: dict[str, str]) -> None:
    assert all("Số liệu minh họa, không phải số liệu chính thức." in page for page in pages.values())


def test_each_word_file_that_a_page_names_is_a_link_to_it(pages: dict[str, str]) -> None:
    place = "../B%C3%A1o%20c%C3%A1o%20%231%20%28b%E1%BA%A3n%20m%E1%BB%9Bi%29.docx"
    draft = "../D%E1%BB%B0%20TH%E1%BA%A2O%20-%20B%C3%A1o%20c%C3%A1o%20%231.docx"
    assert f'<p>Đủ: <a href="{place}">Báo cáo #1 (bản mới).docx</a> (đủ số liệu); <a href="{draft}">' in pages["1_mot"]


def test_a_name_in_a_tag_or_in_a_link_stays_as_it_is(pages: dict[str, str]) -> None:
    assert '<p title="Báo cáo #1.docx">a</p><a href="x.html">Báo cáo #1.docx</a>' in pages["1_mot"]


def test_the_way_to_a_notebook_of_any_name_is_a_right_address(pages: dict[str, str]) -> None:
    assert '<a href="3%20a%23b%25.html">3 a#b%</a>' in pages["1_mot"]
