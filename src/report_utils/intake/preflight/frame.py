"""A sheet without its rows: what stands before and after the sheet data, and the rows a block at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from report_utils.intake.preflight.facts import Span
from report_utils.intake.preflight.limits import MEGABYTE, Limits
from report_utils.intake.preflight.markup import attributes, elements, is_true, plain_xml
from report_utils.intake.preflight.refusal import FaultError

_DATA = re.compile(rb"<((?:[\w.\-]+:)?)sheetData((?:\s[^<>]*)?/?)>")
_AREA = re.compile(r"([A-Z]{1,3}[1-9][0-9]{0,6})(:[A-Z]{1,3}[1-9][0-9]{0,6})?")
_PAGE_TEXT = re.compile(rb"(<(?:odd|even|first)(?:Header|Footer)>)[^<]+")
_LONGEST_PAGE = len("<first")
_TOLD = frozenset(((b"dimension", 2), (b"col", 3), (b"mergeCell", 3)))
_LONGEST_KEPT, _LONGEST_PREFIX = 64 * 1024, 64
_MOST_BEFORE_DATA, _MOST_IN_A_ROW = 4 * MEGABYTE, 8 * MEGABYTE


class Frame(NamedTuple):
    """What a sheet says outside of its rows."""

    dimension: str
    hidden_columns: tuple[Span, ...]
    merged: tuple[str, ...]


class Sections:
    """The content of a sheet taken apart: `head`, then `blocks()` of whole rows, then `tail`. Raises FaultError."""

    def __init__(self, content: Iterator[bytes]) -> None:
        self._content = content
        data = next(content, b"")
        while not (match := _DATA.search(data, max(0, data.find(b"sheetData") - _LONGEST_PREFIX))):
            more = next(content, None)
            if more is None or len(data) > _MOST_BEFORE_DATA:
                raise FaultError("T04", "sheet không có phần dữ liệu hoặc bị cắt cụt")
            data += more
        self.head, self.prefix = data[:match.start()], match[1]
        self._is_empty = match[2].endswith(b"/")
        self._rest, self.tail = data[match.end():], b""

    def blocks(self) -> Iterator[bytes]:
        """The sheet data, cut before rows; afterwards `tail` is known."""
        rest, close, row = self._rest, b"</" + self.prefix + b"sheetData", b"<" + self.prefix + b"row"
        if self._is_empty:
            rest = close + b">" + rest
        # Should the sheet data end twice, the rows in between have no known shape: so the last end is as good.
        while (end := rest.rfind(close)) < 0:
            more = next(self._content, None)
            if more is None:
                raise FaultError("T04", "một sheet bị cắt cụt")
            if len(rest) > _MOST_IN_A_ROW:
                raise FaultError("T13", f"có dòng dài hơn {_MOST_IN_A_ROW // MEGABYTE} MB")
            cut = rest.rfind(row)
            if cut > 0:
                yield rest[:cut]
                rest = rest[cut:]
            rest += more
        yield rest[:end]
        self.tail = b"".join((rest[end:].partition(b">")[2], *self._content))


def read_frame(sections: Sections, limits: Limits) -> Frame:
    """The frame of a sheet whose blocks have all been taken. Raises FaultError."""
    document = sections.head + b"<rows/>" + sections.tail
    if b"?" in document or b"!" in document:
        document = plain_xml(document)
    # Page headers name the unit, and are all in which the forms of two units differ.
    start = max(0, min(document.find(b"Header>"), document.find(b"Footer>")) - _LONGEST_PAGE)
    document = document[:start] + _PAGE_TEXT.sub(rb"\1", document[start:])
    return _kept(document, limits) if len(document) <= _LONGEST_KEPT else _read(document, limits)


def _read(document: bytes, limits: Limits) -> Frame:
    dimension, hidden, merged = "", list[Span](), list[str]()
    for element in elements(document, limits.xml_depth):
        if element.depth == 1 and element.name != b"worksheet" and not element.closes:
            raise FaultError("T09", "một sheet không đúng loại")
        if element.closes or (element.name, element.depth) not in _TOLD:
            continue
        found = attributes(element.raw)
        if element.name == b"dimension":
            dimension = _area(found.get("ref", ""))
        elif element.name == b"mergeCell":
            merged.append(_area(found.get("ref", "")))
        elif is_true(found.get("hidden")) or found.get("width") == "0":
            hidden.append(_span(found))
    return Frame(dimension, tuple(hidden), tuple(merged))


_kept = lru_cache(maxsize=512)(_read)


def _area(ref: str) -> str:
    if not _AREA.fullmatch(ref):
        raise FaultError("T12", f"có vùng ô ghi là «{ref[:30]}»")
    return ref


def _span(found: dict[str, str]) -> Span:
    first, last = found.get("min", ""), found.get("max", "")
    if not (first.isascii() and first.isdigit() and last.isascii() and last.isdigit()):
        raise FaultError("T12", "có cột ẩn không rõ số thứ tự")
    return int(first[:9]), int(last[:9])
