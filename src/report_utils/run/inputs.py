"""What a run reads, seen without reading it: folders with their names, files by digest. Nothing heavy is imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from report_utils import __version__
from report_utils.intake.file_names import shown_name
from report_utils.intake.raw_folder import ADJUSTMENTS, submission_files
from report_utils.run.digests import code_digest, digests

_LIBRARIES = ("babel", "holidays", "jinja2", "lxml", "markdown-it-py", "matplotlib", "nbformat", "numpy", "openpyxl",
              "pandas", "papermill", "pyarrow", "pydantic", "python-calamine", "pyyaml", "rapidfuzz")
"""Libraries whose version can change the bytes of a result."""
_SETTINGS = "params"


def surroundings() -> dict[str, Any]:
    """What a result depends on besides its inputs: the code of this package and the versions of libraries."""
    return {"version": __version__, "code": code_digest(),
            "libraries": {name: _version(name) for name in _LIBRARIES}}  # fmt: skip


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # installed by other means than a wheel
        return ""


def seen(root: Path, folders: Iterable[str], asked: Iterable[str] = ()) -> dict[str, Any]:
    """`watched`: the names in each of `folders` (None: it is not there); `inputs`: digests of the files read of them;
    `asked`: whether those of which nothing but that counts are there.

    `folders` are paths below `root`: those of settings, of which all files count, and raw ones, of which workbooks and
    the adjustments of the office do.
    """
    chosen = sorted(set(folders))
    files = {f"{folder}/{name}": path for folder in chosen for name, path in _read_of(root / folder, folder)}
    return {"asked": {folder: (root / folder).is_dir() for folder in sorted(asked)},
            "watched": {folder: _names(root / folder) for folder in chosen}, "inputs": digests(files)}


def _read_of(path: Path, folder: str) -> Iterator[tuple[str, Path]]:
    if folder.partition("/")[0] != _SETTINGS:
        yield from _by_shown_name(submission_files(path))
        if (path / ADJUSTMENTS).exists():
            yield ADJUSTMENTS, path / ADJUSTMENTS
    elif path.is_dir():
        for file in sorted(each for each in path.rglob("*") if each.is_file()):
            yield f"{file.parent.relative_to(path).as_posix()}/{shown_name(file)}".removeprefix("./"), file


def _names(folder: Path) -> list[str] | None:
    """What lies in a folder, subfolders with a slash; hidden files and locks of Office are nobody's input."""
    if not folder.is_dir():
        return None
    entries = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    return [name + ("/" if path.is_dir() else "") for name, path in _by_shown_name(entries)]


def _by_shown_name(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Files by the names that outputs may hold; where numbers of persons are masked, two names may become one."""
    taken: dict[str, int] = {}
    for path in paths:
        name = shown_name(path)
        taken[name] = taken.get(name, 0) + 1
        yield (name if taken[name] == 1 else f"{name} #{taken[name]}"), path
