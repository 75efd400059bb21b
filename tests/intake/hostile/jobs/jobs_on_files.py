"""What tests let other processes do with a file; the name of the file says what happens."""

from __future__ import annotations

import ctypes
import io
import os
import sys
import time
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from report_utils.intake.preflight import RefusedFileError, inspect


def act(path: Path) -> str:
    """Do what the stem of the file name says; return it when nothing happens."""
    ACTS.get(path.stem, lambda: None)()
    return path.stem


def spin() -> None:
    while True:
        pass


def refuse() -> None:
    raise RefusedFileError("refuse.xlsx", "T05", "là trang HTML")


def fail() -> None:
    raise LookupError("việc hỏng")


ACTS = {
    "abort": os.abort, "segfault": lambda: ctypes.string_at(0), "exit": lambda: sys.exit(3),
    "hog": lambda: bytearray(900 << 20), "spin": spin, "sleep": lambda: time.sleep(60), "raise": fail,
    "refuse": refuse, "print": lambda: print("chữ lạc giữa hai khung"),  # noqa: T201
}


def process(path: Path) -> int:
    """The process that does the job."""
    return os.getpid()


def modules(path: Path) -> list[str]:
    """What the process has loaded."""
    return sorted(sys.modules)


def wait_for_ever(path: Path) -> None:
    """Leave a trace, then never return."""
    path.write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)


def read(path: Path) -> object:
    """Every value of a workbook, through the preflight; the name of the error where the reader says one."""
    clean = io.BytesIO(inspect(path).clean)
    try:
        book = CalamineWorkbook.from_filelike(clean)
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, ValueError) as error:
        return type(error).__name__


def read_without_preflight(path: Path) -> object:
    """Every value of a workbook, whatever it is."""
    book = CalamineWorkbook.from_path(str(path))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
