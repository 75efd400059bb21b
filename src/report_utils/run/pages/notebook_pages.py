"""Executed notebooks as pages: their words and what they show, without code and warnings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt

from report_utils.run.pages.frame import Link, framed
from report_utils.run.views.table import page
from report_utils.storage.files import save

FOLDER = "html"
_LIST = "../../../index.html"
_HERE, _THERE = 'href="../data/raw/', 'href="../../../../data/raw/'
"""The raw folders as seen from notebooks/, and from the pages."""

_MARKUP = r"""<(a|script|style)\b.*?</\1>|<(?:[^<>"']|"[^"]*"|'[^']*')*>"""
"""Tags, and links and the like with their words: nothing in them becomes a link."""

Cell = Mapping[str, Any]


def save_pages(notebooks: Path, reports: Path, documents: Mapping[str, str], *, illustrative: bool) -> None:
    """Write a page for each executed notebook of a folder into `reports`/html. Raises NotSavedError.

    `documents` are the Word files in `reports`: name in the notebooks -> name in the end. A page links to them.
    """
    paths = sorted(notebooks.glob("*.ipynb"))
    cells = {path.stem: json.loads(path.read_text(encoding="utf-8"))["cells"] for path in paths}
    titles = {name: _title(of, name) for name, of in cells.items()}
    for name, of in cells.items():
        links = [Link("Danh sách báo cáo", _LIST),
                 *(Link(title, quote(f"{other}.html"), here=other == name) for other, title in titles.items())]
        body = "".join(_html(cell, documents) for cell in of)
        data = framed(titles[name], body, links, illustrative=illustrative)
        save(reports / FOLDER / f"{name}.html", data)


def _title(cells: list[Cell], name: str) -> str:
    """The first heading of a notebook, else its name."""
    lines = ("".join(cell["source"]).partition("\n")[0] for cell in cells if cell["cell_type"] == "markdown")
    return next((line.removeprefix("# ") for line in lines if line.startswith("# ")), name)


def _html(cell: Cell, documents: Mapping[str, str]) -> str:
    if cell["cell_type"] == "markdown":
        return str(MarkdownIt("commonmark", {"html": False}).enable("table").render("".join(cell["source"])))
    return _linked("".join(_shown(cell.get("outputs", []))), documents)


def _linked(html: str, documents: Mapping[str, str]) -> str:
    """Each Word file that words name becomes a link to it; one name may end in another, so the longest comes first."""
    links = {escape(name): f'<a href="../{quote(now)}">{escape(now)}</a>' for name, now in documents.items()}
    names = "|".join(map(re.escape, sorted(links, key=len, reverse=True)))
    either = re.compile(f"{_MARKUP}|(?P<name>{names})", re.DOTALL | re.IGNORECASE)
    return either.sub(lambda found: links.get(found["name"], found[0]), html) if names else html


def _shown(outputs: list[Cell]) -> Iterator[str]:
    for output in outputs:
        if output["output_type"] == "stream":
            if output["name"] == "stdout":
                yield f"<pre>{escape(''.join(output['text']))}</pre>\n"
        else:
            yield _data(output.get("data", {}))


def _data(data: Mapping[str, Any]) -> str:
    """The richest form of an output; the style and script of a table stand once in the page."""
    if html := "".join(data.get("text/html", "")):
        for once in (f"<style>{page('table.css')}</style>", f"<script>{page('table.js')}</script>"):
            html = html.replace(once, "")
        return html.replace(_HERE, _THERE) + "\n"
    words = escape("".join(data.get("text/plain", "")))
    if png := "".join(data.get("image/png", "")):
        return f'<p><img src="data:image/png;base64,{"".join(png.split())}" alt="{words}"></p>\n'
    return f"<pre>{words}</pre>\n" if words else ""
