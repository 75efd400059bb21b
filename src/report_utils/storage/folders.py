"""Folders of results, put in the place of the last ones together, or not at all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from report_utils.storage import disk
from report_utils.storage.files import NotSavedError, make_folder, part_of, save

Pair = tuple[Path, Path]
"""A new folder, and the goal beside it whose place it takes."""

_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


@contextmanager
def replaced(pairs: Sequence[Pair], journal: Path) -> Iterator[None]:
    """Empty new folders that take the place of their goals together when the block ends well, and vanish if not.

    What a killed run left is brought in order first. `journal` is a file beside the last goal. Raises NotSavedError.
    """
    recover(pairs, journal)
    with _saving(pairs[-1][1]):
        for new, _ in pairs:
            make_folder(new)
    try:
        yield
        publish(pairs, journal)
    finally:
        if not journal.exists():  # else they may hold what has to go back
            for new, _ in pairs:
                discard(new)


def publish(pairs: Sequence[Pair], journal: Path) -> None:
    """Put each new folder in the place of its goal; what stood there goes away.

    The last pair decides: until it is done, `recover` at the next start takes the others back. Raises NotSavedError;
    all goals are then as they were.
    """
    with _saving(pairs[-1][1]):
        for new, _ in pairs:
            sync_tree(new)
            disk.sync(new.parent)  # a journal that tells of a folder which is lost would cost the goal
        save(journal, json.dumps([fingerprint(new) for new, _ in pairs]) + "\n")
        disk.sync(journal.parent)
        _swap_all(pairs, journal)
    # All is in its place: what cannot be tidied up now is tidied up at the next start.
    with suppress(OSError, NotSavedError):
        disk.unlink(journal)
        for new, _ in pairs:
            remove(new)


def _swap_all(pairs: Sequence[Pair], journal: Path) -> None:
    """Every swap lasts before the next begins, so that the last one stands for all."""
    try:
        for new, goal in pairs:
            swap(new, goal)
            disk.sync(goal.parent)
    except (OSError, NotSavedError):
        _take_back(pairs, journal, finished=False)
        raise


def recover(pairs: Sequence[Pair], journal: Path) -> None:
    """Bring in order what a killed `publish` left: all of its folders are in their place afterwards, or none.

    Not carried on but taken back when the last pair was not done: its goal may have been edited since. Raises
    NotSavedError.
    """
    with _saving(pairs[-1][1]):
        _take_back(pairs, journal)
        with suppress(FileNotFoundError):
            disk.unlink(part_of(journal))
        for new, _ in pairs:
            remove(new)


def _take_back(pairs: Sequence[Pair], journal: Path, *, finished: bool = True) -> None:
    """Undo the swaps that the journal tells of, but not when all are done and so `finished`; no journal, no swaps."""
    for new, goal in pairs:
        _settle(new, goal)
    if not journal.exists():
        return
    done = [fingerprint(new) != mark for (new, _), mark in zip(pairs, _marks(journal, len(pairs)), strict=True)]
    for (new, goal), swapped in zip(pairs, done, strict=True):
        if swapped and not (finished and all(done)):
            _swap_back(new, goal)
            disk.sync(goal.parent)
    disk.unlink(journal)


def _marks(journal: Path, count: int) -> list[str]:
    """The fingerprints in a journal. One that nothing can be read of was not written by `publish`: all is done."""
    try:
        marks = json.loads(journal.read_text(encoding="utf-8"))
    except ValueError:
        marks = []
    return marks if isinstance(marks, list) and len(marks) == count else ["unreadable"] * count


def swap(new: Path, goal: Path) -> None:
    """Let `new` and `goal` change places, in one step where the system can; `goal` need not be there. Raises OSError or
    NotSavedError.

    Elsewhere they are renamed one after the other, and `recover` knows each state in between.
    """
    if not goal.exists():
        make_folder(goal.parent)
        disk.rename(new, goal)
        return
    try:
        disk.exchange(new, goal)
    except OSError as error:
        if error.errno not in _CANNOT_EXCHANGE:
            raise
        _rename_three(new, goal)


def _rename_three(new: Path, goal: Path) -> None:
    old = _old(goal)
    remove(old)
    disk.rename(goal, old)
    try:
        disk.rename(new, goal)
    except OSError:
        disk.rename(old, goal)
        raise
    disk.rename(old, new)


def _swap_back(new: Path, goal: Path) -> None:
    if new.exists():
        swap(new, goal)
    else:
        disk.rename(goal, new)


def _settle(new: Path, goal: Path) -> None:
    """End three renames that were cut off."""
    old = _old(goal)
    if not old.exists():
        return
    if not goal.exists():
        disk.rename(old, goal)
    elif not new.exists():
        disk.rename(old, new)
    else:
        remove(old)


def _old(goal: Path) -> Path:
    return goal.with_name(f".{goal.name}.old")


def fingerprint(folder: Path) -> str:
    """A digest of the names and contents of all files below `folder`; of nothing, where it is not there."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = os.fsencode(path.relative_to(folder).as_posix())
            digest.update(b"%d %s %s" % (len(name), name, hashlib.sha256(path.read_bytes()).digest()))
    return digest.hexdigest() if folder.exists() else ""


def sync_tree(folder: Path) -> None:
    """Wait until all files and names below `folder` would outlast a loss of power. Raises OSError."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            disk.sync(Path(place, name))
        disk.sync(Path(place))


def remove(folder: Path) -> None:
    """Remove a folder with all in it, if it is there; links are removed, not followed. Raises NotSavedError."""
    with _saving(folder):
        for place, folders, names in os.walk(folder, topdown=False):
            for name in names:
                disk.unlink(Path(place, name))
            for path in (Path(place, name) for name in folders):
                disk.unlink(path) if path.is_symlink() else disk.rmdir(path)
        if folder.exists():
            disk.rmdir(folder)


def discard(folder: Path) -> None:
    """Remove a folder as far as possible; the next start removes the rest."""
    with suppress(NotSavedError):
        remove(folder)


@contextmanager
def _saving(path: Path) -> Iterator[None]:
    """Every failure is one of `path`, whose name says something to people."""
    try:
        yield
    except NotSavedError as error:
        raise NotSavedError(path, error.reason, error.advice) from error
    except OSError as error:
        raise NotSavedError.of(path, error) from error
