"""The same run with files written as most programs do: each at once in the place where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.faults.fault import PRIMITIVES
from bench.faults.here import run_here
from bench.faults.stand import Stand
from bench.faults.tree import look, put_back
from report_utils.run import pipeline
from report_utils.run.folders import Folders
from report_utils.storage import disk, files


class PlainCount:
    """Kills of plain writers: files that are torn, folders that hold files of two runs."""

    def __init__(self) -> None:
        self.points = self.corrupt = self.mixed = 0

    def __str__(self) -> str:
        return f"plain writers, kill -9: {self.points} points, corrupt {self.corrupt}, mixed {self.mixed}"


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


def kill_plain_writers(stand: Stand) -> PlainCount:
    """See what is there at each moment at which a run could be killed, `stand.new` being what this way writes."""
    count = PlainCount()

    def look_at() -> None:
        found = look(stand.root)
        whole = all(data in (stand.old.get(name, data), stand.new.get(name, data)) for name, data in found.items())
        count.points += 1
        count.corrupt += not whole
        count.mixed += whole and found not in (stand.old, stand.new)

    def watched(name: str) -> Any:
        true = getattr(disk, name)

        def call(path: Path, *rest: Any) -> Any:
            look_at()
            if name == "write":
                true(path, rest[0][: len(rest[0]) // 2])
                look_at()
            return true(path, *rest)

        return call

    for_all = {name: watched(name) for name in PRIMITIVES}
    with patch.multiple(disk, **for_all):
        run_plainly(stand.root, stand.sample.command)
    put_back(stand.root, stand.old)
    return count
