"""What kind of package a zip is, and what it carries along that nobody here opens."""

from __future__ import annotations

import re
from collections.abc import Mapping

from report_utils.intake.preflight.container import Entry
from report_utils.intake.preflight.refusal import FaultError, Notice

TYPES, WORKBOOK, RELATIONS = "[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
"""The parts that every workbook has, by lower-case name."""

_MACROS = re.compile(r"vbaproject\.bin$|^xl/macrosheets/")
_EXTERNAL = re.compile(r"^xl/(externallinks/[^/]+\.xml|connections\.xml)$")
_OTHER_PACKAGES = (
    ("xl/workbook.bin", "là tệp Excel nhị phân (.xlsb)"), ("word/document.xml", "là tệp Word (.docx)"),
    ("ppt/presentation.xml", "là tệp PowerPoint (.pptx)"), ("content.xml", "là bảng tính OpenDocument (.ods)"),
)


def check_kind(entries: Mapping[str, Entry]) -> None:
    """Pass a package that holds a workbook. Raises FaultError."""
    for name, text in _OTHER_PACKAGES:
        if name in entries and WORKBOOK not in entries:
            raise FaultError("T05", text)
    if WORKBOOK not in entries and RELATIONS not in entries and TYPES not in entries:
        raise FaultError("T05", "là tệp nén ZIP thường")
    for name in (TYPES, WORKBOOK, RELATIONS):
        if name not in entries:
            raise FaultError("T09", f"gói thiếu phần «{name}»")


def notices_of(entries: Mapping[str, Entry]) -> tuple[Notice, ...]:
    """What the package carries along and nobody here opens."""
    found = (("T15", _MACROS), ("T16", _EXTERNAL))
    return tuple(Notice(code) for code, pattern in found if any(map(pattern.search, entries)))
