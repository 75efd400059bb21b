"""What was read of the forms of a period, kept for the next run: a file is opened again only when it has changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import pickle
import zipfile
import zlib
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from report_utils.agency.reporting import Reporting
from report_utils.agency.units import Unit
from report_utils.findings import CellRef, Explanation, Finding, Severity
from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.intake.book import Book
from report_utils.intake.claim import Submission
from report_utils.intake.ledger import Ledger, SheetLedger
from report_utils.intake.lines import Lines
from report_utils.intake.sent import FileReading, Sent
from report_utils.opc import pack
from report_utils.storage.files import NotSavedError, save

_MADE_OF = (Book, CellRef, Decimal, Explanation, FileReading, Finding, Ledger, Lines, Sent, Severity, SheetLedger,
            Submission, dt.date)  # fmt: skip
_CLASSES = {(one.__module__, one.__qualname__): one for one in _MADE_OF}
"""All that a reading is made of. Nothing else is made from a kept file, whatever it says."""

_LEVEL = 1
_SEAL = hashlib.sha256().digest_size


class Kept:
    """The readings in one file, by the digest of all that they depend on."""

    def __init__(self, reporting: Reporting, file: Path, ground: str) -> None:
        """`ground` says what a reading depends on besides the workbook: settings, code, libraries."""
        self._reporting, self._file, self._ground = reporting, file, f"{ground}\n{reporting.period}"
        self._asked: dict[Path, str] = {}
        self._used: dict[str, bytes] = {}
        self._held = _held(file)

    def find(self, path: Path) -> FileReading | None:
        """What was read of the workbook when it was last as it is now; None if that is not known."""
        key = self._asked[path] = self._key(path)
        data = self._held.get(key)
        reading = None if data is None or _sealed(key, data[_SEAL:]) != data else self._revived(data[_SEAL:], path)
        if data is not None and reading is not None:
            self._used[key] = data
        return reading

    def take(self, path: Path, reading: FileReading) -> None:
        """Keep what has just been read, unless the workbook was changed meanwhile."""
        key = self._asked.get(path)
        if key and key == self._key(path):
            buffer = io.BytesIO()
            _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(reading)
            self._used[key] = _sealed(key, buffer.getvalue())

    def save(self) -> None:
        """Write what was used, and drop the rest. Where that cannot be done the next run reads the workbooks again."""
        if self._used != self._held:
            with suppress(NotSavedError):
                save(self._file, pack(self._used, _LEVEL))

    def _key(self, path: Path) -> str:
        """"" for a file that cannot be read."""
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return ""
        return hashlib.sha256(f"{self._ground}\n{path.name}\n{content}".encode(errors="surrogateescape")).hexdigest()

    def _revived(self, data: bytes, path: Path) -> FileReading | None:
        """None where the file was spoiled."""
        try:
            reading = _Unpickler(data, self._reporting, path).load()
        except (pickle.UnpicklingError, EOFError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError,
                MemoryError):  # fmt: skip
            return None
        return reading if isinstance(reading, FileReading) else None


def _sealed(key: str, data: bytes) -> bytes:
    """The data behind a digest of them and of what they depend on: what was cut, changed or exchanged is known."""
    return hashlib.sha256(key.encode() + data).digest() + data


def _held(file: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(file) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError):
        return {}


class _Pickler(pickle.Pickler):
    """Units and tables are those of the settings and of the code, the path is that of the workbook: kept by name."""

    def persistent_id(self, found: Any) -> tuple[str, str] | None:
        match found:
            case Unit():
                return "unit", found.code
            case Table():
                return "table", found.code
            case Path():
                return "path", ""
            case _:
                return None


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, reporting: Reporting, path: Path) -> None:
        super().__init__(io.BytesIO(data))
        self._reporting, self._path = reporting, path

    def persistent_load(self, named: Any) -> Unit | Table | Path:
        """Raises LookupError."""
        match named:
            case ("unit", str(code)):
                return self._reporting.agency.units[code]
            case ("table", str(code)):
                return TABLES[code]
            case ("path", ""):
                return self._path
            case _:
                raise LookupError(named)

    def find_class(self, module: str, name: str) -> Any:
        """Raises LookupError."""
        return _CLASSES[module, name]
