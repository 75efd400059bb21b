"""The cells of a published workbook as XML, a column at a time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from enum import IntEnum

from report_utils.privacy.harmless import is_risky
from report_utils.publish.data_set import FieldType, Value, Values
from report_utils.publish.texts import are_harmless, each

Column = tuple[str, Sequence[str]]
"""The frame around each cell of a column, and what stands in it; see `report_utils.publish.texts.rows`."""

_EMPTY, _WHOLE = "<c/>", "%s"
_FIRST_DAY = dt.date(1899, 12, 30).toordinal()
# What Excel itself writes as _x000D_; a text that looks like that gets its underscore written so.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|\r")
_ESCAPES = {"_": "_x005F_", "\r": "_x000D_"}


class Style(IntEnum):
    """The formats of cells, by their place in the table of formats."""

    PLAIN, HEADER, DATE, TEXT, QUOTED, WRAPPED = range(6)


def text_cell(text: str, style: Style = Style.TEXT) -> str:
    """A cell with a text; one that looks like a formula stays a text also when somebody edits it."""
    if not text:
        return _EMPTY
    shown = Style.QUOTED if style is Style.TEXT and is_risky(text) else style
    return f'<c s="{shown.value}" t="inlineStr"><is><t xml:space="preserve">{_safe(text)}</t></is></c>'


def cells(texts: Sequence[str], values: Values, kind: FieldType) -> Column:
    """The cells of a field, given its values also as text: days as Excel counts them, shown dd/mm/yyyy."""
    match kind:
        case FieldType.STRING:
            return _text_cells(texts)
        case FieldType.DATE:
            return _framed(f'<c s="{Style.DATE.value}"><v>%s</v></c>', each(values, _serial))
        case FieldType.BOOLEAN:
            return _framed('<c t="b"><v>%s</v></c>', each(values, lambda value: "" if value is None else f"{value:d}"))
        case _:
            return _framed("<c><v>%s</v></c>", texts)


def _text_cells(texts: Sequence[str]) -> Column:
    if not _is_ordinary(texts):
        return _WHOLE, each(texts, text_cell)
    return _framed(f'<c s="{Style.TEXT.value}" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>', texts)


def _serial(value: Value) -> str:
    return str(value.toordinal() - _FIRST_DAY) if isinstance(value, dt.date) else ""


def _framed(frame: str, texts: Sequence[str]) -> Column:
    """Cells of one kind; an empty one has no value."""
    if "" not in texts:
        return frame, texts
    return _WHOLE, each(texts, lambda text: frame % text if text else _EMPTY)


def _is_ordinary(texts: Sequence[str]) -> bool:
    """Whether no text of a column needs anything done to it."""
    together = "\n".join(texts)
    return not any(sign in together for sign in ("&", "<", ">", "\r", "_x")) and are_harmless(texts)


def _safe(text: str) -> str:
    escaped = _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
