"""What came of a run: the Word files, whether the report is a draft, and why."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "outcome.json"


@dataclass(frozen=True)
class Outcome:
    """`word` is the file name of the report, `summary` that of its summary, if any. `missing` says where data is
    missing, `wrong` where it contradicts itself. `errors` and `warnings` count the findings. `sha256` and
    `summary_sha256` are those of the Word files as they were written.
    """

    word: str
    draft: bool
    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    errors: int
    warnings: int
    sha256: str = ""
    summary: str = ""
    summary_sha256: str = ""

    def save(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def load_outcome(folder: Path) -> Outcome:
    """The outcome that the last stage wrote into `folder`."""
    entry = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return Outcome(**{**entry, "missing": tuple(entry["missing"]), "wrong": tuple(entry["wrong"])})
