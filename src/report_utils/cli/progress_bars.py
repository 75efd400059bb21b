"""Progress on the terminal: a bar for all that takes more than a second, on stderr, and nothing in files and pipes."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from report_utils.progress import Advance, nobody, told_to

if TYPE_CHECKING:
    from tqdm import tqdm

_AFTER = 1.0
"""Seconds without a bar, and between two looks at the clock."""
_COUNTED = "{desc}: {n_fmt}/{total_fmt} |{bar:24}| {elapsed}{postfix}"
_LONG_STEP = "{desc} … {elapsed}"


@contextmanager
def shown_progress() -> Iterator[None]:
    """Show what is told of within the block, if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with told_to(_bar):
        yield


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[Advance]:
    from tqdm import tqdm

    bar = tqdm(desc=what, total=total, file=sys.stderr, leave=False, delay=_AFTER,
               bar_format=_COUNTED if total else _LONG_STEP)

    def advance(step: str) -> None:
        if step:
            bar.set_postfix_str(step, refresh=False)
        bar.update()

    ended = threading.Event()
    clock = threading.Thread(target=_keep_fresh, args=(bar, ended), daemon=True)
    clock.start()
    try:
        with told_to(nobody):  # parts of what is shown already
            yield advance
    finally:
        ended.set()
        clock.join()
        bar.close()


def _keep_fresh(bar: tqdm[None], ended: threading.Event) -> None:
    """A bar whose next step is long moves all the same."""
    while not ended.wait(_AFTER):
        bar.delay = 0  # else tqdm does not know that there is something to wipe away
        bar.refresh()
