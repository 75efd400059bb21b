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


@pytest.mark.parametrize("so_far", [
    "Lũy kế giải ngân đạt 60%, riêng tháng 9 đạt 8%",
    "Tỷ lệ giải ngân quý I đạt 5%, quý II đạt 20%, quý III đạt 30%",
    "Giải ngân vốn trong nước đạt 60%, vốn nước ngoài đạt 5%",
    "Giải ngân vốn nước ngoài đạt 5%",
    "Năm 2023 giải ngân đạt 20%",
    "Năm trước tỷ lệ giải ngân đạt 20%",
    "Tỷ lệ tiết kiệm đạt 10%",
    "Tỷ lệ hồ sơ quá hạn 3%",
    "Tỷ lệ vốn chưa giải ngân là 12%",
    "Đã giải ngân 12 tỷ đồng, bằng 30% cùng kỳ",
])
def test_a_rate_that_may_be_of_another_time_or_thing_is_let_pass(so_far: str) -> None:
    assert told("Q3", f"{so_far}; ước cả năm 2024 thực hiện đạt 95%.") == []


@pytest.mark.parametrize("estimate", [
    "ước đến ngày 31/10/2024 giải ngân đạt 60%",
    "ước đến hết kỳ đạt 60%",
    "ước thực hiện đến năm 2026 đạt 100%",
    "ước giai đoạn 2021-2025 giải ngân đạt 100%",
    "ước đến 31/01/2025 giải ngân đạt 100%",
    "ước thực hiện 6 tháng cuối năm đạt 80%",
    "ước chi ngân sách cả năm 98%",
    "ước thu cả năm 98%",
    "ước hoàn thành 99%",
])
def test_an_estimate_that_may_be_of_another_time_or_thing_is_let_pass(estimate: str) -> None:
    assert told("Q3", f"Tỷ lệ giải ngân đạt 12%; {estimate}.") == []


def test_without_a_period_two_years_are_not_held_against_each_other() -> None:
    assert told("", "Năm 2023 giải ngân đạt 20%; năm 2024 ước cả năm giải ngân đạt 95%.") == []


@pytest.mark.parametrize("sentence", [
    "Đã giải ngân 12% kế hoạch vốn; ước cả năm giải ngân 95%.",
    "Đã giải ngân 12 tỷ đồng, bằng 12% kế hoạch; ước cả năm đạt 95%.",
    "Đã giải ngân 12 tỷ đồng (12%), ước cả năm 2024 đạt 95%.",
    "Tỷ lệ giải ngân đạt 12%; ước thực hiện 12 tháng đạt 95%.",
    "Tỷ lệ giải ngân đạt 12%; dự kiến cả năm đạt 95%.",
    "Tỷ lệ giải ngân đạt 12%; cả năm ước giải ngân 95 tỷ đồng, đạt 95%.",
    "Đến hết quý III, tỷ lệ giải ngân đạt 12%; ước đến hết ngày 31/12/2024 đạt 95%.",
    "Giải ngân vốn đầu tư công đến quý II đạt 5%, đến nay đạt 12%; ước cả năm 2024 đạt 95%.",
    "Tỷ lệ chi ngân sách đạt 12%; ước chi ngân sách cả năm 95%.",
    "Đã hoàn thành 12% nhiệm vụ; ước cả năm hoàn thành 95%.",
])
def test_an_estimate_out_of_reach_is_told_in_whatever_words_the_rate_stands(sentence: str) -> None:
    assert told("Q3", sentence) == ["95%: 12% (đã qua 70% thời gian của năm)"]
