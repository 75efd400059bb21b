"""Numbers of tables and pictures, "Bảng 1", "Hình 1", and the names by which a text refers to them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from report_utils.agency.settings import nearest
from report_utils.document.blocks import Block, Document, Picture, PictureColumns, Table
from report_utils.errors import BaocaoError, UnknownNameError

TABLE, PICTURE = "Bảng", "Hình"
_DIGITS = 9


class DuplicateCaptionError(BaocaoError):
    """Two tables or pictures of a document have the same `name`: a reference could mean either."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"Tên «{name}» được đặt cho hai bảng hoặc hình; mỗi tên chỉ dùng một lần.")


class Captions:
    """The captions of one document. Names are known before its text is written, numbers are given while it is."""

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self._labels: dict[str, str] = {}
        self._given: Counter[str] = Counter()
        numbers: Counter[str] = Counter()
        for kind, name in _captioned(blocks):
            numbers[kind] += 1
            if name in self._labels:
                raise DuplicateCaptionError(name)
            if name:
                self._labels[name] = f"{kind} {numbers[kind]}"

    def number(self, kind: str) -> int:
        """Return the number of the next caption of that kind, from 1."""
        self._given[kind] += 1
        return self._given[kind]

    def label(self, name: str) -> str:
        """Return what a text calls the table or picture `name`: "Bảng 1". Raises UnknownNameError."""
        if name not in self._labels:
            raise UnknownNameError("bảng hoặc hình có tên", name, nearest(name, self._labels),
                                   f"Đã đặt tên: {', '.join(self._labels) or 'chưa có bảng, hình nào'}.")
        return self._labels[name]


def captions_of(document: Document) -> Captions:
    """Return the captions of body and appendices, numbered through in this order. Raises DuplicateCaptionError."""
    return Captions([*document.body, *(block for appendix in document.appendices for block in appendix.blocks)])


def reference_bookmark(name: str) -> str:
    """Return the bookmark of the caption `name`, formed as Word forms those of its own references: "_Ref" and digits.

    A bookmark that begins with "_" is not listed to the user.
    """
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return f"_Ref{int.from_bytes(digest, 'big') % 10**_DIGITS:0{_DIGITS}}"


def _captioned(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Kind and name of each block with a caption, in the order of the text."""
    for block in blocks:
        match block:
            case Table() if block.caption:
                yield TABLE, block.name
            case Picture() if block.caption:
                yield PICTURE, block.name
            case PictureColumns():
                yield from _captioned(picture for column in block.columns for picture in column)
