"""Which notebook comes after which, and several of them at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from report_utils.errors import BaocaoError

_KEY, _AFTER = "baocao", "after"
"""Where the metadata of a notebook says after which others it comes: {"baocao": {"after": ["2_kiem_tra"]}}."""


class CircularNotebooksError(BaocaoError):
    """Notebooks wait for each other; `notebooks` are their names."""

    def __init__(self, notebooks: Sequence[str]) -> None:
        self.notebooks = tuple(notebooks)
        super().__init__(f"Các sổ tính chờ lẫn nhau: {', '.join(notebooks)}. Hãy sửa mục «after» trong metadata.")


def order_of(notebooks: Sequence[Path]) -> dict[Path, frozenset[Path]]:
    """The notebooks with those that each waits for: those that its metadata names, else all that stand before it.

    Names of notebooks that are not run are passed over. Raises CircularNotebooksError.
    """
    by_name = {path.stem: path for path in notebooks}
    waits = {}
    for i, path in enumerate(notebooks):
        named = _named(path)
        before = notebooks[:i] if named is None else [by_name[name] for name in named if name in by_name]
        waits[path] = frozenset(before)
    _refuse_circles(waits)
    return waits


def _named(notebook: Path) -> list[str] | None:
    """The names that the metadata gives; None where it says nothing, or cannot be read (its execution will say why)."""
    try:
        named = json.loads(notebook.read_text(encoding="utf-8"))["metadata"][_KEY][_AFTER]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return [str(name) for name in named] if isinstance(named, list) else None


def _refuse_circles(waits: Mapping[Path, frozenset[Path]]) -> None:
    left = dict(waits)
    while free := [path for path, needed in left.items() if not needed & left.keys()]:
        left = {path: needed for path, needed in left.items() if path not in free}
    if left:
        raise CircularNotebooksError([path.stem for path in left])


def run_all(waits: Mapping[Path, frozenset[Path]], work: Callable[[Path], None], at_once: int) -> Iterator[Path]:
    """Do `work` on every notebook, each after those that it waits for, `at_once` at a time; each as it is done.

    After a failure none is begun; when those under way have ended, the error of the first in reading order is raised.
    """
    left, running, failed = dict(waits), dict[Future[None], Path](), dict[Path, BaseException]()
    with ThreadPoolExecutor(at_once, thread_name_prefix="notebook") as pool:
        while left or running:
            busy = set(left) | set(running.values())
            for path in [path for path, needed in left.items() if not failed and not needed & busy]:
                del left[path]
                running[pool.submit(work, path)] = path
            if failed and not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in sorted(done, key=lambda each: str(running[each])):
                path = running.pop(future)
                if error := future.exception():
                    failed[path] = error
                else:
                    yield path
    for path in waits:
        if path in failed:
            raise failed[path]
