"""The guide as a static site (`make site`): built without a warning, needing nothing from elsewhere, searchable."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.guide.following import DOCS
from tests.publish.browser import Page, find_browser

pytest.importorskip("sphinx", reason="the extra «docs» is not installed: make site")
ENGLISH = ("Skip to content", "On this page", "Back to top", ">Next<", "Toggle ", "Link to this heading")


def built(goal: Path) -> Path:
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--doctree-dir", str(goal / "cây"),
               "--builder", "html", str(DOCS), str(goal / "trang")]  # fmt: skip
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return goal / "trang"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("một"))


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_page_takes_everything_from_its_own_folder(site: Path) -> None:
    taken = [(page, address) for page, text in pages(site).items()
             for address in re.findall(r'<(?:link|script|img)[^>]+(?:src|href)="([^"#]+)"', text)]
    assert taken
    assert [address for _, address in taken if re.match(r"(?:\w+:)?//", address)] == []
    assert [(page, address) for page, address in taken
            if not (site / page).parent.joinpath(address.partition("?")[0]).exists()] == []  # fmt: skip


def test_the_words_around_a_page_are_vietnamese(site: Path) -> None:
    text = pages(site)["mot-quy.html"]
    assert '<html class="no-js" lang="vi"' in text
    assert [word for word in ENGLISH if word in text] == []


def test_pages_for_maintainers_are_english_with_english_words_around_them(site: Path) -> None:
    listed = re.findall(r"^([\w/-]+)$", (DOCS / "index.md").read_text(encoding="utf-8").partition("(English)")[2],
                        re.MULTILINE)  # fmt: skip
    found = pages(site)
    english = {page for page, text in found.items() if '<html class="no-js" lang="en"' in text}
    assert english == {f"{name}.html" for name in listed}
    assert all('<html class="no-js" lang="vi"' in found[page] for page in found.keys() - english)
    text = found["maintainers/inside.html"]
    assert [word for word in ENGLISH if word not in text] == []
    assert '<span class="caption-text" lang="vi">Người dùng</span></p>\n<ul lang="vi"' in text
    assert '<ul lang="en"' in found["mot-quy.html"]


def test_tables_and_frames_can_be_scrolled_by_keys(site: Path) -> None:
    text = "".join(pages(site).values())
    assert "<pre>" not in text
    assert '<div class="table-wrapper' not in text


def test_another_folder_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = built(tmp_path)
    assert {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()} == {
        path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()
    }


def test_every_section_can_be_found(site: Path) -> None:
    text = (site / "_static" / "sections.js").read_text(encoding="utf-8")
    sections = json.loads(text.removeprefix("const SECTIONS = ").removesuffix(";\n"))
    titles = [section["title"] for section in sections]
    assert "V01. Đẳng thức của biểu không đúng" in titles
    assert all((site / section["url"].partition("#")[0]).is_file() for section in sections)


@pytest.mark.parametrize(("query", "first"), [
    ("V01", "Mã phát hiện › V01. Đẳng thức của biểu không đúng"),
    ("cong van don doc", "Sửa mẫu báo cáo › Chỉ trong công văn đôn đốc"),
    ("công văn đôn đốc", "Sửa mẫu báo cáo › Chỉ trong công văn đôn đốc"),
], ids=["a code", "without marks", "with marks"])  # fmt: skip
def test_a_browser_finds_with_and_without_marks_in_a_page_opened_from_a_folder(site: Path, query: str, first: str
                                                                               ) -> None:  # fmt: skip
    if not find_browser():
        pytest.skip("there is no Chromium here")
    with Page(f"{(site / 'search.html').as_uri()}?q={quote(query)}") as page:
        assert page.value("document.querySelector('#search-results a').textContent") == first
        assert query in page.value("document.querySelector('#search-summary').textContent")
