"""What was written is opened by another reader than the library that wrote it, before anybody sees it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from report_utils.storage.files import NotSavedError

_PIECE = 1 << 20
_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


def check_outputs(folder: Path) -> None:
    """Read every file below `folder` again. Raises NotSavedError for the first that cannot be read."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        check_output(path)


def check_output(path: Path) -> None:
    """Read a file as its kind is read; a kind that is not known has only to be there. Raises NotSavedError."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return
    from python_calamine import CalamineError, ZipError  # noqa: PLC0415 (slow to load)

    try:
        reader(path.read_bytes())
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error, expat.ExpatError, csv.Error,
            CalamineError, ZipError) as error:  # fmt: skip
        raise NotSavedError(path, "đọc lại thấy tệp hỏng") from error


def _read_xlsx(data: bytes) -> None:
    from python_calamine import load_workbook  # noqa: PLC0415 (slow to load)

    book = load_workbook(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name)
    _read_zip(data)


def _read_zip(data: bytes) -> None:
    """Every part, by its checksum and, where it is XML, by a parser."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as part:
                if entry.filename.endswith((".xml", ".rels")):
                    expat.ParserCreate().ParseFile(part)  # makes no tree: a sheet may be large
                while part.read(_PIECE):
                    pass


def _read_parquet(data: bytes) -> None:
    from pyarrow import ArrowException, parquet  # noqa: PLC0415 (slow to load)

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        rows = sum(batch.num_rows for batch in file.iter_batches())
    except ArrowException as error:
        raise ValueError(str(error)) from error
    if rows != file.metadata.num_rows:
        raise ValueError(rows)


def _read_png(data: bytes) -> None:
    if not (data.startswith(_PNG_START) and data.endswith(_PNG_END)):
        raise ValueError(len(data))


def _read_csv(data: bytes) -> None:
    """Strictly, and as many fields in each row as in the first; it ends with a line end."""
    text = data.decode("utf-8-sig")
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row}
    if len(widths) > 1 or not text.endswith("\n"):
        raise ValueError(widths)


_READERS: dict[str, Callable[[bytes], object]] = {
    ".xlsx": _read_xlsx, ".docx": _read_zip, ".parquet": _read_parquet, ".png": _read_png, ".csv": _read_csv,
    ".json": json.loads, ".ipynb": json.loads,
}  # fmt: skip
