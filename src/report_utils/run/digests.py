"""SHA-256 of files and of the code of this package."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from report_utils.starter.samples import PACKAGED

_UNREADABLE = "không đọc được"
_PACKAGE = Path(__file__).parents[1]
_COMPILED = "__pycache__"


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digests(files: Mapping[str, Path]) -> dict[str, str]:
    """The digests of files by their names. One that cannot be read has a word instead: it has its finding elsewhere."""
    return {name: _digest_or_reason(files[name]) for name in sorted(files)}


def digests_below(folder: Path, *without: str) -> dict[str, str]:
    """The digests of all files below a folder by their paths in it; those of the names `without` are passed over."""
    return digests({path.relative_to(folder).as_posix(): path for path in folder.rglob("*")
                    if path.is_file() and path.name not in without})


def code_digest(package: Path = _PACKAGE) -> str:
    """One digest of all files of the package, templates and lists included: another one where anything changed.

    The samples that only a wheel holds are none of them, so that a wheel and its source tree have the same digest.
    """
    whole = hashlib.sha256()
    for path in sorted(_sources(package), key=str):
        whole.update(f"{path.relative_to(package).as_posix()}\n{digest(path)}\n".encode())
    return whole.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _sources(path) if path.name != _COMPILED and path != PACKAGED else ()
        else:
            yield path


def _digest_or_reason(path: Path) -> str:
    try:
        return digest(path)
    except OSError:
        return _UNREADABLE
