"""What a loss of power takes: everything that nobody waited for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from report_utils.storage import disk

Undo = tuple[Path, Callable[[], object]]
"""The folder in which names were changed, and how that is undone."""


class Unsynced:
    """Contents of files, and changes of names in folders, that no `disk.sync` has made last."""

    def __init__(self) -> None:
        self._contents: set[Path] = set()
        self._names: list[Undo] = []

    def note(self, name: str, path: Path, *rest: Any) -> None:
        """A call to the disk is about to be made."""
        if name == "sync":
            self._contents.discard(path)
            self._names = [(folder, undo) for folder, undo in self._names if folder != path]
            return
        undo = _undoing(name, path, *rest)
        if undo:
            self._names.append((path.parent, undo))
        if name == "write":
            self._contents.add(path)
        elif name == "unlink":
            self._contents.discard(path)
        elif name in ("rename", "exchange"):
            self._contents = {_elsewhere(each, path, rest[0], name == "exchange") for each in self._contents}

    def lose(self, names: Path | None) -> None:
        """Cut off the contents, and give `names` and the folders below it, if any, back the names that they had."""
        for path in self._contents:
            if path.is_file():
                path.write_bytes(path.read_bytes()[:1])
        for folder, undo in reversed(self._names):
            if names and folder.is_relative_to(names):
                undo()


def _elsewhere(path: Path, one: Path, other: Path, exchanged: bool) -> Path:
    """Where a file is when `one` has got the name `other`, and the other way round where they were exchanged."""
    for old, new in ((one, other), *(((other, one),) if exchanged else ())):
        if path == old or old in path.parents:
            return new / path.relative_to(old)
    return path


def _undoing(name: str, path: Path, *rest: Any) -> Callable[[], object] | None:
    """How the names come back as they are before the call; a file whose name went has its bytes again."""
    before = path.read_bytes() if path.is_file() else None
    match name:
        case "write":
            return None if before is not None else partial(path.unlink, missing_ok=True)
        case "unlink":
            return partial(_write, path, before)
        case "mkdir":
            return partial(shutil.rmtree, path, ignore_errors=True)
        case "rmdir":
            return partial(path.mkdir, parents=True, exist_ok=True)
        case "exchange":
            return partial(_exchange_back, path, rest[0])
        case _:
            return partial(_rename_back, path, rest[0], rest[0].read_bytes() if rest[0].is_file() else None)


def _write(path: Path, data: bytes | None) -> None:
    if data is not None and path.parent.is_dir():
        path.write_bytes(data)


def _exchange_back(one: Path, other: Path) -> None:
    if one.exists() and other.exists():
        disk.exchange(one, other)


def _rename_back(old: Path, new: Path, replaced: bytes | None) -> None:
    if new.exists() and old.parent.is_dir():
        os.replace(new, old)  # noqa: PTH105
        _write(new, replaced)
