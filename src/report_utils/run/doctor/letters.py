"""Whether Vietnamese letters pass: on the screen and in the names of files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TextIO

from report_utils.run.doctor.verdict import State, Verdict, on_this_system

_SCREEN, _NAMES = "Chữ trên màn hình", "Tên tệp tiếng Việt"
_SAMPLE = "Đề nghị rà soát, tổng hợp số liệu quý"
_UTF8 = {
    "linux": "đặt biến môi trường LANG=C.UTF-8 (hoặc vi_VN.UTF-8) rồi mở lại cửa sổ lệnh",
    "win32": "chạy lệnh chcp 65001, hoặc đặt biến môi trường PYTHONUTF8=1, rồi mở lại cửa sổ lệnh",
    "darwin": "đặt biến môi trường LANG=vi_VN.UTF-8 rồi mở lại cửa sổ lệnh",
}


def look_at_letters() -> Iterator[Verdict]:
    """The encodings of the screen and of file names."""
    yield _verdict(_SCREEN, _encoding(sys.stdout), State.WORSE)
    yield _verdict(_NAMES, sys.getfilesystemencoding(), State.FAILED)


def _encoding(stream: TextIO) -> str:
    return stream.encoding or "utf-8"


def _verdict(about: str, encoding: str, otherwise: State) -> Verdict:
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Verdict(about, otherwise, f"bảng mã {encoding} không có đủ chữ tiếng Việt", on_this_system(_UTF8))
    return Verdict(about, State.GOOD, encoding.upper())
