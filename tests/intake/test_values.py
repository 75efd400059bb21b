"""What is true of every cell, whatever its column asks for; nothing is guessed."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.findings import CATALOGUE, Severity
from report_utils.forms.table import Kind
from report_utils.intake.values import Reading, read_value, shown


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("raw", ["", " ", "\u00a0", "\n\t "])
def test_a_cell_with_nothing_but_spaces_is_blank(raw: str, kind: Kind) -> None:
    assert read_value(raw, kind) == Reading(None)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("raw", ["\u200b", "\ufeff", " \u200e\u00a0"])
def test_a_cell_with_nothing_to_be_seen_is_blank_and_told(raw: str, kind: Kind) -> None:
    reading = read_value(raw, kind)
    assert (reading.value, reading.code) == (None, "E04")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (True, "ô chứa giá trị đúng/sai (TRUE/FALSE)"),
        (float("nan"), "không phải là số"),
        ("1,234,567", "số viết kiểu Anh - Mỹ; hãy dùng dấu chấm giữa các nhóm nghìn và dấu phẩy trước phần thập phân"),
        ("> 98", "có dấu so sánh (>, <, ≥, ≤); hãy ghi đúng con số"),
        ("97/98", "ghi dạng tử số/mẫu số; hãy ghi từng số vào cột của nó"),
        ("mười hai", "có chữ hoặc ký hiệu không phải là số"),
        ("1O", "có chữ O hoặc chữ l gõ thay cho số 0, số 1"),
        ("1.23.456", "dấu chấm, dấu phẩy hoặc dấu cách đặt sai chỗ trong số"),
    ],
)
@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.DECIMAL])
def test_why_a_cell_is_no_number_is_said(raw: Any, reason: str, kind: Kind) -> None:
    assert read_value(raw, kind) == Reading(code="O02", reason=f" Lý do: {reason}.")


@pytest.mark.parametrize(
    ("raw", "kind", "reason"),
    [
        (-1.0, Kind.COUNT, "số âm"),
        (-1, Kind.DECIMAL, "số âm"),
        ("−1.234,5", Kind.DECIMAL, "số âm"),
        (-0.5, Kind.COUNT, "số âm"),
        (1.5, Kind.COUNT, "số có phần thập phân"),
        ("31,3", Kind.COUNT, "số có phần thập phân"),
        ("28,365", Kind.COUNT,
         "số có phần thập phân; nếu dấu phẩy là dấu ngăn nhóm nghìn thì hãy gõ lại bằng ô số"),
    ],
)
def test_why_a_number_may_not_stand_there_is_said(raw: Any, kind: Kind, reason: str) -> None:
    assert read_value(raw, kind) == Reading(code="O03", reason=f" Lý do: {reason}.")


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NULL!", "#NUM!", " #REF! "])
@pytest.mark.parametrize("kind", Kind)
def test_an_error_of_excel_is_never_a_value(error: str, kind: Kind) -> None:
    assert read_value(error, kind) == Reading(code="O06")


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.CODE, Kind.CHOICE])
def test_texts_are_in_one_unicode_form(kind: Kind) -> None:
    assert read_value(unicodedata.normalize("NFD", " Hồ sơ\n"), kind) == Reading("Hồ sơ")


@pytest.mark.parametrize(
    ("raw", "text"), [(True, "TRUE"), (0.1, "0,1"), (1234567.0, "1.234.567"), (-1.5, "-1,5"), (" abc ", "abc"),
                      (float("inf"), "inf")],
)  # fmt: skip
def test_messages_quote_values_as_excel_shows_them(raw: Any, text: str) -> None:
    assert shown(raw) == text


raw_values = (st.text() | st.floats() | st.integers() | st.booleans() | st.dates() | st.datetimes() | st.times()
              | st.timedeltas())
UNTICKED = (False, "☐", "□", "false", "\uf0a8", "\uf06f")


@given(raw_values, st.sampled_from(Kind))
def test_every_cell_is_either_read_or_refused_or_blank(raw: Any, kind: Kind) -> None:
    reading = read_value(raw, kind)
    if reading.value is not None:
        assert not reading.code or CATALOGUE[reading.code].severity is not Severity.ERROR
    elif not reading.code:
        assert not str(raw).strip() or (kind is Kind.MARK and raw in UNTICKED)
    else:
        assert reading.code == "E04" or CATALOGUE[reading.code].severity is Severity.ERROR
    assert isinstance(shown(raw), str)
