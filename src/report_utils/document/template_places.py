"""Where in a template a fault began: Jinja tells the line at which it noticed, which may be many lines later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from jinja2 import Environment, TemplateSyntaxError

Token = tuple[int, str, str]
"""A line, what Jinja calls the piece that begins there, and its words."""

_OPENING, _CLOSING = ("block_begin", "variable_begin"), ("block_end", "variable_end")
_OUTSIDE = ("data", "comment_begin", "comment", "comment_end", "raw_begin", "raw_end")
_BLOCKS = ("if", "for", "set", "macro", "call", "filter", "block", "with", "autoescape")
"""The commands that must be closed; «raw» Jinja reads as text."""


def line_of_open_block(text: str, until: int) -> int | None:
    """The line of the innermost block that nothing closes up to the line `until`; None if there is none."""
    opened: list[tuple[str, int]] = []
    for mark in _marks(text):
        line, name = mark[0][0], _name(mark)
        if line <= until and opened and name == f"end{opened[-1][0]}":
            opened.pop()
        elif line <= until and name in _BLOCKS and not _assigns(mark):
            opened.append((name, line))
    return opened[-1][1] if opened else None


def line_of_open_quote(text: str, line: int) -> int | None:
    """The line of a quotation mark that swallowed the ends of lines before `line`, in the same braces."""
    return next((start for start, kind, words in _mark_at(text, line)
                 if kind == "string" and start < line <= start + words.count("\n")), None)


def line_of_open_mark(text: str, line: int) -> int | None:
    """The line of the «{{» or «{%» in which `line` lies, if nothing closes it."""
    mark = _mark_at(text, line)
    return mark[0][0] if mark and mark[-1][1] not in _CLOSING else None


def _mark_at(text: str, line: int) -> list[Token]:
    before = [mark for mark in _marks(text) if mark[0][0] <= line]
    return before[-1] if before else []


def _marks(text: str) -> list[list[Token]]:
    """The pieces between each «{{» or «{%» and its end, both included, without spaces."""
    marks: list[list[Token]] = []
    for token in _tokens(text):
        if token[1] in _OPENING:
            marks.append([])
        if token[1] not in (*_OUTSIDE, "whitespace"):
            marks[-1].append(token)
    return marks


def _tokens(text: str) -> Iterator[Token]:
    """The pieces of a template up to the first that cannot be read."""
    with suppress(TemplateSyntaxError):
        yield from Environment(autoescape=True).lex(text)


def _name(mark: list[Token]) -> str:
    """The command of a mark, such as «if»; of one that prints, nothing."""
    return mark[1][2] if len(mark) > 1 and mark[0][1] == "block_begin" else ""


def _assigns(mark: list[Token]) -> bool:
    """Whether a «set» has its value behind "=" and so opens no block."""
    words = "".join(words for _, _, words in mark)
    return _name(mark) == "set" and "=" in words.partition("|")[0]
