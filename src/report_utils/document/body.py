"""Blocks of the body as Word elements, one function a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from report_utils.document.blocks import Block, Heading, Item, Paragraph, Picture, PictureColumns, Run, Runs, Table
from report_utils.document.looks import Style
from report_utils.document.paragraphs import joint, paragraph
from report_utils.document.pictures import picture, picture_columns
from report_utils.document.runs import RunWriter
from report_utils.document.tables import table
from report_utils.document.wordml import Element, qualified
from report_utils.errors import BaocaoError

_HEADINGS = {1: Style.HEADING_1, 2: Style.HEADING_2, 3: Style.HEADING_3, 4: Style.HEADING_4}
_ITEMS = {1: (Style.ITEM_1, "-"), 2: (Style.ITEM_2, "+"), 3: (Style.ITEM_3, "•")}


class LevelError(BaocaoError):
    """A heading or an item of a level no style exists for: `kind` as the user calls it, `level`, its `text`."""

    def __init__(self, kind: str, level: int, text: str, greatest: int) -> None:
        self.kind, self.level, self.text = kind, level, text
        super().__init__(f"{kind} «{text}» ở cấp {level}: chỉ có các cấp từ 1 đến {greatest}.")


@dataclass(frozen=True)
class BodyWriter:
    """Writes blocks for pages whose text is `text_width` twips wide, in small sizes where `compact`."""

    runs: RunWriter
    text_width: int
    compact: bool = False

    def write(self, blocks: Iterable[Block]) -> list[Element]:
        """Return the elements of `blocks`; Word would join two tables that touch, so a thin paragraph parts them."""
        elements: list[Element] = []
        for block in blocks:
            new = self._block(block)
            if elements and new[0].tag == elements[-1].tag == qualified("tbl"):
                elements.append(joint())
            elements.extend(new)
        return elements

    def _block(self, block: Block) -> list[Element]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Item():
                return [self._item(block)]
            case Paragraph():
                style = Style.COMPACT_BODY if self.compact else Style.BODY
                return [paragraph(style, *self.runs.write(block.runs))]
            case Table():
                return table(block, self.text_width, self.runs, compact=self.compact)
            case Picture():
                return picture(block, self.text_width, self.runs)
            case PictureColumns():
                return [picture_columns(block, self.text_width, self.runs)]

    def _heading(self, heading: Heading) -> Element:
        """Level 1 is written in capitals, not shown in them, so that every reader of the text sees the same."""
        if heading.level not in _HEADINGS:
            raise LevelError("Đề mục", heading.level, _text(heading.runs), len(_HEADINGS))
        number = (Run(f"{heading.number} "),) if heading.number else ()
        style = Style.COMPACT_HEADING if self.compact else _HEADINGS[heading.level]
        return paragraph(style, *self.runs.write((*number, *heading.runs), upper=heading.level == 1))

    def _item(self, item: Item) -> Element:
        if item.level not in _ITEMS:
            raise LevelError("Gạch đầu dòng", item.level, _text(item.runs), len(_ITEMS))
        style, dash = _ITEMS[item.level]
        return paragraph(Style.COMPACT_ITEM if self.compact else style, *self.runs.write((Run(f"{dash} "), *item.runs)))


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
