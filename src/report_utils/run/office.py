"""LibreOffice: where it is on this machine, and one conversion in processes of their own."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_utils.errors import BaocaoError, os_reason

VARIABLE = "BAOCAO_SOFFICE"
"""Names the program where it is found neither on PATH nor in a usual folder."""

TIME_LIMIT = 180.0
"""Seconds for one file; a report of 25 pages takes two or three."""

_TO_ANSWER = 20.0
"""Seconds to tell the version; the first start after that of the machine is slow."""

_NAMES = ("soffice", "libreoffice")
_SOURCE = "document.docx"


class OfficeError(BaocaoError):
    """LibreOffice did not do what was asked of it."""


class OfficeMissingError(OfficeError):
    """There is no LibreOffice here; `named` is what BAOCAO_SOFFICE says instead of a program, or empty."""

    def __init__(self, named: str = "") -> None:
        self.named = named
        lack = f"«{named}» trong {VARIABLE} không phải chương trình chạy được" if named else "chưa thấy LibreOffice"
        super().__init__(f"Chưa ghi được PDF vì {lack}: hãy cài LibreOffice (miễn phí, tại www.libreoffice.org) hoặc "
                         f"đặt biến môi trường {VARIABLE} là đường dẫn đến chương trình soffice.")


class ConversionError(OfficeError):
    """LibreOffice was started and gave no whole file; `reason` says how it ended."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"LibreOffice không chuyển được tệp Word: {reason}.")


@dataclass(frozen=True)
class Office:
    """The program, and the seconds that it may take for a file."""

    program: Path
    seconds: float = TIME_LIMIT

    def convert(self, word: bytes, target: str, stamp: dt.date) -> bytes:
        """Return the docx `word` as `target` ("pdf", "docx:...": file extension, filter, options).

        `stamp` is the day that LibreOffice is to take for today, as far as it heeds that. Raises ConversionError.
        """
        with tempfile.TemporaryDirectory(prefix="baocao-", ignore_cleanup_errors=True) as folder:
            place = Path(folder)
            (place / _SOURCE).write_bytes(word)
            self._run(place, target, stamp)
            made = (place / "out" / _SOURCE).with_suffix("." + target.split(":", 1)[0])
            if not made.is_file():
                raise ConversionError("không có tệp nào được ghi ra")
            return made.read_bytes()

    def version(self) -> str:
        """What it says of itself, "LibreOffice 7.4.7.2". Raises ConversionError."""
        try:
            asked = subprocess.run([str(self.program), "--version"],  # noqa: S603  (the program that the user installed or named)
                                   capture_output=True, check=True, timeout=_TO_ANSWER, stdin=subprocess.DEVNULL)
        except OSError as error:
            raise ConversionError(f"không chạy được {self.program} ({os_reason(error)})") from error
        except subprocess.SubprocessError:
            raise ConversionError(f"{self.program} không trả lời") from None
        return " ".join(asked.stdout.decode(errors="replace").split()[:2])

    def _run(self, place: Path, target: str, stamp: dt.date) -> None:
        """A profile of its own: another LibreOffice may be open, and nobody's settings may change the pages."""
        arguments = [f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
                     "--nolockcheck", "--convert-to", target, "--outdir", str(place / "out"), str(place / _SOURCE)]
        try:
            process = subprocess.Popen(  # noqa: S603  (the program that the user installed or named)
                [str(self.program), *arguments], cwd=place, env={**os.environ, **_clock(stamp)},
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **_own_group(),
            )
        except OSError as error:
            raise ConversionError(f"không chạy được {self.program} ({os_reason(error)})") from error
        try:
            status = process.wait(self.seconds)
        except subprocess.TimeoutExpired:
            raise ConversionError(f"quá {self.seconds:g} giây mà chưa xong nên đã bị dừng") from None
        finally:
            _end(process)
        if status != 0:
            raise ConversionError(f"chương trình kết thúc với mã {status}")


def find_office() -> Office:
    """LibreOffice as BAOCAO_SOFFICE names it, on PATH, or in a usual folder. Raises OfficeMissingError."""
    named = os.environ.get(VARIABLE, "")
    if named:
        found = shutil.which(named)
        if found is None:
            raise OfficeMissingError(named)
        return Office(Path(found))
    on_path = (Path(found) for found in map(shutil.which, _NAMES) if found)
    installed = (path for path in usual_places(os.environ, Path.home()) if path.is_file())
    program = next(on_path, None) or next(installed, None)
    if program is None:
        raise OfficeMissingError
    return Office(program)


def usual_places(variables: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Where the installers of Windows, macOS and Linux put the program, newest version first."""
    for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"):
        if variables.get(name):
            yield Path(variables[name]) / "LibreOffice" / "program" / "soffice.com"
    for applications in (Path("/Applications"), home / "Applications"):
        yield applications / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    yield Path("/usr/lib/libreoffice/program/soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _clock(stamp: dt.date) -> dict[str, str]:
    """Newer versions take the day from SOURCE_DATE_EPOCH; the zone decides how long a written date is."""
    midnight = dt.datetime.combine(stamp, dt.time(), dt.UTC)
    return {"TZ": "UTC", "SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}


def _own_group() -> dict[str, Any]:
    """The program starts others; together they can be ended."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started, also when it ended by itself."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S603, S607
                       capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):  # macOS answers so for a group that has just ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
