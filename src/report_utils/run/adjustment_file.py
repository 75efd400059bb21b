"""The file of adjustments of a period: where it lies, what it says, and that one process at a time changes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.intake.adjustments.entries import Recorded, read_entries
from report_utils.intake.raw_folder import ADJUSTMENTS
from report_utils.run.lock import locked
from report_utils.storage.files import save

_PATIENCE = 30.0
"""Seconds; an entry takes a few at most."""
_MARK = "\ufeff".encode()


@contextmanager
def changing(reporting: Reporting) -> Iterator[None]:
    """Nobody else changes the file meanwhile. Raises LockedError when another process does not end."""
    agency, period = reporting.agency.code, str(reporting.period)
    place = reporting.workspace.reports(agency, period).with_name(f"{period}.adjust")
    with locked(place, f"điều chỉnh số liệu {agency} {period}", _PATIENCE):
        yield


def entries_of(reporting: Reporting) -> list[Recorded]:
    """What is recorded. Raises SettingsError."""
    path = _path(reporting)
    return read_entries(path, reporting.workspace.shown(path))


def text_of(reporting: Reporting) -> str:
    """The file as it is, without a byte-order mark; "" where there is none."""
    path = _path(reporting)
    return path.read_bytes().decode("utf-8-sig") if path.exists() else ""


def save_text(reporting: Reporting, text: str) -> None:
    """Write the file, with a byte-order mark where it had one. Raises NotSavedError."""
    path = _path(reporting)
    had_mark = path.exists() and path.read_bytes().startswith(_MARK)
    save(path, (_MARK if had_mark else b"") + text.encode())


def _path(reporting: Reporting) -> Path:
    return reporting.workspace.raw(reporting.agency.code, str(reporting.period)) / ADJUSTMENTS
