"""The starter files of the package: text as it is, and templates filled in."""

from __future__ import annotations

from importlib.resources import files

import yaml
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

_STARTER = files("report_utils.starter")
_ANY_WIDTH = 10**6


def names_in(folder: str) -> list[str]:
    """The names of the starter files in `folder`, in order."""
    return sorted(path.name for path in (_STARTER / folder).iterdir())


def text_of(name: str) -> str:
    """The text of the starter file at `name`."""
    return (_STARTER / name).read_text(encoding="utf-8")


def filled(name: str, **values: object) -> str:
    """The starter file at `name` as a Jinja template with these values; `| yaml` writes a text as YAML does."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True,
                                       trim_blocks=True, lstrip_blocks=True)
    environment.filters["yaml"] = _scalar
    return environment.from_string(text_of(name)).render(**values)


def _scalar(text: str) -> str:
    """A text as YAML writes it on one line, in quotes where it needs them."""
    return yaml.safe_dump(" ".join(text.split()), allow_unicode=True, width=_ANY_WIDTH).removesuffix("...\n").strip()
