"""Word files that other programs and other hands made."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt

from report_utils.lint.run_all import lint_bytes

Found = Callable[[bytes], set[str]]

WORD = nsdecls("w")
STRAIGHT = (
    '<w:r {word} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing><wp:anchor>'
    '<wp:extent cx="{cx}" cy="0"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr><a:prstGeom prst="line"/>'
    "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>")
VECTOR = ('<w:r {word} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:line from="60pt,2pt" to="{end}pt,2pt"/>'
          "</w:pict></w:r>")


class Office:
    """A document as offices make it: everything in Normal, direct formatting, a table for the letterhead."""

    def __init__(self) -> None:
        self.word = docx.Document()
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(20), Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        for slot in ("eastAsia", "cs"):
            normal.element.rPr.rFonts.set(qn(f"w:{slot}"), "Times New Roman")
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1
        self._page_number(section)
        self._head()

    def _page_number(self, section: Any) -> None:
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        paragraph._p.append(parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r>'
            "</w:fldSimple>"))

    def _head(self) -> None:
        left, right = self.word.add_table(2, 2).rows[0].cells
        self.line(left.paragraphs[0], "UBND TỈNH LÂM SƠN", 12)
        self.agency = self.line(left.add_paragraph(), "SỞ Y TẾ", 12, bold=True)
        self.national = self.line(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
        self.motto = self.line(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
        left, right = self.word.tables[0].rows[1].cells
        self.number = self.line(left.paragraphs[0], "Số: 15/KH-SYT", 13)
        self.date = self.line(right.paragraphs[0], "Lâm Sơn, ngày 15 tháng 4 năm 2025", 13, italic=True)
        self.kind = self.line(self.word.add_paragraph(), "KẾ HOẠCH", 14, bold=True)
        self.subject = self.line(self.word.add_paragraph(), "Công tác y tế năm 2025", 14, bold=True)

    @staticmethod
    def line(paragraph: Any, text: str, size: int, *, bold: bool = False, italic: bool = False) -> Any:
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        paragraph.alignment = ALIGN.CENTER
        return paragraph

    def lines(self, make: Callable[[Any, float], object]) -> None:
        """A line below motto, agency and subject; `make` draws one of so many points in a paragraph."""
        for paragraph, length in ((self.motto, 160), (self.agency, 20), (self.subject, 55)):
            make(paragraph, length)

    def text(self, words: str, *, bold: bool = False) -> Any:
        paragraph = self.word.add_paragraph()
        paragraph.add_run(words).bold = bold
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_before = Pt(6)
        return paragraph

    def sign(self) -> None:
        left, right = self.word.add_table(1, 2).rows[0].cells
        self._sized(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True)
        for words in ("- Như trên;", "- Lưu: VT, NVY."):
            self._sized(left.add_paragraph(), words, 11)
        for words in ("GIÁM ĐỐC", "", "", "Nguyễn Văn A"):
            self.line(right.add_paragraph(), words, 14, bold=True)

    @staticmethod
    def _sized(paragraph: Any, text: str, size: int, **look: bool) -> None:
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        for name, value in look.items():
            setattr(run, name, value)

    def data(self) -> bytes:
        buffer = io.BytesIO()
        self.word.save(buffer)
        return buffer.getvalue()


def straight(paragraph: Any, length: float) -> None:
    paragraph._p.append(parse_xml(STRAIGHT.format(word=WORD, cx=int(length * 12_700))))


def vector(paragraph: Any, length: float) -> None:
    paragraph._p.append(parse_xml(VECTOR.format(word=WORD, end=60 + length)))


def underscores(paragraph: Any, length: float) -> None:
    new = paragraph.insert_paragraph_before("_" * round(length / 6))
    new.runs[0].font.size = Pt(12)
    new.alignment = ALIGN.CENTER
    paragraph._p.addnext(new._p)


def office(*lines: str, draw: Callable[[Any, float], None] = straight) -> Office:
    made = Office()
    made.lines(draw)
    for line in lines or ("Sở Y tế ban hành Kế hoạch công tác y tế năm 2025 như sau:", "Các đơn vị thực hiện./."):
        made.text(line, bold=line.isupper())
    made.sign()
    return made


@pytest.mark.parametrize("draw", [straight, vector, underscores], ids=["DrawingML", "VML", "underscores"])
def test_a_right_document_of_another_hand_gives_no_finding(draw: Callable[[Any, float], None], found: Found) -> None:
    assert found(office(draw=draw).data()) == set()


def test_a_letterhead_of_line_breaks_is_read_line_by_line(found: Found) -> None:
    made = office()
    for run in made.motto.runs:
        made.national.add_run("\n")
        made.national.add_run(run.text).bold = True
        made.national.runs[-1].font.size = Pt(13)
    made.national._p.append(made.motto._p.findall(qn("w:r"))[-1])
    made.motto._p.getparent().remove(made.motto._p)
    assert found(made.data()) == set()


def test_headings_that_jump_as_in_a_real_plan_are_found() -> None:
    made = office("I. MỤC ĐÍCH", "Nâng cao chất lượng khám bệnh, chữa bệnh.", "II. NỘI DUNG", "Triển khai đủ nhiệm vụ.",
                  "II. NHIỆM VỤ", "Thực hiện đúng tiến độ.", "V. TỔ CHỨC THỰC HIỆN", "Các đơn vị thực hiện./.")
    jumps = [d for d in lint_bytes(made.data()) if d.rule == "L42"]
    assert [d.found for d in jumps] == ["«II» sau «II»", "«V» sau «II»"]


def test_numbers_that_word_writes_are_read_as_numbers() -> None:
    made = office("Sở Y tế ban hành Kế hoạch như sau:", "Nhiệm vụ thứ nhất của kế hoạch",
                  "Nhiệm vụ thứ hai của kế hoạch", "Các đơn vị thực hiện./.")
    for paragraph in made.word.paragraphs:
        if paragraph.text.startswith("Nhiệm vụ"):
            paragraph._p.get_or_add_pPr().append(parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'))
    texts = [d.text for d in lint_bytes(made.data())]
    assert not any("L42" in text for text in texts)


def test_decomposed_letters_are_one_finding_and_hide_no_other() -> None:
    loose = unicodedata.normalize("NFD", "Thủ tướng chính phủ chỉ đạo thực hiện.")
    made = office("Sở Y tế ban hành Kế hoạch như sau:", loose, "Các đơn vị thực hiện./.")
    assert {d.rule for d in lint_bytes(made.data())} == {"L06", "L65"}


def test_a_date_before_the_number_is_enough_for_a_citation(found: Found) -> None:
    made = office("Ngày 28/12/2023, UBND tỉnh ban hành Quyết định số 3835/QĐ-UBND về đào tạo năm 2024.",
                  "Các đơn vị thực hiện./.")
    assert found(made.data()) == set()


def test_the_order_of_filing_of_a_real_report_is_found() -> None:
    made = office()
    for cell in made.word.tables[-1].rows[0].cells:
        for paragraph in cell.paragraphs:
            if paragraph.text.startswith("- Lưu"):
                paragraph.runs[0].text = "- Lưu: VP, VT."
    [only] = lint_bytes(made.data())
    assert (only.rule, only.expected) == ("L54", "dòng cuối «- Lưu: VT, <đơn vị soạn thảo>.»")


def test_what_the_default_template_of_a_library_does_is_found() -> None:
    word = docx.Document()
    word.add_paragraph("Báo cáo nhanh")
    word.add_paragraph("Số: 1/BC-SYT")
    buffer = io.BytesIO()
    word.save(buffer)
    rules = {d.rule for d in lint_bytes(buffer.getvalue())}
    assert {"L01", "L03", "L04", "L10", "L12", "L16", "L23", "L50"} <= rules


def test_a_paper_that_is_no_official_document_is_asked_for_its_page_only() -> None:
    word = docx.Document()
    word.add_paragraph("Bảng theo dõi")
    buffer = io.BytesIO()
    word.save(buffer)
    assert {d.rule for d in lint_bytes(buffer.getvalue())} == {"L01", "L03", "L04"}
