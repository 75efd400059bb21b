"""Narratives are read sentence by sentence, and against what the unit itself states in numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from report_utils.findings import Finding

Found = Callable[..., list[Finding]]
Act = Callable[..., Any]

NARRATIVES, INDICATORS = "Thuyết minh", "Chỉ tiêu"

SENTENCES = {
    "a share of other numbers": ("Đã tiếp nhận 222/252 hồ sơ trực tuyến, đạt 86%.", "R02"),
    "parts that make another whole": ("Có 12 nhiệm vụ, gồm 07 nhiệm vụ thường xuyên và 04 nhiệm vụ đột xuất.", "R01"),
    "a period of the past": ("Tính đến quý II/2024, bệnh viện đã tập huấn cho toàn bộ viên chức tiếp nhận.", "R11"),
    "a year of the past": ("Đến năm 2022, các khoa đã kết nối phần mềm quản lý bệnh viện.", "R11"),
    "a day that there is not": ("Bệnh viện họp rà soát quy trình ngày 31/6/2024.", "R15"),
    "a year that is not that of the day": ("Theo Quyết định số 05/2023/QĐ-UBND ngày 31/01/2024.", "R17"),
    "a count under the label of a rate": ("Tỷ lệ hồ sơ nộp trực tuyến: 1.549 hồ sơ.", "R08"),
    "a term of the past": ("Bệnh viện tiếp nhận hồ sơ dịch vụ công mức độ 4.", "R21"),
    "a person": ("Người bệnh Nguyễn Thị Mẫu phản ánh, đã được trả lời.", "R23"),
    "a word twice": ("Bệnh viện tiếp tục thực hiện theo theo kế hoạch đã đề ra.", "R27"),
}


@pytest.mark.parametrize(("sentence", "code"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_that_cannot_be_right_is_found_at_its_cell(
    retype: Act, found: Found, sentence: str, code: str
) -> None:
    retype("bvbr", NARRATIVES, {"C7": sentence})
    told = [each for each in found() if each.code == code]
    assert [(each.file, each.sheet, each.cell) for each in told] == [("bvbr_2024-Q3.xlsx", NARRATIVES, "C7")]
    assert sentence in told[0].message


def test_a_narrative_is_held_against_the_indicator_of_the_unit(retype: Act, found: Found) -> None:
    retype("ttyt-vt", NARRATIVES, {"C7": "Dân số có hồ sơ sức khỏe điện tử: đã lập 307.755 hồ sơ, đạt 95%."})
    [told] = [each for each in found() if each.code == "R07"]
    assert {each.sheet for each in told.cells} == {NARRATIVES, INDICATORS}
    assert "95%" in told.message
    assert "88%" in told.message


def test_a_narrative_that_tells_the_same_is_no_finding(retype: Act, found: Found) -> None:
    retype("ttyt-vt", NARRATIVES, {"C7": "Dân số có hồ sơ sức khỏe điện tử: đã lập 307.755 hồ sơ, đạt 88%."})
    assert [each.code for each in found()] == []
