"""The page on the agency's site, as text and in a real browser."""

import re
import time
from dataclasses import replace

import pytest
from tests.publish.browser import Page, find_browser

from report_utils.publish.index_page import file_size, index_page
from report_utils.publish.kit import build_kit

NAMES = """Array.from(document.querySelectorAll('#sets tbody tr'), r => r.hidden ? '' : r.cells[0].innerText.trim())
    .filter(Boolean)"""
TITLES = "Array.from(document.querySelectorAll('thead button'), b => b.textContent)"


@pytest.fixture(scope="module")
def browser():
    if not find_browser():
        pytest.skip("Chromium is not installed here")


@pytest.fixture
def site(sent, tmp_path):
    """The folder as it is put on the site."""
    folder = tmp_path / "trang dữ liệu mở"
    for path, content in build_kit(sent()).files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_the_heading_names_the_agency(one, publisher):
    assert "<h1>Dữ liệu mở - Sở Mẫu</h1>" in index_page([one], publisher).decode()


def test_nothing_comes_from_outside(one, publisher):
    text = index_page([one], publisher).decode()
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", text)
    assert "default-src 'none'" in text


def test_what_a_unit_typed_is_text_and_no_markup(one, publisher):
    about = replace(one.data.about, name="<script>alert(1)</script>", description="a \" onload=x")
    text = index_page([replace(one, data=replace(one.data, about=about))], publisher).decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_made_up_figures_are_marked(one, publisher):
    assert "Số liệu minh họa, không phải số liệu chính thức." in index_page([one], publisher).decode()
    real = replace(one, data=replace(one.data, about=replace(one.data.about, is_illustrative=False)))
    assert "minh họa" not in index_page([real], publisher).decode()


@pytest.mark.parametrize(("size", "shown"), [(0, "0 B"), (1023, "1023 B"), (2048, "2 KB"), (1572864, "1,5 MB")])
def test_sizes_are_written_for_people(size, shown):
    assert file_size(size) == shown


def test_a_page_without_sets_says_so(publisher):
    assert "Chưa có tập dữ liệu nào được công bố." in index_page([], publisher).decode()


def test_searching_sorting_and_downloading_work_in_a_browser(browser, site, tmp_path):
    with Page((site / "index.html").as_uri()) as page:
        assert page.value(NAMES) == ["2", "3", "5", "8"]
        for words in ("tiem chung", "TIÊM  CHỦNG"):
            page.type("#words", words)
            assert page.value(NAMES) == ["8"]
        assert page.value("document.getElementById('count').textContent") == "1/4 tập dữ liệu"
        page.type("#words", "không tập nào có")
        assert page.value("!document.getElementById('nothing').hidden")
        page.type("#words", " ")
        assert page.value(NAMES) == ["2", "3", "5", "8"]
        rows = page.value(TITLES).index("Số dòng")
        page.click(f"thead th:nth-child({rows + 1}) button")
        assert page.value(NAMES) == ["3", "8", "2", "5"]
        page.click(f"thead th:nth-child({rows + 1}) button")
        assert page.value(NAMES) == ["5", "2", "3", "8"]
        page.tell("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path / "tải về"))
        page.click("tbody tr:first-child .files a")
        [source] = site.glob("du-lieu/05*.csv")
        assert _downloaded(tmp_path / "tải về" / source.name) == source.read_bytes()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser, site):
    with Page((site / "index.html").as_uri(), width=500, height=900) as page:
        page.tell("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=2, mobile=True)
        page.wait("innerWidth === 360")
        assert page.value("document.documentElement.scrollWidth") <= 360
        page.value("order.value = 5; order.dispatchEvent(new Event('change'))")
        assert page.value(NAMES)[0] == "3"


def _downloaded(path):
    """The content of a file as soon as it is there."""
    end = time.monotonic() + 20
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.05)
    return path.read_bytes()
