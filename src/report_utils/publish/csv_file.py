"""A data set as CSV (RFC 4180): UTF-8 without a mark, commas, every field in quotes.

Every field stands in quotes: a bare carriage return would else end a row in some readers, and a text that a spreadsheet
takes for a formula gets a prefix that only then is safe (see report_utils.privacy.harmless).
"""

from __future__ import annotations

from report_utils.privacy.harmless import harmless
from report_utils.publish.data_set import DataSet, FieldType
from report_utils.publish.texts import Column, Texts, rows

MEDIA_TYPE = "text/csv"
_QUOTE, _COMMA, _END = '"', ",", "\r\n"
_LOOKED_AT = r'^[^\pL\pN]|"'
"""Texts that may need a sign more: no formula begins with a letter or digit."""


def csv_bytes(data: DataSet) -> bytes:
    """The file: a row of field names, then the rows. Blank is nothing between quotes; dates are yyyy-mm-dd."""
    heading = [_column(Texts.of([field.name]), FieldType.STRING) for field in data.fields]
    columns = [_column(texts, field.type) for texts, field in zip(data.texts, data.fields, strict=True)]
    return b"".join(rows(part, "", _COMMA, _END) for part in (heading, columns))


def _column(column: Texts, kind: FieldType) -> Column:
    return _QUOTE, column.rewritten(_LOOKED_AT, _written) if kind is FieldType.STRING else column, _QUOTE


def _written(text: str) -> str:
    return harmless(text).replace('"', '""')
