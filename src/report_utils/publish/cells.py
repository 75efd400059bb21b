"""The cells of a published workbook as XML, a column at a time."""

from __future__ import annotations

import datetime as dt
import re
from enum import IntEnum

import pyarrow as pa
import pyarrow.compute as pc

from report_utils.privacy.harmless import is_risky
from report_utils.publish.data_set import FieldType, Values
from report_utils.publish.texts import Column, Texts

_EMPTY = "<c/>"
_TOLD_APART = r"^[^\pL\pN]|[&<>\r]|_x"
"""What XML or Excel would read otherwise, and what may be a formula: none begins with a letter or digit."""
_FIRST_DAY = (dt.date(1970, 1, 1) - dt.date(1899, 12, 30)).days
# What Excel itself writes as _x000D_; a text that looks like that gets its underscore written so.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|\r")
_ESCAPES = {"_": "_x005F_", "\r": "_x000D_"}


class Style(IntEnum):
    """The formats of cells, by their place in the table of formats."""

    PLAIN, HEADER, DATE, TEXT, QUOTED, WRAPPED, QUOTED_HEADER, QUOTED_WRAPPED = range(8)


_QUOTED = {Style.TEXT: Style.QUOTED, Style.HEADER: Style.QUOTED_HEADER, Style.WRAPPED: Style.QUOTED_WRAPPED}
"""The format of a text that looks like a formula, by that of the others beside it."""


def text_cell(text: str, style: Style = Style.TEXT) -> str:
    """A cell with a text; one that looks like a formula stays a text also when somebody edits it."""
    if not text:
        return _EMPTY
    shown = _QUOTED[style] if is_risky(text) else style
    return f'<c s="{shown.value}" t="inlineStr"><is><t xml:space="preserve">{_safe(text)}</t></is></c>'


def cells(column: Texts, values: Values, kind: FieldType) -> Column:
    """The cells of a field, given its values also as text: days as Excel counts them, shown dd/mm/yyyy."""
    match kind:
        case FieldType.STRING:
            return _text_cells(column)
        case FieldType.DATE:
            days = pa.array(values, pa.date32()).cast(pa.int32())
            return _framed(f'<c s="{Style.DATE.value}"><v>', Texts(pc.add(days, _FIRST_DAY)))
        case FieldType.BOOLEAN:
            return _framed('<c t="b"><v>', Texts(pa.array(values, pa.bool_()).cast(pa.int8())))
        case _:
            return _framed("<c><v>", column)


def _text_cells(column: Texts) -> Column:
    before, after = f'<c s="{Style.TEXT.value}" t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"
    if not column.has_any(_TOLD_APART):
        return _framed(before, column, after)
    return "", column.rewritten(_TOLD_APART, text_cell, column.framed(before, after, _EMPTY)), ""


def _framed(before: str, column: Texts, after: str = "</v></c>") -> Column:
    """Cells of one kind; an empty one has no value."""
    return ("", column.framed(before, after, _EMPTY), "") if column.has_blank else (before, column, after)


def _safe(text: str) -> str:
    escaped = _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
