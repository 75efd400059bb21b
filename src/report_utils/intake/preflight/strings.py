"""The texts of a workbook, and what readers take wrongly: forged counts of strings, odd indexes, odd numbers."""

from __future__ import annotations

import re

from report_utils.intake.preflight.cells import skeleton
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.markup import attributes, elements
from report_utils.intake.preflight.refusal import FaultError

_ROOT = re.compile(rb"\s*<((?:\w+:)?)sst((?:\s[^<>]*)?)>")
_BAD_INDEX = re.compile(rb"<c(\s[^<>]*\bt\s*=\s*[\"']s[\"'][^<>]*)>(?:<f[^<]*(?:</f>)?)?<v>(?![0-9]+</v>)([^<]*)")
# The same for the way nearly everybody writes it: a search that begins with letters is several times as fast.
_USUAL_BAD_INDEX = re.compile(rb't="s"[^<>]*>(?:<f[^<]*(?:</f>)?)?<v>(?![0-9]+</v>)')
_SHORTEST_ENTRY = len(b"<si/>")
_WITH_REFERENCE = re.compile(rb"<v(?:\s[^<>]*)?>[^<&]*+&")
_TEXTS = ("str", "d")
"""Types of cells whose value readers take as a text."""


def check_strings(document: bytes, limits: Limits) -> None:
    """Pass a sharedStrings.xml (without its declaration) whose counts can be true. Raises FaultError."""
    root = _ROOT.match(document)
    if root is None:
        raise FaultError("T09", "bảng chuỗi dùng chung không đúng loại")
    count = attributes(root[2]).get("uniqueCount", "0")
    if not _can_be(count, len(document)):
        raise FaultError("T11", f"khai {count[:20]} chuỗi")
    check_texts(document, limits)
    for _ in elements(_each_shape_once(document, root[1]), limits.xml_depth):
        pass


def _each_shape_once(document: bytes, prefix: bytes) -> bytes:
    """The document without its texts and with one entry of each shape: as well formed as the whole is."""
    start, *entries = skeleton(document).split(b"<" + prefix + b"si>")
    return (b"<" + prefix + b"si>").join((start, *dict.fromkeys(entries[:-1]), *entries[-1:]))


def _can_be(count: str, size: int) -> bool:
    return count.isascii() and count.isdigit() and int(count[:20]) * _SHORTEST_ENTRY <= size


def check_indexes(block: bytes, has_odd_types: bool) -> None:
    """Pass rows whose cells name shared strings by numbers: readers take the first string for anything else.

    `has_odd_types`: some of them say in an unusual way that they name one.
    """
    found = _BAD_INDEX.search(block) if has_odd_types or _USUAL_BAD_INDEX.search(block) else None
    if found:
        cell = attributes(found[1]).get("r", "")
        raise FaultError("T12", f"ô «{cell}» trỏ tới chuỗi «{found[2][:12].decode('ascii', 'replace')}»", cell=cell)


def check_values(block: bytes) -> None:
    """Pass rows whose numbers are written in digits: readers see one only up to a reference, as in 6&#52;561.

    Raises FaultError.
    """
    for match in _WITH_REFERENCE.finditer(block) if b"&" in block else ():
        tag = block[block.rfind(b"<c", 0, match.start()) : match.start()].partition(b">")[0]
        cell = attributes(tag)
        if cell.get("t") not in _TEXTS:
            raise FaultError("T12", "có số ghi bằng ký hiệu thay thế", cell=cell.get("r", ""))


def check_texts(document: bytes, limits: Limits) -> None:
    """Pass a document without a text that no cell can hold. Raises FaultError."""
    step = limits.text_bytes // 2
    for at in range(0, len(document) - step, step):
        if document.find(b"<", at, at + step) < 0:
            _check_text(document, at, limits)


def _check_text(document: bytes, at: int, limits: Limits) -> None:
    start, end = document.rfind(b"<", 0, at), document.find(b"<", at)
    if (end if end >= 0 else len(document)) - start > limits.text_bytes:
        raise FaultError("T17", f"có đoạn chữ dài hơn {limits.text_bytes // 1024} KB")
