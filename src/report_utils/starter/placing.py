"""Folders that take their place only when all that belongs to them is written; a failure leaves nothing behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

_STAGING = ".new-agency-"
"""What the folder in which is written begins with until all is whole; a killed run leaves it behind."""


@dataclass(frozen=True)
class Placing:
    """Files are written below `staging`, and moved from there to the same path below `root`."""

    root: Path
    staging: Path
    undo: ExitStack

    def move(self, name: str) -> None:
        """Give the file or folder of that path its place, where nothing may be yet."""
        goal = self.root / name
        make_folder(goal.parent, self.undo)
        (self.staging / name).rename(goal)
        self.undo.callback(shutil.rmtree if goal.is_dir() else Path.unlink, goal)

    def make_folder(self, name: str) -> None:
        """Make an empty folder where there is none."""
        make_folder(self.root / name, self.undo)


@contextmanager
def placing(root: Path) -> Iterator[Placing]:
    """A place to write what is to go into `root`; what was moved goes away again when the block fails.

    `root` is made where it is missing; what a killed run left in it is removed.
    """
    with ExitStack() as undo:
        make_folder(root, undo)
        for leftover in filter(is_leftover, list(root.iterdir())):
            shutil.rmtree(leftover, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=_STAGING, dir=root) as folder:
            yield Placing(root, Path(folder), undo)
        undo.pop_all()


def is_leftover(path: Path) -> bool:
    """Whether a killed run left this folder."""
    return path.name.startswith(_STAGING) and path.is_dir() and not path.is_symlink()


def make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it where they are missing."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir()
        undo.callback(missing.rmdir)
