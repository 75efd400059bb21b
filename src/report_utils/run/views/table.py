"""Tables to look at: whole, sorted and filtered in a notebook, plain in a terminal; numbers as Vietnamese text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from html import escape
from importlib.resources import files
from typing import Any

import pandas as pd

from report_utils.document.inserts import is_marked
from report_utils.vietnamese.numbers import format_decimal, format_integer

NOTHING = "Không có dòng nào."

_NUMBER = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORD, _SHORT, _SENTENCE = 8, 24, 40
"""Letters of a heading that may be broken, of a text that is not, and of one that had better be."""
_DECIMALS = 12
"""More than any number has that is shown."""


class Tone(StrEnum):
    """How a cell looks at first sight; its words say the same."""

    BAD = "bad"
    DOUBT = "doubt"
    GOOD = "good"


Tones = Mapping[str, Tone]
"""By the whole text of a cell, or by the heading of a column of counts that are better zero."""


@dataclass(frozen=True)
class Html:
    """A cell that is more than its text: `text` for a terminal and for sorting, `html` for a notebook."""

    text: str
    html: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class TableView:
    """A table; `caption` says what it shows."""

    frame: pd.DataFrame
    caption: str = ""
    tones: Tones = field(default_factory=dict)

    def _repr_html_(self) -> str:
        return with_page(self.html()) if len(self.frame) else self.html()

    def html(self) -> str:
        """The table alone, for a place that has style and script."""
        if not len(self.frame):
            return f"<p>{escape(self._nothing)}</p>"
        columns = [_Column(str(name), list(values), self.tones) for name, values in self.frame.items()]
        heads = "".join(column.heading for column in columns)
        by_row = zip(*(column.cells() for column in columns), strict=True)
        rows = "".join(f"<tr>{''.join(cells)}</tr>" for cells in by_row)
        caption = _tag("caption", escape(self.caption)) if self.caption else ""
        table = _tag("table", f"{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>", {"class": "baocao"})
        named = self.caption or "Bảng số liệu"
        return _tag("div", table, {"class": "baocao-table", "role": "region", "tabindex": "0", "aria-label": named})

    @property
    def _nothing(self) -> str:
        """What stands in the place of a table without rows: which one it would be."""
        return f"{self.caption}: {NOTHING[0].lower()}{NOTHING[1:]}" if self.caption else NOTHING

    def __str__(self) -> str:
        if not len(self.frame):
            return self._nothing
        return self.frame.map(written).to_string(index=False, na_rep="")

    def __repr__(self) -> str:
        return str(self)


def view(rows: Sequence[Any], columns: Sequence[str], caption: str = "", tones: Tones | None = None) -> TableView:
    """A table of these rows."""
    return TableView(pd.DataFrame(list(rows), columns=list(columns), dtype="object"), caption, tones or {})


def with_page(html: str) -> str:
    """Tables with the style and the script that they need; nothing else is fetched."""
    return f"<style>{page('table.css')}</style>{html}<script>{page('table.js')}</script>"


@cache
def page(name: str) -> str:
    """A file of the style and behaviour of tables."""
    return files("report_utils.run.views").joinpath("page", name).read_text(encoding="utf-8")


def written(value: Any) -> str:
    """A value as Vietnamese text: 1.072.019, 31,3, x for a mark, nothing for none."""
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    match value:
        case bool():
            return "x" if value else ""
        case int():
            return format_integer(value)
        case Decimal():
            return _fraction(value)
        case float():
            return _fraction(Decimal(float.__repr__(value)))
        case _:
            return str(value)


def _fraction(value: Decimal) -> str:
    if value.is_nan():
        return ""
    if value.is_infinite():
        return "∞" if value > 0 else "-∞"
    return format_decimal(value, _DECIMALS)


@dataclass(frozen=True)
class _Column:
    name: str
    values: Sequence[Any]
    tones: Tones

    @property
    def heading(self) -> str:
        sorts = {"data-sorts": "number" if self._is_number else "text"}
        kinds = [*(["number"] if self._is_number else []), *(["words"] if len(self.name) > _WORD else [])]
        return _tag("th", escape(self.name), {"scope": "col", **sorts, "class": " ".join(kinds)})

    def cells(self) -> Iterator[str]:
        is_number = self._is_number
        for value in self.values:
            text = written(value)
            counted = self.name if text not in ("", "0") else ""
            tone = self.tones.get(counted) or self.tones.get(text) or (Tone.BAD if is_marked(text) else None)
            kinds = " ".join([*self._kinds, *([tone.value] if tone else [])])
            shown = value.html if isinstance(value, Html) else escape(text)
            yield _tag("td", shown, {"class": kinds, "data-value": _sorted_by(text, is_number=is_number)})

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        """What the column holds, for its width: numbers, short words that are not broken, or sentences."""
        if self._is_number:
            return ("number",)
        if any(isinstance(value, Html) for value in self.values):
            return ()  # it may open to more than its text
        longest = max((len(written(value)) for value in self.values), default=0)
        return ("short",) if longest <= _SHORT else ("sentences",) if longest > _SENTENCE else ()

    @cached_property
    def _is_number(self) -> bool:
        """Whether there are numbers, also written ones, and otherwise days or marks in the place of numbers."""
        texts = list(filter(None, map(written, self.values)))
        others = (text for text in texts if not _NUMBER.fullmatch(text))
        return any(map(_NUMBER.fullmatch, texts)) and all(_DAY.fullmatch(text) or is_marked(text) for text in others)


def _sorted_by(text: str, *, is_number: bool) -> str:
    """What a cell is sorted by where its text would not do: plain numbers, days from the year on."""
    if is_number and _NUMBER.fullmatch(text):
        return text.rstrip("%").replace(".", "").replace(",", ".").replace("−", "-")
    day, between = _DAY.fullmatch(text), "" if is_number else "-"
    return between.join((day[3], f"{int(day[2]):02d}", f"{int(day[1]):02d}")) if day else ""


def _tag(name: str, inner: str, attributes: Mapping[str, str] | None = None) -> str:
    given = "".join(f' {key}="{escape(value)}"' for key, value in (attributes or {}).items() if value)
    return f"<{name}{given}>{inner}</{name}>"
