"""The list of all reports, for leaders."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from report_utils.agency.workspace import Workspace
from report_utils.run.outcome import Outcome
from report_utils.run.pages.report_list import save_report_list

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with two reports: a draft, and one with its PDF that is final."""
    shutil.copytree(REPOSITORY / "params", tmp_path / "params")
    for agency, period, draft in (("syt-brvt", "2024-Q3", True), ("syt-thua-thien-hue", "2020-Q1", False)):
        folder = tmp_path / "reports" / agency / period
        folder.mkdir(parents=True)
        name = f"Báo cáo #{period}.docx"
        for written in (name, "figures.xlsx", "manifest.json", *(["Báo cáo #2020-Q1.pdf"] * (not draft))):
            (folder / written).write_bytes(b"")
        Outcome(name, draft, (), (), 3 * draft, 2, illustrative=draft).save(folder)
    return tmp_path


def page_of(root: Path) -> str:
    return save_report_list(Workspace(root)).read_text(encoding="utf-8")


def rows_of(page: str) -> list[str]:
    return re.findall(r"<tr>(<td.*?)</tr>", page)


def test_every_report_is_listed_the_newest_first(root: Path) -> None:
    first, second = rows_of(page_of(root))
    assert 'Bà Rịa - Vũng Tàu</td><td class="short">Quý III năm 2024</td>' in first
    assert '<td class="short doubt">Dự thảo</td>' in first
    assert "Quý I năm 2020" in second
    assert '<td class="short good">Đủ số liệu</td>' in second


def test_files_are_a_click_away_and_only_those_that_are_there(root: Path) -> None:
    first, second = rows_of(page_of(root))
    assert '<a href="syt-brvt/2024-Q3/B%C3%A1o%20c%C3%A1o%20%232024-Q3.docx">Báo cáo #2024-Q3</a>' in first
    assert "(PDF)" in second
    assert "(PDF)" not in first


def test_folders_that_are_no_reports_are_passed_over(root: Path) -> None:
    before = rows_of(page_of(root))
    for name, text in (("ghi chú", "{}"), ("2024-H1", "hỏng"), (".2024-Q4.staging", "{}")):
        (root / "reports" / "syt-brvt" / name).mkdir()
        (root / "reports" / "syt-brvt" / name / "outcome.json").write_text(text, encoding="utf-8")
    assert rows_of(page_of(root)) == before


def test_made_up_figures_are_called_so(root: Path) -> None:
    assert "Số liệu minh họa, không phải số liệu chính thức." in page_of(root)
    shutil.rmtree(root / "reports" / "syt-brvt")
    assert "minh họa" not in page_of(root)


def test_without_reports_the_page_says_so(tmp_path: Path) -> None:
    (tmp_path / "params").mkdir()
    assert "Từng cơ quan, từng kỳ: không có dòng nào." in page_of(tmp_path)


def test_the_table_fits_its_page_and_where_it_cannot_it_scrolls_in_a_named_region(root: Path) -> None:
    page = page_of(root)
    assert ".fitting table.baocao { width: auto !important;" in page
    assert '<div class="fitting"><div class="baocao-table" role="region" tabindex="0" aria-label="Từng cơ quan' in page
