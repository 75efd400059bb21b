"""How `make site` builds the guide: Sphinx with the theme furo, in Vietnamese, with a search of its own.

The search of Sphinx finds pages and knows no Vietnamese; a page here holds hundreds of codes. So `sections.js` lists
every section with its words, and `_static/search.js` finds among them with and without marks, also in a page that was
opened from a folder. Nothing of the machine or the clock goes into the site.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
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

MENDED = {
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
    '<aside class="sidebar-drawer"': '<aside class="sidebar-drawer" aria-label="Danh mục các trang"',
    '<aside class="toc-drawer': '<aside aria-label="Mục lục của trang" class="toc-drawer',
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}
"""What the theme writes in English, or so that it cannot be read aloud or scrolled by keys, and what stands there."""


def sections(app: Sphinx) -> Iterator[dict[str, str]]:
    """Each section of the guide: its address, page, title and words without those of the sections in it."""
    for name in sorted(app.env.all_docs):
        page = app.env.titles[name].astext()
        for section in app.env.get_doctree(name).findall(nodes.section):
            own = [child for child in section if not isinstance(child, nodes.section | nodes.title)]
            title = section.next_node(nodes.title)
            yield {"url": f"{name}.html#{section['ids'][0]}", "page": page, "title": title.astext() if title else page,
                   "text": " ".join(" ".join(child.astext().split()) for child in own)}


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the list of sections and mend the pages; of what failed nothing is used."""
    if exception is None:
        site = Path(app.outdir)
        listed = json.dumps(list(sections(app)), ensure_ascii=False, indent=0)
        (site / "_static" / "sections.js").write_text(f"const SECTIONS = {listed};\n", encoding="utf-8")
        for page in sorted(site.glob("*.html")):
            text = page.read_text(encoding="utf-8")
            for theirs, ours in MENDED.items():
                text = text.replace(theirs, ours)
            page.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Add what is done after the pages are written."""
    app.connect("build-finished", finish)
