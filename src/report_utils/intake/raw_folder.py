"""What lies in the raw folder of a period, by name; nothing is opened."""

from __future__ import annotations

from pathlib import Path

from report_utils.agency.period import Period
from report_utils.errors import UnknownNameError

ADJUSTMENTS = "dieu-chinh.yaml"
"""The file in the raw folder that the office writes itself: its adjustments of what the units sent."""

_WORKBOOKS = (".xlsx", ".xlsm")


def received_files(folder: Path) -> list[Path]:
    """Everything that was sent, by name; lock files (~$), hidden files, folders and adjustments are passed over."""
    if not folder.is_dir():
        return []
    shown = (path for path in folder.iterdir() if not path.name.startswith((".", "~$")) and path.name != ADJUSTMENTS)
    return sorted((path for path in shown if path.is_symlink() or not path.is_dir()), key=lambda path: path.name)


def submission_files(folder: Path) -> list[Path]:
    """The files of the raw folder that may be workbooks, by name, whatever is behind the name."""
    return list(filter(is_workbook, received_files(folder)))


def holds_files(folder: Path) -> bool:
    """Whether anything was sent for the period, also into a folder below, or adjusted by the office."""
    return any(path.is_file() and not path.name.startswith((".", "~$")) for path in folder.rglob("*"))


def sent_periods(folder: Path) -> list[str]:
    """The periods whose raw folders, side by side in `folder`, have a workbook in them, by name."""
    names = (path.name for path in (folder.iterdir() if folder.is_dir() else ()) if path.is_dir())
    return sorted(name for name in names if _is_period(name) and submission_files(folder / name))


def _is_period(name: str) -> bool:
    try:
        return str(Period.parse(name)) == name
    except UnknownNameError:
        return False


def is_workbook(path: Path) -> bool:
    """Whether a file has the name of a workbook."""
    return path.suffix.lower() in _WORKBOOKS
