"""What lies in the raw folder of a period, by name; nothing is opened."""

from __future__ import annotations

from pathlib import Path

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


def is_workbook(path: Path) -> bool:
    """Whether a file has the name of a workbook."""
    return path.suffix.lower() in _WORKBOOKS
