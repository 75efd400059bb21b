"""What Jinja lets pass when it reads a template and only Python, or a quarter in which it counts, would refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateAssertionError, nodes

_LONE = re.compile(r"(?<!\{)\{\s*([^\W\d]\w*(?:(?:\.\w+)+|\([^{}]*\)))\s*\}(?!\})")
"""A code or a call between single braces, which Jinja takes for words."""
_OTHER_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def refuse_what_never_works(tree: nodes.Template, environment: Environment) -> None:
    """Raises TemplateAssertionError, with line and in the words of Jinja and Python, for the first such place.

    These are an unknown filter or test, also where a condition leaves it out; a call of another file; a value given to
    a part of a name; two entries of the same name in one pair of brackets; and a code between single braces.
    """
    for node in tree.find_all(nodes.Node):
        if said := next(_said(node, environment), None):
            raise TemplateAssertionError(said, node.lineno)
        if isinstance(node, nodes.TemplateData) and (lone := _LONE.search(node.data)):
            line = node.lineno + node.data.count("\n", 0, lone.start())
            raise TemplateAssertionError(f"single braces around '{lone[1]}'", line)


def _said(node: nodes.Node, environment: Environment) -> Iterator[str]:
    if isinstance(node, nodes.Filter) and node.name not in environment.filters:
        yield f"No filter named '{node.name}'"
    if isinstance(node, nodes.Test) and node.name not in environment.tests:
        yield f"No test named '{node.name}'"
    if isinstance(node, _OTHER_FILES):
        yield "no loader for this environment specified"
    if isinstance(node, nodes.NSRef):
        yield "cannot assign attribute on non-namespace object"
    yield from (f"argument repeated: {name}" for name in _twice(_entries(node)))


def _entries(node: nodes.Node) -> list[str]:
    """The names of what is given to a function or filter, or of what a macro takes."""
    given = [entry.key for entry in getattr(node, "kwargs", ())]
    taken = [entry.name for entry in getattr(node, "args", ()) if isinstance(entry, nodes.Name)]
    return given + (taken if isinstance(node, nodes.Macro | nodes.CallBlock) else [])


def _twice(names: list[str]) -> Iterator[str]:
    return (name for position, name in enumerate(names) if name in names[:position])
