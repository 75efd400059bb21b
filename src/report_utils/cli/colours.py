"""Colours, for people at a terminal only (https://no-color.org is respected)."""

from __future__ import annotations

import os
import sys

import click


def painted(text: str, colour: str, *, err: bool = False) -> str:
    """The text in a colour, or as it is where it goes into a file or pipe or NO_COLOR is set."""
    stream = sys.stderr if err else sys.stdout
    return click.style(text, fg=colour) if stream.isatty() and not os.environ.get("NO_COLOR") else text
