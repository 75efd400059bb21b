"""The zip around a workbook: its directory is checked before anything is inflated, the sizes again while inflating."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from report_utils.intake.preflight.limits import MEGABYTE, Limits
from report_utils.intake.preflight.refusal import FaultError

CHUNK = MEGABYTE
_LOCAL = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_ENCRYPTED, _SIZES_FOLLOW, _UTF8, _UNKNOWN = 0x1, 0x8, 0x800, 0xFFFFFFFF
_UNSAFE = re.compile(r"(?:^|/)\.\.?(?:/|$)|^/|//|^[A-Za-z]:|[\x00-\x1f\x7f]")
_BROKEN = (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OSError, EOFError, OverflowError)
_FEED = 64 * 1024


@dataclass(frozen=True)
class Entry:
    """A part of the package: packed bytes and what the directory says of them."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes
    is_checked: bool = False
    """Not packed, and its size and checksum are known to be right."""


def open_package(data: bytes, limits: Limits) -> dict[str, Entry]:
    """The parts of a zip by lower-case name, none inflated yet. Raises FaultError."""
    if data.count(b"PK\x01\x02") > limits.entries:
        raise FaultError("T07", f"gói có hơn {limits.entries} mục")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except _BROKEN as error:
        cut = b"PK\x05\x06" not in data
        raise FaultError("T04", "tệp bị cắt cụt" if cut else "mục lục của gói bị hỏng") from error
    _check_sizes(infos, limits)
    entries: dict[str, Entry] = {}
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        start = _check_local(data, info, end)
        end = start + info.compress_size
        _add(entries, info, data[start:end])
    return entries


def _check_sizes(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise FaultError("T07", f"nội dung giải nén vượt {limits.total_bytes // MEGABYTE} MB")
    for info in infos:
        if info.file_size > limits.part_bytes:
            raise FaultError("T07", f"một mục giải nén vượt {limits.part_bytes // MEGABYTE} MB")
        if info.file_size > max(MEGABYTE, info.compress_size * limits.ratio):
            raise FaultError("T07", f"một mục có tỷ lệ nén trên {limits.ratio} lần")


def _check_local(data: bytes, info: zipfile.ZipInfo, end: int) -> int:
    """Where the packed bytes of an entry start; its local header must say what the directory says."""
    at = info.header_offset
    if not 0 <= at <= len(data) - _LOCAL.size:
        raise FaultError("T04", "tệp bị mất một phần")
    if at < end:
        raise FaultError("T08", "các mục của gói chồng lên nhau")
    mark, _, flags, method, _, _, crc, packed, size, name_length, extra = _LOCAL.unpack_from(data, at)
    start: int = at + _LOCAL.size + name_length + extra
    if mark != b"PK\x03\x04" or start + info.compress_size > len(data):
        raise FaultError("T04", "một mục của gói bị hỏng")
    if (flags | info.flag_bits) & _ENCRYPTED:
        raise FaultError("T06", "nội dung gói được mã hóa bằng mật khẩu")
    name = data[at + _LOCAL.size:at + _LOCAL.size + name_length]
    same_sizes = flags & _SIZES_FOLLOW or _UNKNOWN in (packed, size) or (
        (crc, packed, size) == (info.CRC, info.compress_size, info.file_size))
    if method != info.compress_type or not same_sizes or name != _raw_name(info):
        raise FaultError("T08", "mục lục và phần đầu của một mục nói khác nhau")
    return start


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    try:
        return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
    except UnicodeEncodeError as error:
        raise FaultError("T08", "tên mục không hợp lệ") from error


def _add(entries: dict[str, Entry], info: zipfile.ZipInfo, packed: bytes) -> None:
    name = info.orig_filename.replace("\\", "/")
    if _UNSAFE.search(name):
        raise FaultError("T08", "tên mục trỏ ra ngoài gói")
    if name.lower() in entries:
        raise FaultError("T08", "một tên mục xuất hiện hai lần")
    if info.compress_type not in (_STORED, _DEFLATED):
        raise FaultError("T08", "cách nén lạ")
    entries[name.lower()] = Entry(name, info.compress_type, info.CRC, info.file_size, packed)


def read_part(entry: Entry, most: int) -> bytes:
    """The content of a part of at most `most` bytes. Raises FaultError."""
    if entry.size > most:
        raise FaultError("T07", f"một mục giải nén vượt {most // MEGABYTE} MB")
    return b"".join(chunks(entry))


def stored(name: str, content: bytes) -> Entry:
    """A part with this content, not packed."""
    return Entry(name, _STORED, zlib.crc32(content), len(content), content, is_checked=True)


def inflated(entry: Entry) -> Entry:
    """A small part as it is, not packed: whoever reads it next need not inflate it again. Raises FaultError."""
    return Entry(entry.name, _STORED, entry.crc, entry.size, b"".join(chunks(entry)), is_checked=True)


def chunks(entry: Entry) -> Iterator[bytes]:
    """The content of a part, a megabyte at a time; never more than the directory declared. Raises FaultError."""
    if entry.is_checked:
        yield entry.packed
        return
    done = crc = 0
    for chunk in _inflate(entry):
        done += len(chunk)
        crc = zlib.crc32(chunk, crc)
        if done > entry.size:
            raise FaultError("T07", "một mục lớn hơn kích thước đã khai báo")
        yield chunk
    if done != entry.size or crc != entry.crc:
        raise FaultError("T04", "nội dung một mục bị hỏng")


def _inflate(entry: Entry) -> Iterator[bytes]:
    if entry.method == _STORED:
        yield entry.packed
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        if entry.size < CHUNK:
            yield inflater.decompress(entry.packed, entry.size + 1)
            return
        for at in range(0, len(entry.packed), _FEED):
            feed = entry.packed[at:at + _FEED]
            while feed:
                yield inflater.decompress(feed, CHUNK)
                feed = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise FaultError("T04", "nội dung nén bị hỏng") from error


def repacked(name: str, content: Iterator[bytes]) -> Entry:
    """A part with another content."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    packed = []
    for chunk in content:
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        packed.append(packer.compress(chunk))
    return Entry(name, _DEFLATED, crc, size, b"".join((*packed, packer.flush())))


def write_package(entries: list[Entry]) -> bytes:
    """A zip of these parts, their packed bytes as they are."""
    body: list[bytes] = []
    directory = []
    offset = 0
    for entry in entries:
        name = entry.name.encode()
        common = struct.pack("<5H3I2H", 20, _UTF8, entry.method, 0, 33, entry.crc, len(entry.packed), entry.size,
                             len(name), 0)
        body += (b"PK\x03\x04", common, name, entry.packed)
        directory.append(b"PK\x01\x02\x14\x00" + common + struct.pack("<3H2I", 0, 0, 0, 0, offset) + name)
        offset += 30 + len(name) + len(entry.packed)
    size = sum(map(len, directory))
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, len(entries), len(entries), size, offset, 0)
    return b"".join((*body, *directory, end))
