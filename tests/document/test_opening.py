"""Draft notice, title, addressees and legal bases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from report_utils.document.blocks import Document, Title
from report_utils.document.metrics import text_width


def test_the_draft_notice_is_the_first_paragraph(written: Any) -> None:
    assert written.text(written.find("/w:document/w:body/w:p[1]")[0]) == "DỰ THẢO – CÒN THIẾU SỐ LIỆU"
    assert written.root("word/document.xml")[0][0].tag.endswith("}p")


def test_a_final_document_has_no_notice(document: Document, word: Callable[[Document], Any]) -> None:
    written = word(replace(document, draft_notice=""))
    assert not written.styled("DraftNotice")
    assert written.root("word/document.xml")[0][0].tag.endswith("}tbl")


def test_the_kind_is_in_capitals_and_the_subject_as_given(written: Any) -> None:
    assert written.texts("DocumentKind") == ["BÁO CÁO"]
    assert written.texts("Subject") == ["Kết quả thực hiện công tác cải cách hành chính quý III năm 2024"]


def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop(written: Any) -> None:
    assert written.texts("LegalBasis") == ["Căn cứ Kế hoạch số 10/KH-UBND;", "Căn cứ Kế hoạch số 20/KH-SYT."]


def test_several_addressees_stand_below_each_other_under_the_colon(written: Any) -> None:
    assert written.texts("Addressee") == ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."]
    label, first, second = (int(written.value(p, "w:pPr/w:ind", "left")) for p in written.styled("Addressee"))
    assert first == second
    assert abs(first - label - text_width("Kính gửi", 14) * 20) <= 1


def test_one_addressee_shares_the_line_of_the_label(document: Document, word: Callable[[Document], Any]) -> None:
    written = word(replace(document, addressees=("Ủy ban nhân dân tỉnh",)))
    assert written.texts("Addressee") == ["Kính gửi: Ủy ban nhân dân tỉnh"]


def test_without_addressees_and_bases_there_are_no_such_lines(
    document: Document, word: Callable[[Document], Any]
) -> None:
    written = word(replace(document, addressees=(), legal_bases=()))
    assert not written.styled("Addressee")
    assert not written.styled("LegalBasis")


def test_a_letter_has_its_subject_below_the_number_and_no_title(
    document: Document, word: Callable[[Document], Any]
) -> None:
    written = word(replace(document, title=Title("", "báo cáo công tác quý III"), draft_notice=""))
    assert written.texts("LetterSubject") == ["V/v báo cáo công tác quý III"]
    assert written.styled("DocumentKind") == written.styled("Subject") == []
    assert written.text(written.find("(//w:tbl)[1]/w:tr[2]/w:tc[1]")[0]).endswith("V/v báo cáo công tác quý III")
    assert written.value(written.style("LetterSubject"), "w:pPr/w:spacing", "before") == "120"


def test_a_subject_that_brings_its_own_sign_is_not_given_a_second(
    document: Document, word: Callable[[Document], Any]
) -> None:
    assert word(replace(document, title=Title("", "V/v đôn đốc"))).texts("LetterSubject") == ["V/v đôn đốc"]
