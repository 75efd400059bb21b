"""A data set as JSON: a list of objects, one a line, so that two versions can be compared."""

from __future__ import annotations

from json.encoder import encode_basestring

from report_utils.publish.data_set import DataSet, FieldType
from report_utils.publish.texts import Column, Texts, rows

MEDIA_TYPE = "application/json"
_NULL, _END = "null", "},\n"
_ESCAPED = r'["\\\x00-\x1f]'  # RFC 8259, 7


def json_bytes(data: DataSet) -> bytes:
    """The file, UTF-8: numbers as numbers with all their digits, dates as yyyy-mm-dd, null where nothing is known."""
    members = [_member(field.name, _column(texts, field.type))
               for field, texts in zip(data.fields, data.texts, strict=True)]
    listed = rows(members, "{", ",", _END)
    return b"".join((b"[\n", listed[:-len(_END)], b"}\n]\n")) if listed else b"[]\n"


def _member(name: str, column: Column) -> Column:
    before, cells, after = column
    return encode_basestring(name) + ":" + before, cells, after


def _column(column: Texts, kind: FieldType) -> Column:
    """The values of one field."""
    quote = '"' if kind in (FieldType.STRING, FieldType.DATE) else ""
    written = column.rewritten(_ESCAPED, lambda text: encode_basestring(text)[1:-1]) if quote else column
    return ("", written.framed(quote, quote, _NULL), "") if column.has_blank else (quote, written, quote)
