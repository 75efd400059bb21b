"""The line that says what to do next, after a command and before nobody."""

from __future__ import annotations

import click

from report_utils.cli.colours import painted

_LABEL = "Bước tiếp theo:"


def say_next(sentence: str, *words: str, root: str = "") -> None:
    """Print the next step: a sentence, and the command of these words where there is one, with the same --root.

    Paths that were printed before it begin in the workspace: where it is another folder than this, that is said first.
    """
    if root:
        click.echo(f"Các đường dẫn trên tính từ thư mục {root}.")
    command = " ".join(map(_quoted, ("baocao", *words, *(("--root", root) if root else ())))) if words else ""
    click.echo(f"{painted(_LABEL, 'cyan')} {sentence}{f': {command}' if command else '.'}")


def _quoted(word: str) -> str:
    """As every shell takes it."""
    return f'"{word}"' if " " in word else word
