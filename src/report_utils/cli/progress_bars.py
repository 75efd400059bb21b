"""Progress on the terminal: bars on stderr once a command takes more than a second; nothing in files and pipes."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from report_utils.progress import Advance, nobody, told_to

if TYPE_CHECKING:
    from tqdm import tqdm

_AFTER = 1.0
"""Seconds that a command has been running before the first bar, and between two looks at the clock."""
_COUNTED = "{desc}: {n_fmt}/{total_fmt} |{bar:24}| {elapsed}{postfix}"
_LONG_STEP = "{desc} … {elapsed}"
_USUAL_WIDTH = 80
"""Columns of a terminal that does not say how many it has."""


@contextmanager
def shown_progress() -> Iterator[None]:
    """Show what is told of within the block, if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with told_to(partial(_shown, time.monotonic() + _AFTER)):
        yield


def _shown(silent_until: float, what: str, total: int | None) -> AbstractContextManager[Advance]:
    return _bar(silent_until, what, total) if _has_room(what, total) else nobody(what, total)


@contextmanager
def _bar(silent_until: float, what: str, total: int | None) -> Iterator[Advance]:
    """A bar; the steps of a command share the second without one, so that many short ones are not silent together."""
    from tqdm import tqdm

    delay = max(0.0, silent_until - time.monotonic())
    bar = tqdm(desc=what, total=total, file=sys.stderr, leave=False, delay=delay,
               bar_format=_COUNTED if total else _LONG_STEP)

    def advance(step: str) -> None:
        if step:
            bar.set_postfix_str(step, refresh=False)
        bar.update()

    ended = threading.Event()
    clock = threading.Thread(target=_keep_fresh, args=(bar, delay, ended), daemon=True)
    clock.start()
    try:
        with told_to(nobody):  # parts of what is shown already
            yield advance
    finally:
        ended.set()
        clock.join()
        bar.close()


def _has_room(what: str, total: int | None) -> bool:
    """Whether the terminal is wide enough for the words; in a narrower one a bar is shreds of them."""
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_WIDTH
    except OSError:
        columns = _USUAL_WIDTH
    return columns > len(f"{what}: {total}/{total}" if total else f"{what} … 00:00")


def _keep_fresh(bar: tqdm[None], delay: float, ended: threading.Event) -> None:
    """A bar whose next step is long moves all the same."""
    wait = delay
    while not ended.wait(wait):
        bar.delay = 0  # else tqdm does not know that there is something to wipe away
        bar.refresh()
        wait = _AFTER
