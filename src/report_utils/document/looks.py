"""How every element of an official document looks: one named style each, by Decree 30/2020/NĐ-CP, Appendix I.

The numbers in the comments are the points of part II ("Các thành phần thể thức chính") unless another part is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from report_utils.document.blocks import Align
from report_utils.document.layout import LayoutProfile


class Style(StrEnum):
    """The ids of the paragraph styles. Headings have Word's own ids, so that its navigation pane lists them."""

    NORMAL = "Normal"
    DRAFT_NOTICE = "DraftNotice"
    NATIONAL_NAME = "NationalName"
    MOTTO = "Motto"
    SUPERIOR = "Superior"
    AGENCY = "Agency"
    NUMBER_LINE = "NumberLine"
    LETTER_SUBJECT = "LetterSubject"
    PLACE_DATE = "PlaceDate"
    KIND = "DocumentKind"
    KIND_ALONE = "DocumentKindAlone"
    SUBJECT = "Subject"
    ADDRESSEE = "Addressee"
    LEGAL_BASIS = "LegalBasis"
    BODY = "ReportBody"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    ITEM_1 = "Item1"
    ITEM_2 = "Item2"
    ITEM_3 = "Item3"
    COMPACT_BODY = "CompactBody"
    COMPACT_HEADING = "CompactHeading"
    COMPACT_ITEM = "CompactItem"
    TABLE_CAPTION = "TableCaption"
    TABLE_UNIT = "TableUnit"
    TABLE_HEADER = "TableHeader"
    TABLE_NUMBERS = "TableNumbers"
    TABLE_CELL = "TableCell"
    TABLE_TOTAL = "TableTotal"
    DENSE_HEADER = "DenseTableHeader"
    DENSE_NUMBERS = "DenseTableNumbers"
    DENSE_CELL = "DenseTableCell"
    DENSE_TOTAL = "DenseTableTotal"
    PICTURE = "PictureLine"
    PICTURE_CAPTION = "PictureCaption"
    DENSE_PICTURE_CAPTION = "DensePictureCaption"
    RECIPIENTS_LABEL = "RecipientsLabel"
    RECIPIENT = "Recipient"
    SIGNER_CAPACITY = "SignerCapacity"
    SIGNER_NAME = "SignerName"
    APPENDIX_LABEL = "AppendixLabel"
    APPENDIX_TITLE = "AppendixTitle"
    APPENDIX_REFERENCE = "AppendixReference"
    FOOTNOTE = "FootnoteText"
    PAGE_NUMBER = "PageNumberLine"
    NOTICE = "NoticeLine"
    RULE = "RuleLine"
    JOINT = "Joint"


@dataclass(frozen=True)
class Look:
    """One paragraph style. `size`, `before`, `after` in points; `line` in lines, or in points where `exact`.

    `outline` is the level in the navigation pane (0 is the top); None keeps the paragraph out of it.
    """

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    align: Align = Align.CENTER
    before: float = 0
    after: float = 0
    line: float = 1
    exact: bool = False
    first_line: bool = False
    keep_next: bool = False
    outline: int | None = None
    follower: Style | None = None


@cache
def looks(layout: LayoutProfile) -> Mapping[Style, Look]:
    """Return the look of every paragraph style of a document in `layout`."""
    table = {**_table(12), **_pictures()}
    return MappingProxyType({
        Style.NORMAL: Look("Normal", layout.sizes.body, align=Align.LEFT),
        **_letterhead(layout),
        **_opening(layout),
        **_body(layout),
        **_compact(),
        **table,
        **{_DENSE[style]: replace(look, name=f"{look.name} (cỡ nhỏ)", size=11)
           for style, look in table.items() if style in _DENSE},
        **_closing(layout),
        **_appendix(layout),
        **_service(layout),
    })


_DENSE = {
    Style.TABLE_HEADER: Style.DENSE_HEADER,
    Style.TABLE_NUMBERS: Style.DENSE_NUMBERS,
    Style.TABLE_CELL: Style.DENSE_CELL,
    Style.TABLE_TOTAL: Style.DENSE_TOTAL,
    Style.PICTURE_CAPTION: Style.DENSE_PICTURE_CAPTION,
}


def dense(style: Style) -> Style:
    """Return the smaller sister of a style, for tables of many columns and pictures side by side."""
    return _DENSE[style]


def _letterhead(layout: LayoutProfile) -> dict[Style, Look]:
    sizes = layout.sizes
    return {
        Style.DRAFT_NOTICE: Look("Dấu hiệu dự thảo", 13, bold=True, after=6),
        Style.NATIONAL_NAME: Look("Quốc hiệu", sizes.national_name, bold=True),  # 1a
        Style.MOTTO: Look("Tiêu ngữ", sizes.motto, bold=True, keep_next=True),  # 1b
        Style.SUPERIOR: Look("Cơ quan chủ quản", sizes.superior),  # 2a
        Style.AGENCY: Look("Tên cơ quan", sizes.agency, bold=True, keep_next=True),  # 2b
        Style.NUMBER_LINE: Look("Số, ký hiệu", sizes.number, before=6),  # 3
        Style.LETTER_SUBJECT: Look("Trích yếu công văn", sizes.letter_subject, before=6, after=6),  # 5b
        Style.PLACE_DATE: Look("Địa danh, ngày tháng", sizes.place_date, italic=True, before=6),  # 4
    }


