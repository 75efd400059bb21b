"""CSV: what is read back is what was sent, and no spreadsheet runs it."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.privacy.harmless import genuine, is_risky
from report_utils.publish.csv_file import csv_bytes
from report_utils.publish.data_set import About, DataSet, Field, FieldType

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)
ABOUT = About("1", "Tập dữ liệu", "", "Đơn vị", "", dt.date(2024, 9, 1))


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_values_are_read_back_as_they_were_sent(data):
    names, *rows = rows_of(csv_bytes(data))
    assert names == ["ma", "ten", "giuong", "cong_suat", "ngay", "con"]
    assert [[genuine(text) for text in row] for row in rows] == [
        ["007", "Bệnh viện \"A\", cơ sở 1", "120", "92.40", "2015-02-06", "true"],
        ["008", "=HYPERLINK(\"x\")", "0", "", "", "false"],
        ["009", "Dòng một\rDòng hai", "", "0.0000001", "1900-03-01", "true"],
        ["010", "", "12345678901", "75", "2024-09-01", "true"],
        ["011", "-5 và <b>&</b> _x000D_", "5", "1000", "2024-12-31", "false"],
    ]


def test_the_header_is_as_harmless_as_the_rows():
    fields = (Field("=1+1", "Mã", FieldType.STRING), Field("@b", "Tên", FieldType.STRING))
    names, *_ = rows_of(csv_bytes(DataSet(ABOUT, fields, (("a",), ("b",)))))
    assert names == ["'=1+1", "'@b"]


def test_pandas_reads_the_same_rows(data):
    frame = pd.read_csv(io.BytesIO(csv_bytes(data)), dtype=str, keep_default_na=False, lineterminator="\n")
    assert frame["ma"].tolist() == ["007", "008", "009", "010", "011"]


def test_a_text_that_looks_like_a_formula_is_none_any_more(data):
    assert b"\"'=HYPERLINK(" in csv_bytes(data)


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u2028", "\u3000"])
def test_no_kind_of_space_hides_a_formula(space):
    content = csv_bytes(DataSet(ABOUT, (Field("a", "A", FieldType.STRING),), ((f"{space}=1+1", "an"),)))
    assert rows_of(content)[1:] == [[f"'{space}=1+1"], ["an"]]


def test_there_is_no_byte_order_mark(data):
    assert csv_bytes(data).startswith(b'"ma"')


@given(st.lists(st.one_of(st.none(), WORDS), min_size=1))
def test_any_text_comes_back(texts):
    content = csv_bytes(DataSet(ABOUT, (Field("a", "A", FieldType.STRING),), (texts,)))
    _, *rows = rows_of(content)
    assert [genuine(row[0]) for row in rows] == [text or "" for text in texts]
    assert not any(is_risky(row[0]) and not row[0].startswith("'") for row in rows)


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False), min_size=1))
def test_any_number_comes_back_with_all_its_digits(numbers):
    _, *rows = rows_of(csv_bytes(DataSet(ABOUT, (Field("a", "A", FieldType.NUMBER),), (numbers,))))
    assert [Decimal(row[0]) for row in rows] == numbers
    assert not any("E" in row[0] for row in rows)
