"""The real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from contextlib import suppress
from pathlib import Path

from bench.faults.here import Command, last_words

_MARK = "BAOCAO_FAULTS"
"""A variable that all processes of a run inherit, with another value in each run."""


def run_command(root: Path, command: Command) -> tuple[int, str]:
    """The exit status of `baocao` and what it said of a failure."""
    done = subprocess.run(_line(root, command), capture_output=True, check=False)  # noqa: S603
    return done.returncode, last_words(done.stderr.decode())


class Started:
    """A run under way; its processes are known by a variable that they inherit."""

    def __init__(self, root: Path, command: Command) -> None:
        mark = f"{_MARK}={uuid.uuid4().hex}"
        name, _, value = mark.partition("=")
        self._mark = mark.encode()
        self._process = subprocess.Popen(  # noqa: S603
            _line(root, command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, name: value},
        )  # fmt: skip

    def kill(self) -> None:
        """Kill -9 the command itself, and nothing that it has started."""
        self._process.kill()
        self._process.wait()

    def left(self) -> list[int]:
        """The numbers of its processes that live."""
        return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if self._mark in _variables(folder)]

    def end(self) -> None:
        """End what has lived on."""
        for number in self.left():
            with suppress(ProcessLookupError):
                os.kill(number, 9)


def _line(root: Path, command: Command) -> list[str]:
    return [sys.executable, "-m", "report_utils", *command, "--root", str(root)]


def _variables(folder: Path) -> bytes:
    """Those with which a process was started; nothing of one that has just ended."""
    try:
        return (folder / "environ").read_bytes()
    except OSError:
        return b""
