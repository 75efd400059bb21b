"""The frame of every page: style and behaviour inside, nothing from outside, a mark on figures that are made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from report_utils.publish.publisher import ILLUSTRATIVE
from report_utils.run.views.table import page


@dataclass(frozen=True)
class Link:
    """Where to go from a page; `here` is the page itself."""

    words: str
    href: str
    here: bool = False


def framed(title: str, body: str, links: Sequence[Link] = (), *, illustrative: bool = False) -> bytes:
    """The page as UTF-8. `body` is HTML; tables of views in it are sorted and filtered."""
    text = _template().render(title=title, body=body, links=links, illustrative=ILLUSTRATIVE if illustrative else "",
                              style=_file("style.css"), table_style=page("table.css"), table_script=page("table.js"))
    return text.encode()


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                              keep_trailing_newline=True)
    return environment.from_string(_file("page.html"))


def _file(name: str) -> str:
    return files("report_utils.run.pages").joinpath(name).read_text(encoding="utf-8")
