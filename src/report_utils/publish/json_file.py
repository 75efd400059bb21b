"""A data set as JSON: a list of objects, one a line, so that two versions can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from json.encoder import encode_basestring

from report_utils.publish.data_set import DataSet, FieldType
from report_utils.publish.texts import each, literal, rows

MEDIA_TYPE = "application/json"
_NULL = "null"


def json_bytes(data: DataSet) -> bytes:
    """The file, UTF-8: numbers as numbers with all their digits, dates as yyyy-mm-dd, null where nothing is known."""
    members = [(f"{literal(encode_basestring(field.name))}:%s", _column(texts, field.type))
               for field, texts in zip(data.fields, data.texts, strict=True)]
    listed = ",\n".join(rows(members, "{", ",", "}"))
    return f"[\n{listed}\n]\n".encode() if listed else b"[]\n"


def _column(texts: Sequence[str], kind: FieldType) -> Sequence[str]:
    """The values of one field as JSON."""
    if kind is FieldType.STRING:
        return each(texts, _string)
    if kind is FieldType.DATE:
        return each(texts, lambda text: f'"{text}"' if text else _NULL)
    return [text or _NULL for text in texts] if "" in texts else texts


def _string(text: str) -> str:
    return encode_basestring(text) if text else _NULL
