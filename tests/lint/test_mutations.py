"""For every rule a document that breaks only that rule: it is reported, and nothing else."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from tests.lint.conftest import (
    BODY,
    LETTERHEAD,
    SIGNATURE,
    W,
    edited,
    letter,
    look,
    paragraph,
    paragraphs,
    perfect,
    runs,
    said,
    setting,
    style,
    words,
)

from report_utils.document.blocks import Heading, Paragraph, Signature, Title
from report_utils.findings import CATALOGUE
from report_utils.opc import pack, unpack

Made = Callable[[], bytes]
MUTATIONS: dict[str, tuple[str, Made]] = {}
STYLES = "word/styles.xml"


def breaks(code: str, name: str, make: Made) -> None:
    """Register a document that breaks one rule."""
    MUTATIONS[f"{code} {name}"] = (code, make)


def main(code: str, name: str, edit: Callable[[Any], object]) -> None:
    breaks(code, name, lambda: edited(perfect(), edit))


def styled(code: str, name: str, edit: Callable[[Any], object]) -> None:
    breaks(code, name, lambda: edited(perfect(), edit, STYLES))


def first_section(root: Any) -> Any:
    return next(root.iter(f"{W}sectPr"))


def body_with(*blocks: Any) -> Made:
    """The report with other headings at the end of its body."""
    return lambda: perfect(body=(*BODY[:-1], *blocks, BODY[-1]))


def saying(text: str) -> Made:
    """The report with one more sentence."""
    return body_with(Paragraph(runs(text)))


LETTER = {f"{W}w": "12240", f"{W}h": "15840"}
TURNED = {f"{W}w": "16838", f"{W}h": "11906"}

# --- the page
main("L01", "letter paper", lambda root: said(first_section(root), "pgSz").attrib.update(LETTER))
main("L02", "a page turned without a table", lambda root: said(
    list(root.iter(f"{W}sectPr"))[2], "pgSz").attrib.update(TURNED))
for side, twips in (("top", 1000), ("bottom", 1600), ("left", 1440), ("right", 1300)):
    main("L03", f"{side} margin", lambda root, side=side, twips=twips: said(
        first_section(root), "pgMar").set(f"{W}{side}", str(twips)))
main("L04", "font of a run", look("Sở Y tế đã triển khai", "rFonts", ascii="Arial", hAnsi="Arial"))
styled("L04", "font of a style", style("ReportBody", "rPr", "rFonts", ascii="Calibri", hAnsi="Calibri"))
styled("L04", "East Asian default", lambda root: next(root.iter(f"{W}rFonts")).set(f"{W}eastAsia", "MS Mincho"))
main("L05", "a red sentence", look("Sở Y tế đã triển khai", "color", val="FF0000"))
styled("L05", "a blue style", style("Heading1", "rPr", "color", val="2F5496"))
main("L06", "decomposed letters", lambda root: decompose(root, "Kết quả được trả"))
main("L06", "TCVN3", words("Kết quả được trả đúng hạn", "KÕt qu¶ ®­îc tr¶ ®óng h¹n"))
breaks("L07", "page number at the left", lambda: edited(perfect(), lambda root: said(
    next(root.iter(f"{W}pPr")), "jc", val="left"), "word/header2.xml"))
breaks("L08", "small page number", lambda: edited(perfect(), style("PageNumberLine", "rPr", "sz", val=22), STYLES))
breaks("L08", "page number in italics", lambda: edited(perfect(), style("PageNumberLine", "rPr", "i"), STYLES))
main("L09", "number on page 1", lambda root: first_section(root).remove(first_section(root).find(f"{W}titlePg")))
main("L07", "Roman page numbers", lambda root: first_section(root).insert(
    4, etree.Element(f"{W}pgNumType", {f"{W}fmt": "lowerRoman"})))

# --- the head
main("L10", "a slip in the national name", words("CỘNG HÒA XÃ HỘI", "CỘNG HÒA XÃ HỌI"))
for aspect, edit in (("size", look("CỘNG HÒA", "sz", val=28)), ("weight", look("CỘNG HÒA", "b", val=0)),
                     ("slant", look("CỘNG HÒA", "i", val=1)), ("side", setting("CỘNG HÒA", "jc", val="left"))):
    main("L11", aspect, edit)
main("L11", "case", words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"))
styled("L11", "size of the style", style("NationalName", "rPr", "sz", val=22))
main("L12", "hyphens without blanks", words("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"))
main("L13", "weight", look("Độc lập", "b", val=0))
main("L13", "size", look("Độc lập", "sz", val=30))
main("L14", "no line", lambda root: remove_line(root, "Độc lập"))
main("L14", "a short line", lambda root: said(below(root, "Độc lập").find(f"{W}pPr"), "ind", left=2000, right=2000))
main("L15", "weight", look("UBND TỈNH", "b", val=1))
main("L15", "size", look("UBND TỈNH", "sz", val=28))
main("L16", "weight", look("SỞ Y TẾ", "b", val=0))
main("L17", "no line", lambda root: remove_line(root, "SỞ Y TẾ"))
main("L17", "a long line", lambda root: said(below(root, "SỞ Y TẾ").find(f"{W}pPr"), "ind", left=100, right=100))
main("L18", "a frame with lines", lambda root: border(next(root.iter(f"{W}tbl"))))
main("L19", "open lines", setting("Độc lập", "spacing", line=360, lineRule="auto"))
main("L19", "space between the lines", setting("Độc lập", "spacing", before=120))
for name, text in (("no colon", "Số 05/BC-SYT"), ("a blank", "Số: 05 /BC-SYT"), ("one digit", "Số: 5/BC-SYT"),
                   ("blanks round the hyphen", "Số: 05/BC - SYT"), ("a hyphen for the stroke", "Số: 05-BC/SYT")):
    main("L20", name, words("Số: 05/BC-SYT", text))
main("L21", "weight", look("Số: 05", "b", val=1))
main("L21", "size", look("Số: 05", "sz", val=28))
main("L22", "the code of a plan", words("Số: 05/BC-SYT", "Số: 05/KH-SYT"))
for name, text in (("one digit for the day", "ngày 5 tháng 9"), ("a zero before month 9", "ngày 05 tháng 09"),
                   ("no zero before month 2", "ngày 05 tháng 2")):
    main("L23", name, words("ngày 05 tháng 9", text))
main("L23", "no comma", words("Lâm Sơn, ngày", "Lâm Sơn ngày"))
main("L24", "upright", look("Lâm Sơn, ngày", "i", val=0))
main("L25", "weight", look("BÁO CÁO", "b", val=0))
main("L25", "side", setting("BÁO CÁO", "jc", val="left"))
main("L26", "size", look("Kết quả công tác quý", "sz", val=24))
main("L26", "capitals", words("Kết quả công tác quý III năm 2024", "KẾT QUẢ CÔNG TÁC QUÝ III NĂM 2024"))
breaks("L26", "no subject", lambda: perfect(title=Title("BÁO CÁO", "")))
main("L27", "no line", lambda root: remove_line(root, "Kết quả công tác quý"))
breaks("L28", "weight", lambda: edited(letter(), look("V/v đôn đốc", "b", val=1)))
breaks("L28", "in full words", lambda: edited(letter(), words("V/v ", "Về việc ")))
main("L29", "motto too large for its set", look("Độc lập", "sz", val=28))

# --- addressees, bases
breaks("L30", "none", lambda: perfect(addressees=(), signature=replace(
    SIGNATURE, recipients=SIGNATURE.recipients[1:])))
main("L31", "no colon", words("Kính gửi:", "Kính gửi"))
main("L31", "no semicolon", words("- Ủy ban nhân dân tỉnh;", "- Ủy ban nhân dân tỉnh,"))
main("L32", "weight", look("Kính gửi", "b", val=1))
main("L33", "upright", look("Căn cứ Nghị định", "i", val=0))
main("L34", "a comma", words("chính quyền địa phương;", "chính quyền địa phương,"))
main("L35", "no date", words("Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ", "Nghị định của Chính phủ"))

# --- the body
main("L36", "size", look("Kết quả được trả", "sz", val=24))
main("L36", "italics", look("Kết quả được trả", "i", val=1))
styled("L36", "size of the style", style("ReportBody", "rPr", "sz", val=24))
main("L37", "left", setting("Kết quả được trả", "jc", val="left"))
styled("L37", "left by style", style("Item1", "pPr", "jc", val="left"))
main("L38", "none", setting("Kết quả được trả", "ind", firstLine=0))
main("L38", "2 cm", setting("Kết quả được trả", "ind", firstLine=1134))
main("L39", "3 points", setting("Sở Y tế đã triển khai", "spacing", before=60))
styled("L39", "0 points by style", style("Item2", "pPr", "spacing", before=0))
main("L40", "double", setting("Kết quả được trả", "spacing", line=480))
main("L40", "too tight", setting("Kết quả được trả", "spacing", line=200, lineRule="exact"))
main("L41", "a full stop only", words("của Sở Y tế./.", "của Sở Y tế."))
breaks("L42", "Roman", body_with(Heading(1, "V.", runs("Kiến nghị"))))
breaks("L42", "Roman again", body_with(Heading(1, "III.", runs("Kiến nghị"))))
breaks("L42", "Arabic", body_with(Heading(2, "1.", runs("Nhiệm vụ")), Heading(2, "3.", runs("Giải pháp"))))
breaks("L42", "decimal", body_with(Heading(2, "1.", runs("Nhiệm vụ")), Heading(3, "1.1.", runs("Một")),
                                   Heading(3, "1.3.", runs("Ba"))))
breaks("L42", "decimal of another heading", body_with(Heading(2, "1.", runs("Nhiệm vụ")),
                                                      Heading(3, "2.1.", runs("Một"))))
main("L43", "đ left out", words("đ) ", "e) "))
breaks("L43", "j", body_with(*(Heading(4, f"{n})", runs(f"Điểm {n}")) for n in "abcdđeghij")))
main("L44", "a stroke", words("II. ", "II/ "))
main("L44", "a bracket behind a figure", words("2. ", "2) "))
main("L45", "a Roman heading in lower case", words("ĐÁNH GIÁ CHUNG", "Đánh giá chung"))
main("L45", "a Roman heading not bold", look("II. ", "b", val=0))

# --- the end
breaks("L46", "a head signs for a collective", lambda: signed(("TM. SỞ Y TẾ", "GIÁM ĐỐC")))
main("L46", "no full stop", words("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC"))
main("L47", "weight", look("PHÓ GIÁM ĐỐC", "b", val=0))
main("L48", "a degree", words("Nguyễn Văn A", "TS. Nguyễn Văn A"))
main("L48", "a degree in words", words("Nguyễn Văn A", "Bác sĩ Nguyễn Văn A"))
main("L49", "weight", look("Nguyễn Văn A", "b", val=0))
main("L50", "nobody gets it", lambda root: without(root, "Nơi nhận", "- Như trên", "- Giám đốc Sở", "- Lưu"))
main("L51", "upright", look("Nơi nhận", "i", val=0))
main("L51", "no colon", words("Nơi nhận:", "Nơi nhận"))
main("L52", "size", look("- Giám đốc Sở", "sz", val=24))
main("L53", "no dash", words("- Giám đốc Sở;", "Giám đốc Sở;"))
main("L54", "order", words("- Lưu: VT, VP.", "- Lưu: VP, VT."))
main("L54", "no full stop", words("- Lưu: VT, VP.", "- Lưu: VT, VP"))
main("L55", "not as above", words("- Như trên;", "- UBND tỉnh;"))

# --- appendices, tables
main("L56", "never mentioned", words(", chi tiết tại Phụ lục I và Phụ lục II,", ""))
main("L57", "Arabic", lambda root: words("Phụ lục II", "Phụ lục 2")(paragraph_in(root, "Phụ lục II")))
main("L58", "capitals", lambda root: words("Phụ lục II", "PHỤ LỤC II")(paragraph_in(root, "Phụ lục II")))
main("L58", "weight", look("Phụ lục II", "b", val=0))
main("L59", "lower case", words("DANH MỤC VĂN BẢN", "Danh mục văn bản"))
main("L60", "upright", look("(Kèm theo", "i", val=0))
main("L61", "pages go on", lambda root: strip(root, "pgNumType"))
main("L62", "a long table", lambda root: strip(list(root.iter(f"{W}tbl"))[1], "tblHeader"))

# --- stamps, typist
breaks("L63", "a stamp in lower case", lambda: stamped("Hỏa tốc"))
breaks("L64", "a large code of the typist", lambda: with_typist(28))

# --- words
breaks("L65", "an agency", saying("Đơn vị báo cáo sở Y tế theo quy định về chế độ báo cáo định kỳ."))
breaks("L65", "the people", saying("Kết quả phục vụ nhân dân trên địa bàn tỉnh được nâng lên rõ rệt."))
breaks("L66", "an article", saying("Thực hiện theo điều 5 Luật Khám bệnh, chữa bệnh hiện hành."))
breaks("L66", "a clause", saying("Thực hiện quy định tại Khoản 2 Điều 5 Luật Khám bệnh."))
breaks("L67", "blanks", saying("Triển khai Kế hoạch số 157 / KH - SYT trong toàn ngành y tế của tỉnh."))
breaks("L68", "no date", saying("Triển khai Quyết định số 99/QĐ-UBND trong toàn ngành y tế của tỉnh."))


breaks("L69", "13 beside 14", lambda: edited(perfect(), look("Kết quả được trả", "sz", val=26)))
breaks("L70", "a large address", lambda: with_address(28))
breaks("L71", "a hyphen without blanks", lambda: perfect(
    letterhead=replace(LETTERHEAD, superior="UBND TỈNH LÂM - SƠN"),
    body=(*BODY[:-1], Paragraph(runs("Tỉnh Lâm-Sơn tiếp tục thực hiện.")), BODY[-1])))
breaks("L63", "a black stamp", lambda: stamped("HỎA TỐC", color="000000"))
breaks("L63", "a stamp without a frame", lambda: stamped("HỎA TỐC", is_framed=False))
main("L23", "a day that is not in the calendar", words("ngày 05 tháng 9", "ngày 31 tháng 9"))
main("L12", "other capitals", words("Độc lập - Tự do", "Độc Lập - Tự Do"))
main("L19", "lines measured in points", setting("Độc lập", "spacing", line=500, lineRule="exact"))


def with_address(size: int) -> bytes:
    """The report with an address below a line at the foot."""
    foot = (f'<w:ftr xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr></w:pPr><w:r>'
            f'<w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>Địa chỉ: số 1, phường Lâm Sơn</w:t></w:r></w:p></w:ftr>')
    return pack({**unpack(perfect()), "word/footer9.xml": foot.encode()})


def decompose(root: Any, start: str) -> None:
    for node in paragraph(root, start).iter(f"{W}t"):
        node.text = unicodedata.normalize("NFD", node.text)


def strip(element: Any, name: str) -> None:
    """Take every element of that name out."""
    for each in list(element.iter(f"{W}{name}")):
        each.getparent().remove(each)


def without(root: Any, *starts: str) -> None:
    for each in [p for start in starts for p in paragraphs(root, start)]:
        each.getparent().remove(each)


def below(root: Any, start: str) -> Any:
    return paragraph(root, start).getnext()


def remove_line(root: Any, start: str) -> None:
    line = below(root, start)
    line.getparent().remove(line)


def border(element: Any) -> None:
    borders = etree.SubElement(element.find(f"{W}tblPr"), f"{W}tblBorders")
    etree.SubElement(borders, f"{W}top", {f"{W}val": "single", f"{W}sz": "4"})


def paragraph_in(root: Any, text: str) -> Any:
    """The paragraph that is exactly so."""
    return next(p for p in paragraphs(root, text) if "".join(t.text or "" for t in p.iter(f"{W}t")) == text)


def signed(capacity: tuple[str, ...]) -> bytes:
    return perfect(signature=Signature(SIGNATURE.recipients, capacity, SIGNATURE.name))


def stamped(text: str, *, color: str = "FF0000", is_framed: bool = True) -> bytes:
    """The report with a stamp of urgency below its number, framed and in red as the decree asks."""

    def edit(root: Any) -> None:
        number = paragraph(root, "Số:")
        stamp = copy.deepcopy(number)
        for run in stamp.iter(f"{W}r"):
            properties = run.find(f"{W}rPr") if run.find(f"{W}rPr") is not None else etree.Element(f"{W}rPr")
            run.insert(0, properties)
            for name, value in (("b", "1"), ("color", color), ("sz", "26")):
                said(properties, name, val=value)
            if is_framed:
                said(properties, "bdr", val="single", sz=8)
        next(stamp.iter(f"{W}t")).text = text
        number.addnext(stamp)

    return edited(perfect(), edit)


def with_typist(size: int) -> bytes:
    def edit(root: Any) -> None:
        last = paragraph(root, "- Lưu")
        code = copy.deepcopy(last)
        for run in code.iter(f"{W}r"):
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
            said(properties, "sz", val=size)
        next(code.iter(f"{W}t")).text = "PL.(300)"
        last.addnext(code)

    return edited(perfect(), edit)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_document_that_breaks_one_rule_is_reported_with_that_rule(
    name: str, found: Callable[[bytes], set[str]]
) -> None:
    code, make = MUTATIONS[name]
    assert found(make()) == {code}


def test_every_rule_of_the_layout_has_a_mutation() -> None:
    assert {code for code in CATALOGUE if code[0] == "L"} == {code for code, _ in MUTATIONS.values()}


@pytest.mark.parametrize("scheme", ["12/13/14", "13/14"])
def test_a_correct_document_gives_no_finding(scheme: str, found: Callable[[bytes], set[str]]) -> None:
    assert found(perfect(scheme)) == set()


def test_the_mark_of_a_draft_is_no_part_of_the_letterhead(found: Callable[[bytes], set[str]]) -> None:
    assert found(perfect(draft_notice="DỰ THẢO - số liệu chưa đầy đủ hoặc còn sai lệch")) == set()


def test_a_correct_letter_gives_no_finding(found: Callable[[bytes], set[str]]) -> None:
    assert found(letter()) == set()


def test_a_correct_stamp_and_code_of_the_typist_give_no_finding(found: Callable[[bytes], set[str]]) -> None:
    assert found(stamped("HỎA TỐC")) == set()
    assert found(with_typist(22)) == set()
    assert found(with_address(24)) == set()


def test_one_addressee_stands_on_the_line_of_the_word(found: Callable[[bytes], set[str]]) -> None:
    assert found(perfect(addressees=("Sở Nội vụ",))) == set()

