"""The page "Dữ liệu mở" that is put on the agency's site as it is: one file, no outside scripts, no cookies."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from report_utils.publish import dcat, descriptor
from report_utils.publish.files import Published
from report_utils.publish.publisher import ILLUSTRATIVE, Publisher
from report_utils.publish.xlsx_file import TYPE_NAMES
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_decimal, format_integer

NAME = "index.html"
_KILOBYTE = 1024
_COLUMNS = (("TT", "number"), ("Tên tập dữ liệu", "text"), ("Nhóm chủ đề", "text"), ("Đơn vị chủ trì", "text"),
            ("Ngày cập nhật", "text"), ("Tần suất", "text"), ("Số dòng", "number"), ("Tải về", ""))
"""The headings of the list, and how a column is sorted."""
_THEME = "Nhóm chủ đề"


def index_page(sets: Sequence[Published], publisher: Publisher) -> bytes:
    """The page as UTF-8: every data set with its description, fields and files; searched and sorted by its own script.

    Without scripts it is a plain list.
    """
    has_themes = any(one.data.about.theme for one in sets)
    columns = [{"title": title, "sorts": sorts} for title, sorts in _COLUMNS if has_themes or title != _THEME]
    text = _template().render(
        publisher=publisher, sets=sets, columns=columns, has_themes=has_themes, types=TYPE_NAMES,
        summary=_summary(sets, publisher), illustrative=ILLUSTRATIVE, descriptor=descriptor.NAME, dcat=dcat.NAME,
        is_illustrative=any(one.data.about.is_illustrative for one in sets),
    )
    return text.encode()


def _summary(sets: Sequence[Published], publisher: Publisher) -> str:
    rows = sum(one.data.size for one in sets)
    return (f"{format_integer(len(sets))} tập dữ liệu, {format_integer(rows)} dòng; "
            f"công bố ngày {format_date(publisher.day)}.")


def file_size(size: int) -> str:
    """A number of bytes as people read it: "1,5 MB"."""
    if size < _KILOBYTE:
        return f"{size} B"
    if size < _KILOBYTE**2:
        return f"{format_integer(round(size / _KILOBYTE))} KB"
    return f"{format_decimal(round(Decimal(size) / _KILOBYTE**2, 1), 1)} MB"


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                              keep_trailing_newline=True)
    environment.filters |= {"date": format_date, "integer": format_integer, "size": file_size}
    environment.globals |= {"style": _resource("style.css"), "script": _resource("page.js")}
    return environment.from_string(_resource("index.html"))


def _resource(name: str) -> str:
    return files("report_utils.publish").joinpath("page", name).read_text(encoding="utf-8")
