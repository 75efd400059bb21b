"""Office packages (docx, xlsx) as bytes that depend on nothing but their content.

Word, openpyxl and `zipfile` all write the clock, the machine's attributes and their own entry order into the zip.
Here every entry has the same date and attributes and the entries stand in one order.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

from lxml import etree

from report_utils.errors import BaocaoError

CONTENT_TYPES = "[Content_Types].xml"
CORE_PROPERTIES = "docProps/core.xml"
# The relations of the package come second, as readers that stream the zip expect; the rest is sorted by name.
_FIRST = (CONTENT_TYPES, "_rels/.rels")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
# What `zipfile` would fill in differently by platform and version.
_FAT, _PLAIN_FILE = 0, 0o600 << 16
# In a part as long as a table of thousands of rows the last level takes three times as long, for a twentieth of it.
_LONG, _LEVEL, _LEVEL_OF_LONG = 1 << 20, 9, 8
_CLOCKS = ("created", "modified")
_DCTERMS = "http://purl.org/dc/terms/"


Part = bytes | Iterable[bytes | memoryview]
"""The content of a part, whole or piece by piece."""


class PackageError(BaocaoError):
    """Bytes that should be an Office package are none; `reason` is the technical cause."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"Nội dung không phải là tệp Office (docx, xlsx) hợp lệ: {reason}.")


def pack(parts: Mapping[str, Part], level: int | None = None) -> bytes:
    """Zip `parts` (name inside the package -> content); equal parts give equal bytes, in whatever order they come.

    `level` is how hard to press, from 1 to 9; by default as hard as the length of each part allows. What comes in
    pieces is never in memory as a whole, and pressed as zlib does by itself (level 6).
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=_place):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.create_system, entry.external_attr = _FAT, _PLAIN_FILE
            _add(archive, entry, parts[name], level)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, part: Part, level: int | None) -> None:
    if isinstance(part, bytes):
        own = _LEVEL if len(part) < _LONG else _LEVEL_OF_LONG
        archive.writestr(entry, part, zipfile.ZIP_DEFLATED, compresslevel=level or own)
        return
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as file:
        for piece in part:
            file.write(piece)


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name. Raises `PackageError` if `data` is no zip or has no content types."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except zipfile.BadZipFile as error:
        raise PackageError(str(error)) from error
    if CONTENT_TYPES not in parts:
        raise PackageError(f"thiếu {CONTENT_TYPES}")
    return parts


def repack(data: bytes, stamp: date | None = None) -> bytes:
    """Rewrite a docx or xlsx so that the same content gives the same bytes; no part is lost, none added.

    With `stamp`, the instants of creation and change in docProps/core.xml become midnight UTC of that day: give it
    for files made by a library that writes the clock there (openpyxl). Without it they stay as the caller set them.
    Raises `PackageError` if `data` is not an Office package.
    """
    parts = unpack(data)
    if stamp is not None and CORE_PROPERTIES in parts:
        parts[CORE_PROPERTIES] = _with_instants(parts[CORE_PROPERTIES], stamp)
    return pack(parts)


def instant(stamp: date) -> str:
    """Return midnight UTC of the day `stamp` as core properties write it: "2024-09-30T00:00:00Z"."""
    return f"{stamp.year:04d}-{stamp.month:02d}-{stamp.day:02d}T00:00:00Z"


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _with_instants(core: bytes, stamp: date) -> bytes:
    try:
        root = etree.fromstring(core)
    except etree.XMLSyntaxError as error:
        raise PackageError(f"{CORE_PROPERTIES}: {error}") from error
    for name in _CLOCKS:
        for element in root.iter(f"{{{_DCTERMS}}}{name}"):
            element.text = instant(stamp)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
