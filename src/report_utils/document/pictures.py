"""Pictures in the text: one on a line of its own, or several side by side; captions below."""

from __future__ import annotations

from report_utils.document.blocks import Picture, PictureColumns
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
    return _shown(block, text_width, runs, Style.PICTURE_CAPTION)


def picture_columns(block: PictureColumns, text_width: int, runs: RunWriter) -> Element:
    """Return the columns in one row of a w:tbl without borders, `text_width` twips wide. Raises PictureError."""
    widths = column_widths([1] * len(block.columns), text_width)
    return frame(BARE_TABLE, widths, row(*(
        cell(width, *(element for each in column
                      for element in _shown(each, width - _GUTTER, runs, dense(Style.PICTURE_CAPTION))))
        for column, width in zip(block.columns, widths, strict=True)
    )))  # fmt: skip


def _shown(block: Picture, width: int, runs: RunWriter, style: Style) -> list[Element]:
    if not 0 < block.share <= 1:
        raise PictureError(block.caption, f"chiếm {block.share} bề rộng, phải lớn hơn 0 và không quá 1")
    shown = paragraph(Style.PICTURE, runs.media.drawing(block, round(width * block.share)))
    caption = paragraph(style, *runs.caption(PICTURE, block.caption, block.name)) if block.caption else None
    return [shown] if caption is None else [shown, caption]
