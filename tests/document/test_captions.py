"""Numbered captions, and references to them: fields with stored values."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.document.blocks import Block, Document, Heading, Item, Paragraph, Picture, PictureColumns, Run, Table
from report_utils.document.captions import DuplicateCaptionError, reference_bookmark
from report_utils.errors import UnknownNameError

Words = Callable[..., Any]


@pytest.fixture
def body(document: Document, word: Callable[[Document], Any]) -> Callable[..., Any]:
    """Writes a document with these blocks, and one table in its appendix."""

    def write(*blocks: Block) -> Any:
        return word(replace(document, body=blocks, appendices=document.appendices[:1]))

    return write


def refers(name: str, **look: Any) -> Run:
    return Run("", reference=name, **look)


def fields(paragraph: Any, written: Any) -> list[tuple[str, str]]:
    """Instruction and stored value of each complex field of a paragraph, whose marks must be in order."""
    found, state = [], ""
    for run in paragraph.iterfind("{*}r"):
        mark = run.find("{*}fldChar")
        if mark is not None:
            kind = mark.get(next(iter(mark.attrib)))
            assert (state, kind) in {("", "begin"), ("begin", "separate"), ("separate", "end")}
            state = "" if kind == "end" else kind
            found += [["", ""]] if kind == "begin" else []
        elif state:
            found[-1][state == "separate"] += "".join(run.itertext())
    assert state == ""
    return [(instruction.strip(), stored) for instruction, stored in found]


def test_captions_are_numbered_through_body_and_appendices(written: Any) -> None:
    assert written.texts("TableCaption") == [f"Bảng {n}. Kết quả giải quyết hồ sơ" for n in (1, 2, 3)]
    assert [fields(each, written) for each in written.styled("TableCaption")] == [
        [("SEQ Bảng \\* ARABIC", str(n))] for n in (1, 2, 3)
    ]  # fmt: skip


def test_tables_and_pictures_are_counted_apart(
    body: Words, make_table: Callable[..., Table], make_png: Callable[..., bytes]
) -> None:
    shown = Picture(make_png(3, 2), "Biểu đồ", caption="Tiến độ")
    written = body(shown, make_table(caption="Một"), PictureColumns(((shown,), (shown,))), make_table(caption="Hai"))
    assert written.texts("PictureCaption") + written.texts("DensePictureCaption") == [
        "Hình 1. Tiến độ", "Hình 2. Tiến độ", "Hình 3. Tiến độ"
    ]  # fmt: skip
    assert written.texts("TableCaption")[:2] == ["Bảng 1. Một", "Bảng 2. Hai"]


def test_a_table_without_a_caption_takes_no_number(body: Words, make_table: Callable[..., Table]) -> None:
    written = body(make_table(caption="", name="x"), make_table())
    assert written.texts("TableCaption")[0].startswith("Bảng 1. ")


def test_a_reference_before_or_behind_its_table_shows_its_number(
    body: Words, make_table: Callable[..., Table]
) -> None:
    told = Paragraph((Run("Xem "), refers("two"), Run(" và "), refers("one"), Run(".")))
    written = body(told, make_table(name="one"), make_table(name="two"), told)
    assert written.texts("ReportBody") == ["Xem Bảng 2 và Bảng 1."] * 2
    assert fields(written.styled("ReportBody")[0], written) == [
        (f"REF {reference_bookmark('two')} \\h", "Bảng 2"), (f"REF {reference_bookmark('one')} \\h", "Bảng 1")
    ]  # fmt: skip


def test_a_reference_may_stand_in_headings_lists_and_cells(body: Words, make_table: Callable[..., Table]) -> None:
    plain = make_table()
    cells = replace(plain.rows[0], cells=((refers("x"),), *plain.rows[0].cells[1:]))
    written = body(Heading(2, "1.", (refers("x"),)), Item(1, (refers("x"),)), make_table(name="x", rows=(cells,)))
    assert written.texts("Heading2") == ["1. Bảng 1"]
    assert written.texts("Item1") == ["- Bảng 1"]
    assert written.texts("TableCell")[0] == "Bảng 1"


def test_a_reference_looks_like_the_words_around_it(body: Words, make_table: Callable[..., Table]) -> None:
    written = body(Paragraph((refers("x", italic=True),)), make_table(name="x"))
    [shown] = [run for run in written.styled("ReportBody")[0].iterfind("{*}r") if run.find("{*}t") is not None]
    assert shown.find("{*}rPr/{*}i") is not None


def test_label_and_number_of_a_named_caption_are_bookmarked(body: Words, make_table: Callable[..., Table]) -> None:
    written = body(make_table(name="hồ_sơ.theo-nơi"), make_table())
    named, other = written.styled("TableCaption")[:2]
    inside = list(named)[2:]
    assert written.value(named, "w:bookmarkStart", "name") == reference_bookmark("hồ_sơ.theo-nơi")
    end = next(n for n, each in enumerate(inside) if each.tag.endswith("}bookmarkEnd"))
    assert "".join(written.text(each) for each in inside[:end]) == "Bảng 1"
    assert other.find("{*}bookmarkStart") is None
    ids = written.find("//w:bookmarkStart/@w:id")
    assert len(ids) == len(set(ids))


def test_a_name_that_no_caption_has_is_refused_with_the_nearest(body: Words, make_table: Callable[..., Table]) -> None:
    with pytest.raises(UnknownNameError, match=r"«dossier»\. Có phải ý bạn là «dossiers»\?"):
        body(Paragraph((refers("dossier"),)), make_table(name="dossiers"))


def test_a_table_that_has_a_name_but_no_caption_cannot_be_referred_to(
    body: Words, make_table: Callable[..., Table]
) -> None:
    with pytest.raises(UnknownNameError, match="«x»"):
        body(Paragraph((refers("x"),)), make_table(name="x", caption=""))


def test_a_name_is_given_once(body: Words, make_table: Callable[..., Table], make_png: Callable[..., bytes]) -> None:
    with pytest.raises(DuplicateCaptionError, match="«x»"):
        body(make_table(name="x"), Picture(make_png(3, 2), "Biểu đồ", caption="Tiến độ", name="x"))


@given(st.text())
def test_every_name_has_a_bookmark_that_word_takes_and_hides(name: str) -> None:
    assert re.fullmatch(r"_Ref[0-9]{9}", reference_bookmark(name))


def test_the_number_of_a_page_is_stored_too(written: Any) -> None:
    [line] = written.find("//w:p", "word/header2.xml")
    assert fields(line, written) == [("PAGE", "1")]
