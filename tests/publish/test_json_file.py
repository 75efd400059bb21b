"""JSON: a list of objects with typed values."""

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.publish.test_csv_file import ABOUT, WORDS

from report_utils.publish.data_set import DataSet, Field, FieldType
from report_utils.publish.json_file import json_bytes


def test_values_are_read_back_as_they_were_sent(data):
    rows = json.loads(json_bytes(data), parse_float=Decimal)
    names = [field.name for field in data.fields]
    expected = [dict(zip(names, values, strict=True)) for values in zip(*data.columns, strict=True)]
    assert rows == [{**row, "ngay": row["ngay"] and row["ngay"].isoformat()} for row in expected]


def test_each_row_stands_on_a_line_of_its_own(data):
    assert len(json_bytes(data).decode().splitlines()) == data.size + 2


def test_nothing_is_an_empty_list():
    assert json_bytes(DataSet(ABOUT, (Field("a", "A", FieldType.STRING),), ((),))) == b"[]\n"


@given(st.lists(WORDS, min_size=1), WORDS)
def test_any_text_and_any_name_come_back(texts, name):
    rows = json.loads(json_bytes(DataSet(ABOUT, (Field(name, "A", FieldType.STRING),), (texts,))))
    assert rows == [{name: text} for text in texts]
