"""Words, marks, bookmarks and footnotes inside paragraphs."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report_utils.document.blocks import Document, Mark, Paragraph, Run
from report_utils.document.bookmarks import BookmarkNames, bookmark_stem

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
WEIRD = [
    "\x00\x01a\x0bb\x1f",
    "😀 \U0001f469\U0001f3fd\u200d\u2695\ufe0f 漢字",
    "<w:p> & \"'",
    "x" * 5000,
    "  hai  dấu cách  ",
    "\ud800",
    "\ufffe\uffff",
    "\t\n\r\n",
    "\ue000 riêng",
    "Tie\u0302\u0301ng Vie\u0323t",
    "]]>",
    "\u202eđảo",
    "\u0085\u2028",
]


def shown(document: Document, word: Callable[[Document], Any], text: str) -> str:
    """`text` after a way through Word bytes, as python-docx reads it."""
    data = word(replace(document, body=(Paragraph((Run(text),)),), appendices=())).data
    [paragraph] = [p for p in docx.Document(io.BytesIO(data)).paragraphs if p.style.style_id == "ReportBody"]
    return str(paragraph.text)


def expected(text: str) -> str:
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize("text", WEIRD)
def test_strange_text_comes_back(document: Document, word: Callable[[Document], Any], text: str) -> None:
    assert shown(document, word, text) == expected(text)


any_character = st.characters(codec=None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=any_character, max_size=80))
def test_any_text_comes_back_but_for_what_xml_forbids(
    document: Document, word: Callable[[Document], Any], text: str
) -> None:
    assert shown(document, word, text) == expected(text)


@pytest.mark.parametrize("text", WEIRD)
def test_strange_text_breaks_no_other_place(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any], text: str
) -> None:
    table = make_table(caption=text, description=text, unit_note=text)
    written = word(replace(
        document,
        letterhead=replace(document.letterhead, agency=text, superior=text, date_line=text),
        title=replace(document.title, kind=text, subject=text),
        legal_bases=(text,),
        addressees=(text, text),
        body=(table, Paragraph((Run(text, figure=text, note=text),))),
        properties={"title": text, "Nguồn": text},
        draft_notice=text,
    ))  # fmt: skip
    assert all(written.root(part) is not None for part in written.parts)


def test_emphasis_is_written_on_the_run(document: Document, word: Callable[[Document], Any]) -> None:
    body = (Paragraph((Run("đậm", bold=True), Run("nghiêng", italic=True), Run("thường"))),)
    bold, italic, plain = word(replace(document, body=body)).styled("ReportBody")[0].findall("{*}r")
    assert bold.find("{*}rPr/{*}b") is not None
    assert italic.find("{*}rPr/{*}i") is not None
    assert plain.find("{*}rPr") is None


def test_absent_data_stand_out_in_yellow_and_bold(written: Any) -> None:
    [run] = written.find("//w:r[w:rPr/w:rStyle/@w:val='AbsentData']")
    assert written.value(run, "w:rPr/w:highlight") == "yellow"
    assert run.find("{*}rPr/{*}b") is not None


def test_doubtful_data_stand_out_otherwise(written: Any) -> None:
    [run] = written.find("//w:r[w:rPr/w:rStyle/@w:val='DoubtfulData']")
    assert written.value(run, "w:rPr/w:highlight") == "lightGray"
    assert Mark.DOUBTFUL != Mark.ABSENT


def test_each_figure_is_wrapped_in_a_bookmark_of_its_own(written: Any) -> None:
    names = written.find("//w:bookmarkStart/@w:name")
    assert names == ["f_dossiers_total_1", "f_dossiers_overdue_1", "f_dossiers_total_2"]
    assert written.find("//w:bookmarkStart/@w:id") == written.find("//w:bookmarkEnd/@w:id") == ["1", "2", "3"]


def test_a_bookmark_holds_the_figure_and_no_more(written: Any) -> None:
    [start] = written.find("//w:bookmarkStart[@w:name='f_dossiers_total_1']")
    assert written.text(start.getnext()) == "1.234"
    assert start.getnext().getnext().tag.endswith("bookmarkEnd")


@given(st.lists(st.text(max_size=60), max_size=30))
def test_bookmark_names_are_short_plain_and_unique(codes: list[str]) -> None:
    names = BookmarkNames()
    given_names = [names.next(code)[1] for code in codes]
    assert len({name.lower() for name in given_names}) == len(codes)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in given_names)


def test_codes_with_the_same_long_beginning_keep_different_names() -> None:
    code = "dossiers.by_field.medical_examination."
    one, other = bookmark_stem(code + "received"), bookmark_stem(code + "resolved")
    assert one != other
    assert one == bookmark_stem(code + "received")


def test_codes_that_differ_only_in_a_sign_keep_different_names() -> None:
    names = BookmarkNames()
    assert [names.next(code)[1] for code in ("a.b", "a_b", "A.b")] == ["f_a_b_1", "f_a_b_2", "f_A_b_3"]


def test_a_note_becomes_a_footnote_called_behind_the_figure(written: Any) -> None:
    [call] = written.find("//w:footnoteReference")
    [note] = written.find("//w:footnote[@w:id='1']", "word/footnotes.xml")
    assert set(call.attrib.values()) == {"1"}
    assert written.text(note) == " Bao gồm hồ sơ kỳ trước chuyển sang."
    assert written.value(note, "w:p/w:pPr/w:pStyle") == "FootnoteText"


def test_footnotes_are_numbered_in_the_order_of_the_text(document: Document, word: Callable[[Document], Any]) -> None:
    body = tuple(Paragraph((Run("x", note=f"chú thích {number}"),)) for number in range(3))
    written = word(replace(document, body=body))
    assert written.find("//w:footnoteReference/@w:id") == ["1", "2", "3"]
    assert [written.text(n) for n in written.find("//w:footnote", "word/footnotes.xml")][2:] == [
        " chú thích 0", " chú thích 1", " chú thích 2"]  # fmt: skip


def test_the_separators_of_footnotes_are_there(written: Any) -> None:
    types = written.find("//w:footnote/@w:type", "word/footnotes.xml")
    assert types == ["separator", "continuationSeparator"]
    assert written.find("//w:footnotePr/w:footnote/@w:id", "word/settings.xml") == ["-1", "0"]
