"""Headings, paragraphs and items."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from report_utils.document.blocks import Block, Document, Heading, Item, Paragraph, Run
from report_utils.document.body import LevelError


def test_the_first_level_is_written_in_capitals(written: Any) -> None:
    assert written.texts("Heading1") == ["I. CÔNG TÁC CHỈ ĐẠO"]
    assert not written.find("//w:caps", "word/styles.xml")


def test_the_second_level_keeps_its_letters(written: Any) -> None:
    assert written.texts("Heading2") == ["1. Tuyên truyền"]


def test_a_heading_without_number_begins_with_its_words(document: Document, word: Callable[[Document], Any]) -> None:
    assert word(replace(document, body=(Heading(3, "", (Run("Kết quả"),)),))).texts("Heading3") == ["Kết quả"]


def test_items_begin_with_the_dash_of_their_level(written: Any) -> None:
    lines = [written.texts(f"Item{level}") for level in (1, 2, 3)]
    assert lines == [["- Đã ban hành kế hoạch."], ["+ Kế hoạch năm."], ["• Kế hoạch quý."]]


def test_items_are_no_automatic_lists(written: Any) -> None:
    assert not written.find("//w:numPr")
    assert not written.find("//w:numPr", "word/styles.xml")


def test_the_paragraphs_stand_in_the_order_of_the_blocks(document: Document, word: Callable[[Document], Any]) -> None:
    written = word(replace(document, body=tuple(Paragraph((Run(str(number)),)) for number in range(50))))
    assert written.texts("ReportBody") == [str(number) for number in range(50)]


WRONG = (Run("Sai"),)


@pytest.mark.parametrize("block", [Heading(0, "", WRONG), Heading(5, "", WRONG), Item(4, WRONG)])
def test_a_level_that_does_not_exist_is_refused_by_name(
    document: Document, word: Callable[[Document], Any], block: Block
) -> None:
    with pytest.raises(LevelError, match="«Sai» ở cấp"):
        word(replace(document, body=(block,)))


def test_two_tables_that_follow_each_other_stay_two(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    bare = make_table(caption="", unit_note="")
    written = word(replace(document, body=(bare, bare), appendices=()))
    assert not written.find("//w:tbl/following-sibling::*[1][self::w:tbl]")
