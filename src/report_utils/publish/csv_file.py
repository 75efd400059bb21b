"""A data set as CSV (RFC 4180): UTF-8 without a mark, commas, every field in quotes.

Every field stands in quotes: a bare carriage return would else end a row in some readers, and a text that a spreadsheet
takes for a formula gets a prefix that only then is safe (see report_utils.privacy.harmless).
"""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.privacy.harmless import harmless
from report_utils.publish.data_set import DataSet, FieldType
from report_utils.publish.texts import are_harmless, each, rows

MEDIA_TYPE = "text/csv"
_FIELD, _END = '"%s"', "\r\n"


def csv_bytes(data: DataSet) -> bytes:
    """The file: a row of field names, then the rows. Blank is nothing between quotes; dates are yyyy-mm-dd."""
    names = [(_FIELD, _quoted([field.name])) for field in data.fields]
    columns = [(_FIELD, _column(texts, field.type)) for texts, field in zip(data.texts, data.fields, strict=True)]
    return "".join((*rows(names, "", ",", _END), *rows(columns, "", ",", _END))).encode()


def _column(texts: Sequence[str], kind: FieldType) -> Sequence[str]:
    if kind is not FieldType.STRING:
        return texts
    return _quoted(texts if are_harmless(texts) else each(texts, harmless))


def _quoted(texts: Sequence[str]) -> Sequence[str]:
    """The texts with their quotes doubled."""
    return [text.replace('"', '""') for text in texts] if '"' in "".join(texts) else texts
