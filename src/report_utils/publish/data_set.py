"""A data set as it is published: what it is, its fields, its values column by column."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import pyarrow as pa

from report_utils.forms.table import Kind
from report_utils.publish.texts import Texts
from report_utils.vietnamese.text import strip_marks

Value = str | int | Decimal | dt.date | bool | None
Values = Sequence[Value]
"""The values of a field, one a row; None where nothing is known."""

_LONGEST_SLUG = 60
_NO_WORD = re.compile(r"[^a-z0-9]+")


class FieldType(StrEnum):
    """The types of a field, by their names in Table Schema (Data Package v2)."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"

    @property
    def is_number(self) -> bool:
        return self in (FieldType.INTEGER, FieldType.NUMBER)


@dataclass(frozen=True)
class Field:
    """A field: `name` is what programs call it, `title` its heading, `unit` its unit of measure.

    `kind` is how its cells were read.
    """

    name: str
    title: str
    type: FieldType
    description: str = ""
    unit: str = ""
    is_required: bool = False
    is_key: bool = False
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class About:
    """What the catalogue and the workbook of the unit say of a data set.

    `updated` is the day of the data, `first` the day of first publication; `is_illustrative`: the figures are made up.
    """

    number: str
    name: str
    description: str
    owner: str
    frequency: str
    updated: dt.date
    first: dt.date | None = None
    theme: str = ""
    source: str = ""
    note: str = ""
    is_illustrative: bool = False

    @property
    def title(self) -> str:
        """The name, with a mark when the figures are made up."""
        return f"{self.name} (số liệu minh họa)" if self.is_illustrative else self.name


@dataclass(frozen=True)
class DataSet:
    """A data set: `columns[i]` are the values of `fields[i]`, all equally long."""

    about: About
    fields: tuple[Field, ...]
    columns: tuple[Values, ...]

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    @cached_property
    def texts(self) -> tuple[Texts, ...]:
        """The values as text: numbers with a point and no exponent, dates as yyyy-mm-dd, "" where nothing is known."""
        return tuple(_texts(values, field.type)
                     for values, field in zip(self.columns, self.fields, strict=True))

    @cached_property
    def stem(self) -> str:
        """The name of its files without the extension: number and name in plain letters."""
        return f"{self.about.number:0>2}-{slug(self.about.name)}"


def slug(text: str, longest: int = _LONGEST_SLUG) -> str:
    """A text in plain small letters, digits and dashes, cut between words: `Giá dịch vụ` gives `gia-dich-vu`."""
    words = _NO_WORD.sub("-", strip_marks(text).casefold()).strip("-")
    return words if len(words) <= longest else words[: longest + 1].rpartition("-")[0] or words[:longest]


_AS_ARROW_WRITES = {FieldType.DATE: pa.date32(), FieldType.BOOLEAN: pa.bool_()}
"""Fields whose values are made text by Arrow: days as ISO 8601, true and false."""


def _texts(values: Values, kind: FieldType) -> Texts:
    if kind in _AS_ARROW_WRITES:
        return Texts(pa.array(values, _AS_ARROW_WRITES[kind]))
    if kind is FieldType.STRING and set(map(type, values)) <= {str, type(None)}:
        return Texts(pa.array(values, pa.large_string()))
    texts = list(map(str, values))
    if any(sign in "".join(texts) for sign in "EN"):  # an exponent, or None
        texts = ["" if value is None else _written(value) for value in values]
    return Texts(pa.array(texts, pa.large_string()))


def _written(value: Value) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
