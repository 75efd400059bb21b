"""What a look at the machine found."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """WORSE: the program runs, but something that not everybody needs is missing. FAILED: it must be mended first."""

    GOOD = "đạt"
    WORSE = "cảnh báo"
    FAILED = "chưa đạt"


@dataclass(frozen=True)
class Verdict:
    """What was looked at, what was found, and how to mend it where it is not good; Vietnamese phrases."""

    about: str
    state: State
    found: str
    mend: str = ""

    def as_json(self) -> dict[str, str]:
        """The keys of `baocao doctor --json`."""
        return {"about": self.about, "state": self.state.value, "found": self.found, "mend": self.mend}


def on_this_system(mending: Mapping[str, str]) -> str:
    """What to do on this system, of texts by `sys.platform`; what holds for Linux stands for other systems as well."""
    return mending.get(sys.platform, mending["linux"])
