"""XML as far as a workbook needs it: tags and attributes, strictly. There are no entities here to expand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report_utils.intake.preflight.refusal import FaultError

TAG = (rb"<(/?)((?:[A-Za-z_][\w.\-]*:)?)([A-Za-z_][\w.\-]*)"
       rb"((?:\s+[\w:.\-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(/?)>")
_TAG = re.compile(TAG)
_ATTRIBUTE = re.compile(rb"([\w:.\-]+)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_DECLARATION = re.compile(rb"<\?xml\s([^?<>]*)\?>")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_REFERENCE = re.compile(r"&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]+);|&")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_LAST_CHARACTER = 0x10FFFF
_INDENT = re.compile(rb">\s+(?=<)")
_ODD_VALUE = re.compile(rb"<((?:v|is|f)\b)\s[^<>/]*>")
_ODD_SPACE = re.compile(rb">\s+<|<(?:v|is)\s")
_LOOKED_AT = 2_048


class Element(NamedTuple):
    """A tag that opens (or is empty, or closes) an element at a depth; the root has depth 1."""

    depth: int
    name: bytes
    raw: bytes
    is_empty: bool
    closes: bool


def plain_xml(data: bytes) -> bytes:
    """The document without byte order mark, declaration and comments, all in UTF-8. Raises FaultError."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FaultError("T10", "một phần không viết bằng UTF-8")
    declaration = _DECLARATION.match(data)
    if declaration:
        encoding = attributes(declaration[1]).get("encoding", "UTF-8")
        if encoding.upper() not in ("UTF-8", "UTF8", "US-ASCII", "ASCII"):
            raise FaultError("T10", "một phần không viết bằng UTF-8")
        data = data[declaration.end():]
    if has_declarations(data):
        data = _without_comments(data)
    if b"?" in data and b"<?" in data:
        raise FaultError("T10", "một phần có chỉ thị xử lý")
    return data


def has_declarations(data: bytes) -> bool:
    """Whether there is any "<!", as comments begin. Sought by the second byte, for there are many tags."""
    return b"!" in data and any(part.endswith(b"<") for part in data.split(b"!")[:-1])


def _without_comments(data: bytes) -> bytes:
    data = _COMMENT.sub(b"", data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise FaultError("T10", "có khai báo DOCTYPE hoặc thực thể")
    if b"<!" in data:
        raise FaultError("T10", "có khai báo lạ")
    return data


def compact(block: bytes) -> bytes:
    """Rows without indents, their values in plain <v> and <is>: what looks for single cells needs no other spelling.

    Texts that are only spaces are lost. A block in the usual spelling comes back as it is, at the cost of one search
    for a line break and one in its first cells.
    """
    if b"\n" not in block and not _ODD_SPACE.search(block, 0, _LOOKED_AT):
        return block
    return _ODD_VALUE.sub(rb"<\1>", _INDENT.sub(b">", block))


def elements(data: bytes, most_depth: int) -> Iterator[Element]:
    """Every tag of a document without declaration, in order. Raises FaultError unless it is well formed."""
    open_names: list[bytes] = []
    seen = 0
    for match in _TAG.finditer(data):
        closes, prefix, name, raw, empty = match.groups()
        seen += 1
        depth = len(open_names) + (not closes)
        if depth > most_depth:
            raise FaultError("T10", f"các thẻ lồng nhau quá {most_depth} lớp")
        if depth == 1 and seen > 1 and not closes:  # a second root
            raise _malformed()
        yield Element(depth, name, raw, bool(empty), bool(closes))
        if closes:
            if empty or not open_names or open_names.pop() != prefix + name:
                raise _malformed()
        elif not empty:
            open_names.append(prefix + name)
    if open_names or seen != data.count(b"<"):
        raise _malformed()


def _malformed() -> FaultError:
    return FaultError("T04", "nội dung XML bị hỏng hoặc bị cắt cụt")


def attributes(raw: bytes) -> dict[str, str]:
    """The attributes of a tag by name. Raises FaultError when a name stands twice (readers take one or the other),
    a text is not UTF-8 or names an unknown entity.
    """
    written = _ATTRIBUTE.findall(raw)
    try:
        found = {name.decode(): unescaped((double or single).decode()) for name, double, single in written}
    except UnicodeDecodeError as error:
        raise FaultError("T10", "một phần không viết bằng UTF-8") from error
    if len(found) < len(written):
        raise _malformed()
    return found


def unescaped(text: str) -> str:
    """A text with the five entities of XML and character references resolved."""
    return _REFERENCE.sub(_resolved, text) if "&" in text else text


def _resolved(match: re.Match[str]) -> str:
    reference = match[1] or ""
    if reference in _NAMED:
        return _NAMED[reference]
    if not reference.startswith("#"):
        raise FaultError("T10", "có thực thể lạ")
    number = int(f"0{reference[1:]}", 0) if reference[1] == "x" else int(reference[1:])
    if number > _LAST_CHARACTER:
        raise FaultError("T10", "có ký tự không hợp lệ")
    return chr(number)


def is_true(value: str | None) -> bool:
    """An XML boolean; None and anything unknown is false."""
    return value in ("1", "true")
