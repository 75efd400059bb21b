"""What lies in the folders of results, byte for byte, and how it is put back."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

Tree = dict[str, bytes | None]
"""Files by their paths below the root of a workspace; a folder has None."""

RESULTS = ("reports", "data/processed")
_NO_RESULT = (".logs", ".lock")
"""Ends of the names of what tells of runs, and of what a run holds while it lives: neither belongs to a report."""

LIST = "reports/index.html"
_KEPT = ".read"
"""The folder of readings that are kept: a spoiled one is read anew, so they count only in what the next run gives."""


def look(root: Path) -> Tree:
    """All that lies in the folders of results of a workspace."""
    found: Tree = {}
    for folder in RESULTS:
        _look_into(root / folder, folder, found)
    return found


def _look_into(folder: Path, name: str, found: Tree) -> None:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.endswith(_NO_RESULT):
            continue
        if path.is_dir():
            found[f"{name}/{path.name}"] = None
            _look_into(path, f"{name}/{path.name}", found)
        else:
            found[f"{name}/{path.name}"] = path.read_bytes()


def put_back(root: Path, wanted: Tree) -> None:
    """Make the folders of results what they were."""
    now = look(root)
    for name in sorted(now.keys() - wanted.keys(), reverse=True):
        path = root / name
        shutil.rmtree(path, ignore_errors=True) if now[name] is None else path.unlink(missing_ok=True)
    for name in sorted(name for name in wanted if name not in now or now[name] != wanted[name]):
        data = wanted[name]
        if data is None:
            (root / name).mkdir(parents=True, exist_ok=True)
        else:
            (root / name).write_bytes(data)


def below(tree: Tree, folder: str) -> Tree:
    """The part of a tree in one of its folders."""
    return {name: data for name, data in tree.items() if name.startswith(f"{folder}/")}


def published(tree: Tree) -> Tree:
    """The reports and their data: without kept readings and the list of reports, which is written after them."""
    return {name: data for name, data in tree.items()
            if _KEPT not in Path(name).parts and (data is None or Path(name).parent != Path(RESULTS[0]))}  # fmt: skip


def mark(tree: Tree) -> str:
    """A digest by which equal trees are known."""
    whole = sha256()
    for name in sorted(tree):
        data = tree[name]
        whole.update(f"{name}\n{'' if data is None else sha256(data).hexdigest()}\n".encode())
    return whole.hexdigest()


def different(one: Tree, other: Tree) -> list[str]:
    """The names in which two trees differ."""
    return sorted(name for name in {*one, *other} if one.get(name, b"\0") != other.get(name, b"\0"))
