"""Which runs the list of reports knows: one that was cut off may not be among them. Nothing heavy is imported."""

from __future__ import annotations

import hashlib
from pathlib import Path

NAME = "index.html"
_MANIFEST = "manifest.json"


def mark_of(reports: Path) -> str:
    """A comment that stands in the list for the run that made a reports folder. Raises OSError where there is none."""
    run = f"{reports.parent.name}/{reports.name}\n".encode() + (reports / _MANIFEST).read_bytes()
    return f"<!-- {hashlib.sha256(run).hexdigest()} -->"


def is_listed(reports: Path) -> bool:
    """Whether the list was written since the reports folder was. Raises OSError where either is missing."""
    return mark_of(reports) in (reports.parents[1] / NAME).read_text(encoding="utf-8")
