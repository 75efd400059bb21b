"""Paper, page numbers, landscape pages and appendices."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from report_utils.document.blocks import Appendix, Document, Heading, Paragraph, Run
from report_utils.document.sections import stretches

TEXT = Paragraph((Run("Lời văn."),))


def sections(written: Any) -> list[dict[str, Any]]:
    return [
        {
            "size": tuple(written.value(one, "w:pgSz", side) for side in "wh"),
            "orient": written.value(one, "w:pgSz", "orient"),
            "headers": sorted(header.get(header.tag.replace("headerReference", "type"))
                              for header in one.findall("{*}headerReference")),
            "hidden_first": one.find("{*}titlePg") is not None,
            "start": written.value(one, "w:pgNumType", "start"),
        }
        for one in written.find("//w:sectPr")
    ]  # fmt: skip


UPRIGHT, TURNED = ("11906", "16838"), ("16838", "11906")


def test_the_paper_is_a4_with_the_margins_of_the_decree(written: Any) -> None:
    [first, *_] = written.find("//w:sectPr")
    margins = [written.value(first, "w:pgMar", side) for side in ("top", "right", "bottom", "left")]
    assert margins == ["1134", "850", "1134", "1701"]
    assert sections(written)[0]["size"] == UPRIGHT


def test_the_first_page_shows_no_number(written: Any) -> None:
    first = sections(written)[0]
    assert first["hidden_first"]
    assert first["headers"] == ["default", "first"]
    assert not written.find("//w:instrText", "word/header1.xml")


def test_the_other_pages_show_theirs_in_the_middle_of_the_top_margin(written: Any) -> None:
    assert written.root("word/header2.xml").tag.endswith("}hdr")
    assert [code.text.strip() for code in written.find("//w:instrText", "word/header2.xml")] == ["PAGE"]
    assert written.value(written.style("PageNumberLine"), "w:pPr/w:jc") == "center"


def test_headers_lead_to_the_parts_they_name(written: Any) -> None:
    relations = {r.get("Id"): r.get("Target") for r in written.root("word/_rels/document.xml.rels")}
    [empty] = set(written.find("//w:headerReference[@w:type='first']/@*[local-name()='id']"))
    [numbered] = set(written.find("//w:headerReference[@w:type='default']/@*[local-name()='id']"))
    assert (relations[empty], relations[numbered]) == ("header1.xml", "header2.xml")


def test_a_wide_table_has_landscape_pages_of_its_own(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    written = word(replace(document, body=(TEXT, make_table(wide=True), TEXT), appendices=()))
    before, wide, after = sections(written)
    assert [before["size"], wide["size"], after["size"]] == [UPRIGHT, TURNED, UPRIGHT]
    assert wide["orient"] == "landscape"


def test_numbering_goes_on_over_landscape_pages(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    written = word(replace(document, body=(TEXT, make_table(wide=True), TEXT), appendices=()))
    for later in sections(written)[1:]:
        assert later["start"] is None
        assert not later["hidden_first"]
        assert later["headers"] == ["default"]


def test_a_wide_table_fills_the_wide_page(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    written = word(replace(document, body=(make_table(wide=True), TEXT)))
    [first, *_] = written.find("//w:tbl[w:tblPr/w:tblStyle/@w:val='ReportTable']")
    assert written.value(first, "w:tblPr/w:tblW", "w") == str(16838 - 1701 - 850)


def test_a_heading_goes_with_the_wide_table_below_it(make_table: Callable[..., Any]) -> None:
    heading, wide = Heading(2, "1.", (Run("Chi tiết"),)), make_table(wide=True)
    parts = stretches((TEXT, heading, wide, wide, heading, TEXT))
    assert [(part.landscape, part.blocks) for part in parts] == [
        (False, (TEXT,)), (True, (heading, wide, wide)), (False, (heading, TEXT))]  # fmt: skip


def test_page_one_is_upright_even_if_a_wide_table_comes_first(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    written = word(replace(document, body=(make_table(wide=True),), appendices=()))
    assert [one["size"] for one in sections(written)] == [UPRIGHT, TURNED]
    assert written.texts("SignerName") == ["Nguyễn Văn An"]


def test_each_appendix_is_numbered_from_one_and_hides_its_first_number(written: Any) -> None:
    _, *appendices = sections(written)
    assert [(one["start"], one["hidden_first"], one["headers"]) for one in appendices] == [
        ("1", True, ["default", "first"])] * 2  # fmt: skip


def test_a_wide_appendix_is_landscape(written: Any) -> None:
    assert [one["size"] for one in sections(written)] == [UPRIGHT, UPRIGHT, TURNED]


def test_the_head_of_an_appendix_has_label_title_and_reference(written: Any) -> None:
    assert written.texts("AppendixLabel") == ["Phụ lục I", "Phụ lục II"]
    assert written.texts("AppendixTitle") == ["DANH MỤC THỦ TỤC", "SỐ LIỆU CHI TIẾT"]
    assert written.texts("AppendixReference") == ["(Kèm theo Báo cáo số     /BC-SYT)"] * 2


def test_an_appendix_may_turn_its_page_in_between_and_goes_on_counting(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    appendix = Appendix("Phụ lục", "Số liệu", "", (TEXT, make_table(wide=True)))
    upright, turned = sections(word(replace(document, appendices=(appendix,))))[1:]
    assert (upright["size"], turned["size"]) == (UPRIGHT, TURNED)
    assert (upright["start"], turned["start"]) == ("1", None)


@pytest.mark.parametrize("wide", [True, False])
def test_an_empty_appendix_has_a_page(document: Document, word: Callable[[Document], Any], wide: bool) -> None:
    written = word(replace(document, appendices=(Appendix("Phụ lục", "", "", (), wide),)))
    assert written.texts("AppendixLabel") == ["Phụ lục"]
    assert len(sections(written)) == 2


def test_the_last_paragraph_of_the_text_follows_any_table(written: Any) -> None:
    body = written.root("word/document.xml")[0]
    assert body[-1].tag.endswith("}sectPr")
    assert body[-2].tag.endswith("}p")
