"""Rows of long tables as text: one row is built of elements, the others are that row with other words.

An element costs a microsecond and a table of 5,000 rows has half a million of them. The markup is not written here a
second time: it is cut out of elements made by the same functions as everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from report_utils.document.wordml import Element, text_run, xml_text

_GAP = "\uf8fe"
"""A private-use character in the place of the words."""

_MARK = "rows"
_MARKS = re.compile(rb"<\?rows ([0-9]+)\?>")  # no text can hold one: there "<" is always written "&lt;"

# What XML and the writer leave as it is: no markup, no line end or tab, nothing that XML forbids or escapes.
_AS_IT_IS = re.compile("[^\x00-\x1f&<>\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def gap() -> Element:
    """Return the run that stands for the content of a cell in a row to be prepared."""
    return text_run(_GAP)


_BEFORE, _AFTER = xml_text(gap()).split(_GAP)


def plain_run(text: str) -> str:
    """Return `text_run(text)` as text; "" where only the long way does that right."""
    return f"{_BEFORE}{text}{_AFTER}" if _AS_IT_IS.fullmatch(text) else ""


class PreparedRow:
    """A row to be filled with ready text."""

    def __init__(self, row: Element) -> None:
        """Take `row`, a w:tr in which every cell holds the one run `gap()`."""
        self._pieces = xml_text(row).split(xml_text(gap()))

    def filled(self, cells: Iterable[str]) -> str:
        """Return the row as text; `cells` are the runs of each cell as text."""
        first, *others = self._pieces
        return first + "".join([text + piece for text, piece in zip(cells, others, strict=True)])


class HeldRows:
    """The rows of one document that are written as text; in the tree a mark stands for them."""

    def __init__(self) -> None:
        self._texts: list[bytes] = []

    def hold(self, rows: Iterable[str]) -> Element:
        """Keep `rows` and return the mark to be put into the w:tbl."""
        self._texts.append("".join(rows).encode())
        return etree.ProcessingInstruction(_MARK, str(len(self._texts) - 1))

    def released(self, part: bytes) -> bytes:
        """Return the XML `part` with the rows in the place of their marks."""
        return _MARKS.sub(lambda mark: self._texts[int(mark[1])], part)
