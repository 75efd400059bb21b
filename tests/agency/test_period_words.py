"""What a person may have meant who wrote a period in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_utils.agency.period import Period
from report_utils.agency.period_words import meant_period
from report_utils.errors import UnknownNameError

KINDS = ("Q1", "Q2", "Q3", "Q4", "H1", "9M", "Y", "M02", "M11")
PERIODS = st.builds(Period, st.integers(2000, 2099), st.sampled_from(KINDS))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("quý 3/2024", "2024-Q3"), ("Quý III năm 2024", "2024-Q3"), ("quy iv 2024", "2024-Q4"), ("2024Q3", "2024-Q3"),
        ("Q3-2024", "2024-Q3"), ("Báo cáo quý I năm 2024", "2024-Q1"), ("6 tháng đầu năm 2024", "2024-H1"),
        ("2024_h1", "2024-H1"), ("9 THÁNG 2024", "2024-9M"), ("năm 2024", "2024-Y"), ("cả năm 2024", "2024-Y"),
        ("T7/2024", "2024-M07"), ("tháng 12 năm 2024", "2024-M12"), ("2024-07", "2024-M07"),
    ],
)  # fmt: skip
def test_words_that_surely_mean_a_period_are_told(written: str, meant: str) -> None:
    assert meant_period(written) == meant


@pytest.mark.parametrize("written", ["2024", "quý 3", "2024-3", "6 tháng cuối năm 2024", "2024-Q5", "2024-13",
                                     "quý 3/2024 và 2025", "20244-Q3", "quý 3/24", "", "syt-brvt", "quý I+II/2024",
                                     "quý I, II/2024", "1/2/2024", "tháng 1, 2/2024", "đầu năm 2024"])  # fmt: skip
def test_nothing_is_told_where_it_is_not_sure(written: str) -> None:
    assert meant_period(written) is None


@given(PERIODS)
def test_the_title_of_a_period_means_it(period: Period) -> None:
    assert meant_period(period.title) == str(period)
    assert meant_period(str(period).replace("-", " / ").lower()) == str(period)


def test_a_period_in_words_is_asked_back_and_not_taken() -> None:
    with pytest.raises(UnknownNameError) as raised:
        Period.parse("quý 3/2024")
    assert raised.value.nearest == "2024-Q3"
    assert "Có phải ý bạn là «2024-Q3»?" in raised.value.message
