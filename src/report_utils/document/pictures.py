"""Pictures in the text: one on a line of its own, or several side by side; captions below."""

from __future__ import annotations

from report_utils.document.blocks import Picture, PictureRow
from report_utils.document.captions import PICTURE
from report_utils.document.grid import cell, frame, row
from report_utils.document.layout import twips
from report_utils.document.looks import Style, dense
from report_utils.document.media import PictureError
from report_utils.document.paragraphs import paragraph
from report_utils.document.runs import RunWriter
from report_utils.document.styles import BARE_TABLE
from report_utils.document.tables import column_widths
from report_utils.document.wordml import Element

_GUTTER = twips(2)
"""Between two pictures side by side."""


def picture(block: Picture, text_width: int, runs: RunWriter) -> list[Element]:
    """Return the line with the picture and, below it, its caption. Raises PictureError."""
    if not 0 < block.share <= 1:
        raise PictureError(block.caption, f"chiếm {block.share} bề rộng trang, phải lớn hơn 0 và không quá 1")
    return _shown(block, round(text_width * block.share), runs, Style.PICTURE_CAPTION)


def picture_row(block: PictureRow, text_width: int, runs: RunWriter) -> Element:
    """Return the pictures in one row of a w:tbl without borders, `text_width` twips wide. Raises PictureError."""
    widths = column_widths([each.share for each in block.pictures], text_width)
    style = dense(Style.PICTURE_CAPTION)
    cells = (cell(width, *_shown(each, width - _GUTTER, runs, style))
             for each, width in zip(block.pictures, widths, strict=True))  # fmt: skip
    return frame(BARE_TABLE, widths, row(*cells))


def _shown(block: Picture, width: int, runs: RunWriter, style: Style) -> list[Element]:
    shown = paragraph(Style.PICTURE, runs.media.drawing(block, width))
    caption = paragraph(style, *runs.caption(PICTURE, block.caption, block.name)) if block.caption else None
    return [shown] if caption is None else [shown, caption]
