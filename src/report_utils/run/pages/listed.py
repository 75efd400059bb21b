"""Whether reports/index.html is as it was written and tells what lies in reports/. Nothing heavy is imported.

A run that was cut off may have published its reports without listing them, a person may have changed the page or taken
reports away. The page ends in a seal over its own bytes and over what it was made from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from report_utils.agency.workspace import Workspace

NAME = "index.html"
_MANIFEST, _OUTCOME = "manifest.json", "outcome.json"
_SHOWN = frozenset({".docx", ".pdf"})


def state_of(reports: Path) -> str:
    """What lies in the reports folder, as far as its list depends on it. Raises OSError."""
    state = hashlib.sha256()
    for line in sorted(line for outcome in reports.glob(f"[!.]*/[!.]*/{_OUTCOME}") for line in _lines(outcome.parent)):
        state.update(line.encode())
    return state.hexdigest()


def _lines(folder: Path) -> Iterator[str]:
    here = f"{folder.parent.name}/{folder.name}"
    manifest = folder / _MANIFEST
    made = manifest.read_bytes() if manifest.exists() else b""  # notebooks by themselves write none
    yield f"{here} {hashlib.sha256(made).hexdigest()}\n"
    for path in folder.iterdir():
        if path.suffix in _SHOWN:
            yield f"{here}/{path.name}\n"


def sealed(page: bytes, state: str) -> bytes:
    """The page with its seal as last line; `state` is that of the reports folder before it was looked at."""
    return page + _seal(page, state)


def is_listed(reports: Path) -> bool:
    """Whether the list is as it was written, and nothing it tells of has come or gone since."""
    try:
        lines = (reports / NAME).read_bytes().splitlines(keepends=True)
        return bool(lines) and lines[-1] == _seal(b"".join(lines[:-1]), state_of(reports))
    except OSError:
        return False


def keep_listed(workspace: Workspace) -> None:
    """Write the list anew where it is not as it should be; no run is needed for that."""
    if not is_listed(workspace.root / "reports"):
        from report_utils.run.pages.report_list import save_report_list  # noqa: PLC0415 (slow to load)

        save_report_list(workspace)


def _seal(page: bytes, state: str) -> bytes:
    return f"<!-- {hashlib.sha256(page + state.encode()).hexdigest()} -->\n".encode()
