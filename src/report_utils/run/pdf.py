"""A Word file as PDF: tagged for screen readers, with bookmarks, made by the LibreOffice of this machine.

Its bytes depend on the Word file, on the version of LibreOffice and on the fonts; never on the clock.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from report_utils.opc import CORE_PROPERTIES, PackageError, unpack
from report_utils.run.office import ConversionError, Office
from report_utils.run.pdf_stamp import stamped

_OPTIONS = ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks")
# PDF/A is left out: LibreOffice hides the time in its compressed colour profile, where nothing can be set in place.
FILTER = "pdf:writer_pdf_Export:" + json.dumps({name: {"type": "boolean", "value": "true"} for name in _OPTIONS},
                                               separators=(",", ":"))  # fmt: skip

_STYLES = "word/styles.xml"
_FONT = b"Times New Roman"
_TWINS = (b"timesnewroman", b"tinos", b"liberationserif")
_FONT_NAME = re.compile(rb"/BaseFont ?/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_FONT_MISSING = ("Máy này không có phông Times New Roman (hoặc Tinos, Liberation Serif là phông có cùng độ rộng chữ) "
                 "nên chỗ ngắt dòng, ngắt trang của PDF có thể khác tệp Word.")
_NO_DAY = dt.date(1980, 1, 1)
"""For a Word file without a day of its own; the day of zip files without a clock."""


@dataclass(frozen=True)
class Pdf:
    """A whole PDF; `remark` is a sentence for the user when its pages may break otherwise than in Word, or empty."""

    data: bytes
    remark: str = ""


def to_pdf(word: bytes, office: Office) -> Pdf:
    """Return the docx `word` as PDF. Raises PackageError when it is no docx, ConversionError."""
    parts = unpack(word)
    if "word/document.xml" not in parts:
        raise PackageError("không phải tệp Word")
    day = _day_of(parts)
    data = office.convert(word, FILTER, day)
    if not (data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")):
        raise ConversionError("tệp PDF ghi ra không trọn vẹn")
    return Pdf(stamped(data, hashlib.sha256(word).hexdigest(), day), _remark(data, parts))


def _day_of(parts: Mapping[str, bytes]) -> dt.date:
    """The day on which the Word file says it was last changed."""
    try:
        root = etree.fromstring(parts.get(CORE_PROPERTIES, b"<none/>"))
        return dt.date.fromisoformat((root.findtext("{http://purl.org/dc/terms/}modified") or "")[:10])
    except (etree.XMLSyntaxError, ValueError):
        return _NO_DAY


def _remark(pdf: bytes, parts: Mapping[str, bytes]) -> str:
    """Judged by the fonts that LibreOffice took: what is installed is named differently on every system."""
    used = [name.replace(b"#20", b"").lower() for name in _FONT_NAME.findall(pdf)]
    wanted = _FONT in parts.get(_STYLES, b"")
    return _FONT_MISSING if wanted and used and not any(name.startswith(_TWINS) for name in used) else ""
