"""Whether a report is what its manifest says: built once more in a folder apart, and compared byte by byte."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_utils.agency.reporting import open_reporting
from report_utils.agency.workspace import Workspace, WorkspaceNotFoundError
from report_utils.errors import BaocaoError
from report_utils.run.first_difference import first_difference
from report_utils.run.folders import Folders
from report_utils.run.manifest import NAME
from report_utils.run.pipeline import run_period
from report_utils.run.unchanged import differing
from report_utils.storage.files import make_folder, save

_MOST_NAMES = 10
_PATHS = ("watched", "asked", "outputs", "notebooks")
"""The parts of a manifest whose keys are paths."""


class NoManifestError(BaocaoError):
    """The folder `folder` has no manifest, or one that cannot be used."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(f"Thư mục «{folder}» không có manifest.json dùng được nên không kiểm chứng được. Hãy chọn thư "
                         "mục do baocao run ghi, dạng reports/<cơ quan>/<kỳ>.")


class NotRebuildableError(BaocaoError):
    """`changed` are the inputs, settings, notebooks, code or libraries that are not those of the manifest."""

    def __init__(self, changed: list[str]) -> None:
        self.changed = tuple(changed)
        names = "; ".join(changed[:_MOST_NAMES]) + (" …" if len(changed) > _MOST_NAMES else "")
        super().__init__(f"Không lập lại được báo cáo này: từ lượt chạy đó đã thay đổi {names}. Hãy khôi phục các nội "
                         "dung này, hoặc chạy lại: baocao run.")


@dataclass(frozen=True)
class Verified:
    """How many files were `compared`, a line for each that differs, and the Word files of a person, left alone."""

    compared: int
    differences: tuple[str, ...]
    kept: tuple[str, ...]


def verify(folder: Path, root: str = "") -> Verified:
    """Build the report in `folder` once more from what lies in its workspace, and compare; nothing there is written.

    PDFs are not compared: they depend on the LibreOffice and the fonts of a machine. Raises NoManifestError,
    NotRebuildableError, WorkspaceNotFoundError and what `run_period` raises.
    """
    manifest = _manifest_of(folder)
    workspace = Workspace.find(root) if root else _workspace_above(folder.resolve())
    try:
        changed = differing(workspace, manifest)
    except (ValueError, LookupError, TypeError, AttributeError):
        raise NoManifestError(str(folder)) from None
    if changed:
        raise NotRebuildableError(changed)
    there = Folders(workspace.processed(manifest["agency"], manifest["period"]), folder)
    with tempfile.TemporaryDirectory() as apart:
        rebuilt = _rebuilt(workspace, manifest, Path(apart))
        reports, processed = _names(rebuilt.reports, manifest["outputs"]), _names(rebuilt.processed, {})
        reports -= set(manifest["kept"])
        found = [*_differences(reports, rebuilt.reports, there.reports, ""),
                 *_differences(processed, rebuilt.processed, there.processed, f"{workspace.shown(there.processed)}/")]
    return Verified(len(reports) + len(processed), tuple(found), tuple(manifest["kept"]))


def _manifest_of(folder: Path) -> dict[str, Any]:
    """The manifest of a run, whose paths all lie below the workspace. Raises NoManifestError."""
    try:
        manifest: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
        paths = [Path(name) for key in _PATHS for name in manifest[key]]
        paths += [Path(name) for name in (manifest["agency"], manifest["period"], *manifest["kept"])]
    except (OSError, ValueError, LookupError, TypeError):
        raise NoManifestError(str(folder)) from None
    if any(path.is_absolute() or ".." in path.parts for path in paths):
        raise NoManifestError(str(folder))
    return manifest


def _workspace_above(folder: Path) -> Workspace:
    for parent in folder.parents:
        if (parent / "params").is_dir():
            return Workspace(parent)
    raise WorkspaceNotFoundError(folder)


def _rebuilt(workspace: Workspace, manifest: Mapping[str, Any], apart: Path) -> Folders:
    """The results of a run on a copy of its inputs, in `apart`."""
    own = [] if not (workspace.root / "notebooks").is_dir() else ["notebooks"]
    for folder in (*(name for name, names in manifest["watched"].items() if names is not None), *own):
        shutil.copytree(workspace.root / folder, apart / folder)
    for folder in (name for name, is_there in manifest["asked"].items() if is_there):
        make_folder(apart / folder)
    names = (manifest["agency"], manifest["period"])
    copy = Workspace(apart)
    rebuilt = Folders(copy.processed(*names), copy.reports(*names))
    for name in manifest["kept"]:  # the new Word files gave way to these names
        save(rebuilt.reports / name, b"")
    run_period(open_reporting(*names, str(apart)))
    return rebuilt


def _names(folder: Path, expected: Mapping[str, str]) -> set[str]:
    """What was written into `folder`, and what should have been, by path."""
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return written | set(expected)


def _differences(names: set[str], rebuilt: Path, there: Path, prefix: str) -> Iterator[str]:
    for name in sorted(names):
        expected, found = _bytes_of(rebuilt / name), _bytes_of(there / name)
        if expected == found:
            continue
        if found is None:
            yield f"{prefix}{name}: không còn trong thư mục"
        elif expected is None:
            yield f"{prefix}{name}: lập lại thì không có tệp này"
        else:
            yield f"{prefix}{name}: khác bản lập lại, {first_difference(name, expected, found)}"


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def verified_lines(verified: Verified) -> Iterator[str]:
    """What came of it, for people."""
    yield from verified.differences
    yield from (f"Không so sánh tệp do người dùng sửa: {name}" for name in verified.kept)
    if verified.differences:
        yield f"Không khớp: {len(verified.differences)} trong {verified.compared} tệp khác bản lập lại."
    else:
        yield f"Khớp: đã lập lại {verified.compared} tệp, giống nhau từng byte."
