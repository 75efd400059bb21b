"""What processes of a run do with the signals of the terminal."""

from __future__ import annotations


class LeftToParent:
    """A handler for a signal that the parent answers to; unlike SIG_IGN, processes started here do not inherit it."""

    def __call__(self, *_: object) -> None:
        """Do nothing."""
