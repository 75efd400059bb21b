"""Files that are no workbook, or whose zip is broken, forged or a bomb."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FAULTS: list[Any] = []
SOURCE = 20240930


def gives(*codes: str) -> Callable[[Callable[[Any], bytes]], Callable[[Any], bytes]]:
    """Enter a builder with the codes that its file must give."""
    def enter(build: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
        FAULTS.append(pytest.param(build, list(codes), id=build.__name__))
        return build

    return enter


@gives()
def nothing_wrong(forge: Any) -> bytes:
    return forge.package()


@gives("T03")
def zero_bytes(forge: Any) -> bytes:
    return b""


@gives("T04")
def cut_in_the_middle(forge: Any) -> bytes:
    data = forge.package()
    return data[: len(data) // 2]


@gives("T04")
def cut_in_the_directory(forge: Any) -> bytes:
    return forge.package()[:-40]


@gives("T04")
def cut_after_the_first_bytes(forge: Any) -> bytes:
    return forge.package()[:4]


@gives("T04")
def only_zeros(forge: Any) -> bytes:
    return bytes(5000)


@gives("T04")
def first_part_lost(forge: Any) -> bytes:
    data = forge.package()
    return data[:4] + data[400:]


@gives("T05")
def random_bytes(forge: Any) -> bytes:
    return b"\x00\x07" + random.Random(SOURCE).randbytes(3000)


@gives("T05")
def legacy_xls(forge: Any) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "Workbook\0".encode("utf-16-le") + bytes(1000)


@gives("T05")
def legacy_word(forge: Any) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "WordDocument\0".encode("utf-16-le")


@gives("T05")
def legacy_excel_4(forge: Any) -> bytes:
    return b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(200)


@gives("T06")
def password_to_open(forge: Any) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


@gives("T06")
def zip_with_password(forge: Any) -> bytes:
    data = bytearray(forge.package())
    for at, info in headers(bytes(data)):
        data[at + 6] |= 1
        data[info + 8] |= 1
    return bytes(data)


@gives("T05")
def html_renamed(forge: Any) -> bytes:
    return "<html><body><table><tr><td>Hồ sơ</td></tr></table></body></html>".encode()


@gives("T05")
def html_with_byte_order_mark(forge: Any) -> bytes:
    return b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><meta charset='utf-8'><table></table>"


@gives("T05")
def csv_renamed(forge: Any) -> bytes:
    return "Lĩnh vực;Tiếp nhận\nĐất đai;12\n".encode()


@gives("T05")
def csv_in_utf_16(forge: Any) -> bytes:
    return "Lĩnh vực\tTiếp nhận\n".encode("utf-16")


@gives("T05")
def text_renamed(forge: Any) -> bytes:
    return "Kính gửi Sở Y tế".encode()


@gives("T05")
def pdf_renamed(forge: Any) -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(500)


@gives("T05")
def rtf_renamed(forge: Any) -> bytes:
    return rb"{\rtf1\ansi Bao cao}"


@gives("T05")
def xml_spreadsheet_of_2003(forge: Any) -> bytes:
    return b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


@gives("T05")
def web_archive(forge: Any) -> bytes:
    return b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"


@gives("T05")
def rar_renamed(forge: Any) -> bytes:
    return b"Rar!\x1a\x07\x01\x00" + bytes(100)


@gives("T05")
def picture_renamed(forge: Any) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(100)


@gives("T05")
def word_document_renamed(forge: Any) -> bytes:
    return forge.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})


@gives("T05")
def binary_workbook_renamed(forge: Any) -> bytes:
    return forge.zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"\0"})


@gives("T05")
def open_document_renamed(forge: Any) -> bytes:
    return forge.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})


@gives("T05")
def zip_of_other_things(forge: Any) -> bytes:
    return forge.zipped({"ảnh.png": b"\x89PNG", "ghi chú.txt": "không có gì"})


@gives("T05")
def empty_zip(forge: Any) -> bytes:
    return forge.zipped({})


@gives("T07")
def bomb_in_the_sheet(forge: Any) -> bytes:
    return forge.package(sheet=bytes(40 << 20))


@gives("T07")
def bomb_in_a_part_nobody_reads(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/media/image1.png": bytes(40 << 20)})


@gives("T07")
def bomb_that_declares_little(forge: Any) -> bytes:
    """The directory and the header say 100 bytes, the deflate stream holds 40 megabytes."""
    data = bytearray(forge.package(sheet=b" " * (40 << 20)))
    local, central = headers(bytes(data))[-1]
    struct.pack_into("<I", data, local + 22, 100)
    struct.pack_into("<I", data, central + 24, 100)
    return bytes(data)


@gives("T07")
def many_parts_that_are_too_much_together(forge: Any) -> bytes:
    """Each part declares 90 megabytes at a ratio that would pass."""
    noise = random.Random(SOURCE).randbytes(800 << 10)
    data = bytearray(forge.zipped({**forge.parts(), **{f"xl/media/{n}.png": noise for n in range(5)}}))
    for local, central in headers(bytes(data))[-5:]:
        struct.pack_into("<I", data, local + 22, 90 << 20)
        struct.pack_into("<I", data, central + 24, 90 << 20)
    return bytes(data)


@gives("T07")
def thousands_of_entries(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), **{f"xl/media/{n}": "" for n in range(3000)}})


@gives("T08")
def overlapping_entries(forge: Any) -> bytes:
    """Two entries of the directory share the same packed bytes."""
    data = bytearray(forge.package())
    (first, _), (_, second) = headers(bytes(data))[-2:]
    struct.pack_into("<I", data, second + 42, first)
    return bytes(data)


@gives("T08")
def one_name_twice(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/worksheets/sheetX.xml": forge.sheet()}).replace(b"sheetX", b"sheet1")


@gives("T08")
def one_name_in_two_cases(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "xl/worksheets/SHEET1.xml": forge.sheet("")})


@gives("T08")
def path_out_of_the_package(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "../../autoexec.xml": "x"})


@gives("T08")
def path_out_of_the_package_in_backslashes(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "..\\..\\autoexec.xml": "x"})


@gives("T08")
def absolute_path(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "/etc/passwd": "x"})


@gives("T08")
def path_with_a_drive(forge: Any) -> bytes:
    return forge.zipped({**forge.parts(), "C:/x.xml": "x"})


@gives("T08")
def header_with_another_name(forge: Any) -> bytes:
    data = bytearray(forge.package())
    local, _ = headers(bytes(data))[-1]
    data[local + 30:local + 32] = b"zz"
    return bytes(data)


@gives("T08")
def header_with_another_size(forge: Any) -> bytes:
    data = bytearray(forge.package())
    local, _ = headers(bytes(data))[-1]
    struct.pack_into("<I", data, local + 22, 77)
    return bytes(data)


@gives("T08")
def header_with_another_method(forge: Any) -> bytes:
    data = bytearray(forge.package())
    local, _ = headers(bytes(data))[-1]
    struct.pack_into("<H", data, local + 8, 0)
    return bytes(data)


@gives("T08")
def unknown_compression(forge: Any) -> bytes:
    data = bytearray(forge.package())
    local, central = headers(bytes(data))[-1]
    struct.pack_into("<H", data, local + 8, 97)
    struct.pack_into("<H", data, central + 10, 97)
    return bytes(data)


@gives("T04")
def wrong_checksum(forge: Any) -> bytes:
    data = bytearray(forge.package())
    local, central = headers(bytes(data))[-1]
    struct.pack_into("<I", data, local + 14, 1)
    struct.pack_into("<I", data, central + 16, 1)
    return bytes(data)


@gives("T04")
def damaged_deflate_stream(forge: Any) -> bytes:
    data = bytearray(forge.package())
    local, _ = headers(bytes(data))[-1]
    data[local + 70:local + 90] = b"\xff" * 20
    return bytes(data)


@gives()
def names_in_backslashes(forge: Any) -> bytes:
    return forge.zipped({name.replace("/", "\\"): content for name, content in forge.parts().items()})


@gives()
def stored_parts(forge: Any) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in forge.parts().items():
            archive.writestr(name, content)
    return buffer.getvalue()


@gives()
def sizes_after_the_data(forge: Any) -> bytes:
    """As programs write that cannot go back in what they have written."""
    class Stream(io.RawIOBase):
        data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.data += bytes(data)
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in forge.parts().items():
            archive.writestr(name, content)
    return stream.data


def headers(data: bytes) -> list[tuple[int, int]]:
    """Where the local and the central header of each entry stand."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        locals_ = [info.header_offset for info in archive.infolist()]
        at = archive.start_dir
    found = []
    for local in locals_:
        found.append((local, at))
        at += 46 + sum(struct.unpack_from("<3H", data, at + 28))
    return found


