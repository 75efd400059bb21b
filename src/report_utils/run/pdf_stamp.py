"""What LibreOffice writes of its clock into a PDF, replaced by what the Word file says; lengths never change.

The two halves of the file identifier (ISO 32000, 14.4) become the SHA-256 of the Word file and of the PDF itself, 32
digits of each. So a PDF tells which Word file it was made from, and whether somebody changed it since.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re

_DATES = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)[0-9]{14}")
_XMP_DATES = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[0-9-]{10}T[0-9:]{8}")
_IDENTIFIER = re.compile(rb"/ID ?\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum /([0-9A-Fa-f]{32})")
_DIGITS = 32
_BLANK = b"0" * _DIGITS


def stamped(pdf: bytes, source: str, day: dt.date) -> bytes:
    """Return `pdf` with midnight of `day` as its dates and identifiers that come from `source` and its content.

    `source` is the SHA-256 of the Word file in hexadecimal. A PDF without an identifier gets none.
    """
    dated = _DATES.sub(rb"\g<1>" + f"{day:%Y%m%d}000000".encode(), pdf)
    blank = _identified(_XMP_DATES.sub(rb"\g<1>" + f"{day:%Y-%m-%d}T00:00:00".encode(), dated), _BLANK, _BLANK)
    return _identified(blank, _digits(source), _own_digits(blank))


def source_of(pdf: bytes) -> str:
    """The first 32 digits of the SHA-256 of the Word file a PDF was made from; "" when that is not known.

    It is not known of a PDF that this program did not write, or that somebody changed (signed, for example).
    """
    found = _last_identifier(pdf)
    if found is None or found[2] != _own_digits(_identified(pdf, _BLANK, _BLANK)):
        return ""
    return found[1].decode().lower()


def _identified(pdf: bytes, first: bytes, second: bytes) -> bytes:
    """The identifier stands in the trailer, at the end; in front of it the same letters may be anything."""
    found = _last_identifier(pdf)
    if found is None:
        return pdf
    changed = bytearray(pdf)
    changed[slice(*found.span(1))], changed[slice(*found.span(2))] = first, second
    for checksum in _CHECKSUM.finditer(pdf, found.end()):
        changed[slice(*checksum.span(1))] = second
    return bytes(changed)


def _last_identifier(pdf: bytes) -> re.Match[bytes] | None:
    at = pdf.rfind(b"/ID")
    return _IDENTIFIER.match(pdf, at) if at >= 0 else None


def _own_digits(blank: bytes) -> bytes:
    return _digits(hashlib.sha256(blank).hexdigest())


def _digits(digest: str) -> bytes:
    return digest[:_DIGITS].upper().encode()
