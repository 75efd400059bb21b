"""The letterhead of page 1, and the rules below its lines."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from report_utils.document.blocks import Document
from report_utils.document.layout import LayoutProfile
from report_utils.document.letterhead import letterhead
from report_utils.document.looks import Style, looks
from report_utils.document.metrics import text_width


def rules(written: Any) -> dict[str, tuple[str, float]]:
    """Style of the words above each rule -> the words, the length of the rule in points."""
    widths = {id_of(cell): int(written.value(cell, "w:tcPr/w:tcW", "w")) for cell in written.find("//w:tc")}
    found = {}
    for above, rule in pairwise(written.find("//w:p")):
        if written.value(rule, "w:pPr/w:pStyle") == "RuleLine":
            left, right = (int(written.value(rule, "w:pPr/w:ind", side)) for side in ("left", "right"))
            assert left == right, "a rule is centred"
            available = widths.get(id_of(rule.getparent()), LayoutProfile().text_width())
            style = written.value(above, "w:pPr/w:pStyle")
            found.setdefault(style, (written.text(above), (available - left - right) / 20))
    return found


def id_of(element: Any) -> str:
    return str(element.getroottree().getpath(element))


def share(written: Any, style: Style) -> float:
    words, length = rules(written)[style]
    look = looks(LayoutProfile())[style]
    return length / text_width(words, look.size, bold=look.bold, italic=look.italic)


def test_the_rule_below_the_motto_is_as_long_as_the_words(written: Any) -> None:
    assert share(written, Style.MOTTO) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("style", [Style.AGENCY, Style.SUBJECT, Style.APPENDIX_REFERENCE])
def test_the_other_rules_are_a_third_to_a_half_of_the_words(written: Any, style: Style) -> None:
    assert 1 / 3 <= share(written, style) <= 1 / 2


def test_a_rule_is_a_single_black_border_below_its_words(written: Any) -> None:
    for rule in written.styled("RuleLine"):
        assert written.value(rule, "w:pPr/w:pBdr/w:top") == "single"
        assert written.value(rule, "w:pPr/w:pBdr/w:top", "color") == "000000"
        assert not written.text(rule)


def test_the_rule_below_a_long_subject_is_measured_on_its_longest_line(
    document: Document, word: Callable[[Document], Any]
) -> None:
    long = "Kết quả thực hiện công tác cải cách hành chính của ngành y tế " * 4
    _, length = rules(word(replace(document, title=replace(document.title, subject=long.strip()))))[Style.SUBJECT]
    assert length <= LayoutProfile().text_width() / 20 / 2


def test_the_agency_is_left_and_the_nation_right(written: Any) -> None:
    left, right = written.find("(//w:tbl)[1]/w:tr[1]/w:tc")
    assert written.text(left) == "UBND TỈNH BÀ RỊA - VŨNG TÀUSỞ Y TẾ"
    assert written.text(right) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc"


def test_number_and_date_share_a_row_and_keep_their_blanks(written: Any) -> None:
    left, right = written.find("(//w:tbl)[1]/w:tr[2]/w:tc")
    assert written.text(left) == "Số:       /BC-SYT"
    assert written.text(right) == "Bà Rịa - Vũng Tàu, ngày      tháng 9 năm 2024"


def test_the_letterhead_has_no_borders(written: Any) -> None:
    [table] = written.find("(//w:tbl)[1]")
    style = written.style(written.value(table, "w:tblPr/w:tblStyle"))
    assert table.find(".//w:tblBorders", table.nsmap) is None
    assert style.find(".//w:tblBorders", style.nsmap) is None


@pytest.mark.parametrize("scheme", ["12/13/14", "13/14"])
@pytest.mark.parametrize("right_margin", [15, 20])
def test_the_national_name_fits_on_one_line(document: Document, scheme: str, right_margin: float) -> None:
    layout = LayoutProfile(scheme=scheme, margin_right_mm=right_margin)
    grid = letterhead(document.letterhead, layout).find("{*}tblGrid")
    left, right = (int(column.get(column.tag.replace("gridCol", "w"))) for column in grid)
    needed = text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", layout.sizes.national_name, bold=True)
    assert right / 20 > needed + 5
    assert left + right == layout.text_width()


def test_an_agency_without_a_superior_has_no_empty_line(document: Document, word: Callable[[Document], Any]) -> None:
    written = word(replace(document, letterhead=replace(document.letterhead, superior="")))
    assert not written.styled("Superior")
    assert written.texts("Agency") == ["SỞ Y TẾ"]
