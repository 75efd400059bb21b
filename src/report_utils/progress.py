"""How far something long has come, told to whoever listens: a terminal, or nobody.

The rooms that do the work know nothing of screens. Only the command listens, in its own process: a notebook, a worker
of a batch and a test are silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypeVar

Item = TypeVar("Item")
Advance = Callable[[str], object]
"""Called after each step with what it was, or ""."""
Listener = Callable[[str, int | None], AbstractContextManager[Advance]]
"""Called with what is being done, a Vietnamese phrase, and the number of its steps, None where it is one long step."""


def nobody(_: str, __: int | None) -> AbstractContextManager[Advance]:
    """The listener that shows nothing."""
    return nullcontext(str)


_listener: Listener = nobody


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Let `listener` hear of all that is done within the block."""
    global _listener  # noqa: PLW0603
    before, _listener = _listener, listener
    try:
        yield
    finally:
        _listener = before


def doing(what: str) -> AbstractContextManager[Advance]:
    """One long step: the block within."""
    return _listener(what, None)


def counted(what: str, items: Iterable[Item], total: int, name: Callable[[Item], str] = lambda _: "") -> Iterator[Item]:
    """The items as they come, each a step; `name` says what a step was."""
    with _listener(what, total) as advance:
        for item in items:
            advance(name(item))
            yield item
