"""Estimates for the year: what is still within reach, and what is not."""

from __future__ import annotations

import pytest

from report_utils.agency.period import Period
from report_utils.prose.reading import read_text
from report_utils.prose.review import review
from report_utils.prose.rules.estimates import check_estimates
from report_utils.prose.scan import Report, Setting
from report_utils.prose.setting import setting_for

SENTENCE = "Tỷ lệ giải ngân vốn đầu tư công đạt {}; ước thực hiện cả năm 2024 là {}."


def told(period: str, sentence: str) -> list[str]:
    setting = setting_for(Period(2024, period)) if period else Setting()
    remarks = review(Report(read_text([sentence]), setting), (check_estimates,)).remarks
    return [f"{remark.found}: {remark.expected}" for remark in remarks]


@pytest.mark.parametrize(
    ("period", "so_far", "estimate"),
    [("H1", "0,0083%", "100%"), ("H1", "22%", "100%"), ("Q3", "0,0118%", "90%"), ("Q3", "31%", "90%"),
     ("Q3", "31%", "100%"), ("Q1", "9%", "100%"), ("Q4", "45%", "98%"), ("", "24%", "100%")],
)
def test_less_than_half_of_what_an_even_pace_would_have_reached_is_told(
    period: str, so_far: str, estimate: str
) -> None:
    [remark] = told(period, SENTENCE.format(so_far, estimate))
    assert remark.startswith(f"{estimate}: {so_far}")


@pytest.mark.parametrize(
    ("period", "so_far", "estimate"),
    [("H1", "24%", "100%"), ("Q3", "33%", "90%"), ("Q3", "36%", "100%"), ("Q3", "15%", "40%"), ("Q1", "12%", "100%"),
     ("Q4", "50%", "98%"), ("", "26%", "100%")],
)
def test_what_is_still_within_reach_is_let_pass(period: str, so_far: str, estimate: str) -> None:
    assert told(period, SENTENCE.format(so_far, estimate)) == []


def test_the_part_of_the_year_that_is_gone_is_told() -> None:
    assert told("Q3", SENTENCE.format("0,0118%", "90%")) == ["90%: 0,0118% (đã qua 70% thời gian của năm)"]
    assert told("", SENTENCE.format("0,0118%", "90%")) == ["90%: 0,0118%"]


@pytest.mark.parametrize("sentence", [
    "Tỷ lệ giải ngân đạt 5%; ước thực hiện quý IV đạt 30%.",
    "Tỷ lệ hồ sơ trực tuyến đạt 10%; ước cả năm đạt 60%.",
    "Giải ngân cùng kỳ đạt 10%; ước thực hiện cả năm đạt 95%.",
    "Chỉ tiêu giải ngân đạt 10%; ước thực hiện cả năm đạt 95%.",
    "Tỷ lệ giải ngân đạt 40%, ước quý IV giải ngân đạt 20%, ước cả năm thực hiện đạt 95%.",
])
def test_what_is_no_estimate_of_a_year_or_does_not_grow_with_it_is_let_pass(sentence: str) -> None:
    assert told("Q3", sentence) == []
