"""CSV files: UTF-8 with or without a byte-order mark, or UTF-16; comma, semicolon, tab or bar."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice
from pathlib import Path

from report_utils.intake.preflight.files import read_regular
from report_utils.intake.preflight.limits import Limits
from report_utils.intake.preflight.refusal import FaultError, RefusedFileError

_SEPARATORS = ";,\t|"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_START, _LINES = 4096, 20
_LONGEST = 1 << 24
"""Characters of a field while a file is read; other lists of the process keep their own limit."""


def read_csv(path: Path, limits: Limits) -> list[list[str]]:
    """The rows of a CSV file. Raises RefusedFileError."""
    try:
        return parsed(decoded(read_regular(path, limits)))
    except FaultError as fault:
        raise RefusedFileError(path.name, fault.code, fault.reason) from fault


def decoded(data: bytes) -> str:
    """The text of a CSV file. Raises FaultError."""
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "") or _without_mark(data[:_START])
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FaultError("T05",
        "tệp CSV không theo bảng mã UTF-8 hoặc UTF-16; hãy lưu lại dạng «CSV UTF-8»") from error
    if "\0" in text:
        raise FaultError("T05", "tệp có ký tự rỗng (NUL), không phải tệp CSV")
    return text


def _without_mark(start: bytes) -> str:
    """UTF-16 without a mark has a zero in every other byte of its separators and digits."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 8 > len(start):
        return "utf-16-be" if even > odd else "utf-16-le"
    return "utf-8"


def parsed(text: str) -> list[list[str]]:
    """The rows of the text. Raises FaultError."""
    text = text.removeprefix("\ufeff")
    separator = ""
    if text[:4].lower() == "sep=" and len(text) > 4:
        separator, text = text[4], text.partition("\n")[2]
    before = csv.field_size_limit(_LONGEST)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator or _separator(text)))
    except csv.Error as error:
        raise FaultError("T05", "nội dung không đúng dạng CSV") from error
    finally:
        csv.field_size_limit(before)


def _separator(text: str) -> str:
    """The sign that cuts the first lines into the same number of fields, more than one; a comma if none does."""
    best, most = ",", 0
    for sign in _SEPARATORS:
        rows = csv.reader(io.StringIO(text[:_START * 16], newline=""), delimiter=sign)
        widths = [len(row) for row in islice(rows, _LINES) if len(row) > 1]
        score = max(map(widths.count, widths), default=0) * 100 + max(widths, default=0)
        if score > most:
            best, most = sign, score
    return best
