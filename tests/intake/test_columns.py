"""Whole columns: the same as cell by cell, and the rules that only a column has."""

import datetime as dt
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.findings import CATALOGUE, finding
from report_utils.forms.table import Kind
from report_utils.forms.tables import TABLES
from report_utils.intake.columns import read_column
from report_utils.intake.values import ColumnFacts, read_value
from report_utils.intake.wording import form_vocabulary
from report_utils.vietnamese.legacy import Encoding
from report_utils.vietnamese.parsing import only_notation

CHOICES = ("Có", "Không", "Đã thực hiện")
FACTS = ColumnFacts(choices=CHOICES, keys=("05", "12", "NV07"), vocabulary=form_vocabulary(TABLES.values()))

cells = st.one_of(
    st.floats(), st.floats(0, 1e6).map(round).map(float), st.integers(0, 99).map(float), st.just(""),
    st.text(max_size=8),
    st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas(),
    st.sampled_from(["x", "X", "Có", "có", "KPS", "-", "545.918", "28,365", "5/2/2024", "05", "NV07", "Tr??c h?n",
                     "12 hồ sơ",
                     "Sè l\u00adîng hå s¬ tiÕp nhËn", "a\u200bb", "#REF!", " ", "m²", "dòng\nhai", "Baùo caùo", 5.0,
                     -1.0]),
)  # fmt: skip
columns = st.one_of(
    st.lists(cells, max_size=12),
    st.lists(st.one_of(st.integers(0, 999).map(float), st.just("")), max_size=12),
    st.lists(st.floats(0, 1e6), max_size=12),
    st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["Tổng cộng", "", "Có", "05"])), max_size=12),
    st.lists(st.one_of(st.dates(), st.just("")), max_size=12),
    st.lists(st.sampled_from(["x", "", "X"]), max_size=12),
    st.lists(st.integers(0, 10**15).map(str), max_size=12),
)


@given(columns, st.sampled_from(Kind), st.booleans())
def test_a_column_is_read_as_its_cells_are(raws: list, kind: Kind, with_facts: bool) -> None:
    facts = FACTS if with_facts else ColumnFacts()
    if any(isinstance(raw, str) and only_notation(raw) for raw in raws) and kind.is_number:
        return
    reading = read_column(raws, kind, facts)
    expected = [read_value(raw, kind, facts) for raw in raws]
    assert list(map(repr, reading.values)) == [repr(one.value) for one in expected]
    assert reading.remarks == {row: one.remark for row, one in enumerate(expected) if one.remark}


@given(columns, st.sampled_from(Kind))
def test_no_value_is_lost_without_a_word_in_a_required_column(raws: list, kind: Kind) -> None:
    reading = read_column(raws, kind, ColumnFacts(required=True))
    for row, value in enumerate(reading.values):
        assert value is not None or row in reading.remarks
    assert len(reading.values) == len(raws)


@pytest.mark.parametrize("proof", ["1,234,567", "12.5", "1,234.5", "0.5"])
def test_one_english_number_makes_the_text_of_a_column_english(proof: str) -> None:
    reading = read_column(["28,365", proof, "12", 7.5, "545.918"], Kind.DECIMAL)
    assert reading.values == [Decimal(28365), Decimal(proof.replace(",", "")), Decimal(12), Decimal("7.5"),
                              Decimal("545.918")]
    assert {row: remark.code for row, remark in reading.remarks.items()} == {0: "O12", 1: "O12", 4: "O12"}
    assert reading.remarks[0].expected == "28.365"


def test_counts_in_an_english_column() -> None:
    reading = read_column(["28,365", "1,234,567", "12.5"], Kind.COUNT)
    assert reading.values == [28365, 1234567, None]
    assert [reading.remarks[row].code for row in range(3)] == ["O12", "O12", "O03"]


def test_without_proof_the_ambiguous_is_vietnamese_and_told() -> None:
    reading = read_column(["28,365", "545.918", 3.0], Kind.DECIMAL)
    assert reading.values == [Decimal("28.365"), Decimal(545918), Decimal(3)]
    assert {row: remark.code for row, remark in reading.remarks.items()} == {0: "O07", 1: "O07"}


