"""Text that no spreadsheet takes for a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.privacy.harmless import QUOTING, genuine, harmless

TEXTS = st.text() | st.text(alphabet="'=+-@\t\r\n 1a,;\"")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+2",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "=cmd|'/c calc'!A0",
        "＝1+1",
        "  =1",
        "- gạch đầu dòng",
        "-1+2",
        "+84 912 345 678=1",
    ],
)
def test_a_text_that_begins_as_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "-5",
        "+3",
        "-1.250,5",
        "-12,5%",
        "+84 254 3852345",
        "+84912345678",
        "-",
        "",
        "Sở Y tế",
        "1.012345.000.00.00.H06",
        "a=b",
        "'tis",
        "12/9/2024",
        "0254 3852345",
    ],
)
def test_a_genuine_value_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(TEXTS)
def test_the_way_back_is_always_found(text: str) -> None:
    assert genuine(harmless(text)) == text


@given(TEXTS)
def test_nothing_published_begins_with_a_sign_unless_it_is_a_number(text: str) -> None:
    published = harmless(text)
    if published[:1] in {"=", "@", "\t", "\r", "\n"}:
        raise AssertionError(published)
    if published[:1] in {"+", "-"}:
        assert not set(published[1:]) & set("+-*/^&=|!:'\"abcdefghijklmnopqrstuvwxyz@")


@given(st.lists(st.lists(TEXTS.filter(lambda text: "\0" not in text), min_size=1, max_size=4), min_size=1, max_size=4))
def test_rows_read_back_equal_when_every_field_is_quoted(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=QUOTING).writerows([harmless(text) for text in row] for row in rows)
    read = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert [[genuine(text) for text in row] for row in read] == rows
