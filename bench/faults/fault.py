"""What goes wrong at one call to the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Call = Callable[..., Any]
PRIMITIVES = ("write", "sync", "rename", "exchange", "unlink", "mkdir", "rmdir")
"""The functions of `report_utils.storage.disk` that change something, or wait for it."""

KILLED = 137
"""The exit status of a process that plays one that was killed."""


@dataclass(frozen=True)
class Fault:
    """`code`: the errno that is raised, 0 for kill -9; `half`: after half of the bytes; `lasting`: at every later call
    as well.
    """

    kind: str
    code: int = 0
    half: bool = False
    lasting: bool = False

    def strike(self, true: Call, path: Path, *rest: Any) -> None:
        """Happen, in the place of the call `true`. Raises OSError, or ends the process."""
        if self.half:
            true(path, rest[0][: len(rest[0]) // 2])
        if not self.code:
            os._exit(KILLED)
        raise OSError(self.code, os.strerror(self.code), str(path))

    def at(self, name: str) -> Iterator[Fault]:
        """How it can happen at a call of that name."""
        yield self
        if name == "write" and not self.lasting:
            yield replace(self, half=True)


FULL, REFUSED, BROKEN = (Fault(errno.errorcode[code], code) for code in (errno.ENOSPC, errno.EACCES, errno.EIO))
GONE = Fault("EIO from then on", errno.EIO, lasting=True)
KILL = Fault("kill -9")
EVERY = (FULL, REFUSED, BROKEN, GONE, KILL)