@pytest.mark.parametrize(("build", "codes"), FAULTS)
def test_a_file_gives_these_codes(build: Any, codes: list[str], forge: Any, verdict: Any) -> None:
    assert [found.code for found in verdict(build(forge))] == codes


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_never_opened(tmp_path: Any, verdict: Any) -> None:
    os.mkfifo(tmp_path / "ống.xlsx")
    assert [found.code for found in verdict(tmp_path / "ống.xlsx")] == ["T02"]


def test_a_link_is_not_followed(tmp_path: Any, forge: Any, verdict: Any) -> None:
    (tmp_path / "thật.xlsx").write_bytes(forge.package())
    try:
        (tmp_path / "liên kết.xlsx").symlink_to(tmp_path / "thật.xlsx")
    except OSError:
        pytest.skip("links are not allowed here")
    assert [found.code for found in verdict(tmp_path / "liên kết.xlsx")] == ["T02"]


def test_a_folder_named_like_a_workbook_is_refused(tmp_path: Any, verdict: Any) -> None:
    (tmp_path / "thư mục.xlsx").mkdir()
    assert [found.code for found in verdict(tmp_path / "thư mục.xlsx")] == ["T02"]


@pytest.mark.skipif(os.name == "nt", reason="devices are not files there")
def test_a_device_is_refused(verdict: Any) -> None:
    assert [found.code for found in verdict(Path("/dev/zero"))] == ["T02"]


def test_a_file_that_is_gone_is_refused(tmp_path: Any, verdict: Any) -> None:
    assert [found.code for found in verdict(tmp_path / "mất.xlsx")] == ["T01"]


def test_a_file_too_large_is_not_read(tmp_path: Any, verdict: Any) -> None:
    with (tmp_path / "to.xlsx").open("wb") as file:
        file.truncate(100 << 20)
    assert [found.code for found in verdict(tmp_path / "to.xlsx")] == ["T07"]
