"""Documents and days that a sentence cites."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.prose.days import Span, days_in, periods_in
from report_utils.prose.documents import documents_in
from report_utils.vietnamese.dates import format_date

CITED = {
    "a decision": ("Kế hoạch 33/KH-SYT ngày 16/02/2024", "33/KH-SYT", dt.date(2024, 2, 16), ("SYT", "KH")),
    "a legal document": ("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "30/2020/NĐ-CP",
                         dt.date(2020, 3, 5), ("CP", "NĐ/year")),
    "a letter without a day": ("Công văn số 344/SYT-NV", "344/SYT-NV", None, ("SYT", "CV")),
    "a day before": ("Ngày 28/12/2023, Ủy ban nhân dân tỉnh ban hành Quyết định số 3835/QĐ-UBND", "3835/QĐ-UBND",
                     dt.date(2023, 12, 28), ("UBND", "QĐ")),
}  # fmt: skip


@pytest.mark.parametrize(("words", "symbol", "day", "series"), CITED.values(), ids=CITED)
def test_a_document_is_read_with_its_day_and_register(
    words: str, symbol: str, day: dt.date | None, series: tuple[str, str]
) -> None:
    [found] = documents_in(words)
    assert (found.symbol, found.day, found.series) == (symbol, day, series)


def test_two_documents_are_two() -> None:
    words = "Công văn số 335/SYT-VP ngày 29/01/2024 và Công văn số 344/SYT-NV"
    assert [each.number for each in documents_in(words)] == [335, 344]


def test_a_ratio_is_no_document() -> None:
    assert list(documents_in("tuyển 36/83 chỉ tiêu, 28/65 thủ tục")) == []


def test_a_day_that_does_not_exist_is_read_as_none() -> None:
    assert [each.day for each in days_in("ngày 31/6/2024 và 30/6/2024")] == [None, dt.date(2024, 6, 30)]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_is_read_in_figures_and_in_words(day: dt.date) -> None:
    words = f"từ {format_date(day)} đến ngày {day.day} tháng {day.month} năm {day.year}"
    assert [each.day for each in days_in(words)] == [day, day]


def test_periods_are_read_with_their_days() -> None:
    found = list(periods_in("quý III/2024, 6 tháng cuối năm 2023, tháng 7", []))
    assert [each.span for each in found] == [Span.QUARTER, Span.HALF, Span.MONTH]
    assert [each.days(2024)[1] for each in found] == [dt.date(2024, 9, 30), dt.date(2023, 12, 31), dt.date(2024, 7, 31)]