def _opening(layout: LayoutProfile) -> dict[Style, Look]:
    title = Look("", layout.sizes.title, bold=True, keep_next=True)
    return {
        Style.KIND: replace(title, name="Tên loại văn bản", before=18),  # 5a
        Style.KIND_ALONE: replace(title, name="Tên loại văn bản không có phần đầu"),
        Style.SUBJECT: replace(title, name="Trích yếu"),  # 5a
        Style.ADDRESSEE: replace(_text(layout), name="Kính gửi", align=Align.LEFT, first_line=False),  # 9a
        Style.LEGAL_BASIS: replace(_text(layout), name="Căn cứ ban hành", italic=True),  # 6a
    }


def _text(layout: LayoutProfile) -> Look:
    """The body of the document: point 6b."""
    return Look("Nội dung văn bản", layout.sizes.body, align=Align.JUSTIFY, before=layout.space_before_pt,
                line=layout.line_spacing, first_line=True)  # fmt: skip


def _body(layout: LayoutProfile) -> dict[Style, Look]:
    text = _text(layout)
    headings = {
        style: replace(text, name=f"heading {level + 1}", bold=True, keep_next=True, outline=level, follower=Style.BODY)
        for level, style in enumerate((Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4))
    }
    items = {
        style: replace(text, name=f"Gạch đầu dòng cấp {level}")
        for level, style in enumerate((Style.ITEM_1, Style.ITEM_2, Style.ITEM_3), start=1)
    }
    return {Style.BODY: text, **headings, **items}


def _table(size: float) -> dict[Style, Look]:
    """The decree has no rule for the inside of tables: single spacing, a little air above and below."""
    cell = Look("Ô bảng", size, align=Align.LEFT, before=1, after=1)
    return {
        Style.TABLE_CAPTION: Look("Tên bảng", 13, bold=True, before=12, after=3, keep_next=True),
        Style.TABLE_UNIT: Look("Đơn vị tính của bảng", 12, italic=True, align=Align.RIGHT, after=3, keep_next=True),
        Style.TABLE_HEADER: replace(cell, name="Tiêu đề bảng", bold=True, align=Align.CENTER, keep_next=True),
        Style.TABLE_NUMBERS: replace(cell, name="Số thứ tự cột", italic=True, align=Align.CENTER, keep_next=True),
        Style.TABLE_CELL: cell,
        Style.TABLE_TOTAL: replace(cell, name="Dòng tổng", bold=True),
    }


def _compact() -> dict[Style, Look]:
    """The text of a sheet that must fit on one page and is not issued: as small as cells of tables."""
    text = Look("Nội dung (cỡ nhỏ)", 11, align=Align.JUSTIFY, before=3, after=3)
    return {
        Style.COMPACT_BODY: text,
        Style.COMPACT_HEADING: replace(text, name="Đề mục (cỡ nhỏ)", size=12, bold=True, align=Align.LEFT, before=4,
                                       after=0, keep_next=True),
        Style.COMPACT_ITEM: replace(text, name="Gạch đầu dòng (cỡ nhỏ)", align=Align.LEFT, before=1, after=0),
    }


def _pictures() -> dict[Style, Look]:
    """The decree has no rule for pictures: centred, the caption below."""
    return {
        Style.PICTURE: Look("Hình", 13, before=4, keep_next=True),
        Style.PICTURE_CAPTION: Look("Tên hình", 13, bold=True, before=2, after=2),
    }


# Four empty lines for the seal and the signature, in lines of the signer's size.
_SIGNATURE_ROOM = 4 * 1.15


def _closing(layout: LayoutProfile) -> dict[Style, Look]:
    sizes = layout.sizes
    room = round(_SIGNATURE_ROOM * sizes.signer)
    recipients = Look("Danh sách nơi nhận", sizes.recipients, align=Align.LEFT)
    return {
        Style.RECIPIENTS_LABEL: replace(recipients, name="Nơi nhận", size=sizes.recipients_label, bold=True,
                                        italic=True),  # 9b
        Style.RECIPIENT: recipients,  # 9b
        Style.SIGNER_CAPACITY: Look("Quyền hạn, chức vụ người ký", sizes.signer, bold=True, keep_next=True),  # 7a
        Style.SIGNER_NAME: Look("Họ tên người ký", sizes.signer, bold=True, before=room),  # 7b
    }


def _appendix(layout: LayoutProfile) -> dict[Style, Look]:
    label = Look("Nhãn phụ lục", layout.sizes.appendix, bold=True, keep_next=True, outline=0)  # III.1
    return {
        Style.APPENDIX_LABEL: label,
        Style.APPENDIX_TITLE: replace(label, name="Tên phụ lục", outline=None),
        Style.APPENDIX_REFERENCE: replace(label, name="Chỉ dẫn phụ lục", bold=False, italic=True, outline=None),
    }


def _service(layout: LayoutProfile) -> dict[Style, Look]:
    """What carries no words of the report. The two thin ones take one point of height: a rule, a place for a break."""
    thin = Look("", 1, exact=True)
    return {
        Style.FOOTNOTE: Look("footnote text", 10, align=Align.JUSTIFY),
        Style.PAGE_NUMBER: Look("Số trang", layout.sizes.page_number),  # I.6
        Style.NOTICE: Look("Lưu ý cuối trang", 11, italic=True),
        Style.RULE: replace(thin, name="Đường kẻ", before=3, after=4),
        Style.JOINT: replace(thin, name="Chỗ nối", after=6),
    }
