"""How `make site` builds the guide. Nothing of the machine or the clock goes into a page.

Vietnamese is searched with and without its marks: words of pages and of queries are compared without them.
"""

import unicodedata
from pathlib import Path

import sphinx.search
from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

project = "Hướng dẫn lập báo cáo"
language = "vi"
extensions = ["myst_parser"]
exclude_patterns = ["_static"]

myst_heading_anchors = 4
highlight_language = "none"
suppress_warnings = ["misc.highlighting_failure"]  # there is no lexer for a crontab

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["guide.css"]
html_js_files = ["guide.js"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_last_updated_fmt = None
html_use_index = False
html_domain_indices = False
html_show_search_summary = False  # it is fetched, which a page opened from a folder may not do
html_theme_options = {"light_css_variables": {"font-stack": "system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif"}}


class Vietnamese(SearchLanguage):
    """Words without marks stand for words with them: "ho so" finds "hồ sơ"."""

    lang = "vi"
    language_name = "Vietnamese"
    js_stemmer_code = (Path(__file__).parent / "_static" / "unmarked.js").read_text(encoding="utf-8")

    def stem(self, word: str) -> str:
        """The word in small letters without marks, as `Stemmer` of unmarked.js gives it in the browser."""
        letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
        return "".join(letter for letter in letters if not unicodedata.combining(letter))


def setup(app: Sphinx) -> None:
    """Make the search of Sphinx use it."""
    sphinx.search.languages["vi"] = Vietnamese
