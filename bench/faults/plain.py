"""The same run with files written as most programs do: each at once in the place where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.faults.fault import PRIMITIVES, Call
from bench.faults.here import run_here
from bench.faults.stand import Stand
from bench.faults.tree import look, published, put_back
from report_utils.run import pipeline
from report_utils.run.folders import Folders
from report_utils.storage import disk, files


@contextmanager
def written_plainly() -> Iterator[None]:
    """No file is written beside its place, no folder beside its goal."""

    @contextmanager
    def in_place(goal: Folders) -> Iterator[Folders]:
        yield goal

    with patch.object(files, "part_of", lambda path: path), patch.object(pipeline, "staged", in_place):
        yield


def run_plainly(root: Path, command: tuple[str, ...]) -> tuple[int, str]:
    """As `run_here`."""
    with written_plainly():
        return run_here(root, command)


@dataclass
class PlainKills:
    """What is there at each moment at which a run could be killed; `stand.new` is what this way writes.

    `corrupt`: a file is torn; `mixed`: all are whole, but of two runs.
    """

    stand: Stand
    points: int = 0
    corrupt: int = 0
    mixed: int = 0

    def walk(self) -> PlainKills:
        """Go through a whole run."""
        with patch.multiple(disk, **{name: self._watched(name, getattr(disk, name)) for name in PRIMITIVES}):
            run_plainly(self.stand.root, self.stand.sample.command)
        put_back(self.stand.root, self.stand.old)
        return self

    def _watched(self, name: str, true: Call) -> Call:
        def call(path: Path, *rest: Any) -> Any:
            self._look()
            if name == "write":
                true(path, rest[0][: len(rest[0]) // 2])
                self._look()
            return true(path, *rest)

        return call

    def _look(self) -> None:
        old, new, found = map(published, (self.stand.old, self.stand.new, look(self.stand.root)))
        whole = all(data in (old.get(name, data), new.get(name, data)) for name, data in found.items())
        self.points += 1
        self.corrupt += not whole
        self.mixed += whole and found not in (old, new)

    def __str__(self) -> str:
        return f"plain writers, kill -9: {self.points} points, corrupt {self.corrupt}, mixed {self.mixed}"
