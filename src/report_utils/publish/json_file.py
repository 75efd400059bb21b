"""A data set as JSON: a list of objects, one a line, so that two versions can be compared."""

from __future__ import annotations

from json.encoder import encode_basestring

from report_utils.publish.data_set import DataSet, FieldType
from report_utils.publish.texts import Column, Texts, rows

MEDIA_TYPE = "application/json"
_NULL, _END = b"null", b"},\n"


def json_bytes(data: DataSet) -> bytes:
    """The file, UTF-8: numbers as numbers with all their digits, dates as yyyy-mm-dd, null where nothing is known."""
    members = [_member(field.name, _column(texts, field.type))
               for field, texts in zip(data.fields, data.texts, strict=True)]
    listed = rows(members, b"{", b",", _END)
    return b"[\n" + listed.removesuffix(_END) + b"}\n]\n" if listed else b"[]\n"


def _member(name: str, column: Column) -> Column:
    before, cells, after = column
    return encode_basestring(name).encode() + b":" + before, cells, after


def _column(column: Texts, kind: FieldType) -> Column:
    """The values of one field."""
    is_quoted = kind in (FieldType.STRING, FieldType.DATE)
    is_plain = not is_quoted or (column.is_printable and not column.has_any('"', "\\"))  # RFC 8259, 7
    if is_plain and not column.has_blank:
        return (b'"', column.encoded, b'"') if is_quoted else (b"", column.encoded, b"")
    write = encode_basestring if is_quoted else str
    return b"", column.written(lambda text: write(text).encode() if text else _NULL), b""
