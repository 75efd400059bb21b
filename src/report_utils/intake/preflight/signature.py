"""What a file is that is not a workbook of today's kind, told by its first bytes."""

from __future__ import annotations

import re

from report_utils.intake.preflight.refusal import FaultError

ZIP = b"PK\x03\x04"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "là tệp PDF"), (b"{\\rtf", "là tệp RTF"), (b"Rar!", "là tệp nén RAR"), (b"7z\xbc\xaf", "là tệp nén 7z"),
    (b"\x1f\x8b", "là tệp nén gzip"), (b"\x89PNG", "là ảnh PNG"), (b"\xff\xd8\xff", "là ảnh JPEG"),
    (b"PK\x05\x06", "là tệp nén rỗng"), (b"\x09\x00\x04\x00", "là tệp Excel 2"),
    (b"\x09\x02\x06\x00", "là tệp Excel 3"), (b"\x09\x04\x06\x00", "là tệp Excel 4"),
    (b"\x09\x08", "là tệp Excel 5"),
)
_STREAMS = (
    ("Workbook", "là tệp Excel 97-2003 (.xls)"), ("Book", "là tệp Excel 5/95 (.xls)"),
    ("WordDocument", "là tệp Word 97-2003 (.doc)"),
)
_MARKUP = (
    (re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet"), "là bảng tính XML 2003"),
    (re.compile(rb"<!doctype\s+html|<html|<head|<body|<table|<meta", re.IGNORECASE), "là trang HTML"),
    (re.compile(rb"\AMIME-Version:", re.IGNORECASE), "là trang web lưu trữ (MHT)"),
    (re.compile(rb"\A\s*<\?xml"), "là tệp XML"),
)
_START = 4_096


def check_signature(data: bytes) -> None:
    """Pass what begins like a zip; tell anything else apart. Raises FaultError T04, T05 or T06."""
    if data.startswith(ZIP):
        return
    if data.startswith(_OLE2):
        _refuse_ole2(data)
    for start, text in _OTHERS:
        if data.startswith(start):
            raise FaultError("T05", text)
    if data[:2] == b"PK" or not data.strip(b"\0"):
        raise FaultError("T04", "phần đầu của tệp bị hỏng")
    _refuse_text(data[:_START].removeprefix(b"\xef\xbb\xbf"))


def _refuse_ole2(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FaultError("T06", "tệp đặt mật khẩu mở")
    for stream, text in _STREAMS:
        if (stream + "\0").encode("utf-16-le") in data:
            raise FaultError("T05", text)
    raise FaultError("T05", "là tệp Office đời cũ")


def _refuse_text(start: bytes) -> None:
    for pattern, text in _MARKUP:
        if pattern.search(start):
            raise FaultError("T05", text)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" not in start:
        lines = start.splitlines()
        separated = lines and any(mark in lines[0] for mark in (b",", b";", b"\t"))
        raise FaultError("T05", "là văn bản CSV" if separated else "là văn bản thường")
    raise FaultError("T05", "không rõ định dạng")
