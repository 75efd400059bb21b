"""Habits of other offices: what the decree allows gives no finding, what it does not is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from lxml import etree
from tests.lint.conftest import W, edited, letter, paragraph, perfect, said, words
from tests.lint.test_fix import fixed
from tests.lint.test_foreign_files import Found, Office, office, straight

from report_utils.lint.anatomy import anatomy_of
from report_utils.lint.package import word_package
from report_utils.lint.reader import read_document
from report_utils.lint.roles import Role
from report_utils.lint.rules.letterhead import words_width
from report_utils.lint.run_all import lint_bytes

HEADER = "word/header2.xml"


def framed(root: Any) -> None:
    properties = next(root.iter(f"{W}pPr"))
    said(properties, "jc", val="left")
    properties.insert(1, etree.Element(f"{W}framePr", {f"{W}xAlign": "center"}))


def tabbed(root: Any) -> None:
    properties = next(root.iter(f"{W}pPr"))
    said(properties, "jc", val="left")
    stops = etree.SubElement(properties, f"{W}tabs")
    etree.SubElement(stops, f"{W}tab", {f"{W}val": "center", f"{W}pos": "4677"})
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}tab")
    properties.addnext(run)


def in_small_letters(root: Any) -> None:
    for node in root.iter():
        for name, value in node.attrib.items():
            node.set(name, value.replace("PAGE", "page"))
        if node.tag == f"{W}instrText":
            node.text = node.text.replace("PAGE", "page")


@pytest.mark.parametrize("edit", [framed, tabbed, in_small_letters])
def test_a_page_number_may_be_centred_and_asked_for_in_many_ways(edit: Callable[[Any], None], found: Found) -> None:
    assert found(edited(letter(), edit, HEADER)) == set()


def test_rows_in_content_controls_are_read(found: Found) -> None:
    def wrap(root: Any) -> None:
        for row in list(next(root.iter(f"{W}tbl")).findall(f"{W}tr")):
            control = etree.Element(f"{W}sdt")
            row.addprevious(control)
            etree.SubElement(control, f"{W}sdtContent").append(row)

    assert found(edited(perfect(), wrap)) == set()


def test_a_line_may_hang_on_another_paragraph_of_the_head(found: Found) -> None:
    made = Office()
    for place, length in ((made.national, 160), (made.number, 20), (made.subject, 55)):
        straight(place, length)
    made.text("Các đơn vị thực hiện./.")
    made.sign()
    assert found(made.data()) == set()


def decision() -> Office:
    """A decision: who decides stands in capitals between subject and bases."""
    made = Office()
    made.number.runs[0].text, made.kind.runs[0].text = "Số: 15/QĐ-SYT", "QUYẾT ĐỊNH"
    made.lines(straight)
    for text in ("GIÁM ĐỐC SỞ Y TẾ", "Căn cứ Luật Khám bệnh, chữa bệnh năm 2023;", "Xét đề nghị của Chánh Văn phòng.",
                 "QUYẾT ĐỊNH:", "Điều 1. Phạm vi", "Điều 2. Hiệu lực", "Các đơn vị thi hành Quyết định này./."):
        line = made.text(text, bold=text.isupper() or text.startswith("Điều"))
        line.alignment = ALIGN.CENTER if text.isupper() else ALIGN.JUSTIFY
        line.runs[0].italic = text.startswith(("Căn cứ", "Xét"))
    made.sign()
    return made


def test_who_decides_is_no_subject_and_hides_no_basis(found: Found) -> None:
    data = decision().data()
    assert found(data) == set()
    assert len(anatomy_of(read_document(word_package(data, "a.docx"))).spots[Role.BASIS]) == 2


def parts(*titles: str) -> Office:
    made = office("I. KẾT QUẢ", "Các đơn vị thực hiện./.")
    end = made.word.paragraphs[-1]
    for text in (titles[0], "CHUNG", "I. MỘT", titles[1], "RIÊNG", "I. HAI"):
        line = made.text(text, bold=True)
        line.alignment = ALIGN.JUSTIFY if text.startswith("I.") else ALIGN.CENTER
        end._p.addprevious(line._p)
    return made


def test_sections_are_counted_anew_below_each_part(found: Found) -> None:
    assert found(parts("Phần I", "Phần II").data()) == set()


@pytest.mark.parametrize(("titles", "code"), [(("Phần I", "Phần III"), "L42"), (("Phần 1", "Phần 2"), "L44")])
def test_parts_are_numbered_in_roman_one_after_the_other(titles: tuple[str, str], code: str, found: Found) -> None:
    assert found(parts(*titles).data()) == {code}


def test_a_part_is_centred_and_bold_and_its_title_in_capitals(found: Found) -> None:
    left, lower = parts("Phần I", "Phần II"), parts("Phần I", "Phần II")
    next(p for p in left.word.paragraphs if p.text == "Phần I").alignment = ALIGN.JUSTIFY
    next(p for p in lower.word.paragraphs if p.text == "CHUNG").runs[0].text = "Chung"
    assert found(left.data()) == found(lower.data()) == {"L45"}


def test_letters_of_headers_are_looked_at_too(found: Found) -> None:
    def arial(root: Any) -> None:
        for run in root.iter(f"{W}r"):
            run.insert(0, etree.Element(f"{W}rPr"))
            said(run[0], "rFonts", ascii="Arial", hAnsi="Arial")

    assert found(edited(perfect(), arial, HEADER)) == {"L04"}


def test_a_letter_has_no_code_of_its_own(found: Found) -> None:
    assert found(edited(letter(), words("123/SYT-VP", "123/CV-SYT"))) == {"L22"}


def test_spacing_that_a_style_drops_is_no_spacing(found: Found) -> None:
    made = office()
    for each in made.word.paragraphs[-2:]:
        each._p.get_or_add_pPr().append(etree.Element(f"{W}contextualSpacing"))
    assert found(made.data()) == {"L39"}


def test_a_number_that_is_none_stops_nothing() -> None:
    def spoil(root: Any) -> None:
        properties = paragraph(root, "Sở Y tế đã triển khai").find(f"{W}pPr")
        said(properties, "ind", firstLine="1..2cm")
        said(properties, "outlineLvl", val="inf")
        said(said(properties, "numPr"), "ilvl", val="x")
        said(next(root.iter(f"{W}sectPr")), "pgNumType", start="nan")

    data = edited(perfect(), spoil)
    assert isinstance(lint_bytes(data), list)
    assert fixed(data)


def test_boxes_in_boxes_are_each_read_once() -> None:
    def nest(root: Any) -> None:
        inner = paragraph(root, "Sở Y tế đã triển khai")
        for _ in range(40):
            outer = etree.Element(f"{W}p")
            inner.addprevious(outer)
            etree.SubElement(etree.SubElement(outer, f"{W}r"), f"{W}txbxContent").append(inner)
            inner = outer

    texts = [each.text for each in read_document(word_package(edited(perfect(), nest), "a.docx")).paragraphs]
    assert sum(text.startswith("Sở Y tế đã triển khai") for text in texts) == 1


def test_mending_takes_the_size_of_most_of_the_body() -> None:
    made = office("Sở Y tế ban hành Kế hoạch công tác y tế năm 2025 như sau:", "Một đoạn chữ nhỏ.", "Thực hiện./.")
    next(p for p in made.word.paragraphs if p.text == "Một đoạn chữ nhỏ.").runs[0].font.size = docx.shared.Pt(11)
    copy = fixed(made.data())
    assert lint_bytes(copy) == []
    sizes = {piece.look.size for para in read_document(word_package(copy, "a.docx")).paragraphs
             for piece in para.pieces if para.text.startswith(("Sở Y tế ban", "Một đoạn"))}
    assert sizes == {14}


def test_the_line_below_a_motto_that_got_smaller_is_as_long_as_its_words() -> None:
    def larger(root: Any) -> None:
        for run in paragraph(root, "Độc lập").iter(f"{W}r"):
            run.insert(0, etree.Element(f"{W}rPr"))
            said(run[0], "sz", val=32)

    document = read_document(word_package(fixed(edited(perfect("13/14"), larger)), "a.docx"))
    motto = anatomy_of(document).first(Role.MOTTO)
    assert motto is not None
    [stroke] = document.paragraphs[motto.para.number + 1].strokes
    assert stroke.length == pytest.approx(words_width(motto), rel=0.03)
