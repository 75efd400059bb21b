"""A data set as CSV (RFC 4180): UTF-8 without a mark, commas, every field in quotes.

Every field stands in quotes: a bare carriage return would else end a row in some readers, and a text that a spreadsheet
takes for a formula gets a prefix that only then is safe (see report_utils.privacy.harmless).
"""

from __future__ import annotations

from report_utils.privacy.harmless import harmless
from report_utils.publish.data_set import DataSet, FieldType
from report_utils.publish.texts import Column, Texts, rows

MEDIA_TYPE = "text/csv"
_QUOTE, _COMMA, _END = b'"', b",", b"\r\n"


def csv_bytes(data: DataSet) -> bytes:
    """The file: a row of field names, then the rows. Blank is nothing between quotes; dates are yyyy-mm-dd."""
    heading = [_column(Texts([field.name]), FieldType.STRING) for field in data.fields]
    columns = [_column(texts, field.type) for texts, field in zip(data.texts, data.fields, strict=True)]
    return rows(heading, b"", _COMMA, _END) + rows(columns, b"", _COMMA, _END)


def _column(column: Texts, kind: FieldType) -> Column:
    if kind is not FieldType.STRING or (column.is_harmless and not column.has_any('"')):
        return _QUOTE, column.encoded, _QUOTE
    return _QUOTE, column.written(lambda text: harmless(text).replace('"', '""').encode()), _QUOTE
