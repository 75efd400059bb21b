"""How `make site` builds the guide: Sphinx with the theme furo, in Vietnamese (the pages for maintainers in English).

The search of Sphinx finds pages and knows no Vietnamese; a page here holds hundreds of codes. So `sections.js` lists
every section with its words, and `_static/search.js` finds among them with and without marks, also in a page that was
opened from a folder. Nothing of the machine or the clock goes into the site.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

project = "Hướng dẫn lập báo cáo"
language = "vi"
extensions = ["myst_parser"]
exclude_patterns = ["_static", "_templates"]
suppress_warnings = ["misc.highlighting_failure"]  # there is no lexer for a crontab

myst_heading_anchors = 4
highlight_language = "none"

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
templates_path = ["_templates"]
html_css_files = ["guide.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False
html_theme_options = {
    "light_css_variables": {"font-stack": "system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif"},
}

VIETNAMESE_PAGES, ENGLISH_PAGES = "Người dùng", "Maintainers (English)"
"""The captions of the two lists of pages in index.md."""

VIETNAMESE = {
    ">Next<": ">Tiếp theo<",
    ">Previous<": ">Trước đó<",
    ">Home<": ">Trang đầu<",
    "Link to this heading": "Liên kết đến mục này",
    "Auto light/dark, in light mode": "Nền tự động, đang sáng",
    "Auto light/dark, in dark mode": "Nền tự động, đang tối",
    "Skip to content": "Đến nội dung",
    "Back to top": "Lên đầu trang",
    "On this page": "Trong trang này",
    "Made with": "Dựng bằng",
    "<title>Contents</title>": "<title>Mục lục</title>",
    "<title>Menu</title>": "<title>Danh mục</title>",
    "<title>Expand</title>": "<title>Mở rộng</title>",
    "<title>Light mode</title>": "<title>Nền sáng</title>",
    "<title>Dark mode</title>": "<title>Nền tối</title>",
    "Toggle site navigation sidebar": "Mở, đóng danh mục các trang",
    "Toggle table of contents sidebar": "Mở, đóng mục lục của trang",
    "Toggle Light / Dark / Auto color theme": "Đổi nền sáng, tối, tự động",
    'aria-label="All pages"': 'aria-label="Danh mục các trang"',
    'aria-label="Contents of this page"': 'aria-label="Mục lục của trang"',
}
"""What stands in English around a page, and what stands there around a Vietnamese one."""

READABLE = {
    '<aside class="sidebar-drawer"': '<aside class="sidebar-drawer" aria-label="All pages"',
    '<aside class="toc-drawer': '<aside aria-label="Contents of this page" class="toc-drawer',
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<a class="sidebar-brand"': '<a lang="vi" class="sidebar-brand"',
    '<div class="brand">': '<div lang="vi" class="brand">',
    f">{VIETNAMESE_PAGES}</span></p>\n<ul": f' lang="vi">{VIETNAMESE_PAGES}</span></p>\n<ul lang="vi"',
    f">{ENGLISH_PAGES}</span></p>\n<ul": f' lang="en">{ENGLISH_PAGES}</span></p>\n<ul lang="en"',
}
"""What the theme writes so that it cannot be read aloud or scrolled by keys, and what stands there."""


def sections(app: Sphinx) -> Iterator[dict[str, str]]:
    """Each section of the guide: its address, page, title and words without those of the sections in it."""
    for name in sorted(app.env.all_docs):
        page = app.env.titles[name].astext()
        for section in app.env.get_doctree(name).findall(nodes.section):
            own = [child for child in section if not isinstance(child, nodes.section | nodes.title)]
            title = section.next_node(nodes.title)
            yield {"url": f"{name}.html#{section['ids'][0]}", "page": page, "title": title.astext() if title else page,
                   "text": " ".join(" ".join(child.astext().split()) for child in own)}


def english_pages(app: Sphinx) -> set[str]:
    """The names of the pages in English."""
    trees = app.env.get_doctree(app.config.root_doc).findall(addnodes.toctree)
    return {name for tree in trees if tree["caption"] == ENGLISH_PAGES for name in tree["includefiles"]}


def mended(text: str, *, english: bool) -> str:
    """A page in its language: a voice reads what is there as its `lang` says."""
    if english:
        text = text.replace('lang="vi"', 'lang="en"', 1)
    for theirs, ours in {**READABLE, **({} if english else VIETNAMESE)}.items():
        text = text.replace(theirs, ours)
    return text


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the list of sections and mend the pages; of what failed nothing is used."""
    if exception is None:
        site = Path(app.outdir)
        listed = json.dumps(list(sections(app)), ensure_ascii=False, indent=0)
        (site / "_static" / "sections.js").write_text(f"const SECTIONS = {listed};\n", encoding="utf-8")
        english = english_pages(app)
        for page in sorted(site.rglob("*.html")):
            name = page.relative_to(site).with_suffix("").as_posix()
            text = mended(page.read_text(encoding="utf-8"), english=name in english)
            page.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Add what is done after the pages are written."""
    app.connect("build-finished", finish)
