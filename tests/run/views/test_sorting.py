"""A table of figures in a browser: what a click on a heading makes of numbers, days and marks."""

from pathlib import Path

import pytest
from tests.publish.browser import Page, find_browser

from report_utils.run.views.table import view

VALUES = ("1.072", "[CHƯA CÓ SỐ LIỆU – Thanh tra Sở]", "2/9/2024", "9,5", "", "10/8/2024", "-3")


def test_numbers_come_before_days_and_what_is_missing_last(tmp_path: Path) -> None:
    if not find_browser():
        pytest.skip("there is no Chromium here")
    path = tmp_path / "bảng.html"
    path.write_text(f'<meta charset="utf-8">{view([(value,) for value in VALUES], ("Giá trị",))._repr_html_()}',
                    encoding="utf-8")
    with Page(path.as_uri()) as page:
        page.value("document.querySelector('th button').click()")
        shown = page.value("Array.from(document.querySelectorAll('td'), cell => cell.textContent)")
        assert page.value("getComputedStyle(document.querySelector('td')).textAlign") == "right"
    assert shown[:5] == ["-3", "9,5", "1.072", "10/8/2024", "2/9/2024"]
    assert set(shown[5:]) == {"", VALUES[1]}