def test_a_column_in_both_notations_is_not_guessed() -> None:
    reading = read_column(["28,365", "1,234,567", "1.072.019"], Kind.DECIMAL)
    assert reading.values == [None, None, Decimal(1072019)]
    assert [reading.remarks[row].code for row in (0, 1)] == ["O13", "O02"]


def test_stored_numbers_prove_no_notation() -> None:
    assert read_column([12.5, "28,365"], Kind.DECIMAL).values == [Decimal("12.5"), Decimal("28.365")]


def test_what_the_workbook_knows_of_single_cells() -> None:
    facts = ColumnFacts(errors={0: "#REF!"}, unstored=frozenset((1, 3)), units={2: "dấu %"}, required=True)
    reading = read_column(["", "", 0.5, 4.0, ""], Kind.DECIMAL, facts)
    assert reading.values == [None, None, None, Decimal(4), None]
    assert {row: remark.code for row, remark in reading.remarks.items()} == {0: "O06", 1: "O08", 2: "O17", 4: "O01"}
    assert reading.remarks[0].found == "#REF!"


@pytest.mark.parametrize("kind", Kind)
def test_blank_columns(kind: Kind) -> None:
    assert read_column(["", "", ""], kind).values == [None, None, None]
    assert read_column(["", ""], kind).remarks == {}
    assert set(read_column(["", " "], kind, ColumnFacts(required=True)).remarks) == {0, 1}
    assert read_column([], kind).values == []


@pytest.mark.parametrize("kind", Kind)
def test_a_required_cell_with_nothing_to_be_seen_in_it_is_blank(kind: Kind) -> None:
    reading = read_column(["\u200b", "\ufeff "], kind, ColumnFacts(required=True))
    assert reading.values == [None, None]
    assert [(remark.code, "U+" in remark.reason) for remark in reading.remarks.values()] == [("O01", True)] * 2


def test_digits_as_text_are_counts() -> None:
    assert read_column(["5", "", "012", "1072019"], Kind.COUNT).values == [5, None, 12, 1072019]


def test_an_old_encoding_of_the_whole_sheet() -> None:
    facts = ColumnFacts(encoding=Encoding.VNI, choices=("Có", "Không"))
    assert read_column(["Coù", "Khoâng", "Có"], Kind.CHOICE, facts).values == ["Có", "Không", "Có"]


def test_moments_and_days_are_told_apart() -> None:
    reading = read_column([dt.date(2024, 2, 5), dt.datetime.combine(dt.date(2024, 2, 5), dt.time(8)), "", "5/2/2024"],
                          Kind.DATE)
    assert reading.values == [dt.date(2024, 2, 5)] * 2 + [None, dt.date(2024, 2, 5)]
    assert [remark.code for remark in reading.remarks.values()] == ["O19"]


@given(columns, st.sampled_from(Kind))
def test_every_remark_makes_a_finding(raws: list, kind: Kind) -> None:
    for remark in read_column(raws, kind, FACTS).remarks.values():
        assert remark.code in CATALOGUE
        made = finding(remark.code, column="Cột", found="ô", expected=remark.expected, reason=remark.reason,
                       suggestion=remark.suggestion)
        assert all(words in made.message for words in (remark.expected, remark.reason, remark.suggestion))
        assert "{" not in made.message + made.mend


def test_an_ordinary_column_is_quick() -> None:
    raws = [float(number) for number in range(40)] * 250
    started = time.perf_counter()
    read_column(raws, Kind.COUNT)
    assert time.perf_counter() - started < 0.1  # 10 µs a cell; it takes about 0.1 µs


def test_a_column_with_its_months_first_leaves_other_days_in_doubt() -> None:
    reading = read_column(["02/16/2024", "03/08/2024", "02/02/2024", "16/02/2024"], Kind.DATE)
    assert reading.values == [None, None, dt.date(2024, 2, 2), dt.date(2024, 2, 16)]
    assert {row: remark.code for row, remark in reading.remarks.items()} == {0: "O04", 1: "O04"}
