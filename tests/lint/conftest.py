"""Correct documents with every element that the rules look at, and tools to break one thing in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from lxml import etree

from report_utils.document.blocks import (
    Align,
    Appendix,
    Block,
    Document,
    HeaderCell,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Run,
    Signature,
    Table,
    TableColumn,
    TableRow,
    Title,
)
from report_utils.document.layout import LayoutProfile
from report_utils.document.writer import write
from report_utils.lint.run_all import lint_bytes
from report_utils.opc import pack, unpack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
Edit = Callable[[Any], object]
"""Changes the tree of a part."""


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def table(rows: int, *, wide: bool = False) -> Table:
    """A table of three columns; `rows` below its header."""
    return Table((TableColumn(1), TableColumn(2), TableColumn(1, Align.RIGHT)),
                 ((HeaderCell("TT"), HeaderCell("Nội dung"), HeaderCell("Số lượng")),),
                 tuple(TableRow((runs(str(i)), runs(f"Nội dung {i}"), runs(str(2 * i)))) for i in range(rows)),
                 description="Số lượng theo nội dung", wide=wide)


BODY: tuple[Block, ...] = (
    Paragraph(runs("Sở Y tế báo cáo kết quả công tác quý III năm 2024, chi tiết tại Phụ lục I và Phụ lục II, cụ thể:")),
    Heading(1, "I.", runs("Kết quả thực hiện")),
    Heading(2, "1.", runs("Công tác chỉ đạo")),
    Paragraph(runs("Sở Y tế đã triển khai Kế hoạch số 157/KH-SYT ngày 27/12/2023 theo khoản 2 Điều 5 Luật Khám bệnh.")),
    Item(1, runs("Ban hành đủ văn bản theo kế hoạch.")),
    Item(2, runs("Trong đó có kế hoạch kiểm tra.")),
    Heading(2, "2.", runs("Thủ tục hành chính")),
    Heading(3, "2.1.", runs("Tiếp nhận hồ sơ")),
    Heading(4, "a)", runs("Trực tuyến")),
    Heading(4, "b)", runs("Trực tiếp")),
    Heading(4, "c)", runs("Bưu chính")),
    Heading(4, "d)", runs("Tại cơ sở")),
    Heading(4, "đ)", runs("Hình thức khác")),
    Heading(3, "2.2.", runs("Trả kết quả")),
    Paragraph(runs("Kết quả được trả đúng hạn cho người dân, tổ chức trên địa bàn tỉnh theo quy định hiện hành.")),
    table(14),
    Heading(1, "II.", runs("Đánh giá chung")),
    Paragraph(runs("Ủy ban nhân dân tỉnh và Nhân dân đánh giá cao kết quả đạt được trong kỳ báo cáo của ngành y tế.")),
    table(13, wide=True),
    Heading(1, "III.", runs("Phương hướng")),
    Paragraph(runs("Sở Y tế tiếp tục thực hiện các nhiệm vụ theo Kế hoạch số 157/KH-SYT trong thời gian còn lại.")),
    Paragraph(runs("Trên đây là báo cáo kết quả công tác quý III năm 2024 của Sở Y tế./.")),
)
SIGNATURE = Signature(("Như trên", "Giám đốc Sở", "Lưu: VT, VP"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A")
LETTERHEAD = Letterhead("UBND TỈNH LÂM SƠN", "SỞ Y TẾ", "Số: 05/BC-SYT", "Lâm Sơn, ngày 05 tháng 9 năm 2024")
REFERENCE = "(Kèm theo Báo cáo số 05/BC-SYT ngày 05 tháng 9 năm 2024 của Sở Y tế)"


def perfect(scheme: str = "12/13/14", **changes: Any) -> bytes:
    """A report with every element, as it should be."""
    given: dict[str, Any] = {
        "letterhead": LETTERHEAD, "title": Title("BÁO CÁO", "Kết quả công tác quý III năm 2024"),
        "legal_bases": ("Căn cứ Luật Tổ chức chính quyền địa phương",
                        "Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về giao dịch điện tử"),
        "body": BODY, "signature": SIGNATURE, "addressees": ("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
        "appendices": (Appendix("Phụ lục I", "Kết quả nhiệm vụ", REFERENCE, (table(3),)),
                       Appendix("Phụ lục II", "Danh mục văn bản", REFERENCE, (table(20),), wide=True)),
        **changes,
    }
    return write(Document(**given), LayoutProfile(scheme=scheme), date(2024, 9, 30))


def letter(**changes: Any) -> bytes:
    """A letter (công văn) as it should be."""
    given: dict[str, Any] = {
        "letterhead": Letterhead("UBND TỈNH LÂM SƠN", "SỞ Y TẾ", "Số: 123/SYT-VP",
                                 "Lâm Sơn, ngày 15 tháng 01 năm 2024"),
        "title": Title("", "đôn đốc gửi báo cáo quý III năm 2024"), "legal_bases": (),
        "body": (Paragraph(runs("Sở Y tế đề nghị các đơn vị gửi báo cáo quý III năm 2024 đúng thời hạn đã thông báo.")),
                 Paragraph(runs("Sở Y tế đề nghị các đơn vị quan tâm, phối hợp thực hiện./."))),
        "signature": SIGNATURE, "addressees": ("Bệnh viện tỉnh",), **changes,
    }
    return write(Document(**given), LayoutProfile(), date(2024, 9, 30))


@pytest.fixture(scope="session")
def report() -> bytes:
    return perfect()


@pytest.fixture(scope="session")
def found() -> Callable[[bytes], set[str]]:
    """The codes of the rules that a file breaks."""
    return lambda data: {deviation.rule for deviation in lint_bytes(data)}


def edited(data: bytes, edit: Edit, part: str = MAIN) -> bytes:
    """A file with one part changed."""
    parts = unpack(data)
    root = etree.fromstring(parts[part])
    edit(root)
    return pack({**parts, part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)})


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def paragraphs(root: Any, start: str) -> Iterator[Any]:
    """The paragraphs whose words begin so."""
    yield from (p for p in root.iter(f"{W}p") if text_of(p).startswith(start))


def paragraph(root: Any, start: str) -> Any:
    return next(paragraphs(root, start))


def said(properties: Any, name: str, **attributes: object) -> Any:
    """A property set in a w:pPr, w:rPr, w:sectPr, wherever it stands."""
    element = properties.find(f"{W}{name}")
    if element is None:
        element = etree.SubElement(properties, f"{W}{name}")
    for key, value in attributes.items():
        element.set(f"{W}{key}", str(value))
    return element


def look(start: str, name: str, **attributes: object) -> Edit:
    """Direct formatting on every run of a paragraph."""

    def edit(root: Any) -> None:
        for run in paragraph(root, start).iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            said(properties, name, **attributes)

    return edit


def setting(start: str, name: str, **attributes: object) -> Edit:
    """Direct formatting of a paragraph."""
    return lambda root: said(paragraph(root, start).find(f"{W}pPr"), name, **attributes)


def words(old: str, new: str) -> Edit:
    """Other words in the first text that holds `old`."""

    def edit(root: Any) -> None:
        node = next(node for node in root.iter(f"{W}t") if old in (node.text or ""))
        node.text = node.text.replace(old, new)

    return edit


def gone(start: str, count: int = 1) -> Edit:
    """A paragraph, and those right behind it, taken out."""

    def edit(root: Any) -> None:
        first = paragraph(root, start)
        for each in [first, *list(first.itersiblings())[: count - 1]]:
            each.getparent().remove(each)

    return edit


def style(identity: str, place: str, name: str, **attributes: object) -> Edit:
    """Formatting of a named style; `place` is pPr or rPr."""

    def edit(root: Any) -> None:
        element = next(s for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == identity)
        properties = element.find(f"{W}{place}")
        if properties is None:
            properties = etree.SubElement(element, f"{W}{place}")
        said(properties, name, **attributes)

    return edit
