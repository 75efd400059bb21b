"""What a run reads and what it writes, as bytes, for workers that do not see the workspace."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from report_utils.agency.agency import load_profile
from report_utils.agency.reporting import Reporting
from report_utils.agency.workspace import Workspace
from report_utils.opc import pack
from report_utils.run.batch.targets import Target
from report_utils.run.log import log_of

_LEVEL = 1
"""Workbooks, pictures and parquet are pressed already."""


def pack_inputs(reporting: Reporting) -> bytes:
    """All that a run reads: settings, submissions, notebooks, and the last report with what people did to it.

    Of periods that it does not read it takes the empty folders, for it asks which are there.
    """
    workspace, agency, period = reporting.workspace, reporting.agency.code, str(reporting.period)
    earlier = [place for before in reporting.earlier(reporting.was_sent) for place in reporting.sent_to(before)]
    whole = [workspace.raw(agency, period), *(workspace.raw(code, str(theirs)) for code, theirs in earlier),
             workspace.reports(agency, period), workspace.root / "notebooks"]
    agencies = _with_predecessors(workspace, agency)
    whole += [workspace.params(code) for code in agencies]
    empty = [folder for code in agencies for folder in _folders_in(workspace.raw(code, ""))]
    return _packed(workspace.root, whole, empty)


def pack_outputs(workspace: Workspace, target: Target) -> bytes:
    """All that a run wrote, and its log."""
    names = (target.agency, target.period)
    return _packed(workspace.root, [workspace.processed(*names), workspace.reports(*names), log_of(workspace, *names)])


def unpack(parcel: bytes, folder: Path) -> None:
    """Write what was packed into `folder`, an empty one."""
    with zipfile.ZipFile(io.BytesIO(parcel)) as archive:
        archive.extractall(folder)


def _packed(root: Path, whole: Iterable[Path], empty: Iterable[Path] = ()) -> bytes:
    parts = {f"{folder.relative_to(root).as_posix()}/": b"" for folder in empty}
    for path in (each for place in whole for each in (place, *place.rglob("*"))):
        name = path.relative_to(root).as_posix()
        if path.is_dir():
            parts[f"{name}/"] = b""
        elif path.is_file():
            parts[name] = path.read_bytes()
    return pack(parts, _LEVEL)


def _with_predecessors(workspace: Workspace, agency: str) -> list[str]:
    """The agency, those that were merged into it, and those before them."""
    found = [agency]
    for code in found:
        found += [one.agency for one in load_profile(workspace, code).predecessors if one.agency not in found]
    return found


def _folders_in(folder: Path) -> Iterator[Path]:
    return (path for path in (folder.iterdir() if folder.is_dir() else ()) if path.is_dir())
